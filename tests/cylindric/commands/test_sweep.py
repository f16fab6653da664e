"""The commands `sweep` and `journal`."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from cylindric import profiles
from termwise import Journal
from tests.cylindric.commands.test_main import run

ROOT = str(Path(__file__).parents[3])
PLAIN = ("--workers", "1")


def test_every_profile_once(capsys, tmp_path):
    path = tmp_path / "sweep.db"
    line = ("sweep", "--max-period", "5", "--order", "12", "--journal", str(path), *PLAIN)
    status, out, err = run(capsys, *line)
    assert (status, err) == (0, "")
    assert out.endswith("AGREES: all 13 units, 156 terms\n")
    with Journal(path) as journal:
        words = [entry.unit["profile"] for entry in journal]
    assert words == [profile.word for period in range(1, 6) for profile in profiles(period)]
    status, out, _ = run(capsys, *line, "--json")
    assert json.loads(out)["agree"] == 13
    status, out, _ = run(capsys, *line, "--recheck", "4")
    assert (status, out.splitlines()[-1]) == (0, "AGREES: journal = again on 4 terms")
    status, out, _ = run(capsys, "journal", str(path), "--export", str(tmp_path / "all.csv"))
    assert status == 0
    assert "AGREES: all 13 units" in out
    assert '"methods":["layers","transfer"]' in out
    with open(tmp_path / "all.csv", newline="") as file:
        assert len(list(csv.reader(file))) == 14


@pytest.mark.parametrize(
    ("line", "units"),
    [
        (("--max-period", "3", "--order", "5", "--qt"), 5),
        (("--max-period", "3", "--order", "6", "--qt", "--points", "8", "--seed", "3"), 5),
        (("--max-period", "2", "--order", "5", "--check", "bijection", "--rule", "burge"), 3),
        (("--max-period", "3", "--order", "5", "--open", "--method", "enumeration"), 5),
        (("--max-period", "2", "--order", "4", "--check", "jack", "--alpha", "1/2"), 3),
        (("--levels", "3:1-4", "--n", "3", "--check", "positive"), 4),
        (("--levels", "2..3:2", "--n", "2"), 2),
    ],
)
def test_other_sweeps(capsys, line, units):
    status, out, err = run(capsys, "sweep", *line, *PLAIN)
    assert (status, err) == (0, "")
    assert f"AGREES: all {units} units" in out


def test_a_check_of_ones_own_that_differs(capsys, monkeypatch):
    own = "tests.cylindric.discovery.test_units:one_too_many"
    line = ("sweep", "--max-period", "2", "--order", "4", "--check", own, *PLAIN)
    status, out, _ = run(capsys, *line)
    assert status == 1
    assert "DIFFERS: 3 of 3 units differ" in out
    status, out, _ = run(capsys, *line, "--stop")
    assert "DIFFERS: 1 of 3 units differs" in out


def test_refused_units_are_failures(capsys):
    line = ("sweep", "--max-period", "1", "--order", "90", "--check", "bijection", *PLAIN)
    status, out, _ = run(capsys, *line)
    assert status == 4
    assert "FAILED: 1 of 1 units has no outcome" in out
    assert "ValueError: this takes" in out


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ((), "one of the arguments --max-period --levels is required"),
        (("--max-period", "3", "--workers", "0"), "--workers: must be at least 1, got 0"),
        (("--max-period", "3", "--workers", "1000"), "workers must be at most"),
        (("--max-period", "40"), "more than the 1000000 that are possible"),
        (("--max-period", "3", "--n", "2"), "--n goes with --levels only"),
        (("--max-period", "3", "--check", "nothing"), "--check must be a name or module:function"),
        (("--max-period", "3", "--check", "no.where:f"), "check must be importable"),
        (("--max-period", "3", "--points", "2"), "--check borodin takes no --points"),
        (("--max-period", "3", "--qt", "--check", "jack"), "does not go with --check 'jack'"),
        (("--max-period", "3", "--recheck", "2"), "--recheck needs --journal"),
        (("--max-period", "3", "--journal", "/nowhere/j.db"), "/nowhere/j.db: no such folder"),
        (("--max-period", "2", "--rule", "burge"), "--rule needs the method bijection"),
        (("--levels", "3"), "--levels must be RANKS:LEVELS"),
        (("--levels", "3:x"), "levels must be a number or a range such as 4..6, got 'x'"),
        (("--levels", "3:4..2"), "from a smaller number to a larger one"),
        (("--levels", "3:4", "--open"), "--levels takes no --open"),
        (("--levels", "3:4", "--order", "9"), "--levels takes no --order"),
        (("--levels", "3:4", "--force"), "--levels takes no --force"),
        (("--levels", "3:4", "--seed", "1"), "--levels takes no --seed"),
        (("--max-period", "2", "--check", "jack"), "--check jack needs --alpha"),
        (("--max-period", "2", "--check", "builtins:abs", "--force"), "--force goes with"),
        (("--levels", "3:4", "--check", "odd"), "--check must be one of positive"),
        (("--max-period", "2", "--dask", "a", "--workers", "2"), "not allowed with"),
        (("--max-period", "2", "--scheduler-file", "none.json"), "no scheduler at none.json"),
    ],
)
def test_bad_input_in_one_line(capsys, line, message):
    pytest.importorskip("distributed")
    status, out, err = run(capsys, "sweep", *line)
    assert (status, out) == (2, "")
    assert message in err
    assert err.count("\n") == 1


def test_no_journal(capsys, tmp_path):
    status, _, err = run(capsys, "journal", str(tmp_path / "absent.db"))
    assert status == 2
    assert err.endswith("absent.db: no such journal\n")


@pytest.mark.slow
def test_ctrl_c(tmp_path):
    """To the whole group of processes, as a terminal sends it; then it is resumed."""
    pytest.importorskip("distributed")
    path = tmp_path / "sweep.db"
    line = [sys.executable, "-m", "cylindric", "sweep", "--max-period", "6", "--order", "24"]
    line += ["--journal", str(path)]
    env = {**os.environ, "PYTHONPATH": ROOT}
    process = subprocess.Popen(
        line,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=env,
        start_new_session=True,
        text=True,
    )
    for _ in range(600):
        time.sleep(0.1)
        with suppress(OSError), Journal(path) as journal:  # it may not be begun
            if journal.summary().agree >= 2:
                break
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err == "cylindric sweep: interrupted\n"
    assert not path.with_name("sweep.db-wal").exists()
    with Journal(path) as journal:
        done = journal.summary().agree
        assert 2 <= done < 22
    assert (
        subprocess.run([*line, *PLAIN], env=env, check=False, capture_output=True).returncode == 0
    )
    with Journal(path) as journal:
        assert journal.summary().verdict == "AGREES: all 22 units, 528 terms"
