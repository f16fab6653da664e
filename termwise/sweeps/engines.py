"""Where the batches of a sweep run: a plain loop here, an executor, or the workers of Dask.

An engine yields the keys of a batch and what was found on them, as batches are done.  With Dask a
worker that dies is replaced.  The batches that it had are under suspicion: their units run again,
one at a time while nothing else runs, so that the one that ends its worker is known, and none of
its neighbours is blamed for it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    wait,
)
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing import get_all_start_methods
from pathlib import Path
from threading import Event, Thread
from time import perf_counter, sleep
from typing import Any

from termwise.arguments import brief, require_integer, shown
from termwise.running import PARTS
from termwise.sweeps.batches import Batches
from termwise.sweeps.units import ATTEMPTS, Failure, Outcome, run_batch

Found = tuple[list[str], list[Outcome | Failure]]
Job = Callable[[Sequence[str]], list[Outcome | Failure]]

ALLOWED_FAILURES = 0
"""Workers that may die while they have a task, before it is given back; Dask counts a death for the
tasks that wait at the worker, too."""

AHEAD = 2
"""Batches that are with each thread of a worker, so that none waits for the next."""


SETTLED = 0.5
"""Seconds after which a new worker is known to its nanny, which does not replace it before."""

PATIENCE = 10
"""Seconds to wait for a scheduler."""


MOST_WORKERS = 2 * (os.cpu_count() or 1)
"""More processes than this on one machine only wait for one another, and start for ever."""


class SchedulerError(ConnectionError):
    """There is no scheduler, or it was lost."""


def job_of(check: str, parameters: str) -> Job:
    """Return what a worker does with the keys of a batch."""
    return partial(run_batch, check, parameters)


def here(job: Job, keys: Sequence[str]) -> Iterator[Found]:
    """Run the batches in a plain loop."""
    batches = Batches(keys)
    while batch := batches.next():
        start = perf_counter()
        found = job(batch)
        batches.took(len(batch), perf_counter() - start)
        yield batch, found


def on_executor(executor: Executor, job: Job, keys: Sequence[str]) -> Iterator[Found]:
    """Run the batches on an executor, such as that of mpi4py.futures.

    Raises:
        SchedulerError: a worker died, and the pool with it.
    """
    batches, sent = Batches(keys), dict[Future[list[Outcome | Failure]], list[str]]()
    try:
        while True:
            while len(sent) < PARTS and (batch := batches.next()):
                sent[executor.submit(job, batch)] = batch
            if not sent:
                return
            for future in wait(sent, return_when=FIRST_COMPLETED).done:
                batch, found = sent.pop(future), future.result()
                batches.took(len(batch), _seconds(found))
                yield batch, found
    except (BrokenExecutor, CancelledError) as error:
        raise SchedulerError(f"the workers were lost: {brief(error)}") from None
    finally:
        for future in sent:
            future.cancel()


def _seconds(found: list[Outcome | Failure]) -> float:
    return sum(outcome.seconds for outcome in found if isinstance(outcome, Outcome))


def on_dask(client: Any, job: Job, keys: Sequence[str]) -> Iterator[Found]:
    """Run the batches on the workers of a Dask client.

    Raises:
        ValueError: the check cannot be imported on a worker.
        SchedulerError: the scheduler was lost.
    """
    from distributed import CancelledError as Lost
    from distributed import as_completed

    batches, suspects = Batches(keys), list[str]()
    sent: dict[Any, list[str]] = {}
    done = as_completed(loop=client.loop)

    def fill() -> None:
        while len(sent) < AHEAD * max(1, sum(client.nthreads().values())):
            if not (batch := batches.next()):
                return
            future = client.submit(job, batch, pure=False)
            sent[future] = batch
            done.add(future)

    try:
        fill()
        for future in done:
            batch, found = sent.pop(future), _result(future)
            if found is None:
                suspects += batch
            else:
                batches.took(len(batch), _seconds(found))
                yield batch, found
            fill()
        settled = set[str]()
        for key in suspects:
            yield [key], _alone(client, job, key, settled)
    except (Lost, OSError, TimeoutError) as error:
        raise SchedulerError(f"the scheduler was lost: {brief(error)}") from None
    finally:
        with suppress(Exception):
            client.cancel(list(sent))


def _alone(client: Any, job: Job, key: str, settled: set[str]) -> list[Outcome | Failure]:
    """Run one unit while nothing else runs, after a rest for workers that are not settled yet."""
    for _ in range(ATTEMPTS):
        client.wait_for_workers(1, timeout=60)
        if new := client.nthreads().keys() - settled:
            sleep(SETTLED)
            settled |= new
        found = _result(client.submit(job, [key], pure=False))
        if found is not None:
            return found
    return [Failure("the worker died of it", ATTEMPTS)]


def _result(future: Any) -> list[Outcome | Failure] | None:
    """Return what a batch found, or None if the workers that had it died."""
    from distributed import KilledWorker

    try:
        found: list[Outcome | Failure] = future.result()
    except KilledWorker:
        return None
    except ImportError as error:
        raise ValueError(f"check must be importable on a worker: {brief(error)}") from None
    return found


@contextmanager
def connected(
    workers: int, address: str | None = None, scheduler_file: str | None = None
) -> Iterator[Any]:
    """Give a Dask client: of the scheduler at an address, or of new workers on this machine.

    Args:
        workers: so many processes of one thread, if there is no other scheduler.
        address: such as tcp://host:8786.
        scheduler_file: what `dask scheduler --scheduler-file` has written.

    Raises:
        ValueError: the extra `sweep` is not installed; workers < 1.
        SchedulerError: there is no scheduler.
    """
    if require_integer("workers", workers, 1) > MOST_WORKERS:
        raise ValueError(
            f"workers must be at most {MOST_WORKERS}, two a core, got {shown(workers)}"
        )
    try:
        import dask
        from distributed import Client, LocalCluster
    except ImportError:
        raise ValueError(
            "dask.distributed is missing: pip install 'cylindric[sweep]', or use one worker"
        ) from None
    if address is not None or scheduler_file is not None:
        where = address or scheduler_file
        try:
            if scheduler_file is not None:  # Dask would wait for it for ever
                address = json.loads(Path(scheduler_file).read_text(encoding="utf-8"))["address"]
            client = Client(address, timeout=PATIENCE)
        except (OSError, TimeoutError, ValueError, LookupError, TypeError) as error:
            raise SchedulerError(f"no scheduler at {brief(where)}: {brief(error)}") from None
        with client:
            yield client
        return
    settings: dict[str, Any] = {
        "distributed.scheduler.allowed-failures": ALLOWED_FAILURES,
        "distributed.worker.preload": ["termwise.sweeps.workers"],
        "distributed.worker.profile.enabled": False,  # it takes part of the time of a unit
        "distributed.deploy.lost-worker-timeout": "60 s",  # a busy machine starts one slowly
    }
    if "forkserver" in get_all_start_methods():  # a new worker need not import everything again
        settings["distributed.worker.multiprocessing-method"] = "forkserver"
    with (
        dask.config.set(settings),
        LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            dashboard_address=None,
            # Any free port: others may have a cluster of their own at Dask's.
            scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},
            silence_logs="CRITICAL",
        ) as cluster,
        Client(cluster) as client,
        _kept_at(cluster, workers),
    ):
        yield client


@contextmanager
def _kept_at(cluster: Any, workers: int) -> Iterator[None]:
    """Replace workers that their nannies have given up, as those do that die while they start."""
    end = Event()

    def keep() -> None:
        while not end.wait(2):
            cluster.scale(workers)

    thread = Thread(target=keep, daemon=True)
    thread.start()
    try:
        yield
    finally:
        end.set()
        thread.join()
