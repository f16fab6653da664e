"""Faults, for real: workers of Dask that are killed, clients that are killed, units that kill.

After each the rows of the journal are those of a plain loop.  Two workers of one thread; the long
form, with kills at random moments, is `python -m tests.termwise.sweeps.kills 50 SEED`.
"""

import os
import random
import signal
import subprocess
import sys
import types
from pathlib import Path

import pytest

from termwise import Journal, Sweep
from termwise.sweeps import engines
from termwise.sweeps.engines import SchedulerError, connected
from termwise.sweeps.journal import JournalError
from tests.termwise.sweeps.units_to_check import poison, raising, square

pytest.importorskip("distributed")
pytestmark = [pytest.mark.slow(traced=True), pytest.mark.filterwarnings("default")]

SEED = 7


def entries(path):
    with Journal(path) as journal:
        return [entry._replace(seconds=None) for entry in journal]


def plain(sweep, path):
    sweep.run(path)
    return entries(path)


@pytest.fixture(scope="module")
def client():
    with connected(2) as found:
        yield found


def test_the_rows_are_those_of_a_plain_loop(client, tmp_path):
    for sweep in (
        Sweep("squares", range(300), square, {"wrong": 190}),
        Sweep("squares", range(9), raising),
    ):
        path = tmp_path / f"{len(sweep.keys)}.db"
        sweep.run(path, client=client)
        assert entries(path) == plain(sweep, tmp_path / f"plain-{path.name}")


def test_a_difference_stops_it_when_asked(client):
    sweep = Sweep("squares", range(1000), square, {"wrong": 30, "seconds": 0.005})
    summary = sweep.run(client=client, stop=True)
    assert summary.differ == 1
    assert summary.open > 100


def test_a_worker_is_killed(client, tmp_path):
    """By its pid, at the n-th result."""
    chance, killed = random.Random(SEED), []
    sweep = Sweep("squares", range(60), square, {"seconds": 0.02})
    at = chance.randrange(1, 30)

    def kill(done, total):
        if done >= at and not killed:
            killed.append(chance.choice(sorted(client.run(os.getpid).values())))
            os.kill(killed[0], signal.SIGKILL)

    assert sweep.run(tmp_path / "j.db", client=client, progress=kill)
    assert killed
    assert entries(tmp_path / "j.db") == plain(sweep, tmp_path / "plain.db")


def test_a_unit_that_kills_its_worker_is_found_and_no_other_is_blamed(client, tmp_path):
    path, bad = tmp_path / "j.db", 17
    sweep = Sweep("squares", range(30), poison, {"at": bad})
    summary = sweep.run(path, client=client)
    assert (summary.agree, summary.failed, summary.open) == (29, 1, 0)
    without = plain(Sweep("squares", range(30), poison, {"at": -1}), tmp_path / "plain.db")
    found = entries(path)
    assert (found[bad].status, found[bad].error) == ("failed", "the worker died of it")
    assert found[:bad] + found[bad + 1 :] == without[:bad] + without[bad + 1 :]


def test_the_disk_is_full(client, tmp_path, monkeypatch):
    sweep, record = Sweep("squares", range(200), square), Journal.record

    def on_a_small_disk(self, found):
        (pages,) = self._connection.execute("PRAGMA page_count").fetchone()
        self._connection.execute(f"PRAGMA max_page_count = {pages}")
        record(self, found)

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "record", on_a_small_disk)
        with pytest.raises(JournalError, match="database or disk is full"):
            sweep.run(tmp_path / "j.db", client=client)
    assert sweep.run(tmp_path / "j.db", client=client)
    assert entries(tmp_path / "j.db") == plain(sweep, tmp_path / "plain.db")


def test_an_interrupt(client, tmp_path):
    sweep = Sweep("squares", range(60), square, {"seconds": 0.01})

    def interrupt(done, total):
        if done > 10:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sweep.run(tmp_path / "j.db", client=client, progress=interrupt)
    assert not (tmp_path / "j.db-wal").exists()
    with Journal(tmp_path / "j.db") as journal:
        assert 10 < journal.summary().agree < 60
    assert sweep.run(tmp_path / "j.db", client=client)
    assert entries(tmp_path / "j.db") == plain(sweep, tmp_path / "plain.db")


CLIENT = """
import os, signal, sys
from termwise import Sweep
from tests.termwise.sweeps.units_to_check import square
if __name__ == "__main__":
    def kill(done, total):
        if done >= int(sys.argv[2]):
            os.kill(os.getpid(), signal.SIGKILL)
    Sweep("squares", range(60), square, {"seconds": 0.01}).run(
        sys.argv[1], workers=2, progress=kill)
"""


def test_the_client_is_killed_and_started_again(client, tmp_path):
    """It leaves a write-ahead log, which is then cut in the middle of a page besides."""
    path, script = tmp_path / "j.db", tmp_path / "killed.py"
    script.write_text(CLIENT)
    at = random.Random(SEED).randrange(10, 40)
    root = str(Path(__file__).parents[3])
    done = subprocess.run(
        [sys.executable, script, path, str(at)],
        env={**os.environ, "PYTHONPATH": root},
        check=False,
        stderr=subprocess.DEVNULL,
    )
    assert done.returncode == -signal.SIGKILL
    with Journal(path) as journal:
        assert at <= journal.summary().agree < 60
    log = path.with_name("j.db-wal")
    content = log.read_bytes()
    log.write_bytes(content[: len(content) - 1000])
    sweep = Sweep("squares", range(60), square, {"seconds": 0.01})
    told = []
    assert sweep.run(path, client=client, progress=lambda *now: told.append(now))
    assert 0 < told[0][0] < 60
    assert entries(path) == plain(sweep, tmp_path / "plain.db")


def test_a_check_that_no_worker_can_import(client, tmp_path, monkeypatch):
    module = types.ModuleType("only_here")
    module.check = lambda unit: square(unit)
    monkeypatch.setitem(sys.modules, "only_here", module)
    with pytest.raises(
        ValueError, match="check must be importable, got 'only_here:check'"
    ) as error:
        Sweep("squares", range(30), "only_here:check").run(tmp_path / "j.db", client=client)
    assert "\n" not in str(error.value)
    with Journal(tmp_path / "j.db") as journal:
        assert journal.summary().open == 30


@pytest.mark.parametrize(
    "given",
    [{"address": "tcp://127.0.0.1:9"}, {"address": "what is this"}, {"scheduler_file": "x"}],
)
def test_no_scheduler(given, monkeypatch):
    monkeypatch.setattr(engines, "PATIENCE", 1)
    with pytest.raises(
        SchedulerError, match=f"no scheduler at {next(iter(given.values()))}: "
    ) as error:
        connected(1, **given).__enter__()
    assert "\n" not in str(error.value)
