"""The singular values of the commutator, its sharp gap, its determinant.

Into the class of the pairs with a + b = M' mod 2, of the triangle a + b <= M, C has the singular
values 2 cos(p pi/n) - 2 cos(q pi/n), 1 <= p < q, p + q < n, where n = M' + 3.  These are floating
point numbers; the determinant is an exact integer.

    >>> singular_values(1).round(6)
    array([1.414214])
    >>> gram_determinant(4)
    588
"""

from __future__ import annotations

import numpy as np
from flint import fmpz
from numpy.typing import NDArray

from termwise.arguments import require_integer
from termwise.doors import door
from termwise.price import require_bytes, require_steps


@door
def singular_values(size: int) -> NDArray[np.float64]:
    """Return the singular values of C into the class of a + b = M mod 2, in increasing order.

    Args:
        size: M' = M, at least 0: the largest sum in the class.

    Returns:
        Floats 2 cos(p pi/n) - 2 cos(q pi/n), n = M + 3, 1 <= p < q, p + q < n, all positive.

    Raises:
        TypeError: size is not an integer.
        ValueError: M < 0 or too large.

    >>> len(singular_values(4))
    6
    """
    n = require_integer("size", size, 0) + 3
    require_bytes(40 * n**2, "the singular values")
    cosines = 2 * np.cos(np.pi * np.arange(n) / n)
    p, q = np.triu_indices(n, 1)
    kept = (p >= 1) & (p + q < n)
    return np.sort(cosines[p[kept]] - cosines[q[kept]])


@door
def gap(degree: int) -> float:
    """Return g_D = 2 cos(pi/(D+3)) - 2 cos(2 pi/(D+3)), for which the inequality is sharp.

    For x of degree at most D, and E_i x its part in span {i^k}, ||[s_i, x]|| >= g_D ||x - E_i x||.

    Args:
        degree: D, at least 0.

    Returns:
        A float, about 3 pi^2 / (D+3)^2.

    Raises:
        TypeError: degree is not an integer.
        ValueError: D < 0.

    >>> round(gap(7), 3)
    0.284
    """
    angle = float(np.pi / (min(require_integer("degree", degree, 0), 10**12) + 3))
    # 2 cos x - 2 cos 2x = 4 sin(3x/2) sin(x/2), which loses no digits where x is small.
    return float(4 * np.sin(1.5 * angle) * np.sin(0.5 * angle))


@door
def gram_determinant(size: int) -> int:
    """Return det(C^T C) for C from the triangle a + b < M to that of a + b <= M.

    It is (e+3)^floor(M/2) * 2 (o+3)^(floor((M+1)/2)-1), e and o the largest even and odd number up
    to M, and 1 for M = 0.

    Args:
        size: M, at least 0.

    Raises:
        TypeError: size is not an integer.
        ValueError: M < 0 or too large.

    >>> [gram_determinant(size) for size in range(5)]
    [1, 2, 10, 60, 588]
    """
    size = require_integer("size", size, 0)
    require_steps(100 * size, "steps for the powers")
    if not size:
        return 1
    even, odd = 2 * (size // 2), 2 * ((size - 1) // 2) + 1
    powers = fmpz(even + 3) ** (size // 2) * fmpz(odd + 3) ** ((size + 1) // 2 - 1)
    return int(2 * powers)
