"""A journal keeps what it is told, all or nothing, and refuses what is not its own."""

import csv
import json
import os
import re
import sqlite3
import time
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from termwise import Journal, Sweep
from termwise.sweeps import journal as journals
from termwise.sweeps.export import export
from termwise.sweeps.journal import JournalError
from termwise.sweeps.units import key_of, outcome_of
from tests.termwise.sweeps.units_to_check import raising, square


def entries(path):
    with Journal(path) as journal:
        return [entry._replace(seconds=None) for entry in journal]


@pytest.fixture
def whole(tmp_path):
    path = tmp_path / "squares.db"
    assert Sweep("squares", range(20), square).run(path)
    return path


def test_every_unit_in_its_order(whole):
    found = entries(whole)
    assert [entry.unit for entry in found] == list(range(20))
    assert {entry.status for entry in found} == {"agrees"}
    assert [entry.terms for entry in found] == list(range(1, 21))
    assert all(entry.left == entry.right for entry in found)


def test_a_closed_journal_is_one_plain_file(whole):
    assert not whole.with_name("squares.db-wal").exists()
    assert whole.read_bytes()[18:20] == b"\1\1"  # no WAL


@pytest.mark.parametrize(
    ("other", "what"),
    [
        (lambda: Sweep("other", range(20), square), "statement"),
        (lambda: Sweep("squares", range(21), square), "units"),
        (lambda: Sweep("squares", range(19, -1, -1), square), "units"),
        (lambda: Sweep("squares", range(20), raising), "check"),
        (lambda: Sweep("squares", range(20), square, {"wrong": 1}), "parameters"),
        (lambda: Sweep("squares", range(20), square, seed=1), "seed"),
    ],
)
def test_another_sweep_is_refused(whole, other, what):
    before = whole.read_bytes()
    with pytest.raises(JournalError, match=rf"squares\.db: another sweep: {what} "):
        other().run(whole)
    assert whole.read_bytes() == before


@pytest.mark.parametrize("at", [0, 90, 300])
def test_the_difference_is_seen_in_long_parameters(tmp_path, at):
    """However long they are, and wherever they differ."""
    texts = ["".join("y" if k == at and other else "x" for k in range(301)) for other in (0, 1)]
    sweeps = [Sweep(text, range(2), square) for text in texts]
    sweeps[0].run(tmp_path / "long.db")
    with pytest.raises(JournalError) as refused:
        sweeps[1].run(tmp_path / "long.db")
    there, here = re.findall("'([^']*)'", str(refused.value))
    assert there == here.replace("y", "x") != here
    assert len(str(refused.value)) < 400


@pytest.mark.parametrize("what", ["cylindric", "python", "flint", "numpy", "python-flint"])
def test_another_version_is_refused(whole, monkeypatch, what):
    of = journals.header_of
    monkeypatch.setattr(journals, "header_of", lambda sweep: {**of(sweep), what: "0.0.1"})
    with pytest.raises(JournalError, match=f"another sweep: {what} '.*' in the journal, '0.0.1'"):
        Sweep("squares", range(20), square).run(whole)


def test_another_schema_is_not_read(whole):
    with closing(sqlite3.connect(whole)) as connection, connection:
        connection.execute("UPDATE sweep SET value = '99' WHERE name = 'schema'")
    with pytest.raises(JournalError, match="its schema is 99, and this version reads 1"):
        Journal(whole)


def test_two_sweeps_on_one_journal(whole):
    sweep = Sweep("squares", range(20), square)
    with Journal.of(sweep, whole), pytest.raises(JournalError, match="another sweep is writing"):
        sweep.run(whole)
    assert sweep.run(whole)


def test_it_is_read_while_it_is_written(tmp_path):
    seen = []

    def look(done, total):
        with Journal(tmp_path / "j.db") as journal:
            seen.append((done, journal.summary().agree))

    Sweep("squares", range(5), square).run(tmp_path / "j.db", progress=look)
    assert len(seen) >= 3
    assert all(done == agree for done, agree in seen)


def test_a_journal_that_is_none(tmp_path):
    for name, content in {
        "text.db": b"no database, but long enough to be one" * 9,
        "empty.db": b"",
    }.items():
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(JournalError, match=name):
            Journal(path)
    with pytest.raises(JournalError, match="file is not a database"):
        Sweep("squares", [1], square).run(tmp_path / "text.db")
    with pytest.raises(JournalError, match="no such journal"):
        Journal(tmp_path / "absent.db")
    with pytest.raises(TypeError, match="path must be a string or a PathLike, got 1"):
        Journal(1)
    with pytest.raises(TypeError, match="sweep must be a Sweep, got 1"):
        Journal.of(1)
    with pytest.raises(JournalError, match="no such folder"):
        Sweep("squares", [1], square).run(tmp_path / "absent" / "j.db")
    with pytest.raises(JournalError, match="a folder, no file"):
        Sweep("squares", [1], square).run(tmp_path)
    assert not tmp_path.with_name(f"{tmp_path.name}-lock").exists()
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection, connection:
        connection.execute("CREATE TABLE a (b)")
    with pytest.raises(JournalError, match="no journal of a sweep"):
        Sweep("squares", [1], square).run(tmp_path / "other.db")


