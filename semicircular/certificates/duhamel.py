"""The commutator of a block, inverted on its range: the wave equation with a source.

    eta(a-1, b) = r(a, b) + eta(a, b-1) + eta(a, b+1) - eta(a+1, b)

runs from the rim a + b = M, beyond which eta is 0, to the wall a = 0, where r must fit.
"""

from __future__ import annotations

from semicircular.objects.pairs import Pair


def duhamel(size: int, r: dict[Pair, int]) -> dict[Pair, int]:
    """Return the one eta on a + b < M with C eta = r.

    The same as the sum of r(a, b) times (U_a(x) - U_a(y)) / (x - y) U_b(y), which is how it is
    proved; this takes about M^2 additions.

    Args:
        size: M.
        r: integers on a + b <= M, in the range of C.

    Raises:
        ValueError: r is not in the range of C.

    >>> duhamel(1, {(1, 0): 1, (0, 1): -1})
    {(0, 0): 1}
    """
    found: dict[Pair, int] = {}
    beyond = [0] * (size + 2)  # row a + 1 of eta
    row = [0] * (size + 2)  # row a
    for a in range(size, -1, -1):
        before = [0] * (size + 2)
        for b in range(size - a + 1):
            value = r.get((a, b), 0) + row[b + 1] - beyond[b] + (row[b - 1] if b else 0)
            if value:
                if not a:
                    raise ValueError("r must be in the range of the commutator")
                before[b] = value
                found[a - 1, b] = value
        beyond, row = row, before
    return found
