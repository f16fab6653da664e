"""A sweep in a plain loop: resumed, stopped, checked again; what it is told and what it refuses."""

import builtins
import sqlite3
from concurrent.futures import BrokenExecutor, Future, ThreadPoolExecutor
from contextlib import closing

import pytest

from termwise import Journal, Sweep
from termwise.sweeps.engines import SchedulerError
from termwise.sweeps.journal import JournalError
from tests.termwise.sweeps.units_to_check import claim, leaving, raising, square


def entries(path):
    with Journal(path) as journal:
        return [entry._replace(seconds=None) for entry in journal]


def test_it_resumes_where_it_was(tmp_path):
    path, told = tmp_path / "j.db", []
    sweep = Sweep("squares", range(30), square)

    class Killed(BaseException):
        pass

    def kill(done, total):
        told.append((done, total))
        if done > 10:
            raise Killed

    with pytest.raises(Killed):
        sweep.run(path, progress=kill)
    done = told[-1][0]
    with Journal(path) as journal:
        assert journal.summary().agree == done
        assert not journal.summary()
    told.clear()
    assert sweep.run(path, progress=lambda *now: told.append(now))
    assert told[0] == (done, 30)
    assert told[-1] == (30, 30)
    sweep.run(tmp_path / "other.db")
    assert entries(path) == entries(tmp_path / "other.db")


def test_a_difference_is_recorded_and_the_sweep_goes_on(tmp_path):
    summary = Sweep("squares", range(30), square, {"wrong": 11}).run()
    assert (summary.agree, summary.differ, summary.failed) == (29, 1, 0)
    assert not summary
    assert summary.verdict == "DIFFERS: 1 of 30 units differs"
    assert summary.examples == (("11", "DIFFERS at 11: sum = 120, square = 121 (1 of 12 terms)"),)
    assert "DIFFERS at 11" in str(summary)
    assert "DIFFERS at 11" in summary._repr_html_()


def test_or_it_stops():
    summary = Sweep("squares", range(300), square, {"wrong": 3, "seconds": 0.01}).run(stop=True)
    assert summary.differ == 1
    assert summary.open > 100


def test_what_fails_is_recorded_and_tried_again_when_asked(tmp_path):
    path = tmp_path / "j.db"
    sweep = Sweep("squares", range(6), raising)
    for retry in (False, True):
        summary = sweep.run(path, retry=retry)
        assert (summary.agree, summary.failed) == (3, 3)
        assert summary.verdict == "FAILED: 3 of 6 units have no outcome"
    assert [entry.attempts for entry in entries(path)] == [None, 2] * 3
    told = []
    sweep.run(path, progress=lambda *now: told.append(now))
    assert told == [(6, 6)]
    sweep.run(path, retry=True, progress=lambda *now: told.append(now))
    assert told[1] == (3, 6)


@pytest.mark.slow
def test_an_executor(tmp_path):
    sweep = Sweep("squares", range(200), square, {"wrong": 77})
    with ThreadPoolExecutor(3) as pool:
        assert sweep.run(tmp_path / "j.db", executor=pool).differ == 1
    sweep.run(tmp_path / "plain.db")
    assert entries(tmp_path / "j.db") == entries(tmp_path / "plain.db")


class Broken(ThreadPoolExecutor):
    def submit(self, job, batch):
        future = super().submit(job, batch)
        if "40" in batch:
            future = Future()
            future.set_exception(BrokenExecutor("a worker died"))
        return future


def test_a_broken_executor_loses_only_what_was_in_flight(tmp_path):
    path = tmp_path / "j.db"
    sweep = Sweep("squares", range(200), square)
    with Broken(1) as pool, pytest.raises(SchedulerError, match="workers were lost: a worker died"):
        sweep.run(path, executor=pool)
    assert sweep.run(path)


def test_claims_can_be_swept():
    assert Sweep("small numbers", range(3), claim).run()
    assert Sweep("small numbers", range(5), claim).run().differ == 2