def test_a_file_may_have_any_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Sweep("squares", [1, 2], square).run(":memory:")
    with Journal(":memory:") as journal:
        assert [entry.status for entry in journal] == ["agrees", "agrees"]


def test_a_journal_cut_in_the_middle_of_a_page(whole):
    content = whole.read_bytes()
    for end in (len(content) - 1000, 5000, 700, 50):
        whole.write_bytes(content[:end])
        with pytest.raises(JournalError, match=r"squares\.db: ") as error:
            Sweep("squares", range(20), square).run(whole)
        assert "\n" not in str(error.value)
        assert whole.read_bytes() == content[:end]
    whole.unlink()
    assert Sweep("squares", range(20), square).run(whole)


@pytest.mark.slow
def test_a_full_disk(tmp_path, monkeypatch):
    """SQLite is allowed so few pages that the second batch does not fit."""
    path, record = tmp_path / "j.db", Journal.record
    sweep = Sweep("squares", range(200), square, {"wrong": 90})

    def on_a_small_disk(self, found):
        (pages,) = self._connection.execute("PRAGMA page_count").fetchone()
        self._connection.execute(f"PRAGMA max_page_count = {pages}")
        record(self, found)

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "record", on_a_small_disk)
        with pytest.raises(JournalError, match=r"j\.db: database or disk is full"):
            sweep.run(path)
    with Journal(path) as journal:
        assert 0 < journal.summary().open < 200
    assert sweep.run(path).differ == 1
    other = tmp_path / "other.db"
    sweep.run(other)
    assert entries(path) == entries(other)


@contextmanager
def as_nobody():
    """Root may write everywhere: be somebody else for a while."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_journal_that_may_only_be_read():
    sweep = Sweep("squares", range(20), square)
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "squares.db"
        with Journal.of(sweep, path):
            pass
        before = path.read_bytes()
        path.chmod(0o444)
        folder.chmod(0o555)
        with as_nobody():
            with pytest.raises(JournalError, match=r"squares\.db: (unable|attempt to write)"):
                sweep.run(path)
            with Journal(path) as journal:
                assert journal.summary().open == 20
        folder.chmod(0o755)
        path.with_name("squares.db-lock").chmod(0o666)
        with as_nobody(), pytest.raises(JournalError, match=r"squares\.db: .*readonly|unable"):
            sweep.run(path)
        assert path.read_bytes() == before


def test_a_journal_in_a_folder_that_may_only_be_read(whole):
    """A file in WAL mode whose -shm cannot be made is read as it is."""
    with closing(sqlite3.connect(whole)) as connection, connection:
        connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    assert len(entries(whole)) == 20


def test_csv_and_json_lines(tmp_path):
    path = tmp_path / "j.db"
    Sweep("squares", range(4), square, {"wrong": 2}).run(path)
    with Journal(path) as journal:
        export(journal, tmp_path / "j.csv")
        export(journal, tmp_path / "j.jsonl")
        with pytest.raises(ValueError, match=r"must end in \.csv or \.jsonl, got '.*j\.xls'"):
            export(journal, tmp_path / "j.xls")
        with pytest.raises(OSError, match="no such folder"):
            export(journal, tmp_path / "absent" / "j.csv")
    with open(tmp_path / "j.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["status"] for row in rows] == ["agrees", "agrees", "differs", "agrees"]
    assert rows[2]["difference"].startswith("DIFFERS at 2: sum = 3")
    lines = [json.loads(line) for line in (tmp_path / "j.jsonl").read_text().splitlines()]
    assert [line["unit"] for line in lines] == [0, 1, 2, 3]
    assert lines[2]["whole"]["agrees"] is False
    assert sorted(os.listdir(tmp_path)) == ["j.csv", "j.db", "j.db-lock", "j.jsonl"]


@pytest.mark.slow
def test_a_hundred_thousand_units(tmp_path):
    """At most 30 MB, and read in 2 s of this process."""
    path = tmp_path / "large.db"
    units = [{"profile": f"{k:017b}", "order": 40} for k in range(10**5)]
    found = outcome_of(square(40), 0.123456789)
    with Journal.of(Sweep("large", units, square), path) as journal:
        for start in range(0, 10**5, 1000):
            journal.record((key_of(unit), found) for unit in units[start : start + 1000])
    assert path.stat().st_size <= 30e6
    start = time.process_time()
    with Journal(path) as journal:
        assert sum(entry.status == "agrees" for entry in journal) == 10**5
    assert time.process_time() - start <= 2
