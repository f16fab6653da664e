"""Kill the workers and the client of a sweep at random moments; nothing may be lost.

    python -m tests.termwise.sweeps.kills 50 1        kills, and the seed

The client is a process of its own, with two workers.  At each random moment either a worker or the
client is killed; a killed client is started again.  At the end the rows of the journal must be
those of a plain loop.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from termwise import Journal, Sweep
from tests.termwise.sweeps.units_to_check import square

SECONDS = 0.02

DONE = 7
"""The status of a client that has found everything, and the one difference that is there."""


def sweep_of(units):
    return Sweep("squares", range(units), square, {"seconds": SECONDS, "wrong": 77})


def entries(path):
    with Journal(path) as journal:
        return [entry._replace(seconds=None) for entry in journal]


def start(path, units):
    line = [sys.executable, "-m", "tests.termwise.sweeps.kills", "client", str(path), str(units)]
    return subprocess.Popen(line, stderr=subprocess.DEVNULL, start_new_session=True)


def children_of(parent):
    tasks = Path(f"/proc/{parent}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


def workers_of(client):
    """Return the workers of a client: the children of its fork server."""
    return [worker for child in children_of(client.pid) for worker in children_of(child)]


def main(kills, seed):
    """Kill so many times, and compare."""
    chance, clients, workers = random.Random(seed), 0, 0
    units = 60 * kills + 400
    with TemporaryDirectory() as folder:
        path = Path(folder) / "j.db"
        client = start(path, units)
        while clients + workers < kills:
            time.sleep(chance.uniform(0.2, 3))
            if client.poll() is not None:
                if client.returncode == DONE:
                    break
                client = start(path, units)
                continue
            there, which = workers_of(client), chance.random()
            if there and which < 0.7:
                os.kill(chance.choice(there), signal.SIGKILL)
                workers += 1
            elif path.exists() and (there or which > 0.9):
                client.kill()
                client.wait()
                clients += 1
                client = start(path, units)
        while client.wait() != DONE:
            client = start(path, units)
        plain = Path(folder) / "plain.db"
        sweep_of(units).run(plain)
        found, wanted = entries(path), entries(plain)
        lost = sum(a != b for a, b in zip(found, wanted, strict=True))
        print(f"{workers} workers and {clients} clients killed: {lost} of {units} rows differ")
        return lost


if __name__ == "__main__":
    if sys.argv[1] == "client":
        summary = sweep_of(int(sys.argv[3])).run(sys.argv[2], workers=2)
        sys.exit(DONE if summary.open == 0 and summary.differ == 1 else 1)
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])) != 0)
