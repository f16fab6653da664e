"""What is orthogonal to all commutators on a block, and the projection onto it, fast.

u(a, b) = f(a + b + 2) - f(|a - b|) solves the wave equation, with zeros at the walls a = -1 and
b = -1, for every f; and there are no other solutions (d'Alembert).  The solutions of f = [. = t],

    D_t = [s + 2 = t] - [|d| = t],

with the weights c_0 = 2, c_t = 1 / (M' + 3) are a Parseval frame of what they span, so that

    P_M u = sum_t c_t <D_t, u> D_t / (M' + 3):     about M^2 additions.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from semicircular.objects.pairs import Pair, triangle
from semicircular.objects.vectors import BlockVector
from semicircular.projections.numerators import below
from termwise.arguments import require_integer, shown
from termwise.doors import door
from termwise.exact import exact_number
from termwise.price import require_bytes

ENTRY = 300
"""About so many bytes an entry of a vector takes."""


def require_size(size: Any) -> int:
    """Return M if it is an integer of at least 0, and a vector of the triangle can be kept."""
    whole = require_integer("size", size, 0)
    require_bytes(ENTRY * (whole + 1) * (whole + 2) // 2, f"a vector of size {shown(whole)}")
    return whole


@door
def kernel_vector(size: int, t: int) -> BlockVector:
    """Return D_t = [s + 2 = t] - [|d| = t] on the triangle a + b <= M.

    It is orthogonal to all commutators of a + b < M.  Those of t = 0 .. M + 2 span what is, and
    those of one parity add up to 0.

    Args:
        size: M, at least 0.
        t: 0 .. M + 2.

    Raises:
        TypeError: an argument is not an integer.
        ValueError: one is out of range, or M is too large.

    >>> print(kernel_vector(2, 2))
    e(0,0) - e(0,2) - e(2,0)
    """
    size, t = require_size(size), require_integer("t", t, 0)
    if t > size + 2:
        raise ValueError(f"t must be at most {size + 2}, got {shown(t)}")
    return dalembert(size, [int(k == t) for k in range(size + 3)])


@door
def dalembert(size: int, f: Sequence[Any]) -> BlockVector:
    """Return u(a, b) = f(a + b + 2) - f(|a - b|), which is orthogonal to all commutators.

    Args:
        size: M, at least 0.
        f: M + 3 exact numbers, f(0) .. f(M + 2); a constant on a parity class makes 0.

    Raises:
        TypeError: size is not an integer, or a number is not exact.
        ValueError: M < 0 or too large, or f has another length.

    >>> print(dalembert(1, [0, 0, 1, 5]))
    e(0,0) + 5*e(0,1) + 5*e(1,0)
    """
    size = require_size(size)
    if isinstance(f, str | bytes) or len(f) != size + 3:
        raise ValueError(f"f must be {size + 3} numbers, got {shown(f)}")
    values = [exact_number("f", value) for value in f]
    return BlockVector({(a, b): values[a + b + 2] - values[abs(a - b)] for a, b in triangle(size)})


def weight(t: int) -> int:
    """Return c_t."""
    return 2 if t == 0 else 1


def project(size: int, u: dict[Pair, int]) -> tuple[dict[Pair, int], int]:
    """Return P_M u of an integer vector: integers over one denominator.

    Args:
        size: M; every pair of u is in the triangle.
        u: pair to integer.
    """
    alphas = [0] * (size + 3)
    for (a, b), value in u.items():
        alphas[a + b + 2] += value
        alphas[abs(a - b)] -= value
    alphas = [weight(t) * alpha for t, alpha in enumerate(alphas)]
    classes = [any(alphas[parity::2]) for parity in (0, 1)]
    both = all(classes)
    scales = [below(size, 1 - parity) if both else 1 for parity in (0, 1)]
    total: dict[Pair, int] = {}
    for s in range(size + 1):
        if classes[s % 2]:
            scale, rim = scales[s % 2], alphas[s + 2]
            for a in range(s + 1):
                value = rim - alphas[abs(2 * a - s)]
                if value:
                    total[a, s - a] = scale * value
    if both:
        return total, below(size, 0) * below(size, 1)
    return total, below(size, 0 if classes[0] else 1)
