"""The journal of a sweep: one SQLite file, in which only the client writes.

    sweep    name, value            schema, statement, check, parameters, seed, versions, units
    task     id, key                every unit in its order, as canonical JSON
    result   task, agrees, terms, left, right, difference, whole, seconds
    failure  task, error, attempts, time

A task is open while it has neither a result nor a failure.  `left` and `right` are BLAKE2b digests
of 12 bytes over the lines "term<TAB>value" of the first side and of the first other that differs,
equal exactly if the sides agree; `difference` and `whole` (JSON) stand there only if they do not.

While a sweep runs, the file is in WAL mode and may be read; closed, it is one plain file.  A batch
is one transaction: whatever ends the process, the journal is that of some moment before.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple, Self

from termwise.arguments import brief, shown
from termwise.doors import door
from termwise.release import __version__
from termwise.sweeps.summary import SweepSummary
from termwise.sweeps.units import Failure, Outcome

SCHEMA = 1

TABLES = """
CREATE TABLE sweep (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE task (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
CREATE TABLE result (task INTEGER PRIMARY KEY REFERENCES task, agrees INTEGER NOT NULL,
    terms INTEGER NOT NULL, left BLOB NOT NULL, right BLOB NOT NULL, difference TEXT, whole TEXT,
    seconds REAL NOT NULL);
CREATE TABLE failure (task INTEGER PRIMARY KEY REFERENCES task, error TEXT NOT NULL,
    attempts INTEGER NOT NULL, time TEXT NOT NULL);
"""

ENTRIES = """
SELECT key, agrees, terms, left, right, difference, error, attempts, seconds, whole
FROM task LEFT JOIN result ON result.task = id LEFT JOIN failure ON failure.task = id ORDER BY id
"""

EXAMPLES = 5
"""A summary shows so many units that differ or failed."""

LONGEST = 100
"""Letters of a text that are shown where two differ."""


class JournalError(OSError):
    """A journal that cannot be read, written or resumed; nothing in it was changed."""


class Entry(NamedTuple):
    """A unit of a journal, with what was found on it."""

    key: str
    status: str
    """agrees, differs, failed or open."""
    terms: int | None
    left: str | None
    right: str | None
    difference: str | None
    error: str | None
    attempts: int | None
    seconds: float | None
    whole: str | None

    @property
    def unit(self) -> Any:
        """The unit itself."""
        return json.loads(self.key)


class Journal:
    """The journal in a file, to be read.

    Args:
        path: the file.

    Raises:
        JournalError: there is none, or it is damaged, or no journal.

    A sweep without a file keeps its journal in memory:

    >>> from termwise import Sweep
    >>> with Journal.of(Sweep("nothing", [1, 2], "termwise.sweeps.units:key_of")) as journal:
    ...     print(journal.summary().verdict, *(entry.key for entry in journal))
    NOT DONE: 2 of 2 units are open 1 2
    """

    @door
    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path: Path | None = Path(path)
        self._lock: sqlite3.Connection | None = None
        if not self.path.is_file():
            raise JournalError(f"{self.path}: no such journal")
        address = f"{self.path.absolute().as_uri()}?mode=ro"
        try:
            with self._said():
                self._open(address)
                try:
                    self._require_whole()
                except sqlite3.OperationalError:  # in a folder in which no -shm can be made
                    self._connection.close()
                    self._open(f"{address}&immutable=1")
                    self._require_whole()
        except BaseException:  # a reader left open would keep the log of the writer
            self._release()
            raise

    @classmethod
    @door
    def of(cls, sweep: Any, path: str | os.PathLike[str] | None = None) -> Self:
        """Begin or resume the journal of a sweep, to be written by this process alone.

        Args:
            sweep: the Sweep.
            path: the file; None keeps the journal in memory.

        Raises:
            JournalError: the file is the journal of another sweep, or of other versions; another
                process writes it; it is damaged, or cannot be written.
        """
        if not hasattr(sweep, "parameters_as_json"):
            raise TypeError(f"sweep must be a Sweep, got {shown(sweep)}")
        journal = cls.__new__(cls)
        journal.path = None if path is None else Path(path)
        journal._lock = None
        try:
            with journal._said():
                journal._begin(header_of(sweep), sweep.keys)
        except BaseException:
            journal._release()
            raise
        return journal

    def _open(self, address: str) -> None:
        self._connection = sqlite3.connect(
            address, uri=address.startswith("file:"), isolation_level=None, timeout=30
        )

    def _begin(self, header: Mapping[str, str], keys: Sequence[str]) -> None:
        if self.path is not None:
            if not self.path.parent.is_dir():
                raise JournalError(f"{self.path}: no such folder")
            if self.path.is_dir():
                raise JournalError(f"{self.path}: a folder, no file")
            self._hold()
        # An absolute path, so that a file with the name :memory: is one.
        self._open(":memory:" if self.path is None else os.fspath(self.path.absolute()))
        execute = self._connection.execute
        if execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            self._require_whole()
            self._require_same(header)
        execute("PRAGMA journal_mode = WAL")
        execute("PRAGMA synchronous = NORMAL")
        with self._transaction():
            if not execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
                for table in TABLES.strip().split(";\n"):
                    execute(table)
                self._connection.executemany("INSERT INTO sweep VALUES (?, ?)", header.items())
                self._connection.executemany(
                    "INSERT INTO task (key) VALUES (?)", ((key,) for key in keys)
                )
            else:  # whatever cannot be written is said now, and not after an hour
                execute("UPDATE sweep SET value = value WHERE name = 'schema'")

    def _hold(self) -> None:
        """Take the lock of the file: it goes with the process, however that ends."""
        self._lock = sqlite3.connect(f"{self.path}-lock", isolation_level=None, timeout=0)
        try:
            self._lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            raise JournalError(f"{self.path}: another sweep is writing this journal") from None

    def _require_whole(self) -> None:
        execute = self._connection.execute
        if self.path is not None and not Path(f"{self.path}-wal").exists():
            (length,) = execute(
                "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
            ).fetchone()
            if self.path.stat().st_size < length:
                raise sqlite3.DatabaseError("the file is cut short")
        (found,) = execute("PRAGMA quick_check(1)").fetchone()
        if found != "ok":
            raise sqlite3.DatabaseError(found.partition("\n")[2] or found)
        tables = {name for (name,) in execute("SELECT name FROM sqlite_schema WHERE type='table'")}
        if not tables >= {"sweep", "task", "result", "failure"}:
            raise JournalError(f"{self.path}: this SQLite file is no journal of a sweep")
        if self.header.get("schema") != str(SCHEMA):
            raise JournalError(
                f"{self.path}: its schema is {brief(self.header.get('schema'))}, "
                f"and this version reads {SCHEMA}"
            )

    def require_sweep(self, sweep: Any) -> None:
        """Refuse the journal if it is that of another sweep, or of other versions.

        Raises:
            JournalError: it is; the message says what differs.
        """
        self._require_same(header_of(sweep))

    def _require_same(self, header: Mapping[str, str]) -> None:
        mine = self.header
        for name, value in header.items():
            if mine.get(name) != value:
                there, here = _where_they_differ(mine.get(name, ""), value)
                raise JournalError(
                    f"{self.path}: another sweep: {name} {there!r} in the journal, "
                    f"{here!r} asked for; take another file"
                )

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            raise

    @contextmanager
    def _said(self) -> Iterator[None]:
        """Say what SQLite says in one line, with the name of the file."""
        try:
            yield
        except sqlite3.Error as error:
            raise JournalError(f"{self.path}: {error}") from None

    def record(self, found: Iterable[tuple[str, Outcome | Failure]]) -> None:
        """Keep what was found on some units, all of it or nothing.

        Raises:
            JournalError: the disk is full, or the file cannot be written.
        """
        outcomes: list[Any] = []
        failures: list[Any] = []
        for key, outcome in found:
            (failures if isinstance(outcome, Failure) else outcomes).append((*outcome, key))
        with self._said(), self._transaction():
            self._connection.executemany(
                "INSERT INTO result SELECT id, ?, ?, ?, ?, ?, ?, ? FROM task WHERE key = ?",
                outcomes,
            )
            self._connection.executemany(
                "INSERT INTO failure SELECT id, ?, ?, datetime('now') FROM task WHERE key = ?",
                failures,
            )

    def retry_failed(self) -> None:
        """Open again the units that failed."""
        with self._said(), self._transaction():
            self._connection.execute("DELETE FROM failure")

    @property
    def header(self) -> dict[str, str]:
        """Statement, check, parameters, seed, versions, and which units: what must not change."""
        with self._said():
            return dict(self._connection.execute("SELECT name, value FROM sweep").fetchall())

    def open_keys(self) -> list[str]:
        """Return the keys of the units that have neither a result nor a failure, in order."""
        with self._said():
            found = self._connection.execute(
                "SELECT key FROM task WHERE id NOT IN (SELECT task FROM result) "
                "AND id NOT IN (SELECT task FROM failure) ORDER BY id"
            )
            return [key for (key,) in found]

    def __iter__(self) -> Iterator[Entry]:
        """Yield every unit in its order, with what was found."""
        with self._said():
            for key, agrees, terms, left, right, *rest in self._connection.execute(ENTRIES):
                status = "failed" if rest[1] is not None else "open"
                if agrees is not None:
                    status, left, right = "agrees" if agrees else "differs", left.hex(), right.hex()
                yield Entry(key, status, terms, left, right, *rest)

    def summary(self) -> SweepSummary:
        """Return how many units agree, differ, failed, and the first of those that do not agree."""
        with self._said():
            execute = self._connection.execute
            agree, differ, terms, seconds = execute(
                "SELECT total(agrees), total(1 - agrees), total(terms), total(seconds) FROM result"
            ).fetchone()
            units, failed = execute(
                "SELECT (SELECT count(*) FROM task), (SELECT count(*) FROM failure)"
            ).fetchone()
            examples = execute(
                "SELECT key, difference FROM result JOIN task ON id = task WHERE NOT agrees "
                "UNION ALL SELECT key, error FROM failure JOIN task ON id = task LIMIT ?",
                (EXAMPLES,),
            ).fetchall()
        statement = self.header["statement"]
        counts = (units, int(agree), int(differ), failed, int(terms))
        return SweepSummary(statement, *counts, seconds, tuple(examples))

    def close(self) -> None:
        """Close the file; after a sweep it is one plain file, that can be read anywhere."""
        if self._lock is not None:
            with suppress(sqlite3.Error):  # somebody reads it: the next who closes it will
                self._connection.execute("PRAGMA journal_mode = DELETE")
        self._release()

    def _release(self) -> None:
        if hasattr(self, "_connection"):
            self._connection.close()
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Journal {self.path or 'in memory'}: {self.summary().verdict}>"

    def _repr_html_(self) -> str:
        return self.summary()._repr_html_()


def header_of(sweep: Any) -> dict[str, str]:
    """Return what identifies a sweep and the programs that run it, as texts."""
    import flint
    import numpy as np

    digest = hashlib.blake2b("\n".join(sweep.keys).encode(), digest_size=16).hexdigest()
    return {
        "schema": str(SCHEMA),
        "statement": sweep.statement,
        "check": sweep.check,
        "parameters": sweep.parameters_as_json,
        "seed": str(sweep.seed),
        "units": f"{len(sweep.keys)} {digest}",
        "cylindric": __version__,
        "python": platform.python_version(),
        "python-flint": flint.__version__,
        "flint": flint.__FLINT_VERSION__,
        "numpy": np.__version__,
    }


def _where_they_differ(one: str, other: str) -> list[str]:
    """Return both texts, or of long ones the parts round the first difference."""
    if max(len(one), len(other)) <= LONGEST:
        return [one, other]
    same = next(k for k, (a, b) in enumerate(zip_longest(one, other)) if a != b)
    first = max(same - LONGEST // 2, 0)
    parts = [(text[first : first + LONGEST], text[first + LONGEST :]) for text in (one, other)]
    return [".." * (first > 0) + part + ".." * (rest != "") for part, rest in parts]
