"""A sweep: one check over many units, with a journal of what was found.

>>> sweep = Sweep(
...     "what the README says", [3, 4], "termwise.sweeps.sweep:example", {"factor": 2})
>>> summary = sweep.run()
>>> summary.verdict
'AGREES: all 2 units, 2 terms'
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from concurrent.futures import Executor
from contextlib import ExitStack
from pathlib import Path
from random import Random
from typing import Any

from termwise.arguments import brief, require_integer, require_iterable, require_text, shown
from termwise.comparison import Comparison
from termwise.doors import door
from termwise.rows import Row
from termwise.running import Progress
from termwise.sweeps.engines import connected, here, job_of, on_dask, on_executor
from termwise.sweeps.journal import Entry, Journal, JournalError
from termwise.sweeps.progress import telling
from termwise.sweeps.summary import SweepSummary
from termwise.sweeps.units import Check, Outcome, key_of, path_of

PathLike = str | os.PathLike[str]


class Sweep:
    """One check over many units.

    Args:
        statement: what is claimed, in one line.
        units: small JSON values, such as {"profile": "1010", "order": 40}, each once.
        check: a function of a unit that returns a Comparison or a Claim, or its import path,
            "module:function"; it is imported by name wherever it runs.
        parameters: keyword arguments of the check, JSON values too, the same for all units.
        seed: what is random in the units was drawn from it; `recheck` draws from it.

    Raises:
        TypeError: an argument of the wrong type.
        ValueError: no units, one that is no JSON or is there twice, a check that cannot be
            imported.

    >>> Sweep("twice", [1, 1], "termwise.sweeps.sweep:example")
    Traceback (most recent call last):
    ValueError: units must be there once, got 1 twice
    """

    def __init__(
        self,
        statement: str,
        units: Iterable[Any],
        check: Check | str,
        parameters: Mapping[str, Any] | None = None,
        *,
        seed: int = 0,
    ) -> None:
        self.statement = require_text("statement", statement)
        if not statement.isprintable():
            raise ValueError(f"statement must be one line of text, got {shown(statement)}")
        self.keys = tuple(map(key_of, require_iterable("units", units)))
        if not self.keys:
            raise ValueError("units must not be empty: a sweep over nothing proves nothing")
        if twice := [key for key, times in Counter(self.keys).items() if times > 1]:
            raise ValueError(f"units must be there once, got {brief(twice[0])} twice")
        self.check = path_of(check)
        if parameters is not None and not isinstance(parameters, Mapping):
            raise TypeError(f"parameters must be a mapping, got {shown(parameters)}")
        self.parameters_as_json = key_of(dict(parameters or {}))
        self.seed = require_integer("seed", seed, 0)

    @door
    def run(
        self,
        journal: str | Path | None = None,
        *,
        workers: int = 1,
        client: Any = None,
        executor: Executor | None = None,
        stop: bool = False,
        retry: bool = False,
        progress: Progress = False,
    ) -> SweepSummary:
        """Check every unit that the journal does not have yet, and return the summary.

        Args:
            journal: a file, made if there is none and resumed if there is; None keeps nothing.
            workers: 1 is a plain loop in this process; more are processes on this machine, by
                Dask (extra `sweep`).
            client: a distributed.Client: its workers are used.
            executor: any concurrent.futures Executor, such as that of mpi4py.futures; it does not
                survive the death of a worker, though the journal does.
            stop: stop at the first unit whose sides differ.
            retry: check units again that failed before.
            progress: whether, or whom, to tell how many units are done.

        Raises:
            JournalError: a journal of another sweep, or damaged, or that cannot be written.
            SchedulerError: the scheduler was lost; what was found is in the journal.
            TypeError: client is none.
            ValueError: workers < 1, two of workers, client and executor, the extra is missing, a
                worker cannot import the check.
        """
        require_integer("workers", workers, 1)
        if (workers > 1) + (client is not None) + (executor is not None) > 1:
            raise ValueError("workers, client and executor must not be given together")
        if client is not None and not hasattr(client, "nthreads"):
            raise TypeError(f"client must be a distributed.Client, got {shown(client)}")
        with ExitStack() as stack:
            kept = stack.enter_context(Journal.of(self, journal))
            if retry:
                kept.retry_failed()
            keys, job = kept.open_keys(), job_of(self.check, self.parameters_as_json)
            done = len(self.keys) - len(keys)
            tell = stack.enter_context(telling(progress, done, len(self.keys)))
            if not keys:
                return kept.summary()
            if client is None and executor is None and workers > 1:
                client = stack.enter_context(connected(workers))
            if executor is not None:
                batches = on_executor(executor, job, keys)
            else:
                batches = here(job, keys) if client is None else on_dask(client, job, keys)
            stack.callback(batches.close)  # type: ignore[attr-defined]
            for some, found in batches:
                kept.record(zip(some, found, strict=True))
                done += len(some)
                tell(done)
                if stop and any(isinstance(o, Outcome) and not o.agrees for o in found):
                    break
            return kept.summary()

    @door
    def recheck(self, journal: str | Path, number: int) -> Comparison:
        """Check some units of a journal again, drawn at random, and compare with what it says.

        Args:
            journal: the file.
            number: how many units with a result, at least 1; all, if there are fewer.

        Raises:
            JournalError: it is the journal of another sweep, or has no results.
        """
        require_integer("number", number, 1)
        with Journal(journal) as kept:
            kept.require_sweep(self)
            entries = [entry for entry in kept if entry.status in ("agrees", "differs")]
        if not entries:
            raise JournalError(f"{journal}: no unit has a result")
        chosen = sorted(Random(self.seed).sample(range(len(entries)), min(number, len(entries))))
        job, rows = job_of(self.check, self.parameters_as_json), []
        for entry in (entries[k] for k in chosen):
            (again,) = job([entry.key])
            rows.append(Row(entry.key, (_said(entry), _said_again(again))))
        return Comparison(
            f"{self.statement}: {len(rows)} units again",
            (("journal", "digests of the sides, as recorded"), ("again", "computed now")),
            tuple(rows),
        )

    def __repr__(self) -> str:
        return f"<Sweep of {self.check} over {len(self.keys)} units: {self.statement}>"


def _said(entry: Entry) -> str:
    return f"{entry.status} on {entry.terms}: {entry.left} {entry.right}"


def _said_again(found: Any) -> str:
    if not isinstance(found, Outcome):
        return f"failed: {found.error}"
    status = "agrees" if found.agrees else "differs"
    return f"{status} on {found.terms}: {found.left.hex()} {found.right.hex()}"


def example(unit: int, factor: int = 2) -> Comparison:
    """Compare a multiple of a number, added up, with the product."""
    return Comparison.of_terms(
        f"{factor} times {unit}",
        {"sum": {unit: sum([unit] * factor)}, "product": {unit: factor * unit}},
    )
