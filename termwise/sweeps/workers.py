"""What the workers of this machine are told when they start: Dask imports this module on each.

Ctrl-C goes to every process of a terminal; the client ends the sweep, and its workers with it.
"""

from __future__ import annotations

import signal
from contextlib import suppress


def dask_setup(worker: object) -> None:
    """Leave an interrupt to the client."""
    with suppress(ValueError):  # not in the main thread
        signal.signal(signal.SIGINT, signal.SIG_IGN)
