"""FLINT's working precision, which all threads of a process share: one lock for every use of it.

A ball that is computed while another thread sets the precision is still a right one, and may be a
wide one; what is worse, the precision that each thread puts back may be the other's.  Nothing else
in these packages touches FLINT's `ctx`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from flint import ctx

_LOCK = RLock()


@contextmanager
def working_precision(bits: int) -> Iterator[int]:
    """Compute with balls of so many bits; other threads wait for their turn.

    >>> from flint import arb
    >>> with working_precision(200) as bits:
    ...     bits, arb(2).sqrt().rel_accuracy_bits() > 190
    (200, True)
    """
    with _LOCK, ctx.workprec(bits):
        yield bits
