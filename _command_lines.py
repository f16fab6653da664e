"""The console scripts `cylindric`, `lambdadet` and `semicircular`.

They stand outside the packages, so that an interrupt while these are imported ends the process in
silence and not in a traceback.
"""

from __future__ import annotations

import signal
from importlib import import_module


def cylindric() -> int:
    """Run the command line `cylindric`."""
    return _run("cylindric")


def lambdadet() -> int:
    """Run the command line `lambdadet`."""
    return _run("lambdadet")


def semicircular() -> int:
    """Run the command line `semicircular`."""
    return _run("semicircular")


def _run(wing: str) -> int:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    main = import_module(f"{wing}.commands.main").main
    signal.signal(signal.SIGINT, signal.default_int_handler)
    status: int = main()
    return status
