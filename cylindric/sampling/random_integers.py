"""Random integers of any size, exactly uniform, where numpy stops at 64 bits."""

from __future__ import annotations

import numpy as np


def random_below(bound: int, rng: np.random.Generator) -> int:
    """Return a random integer in 0 .. bound - 1, of any size, all equally likely."""
    bits = (bound - 1).bit_length()
    length = -(-bits // 8)
    while True:
        drawn = int.from_bytes(rng.bytes(length)) >> (8 * length - bits)
        if drawn < bound:
            return drawn