def test_rows_are_checked_again(tmp_path):
    path = tmp_path / "j.db"
    sweep = Sweep("squares", range(30), square, {"wrong": 11})
    sweep.run(path)
    assert len(sweep.recheck(path, 7).rows) == 7
    assert sweep.recheck(path, 100).agrees
    assert [row.term for row in sweep.recheck(path, 5).rows] == [
        row.term for row in sweep.recheck(path, 5).rows
    ]
    # A journal that says what is not so.
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE result SET left = x'00' WHERE task = 8")
    assert [row.term for row in sweep.recheck(path, 30).differences] == ["7"]
    with pytest.raises(JournalError, match="another sweep: statement"):
        Sweep("other", range(30), square).recheck(path, 3)
    with pytest.raises(ValueError, match="number must be at least 1, got 0"):
        sweep.recheck(path, 0)


def test_there_is_nothing_to_check_again(tmp_path):
    sweep = Sweep("odd", [1], raising)
    sweep.run(tmp_path / "j.db")
    with pytest.raises(JournalError, match="no unit has a result"):
        sweep.recheck(tmp_path / "j.db", 1)


def test_a_bar_shows_rate_and_remaining_time(capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")
    Sweep("squares", range(30), square, {"seconds": 0.01}).run(progress=True)
    shown = capsys.readouterr().err
    assert "remaining" in shown
    assert "/s" in shown


def test_the_extra_is_named_if_it_is_missing(monkeypatch, tmp_path):
    given = builtins.__import__

    def without_dask(name, *args):
        if name.partition(".")[0] in ("dask", "distributed"):
            raise ImportError(name)
        return given(name, *args)

    monkeypatch.setattr(builtins, "__import__", without_dask)
    with pytest.raises(ValueError, match=r"pip install 'cylindric\[sweep\]', or use one worker"):
        Sweep("squares", [1, 2], square).run(workers=2)
    assert Sweep("squares", [1, 2], square).run(workers=1)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Sweep("s", [], square), "units must not be empty"),
        (lambda: Sweep("s", [1, 2, 1], square), "units must be there once, got 1 twice"),
        (lambda: Sweep("s\n", [1], square), "statement must be one line of text"),
        (lambda: Sweep("\ud800", [1], square), "statement must be one line of text"),
        (lambda: Sweep("s", [{"a": 1, "b": 2}, {"b": 2, "a": 1}], square), "got {.*} twice"),
        (lambda: Sweep("s", [(1,)], square), r"JSON values, got \(1,\)"),
        (lambda: Sweep("s", [1], lambda unit: None), "check must be a"),
        (lambda: Sweep("s", [1], "no.where:f"), "check must be importable"),
        (lambda: Sweep("s", [1], square, {"a": {1}}), "JSON values"),
        (lambda: Sweep("s", [1], square, seed=-1), "seed must be at least 0"),
        (lambda: Sweep("s", [1], square).run(workers=0), "workers must be at least 1, got 0"),
    ],
)
def test_bad_values(make, message):
    with pytest.raises(ValueError, match=message):
        make()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Sweep(3, [1], square), "statement must be a string"),
        (lambda: Sweep("s", 3, square), "units must be an iterable"),
        (lambda: Sweep("s", "ab", square), "units must be an iterable"),
        (lambda: Sweep("s", [1], square, [1]), "parameters must be a mapping"),
        (lambda: Sweep("s", [1], square).run(3), "journal must be a.* str.* or a Path"),
        (lambda: Sweep("s", [1], square).run(stop=1), "stop must be True or False"),
        (lambda: Sweep("s", [1], square).run(progress=1), "progress must be a bool"),
        (lambda: Sweep("s", [1], square).run(workers="2"), "workers must be an integer"),
    ],
)
def test_bad_types(make, message):
    with pytest.raises(TypeError, match=message):
        make()


def test_a_check_that_leaves_python_has_failed():
    summary = Sweep("s", [1, 2], leaving).run()
    assert (summary.failed, bool(summary)) == (2, False)


@pytest.mark.parametrize(
    ("given", "error", "message"),
    [
        ({"workers": 2, "client": 3}, ValueError, "must not be given together"),
        ({"client": 3}, TypeError, "client must be a distributed.Client, got 3"),
    ],
)
def test_where_it_runs_is_said_once(given, error, message):
    with pytest.raises(error, match=message):
        Sweep("squares", [1], square).run(**given)
