"""The octahedron recurrence over any exact ring, with every level of its pyramid.

    x[k+1]_ij = ( mu_{i,n-k-j} x[k]_ij x[k]_{i+1,j+1} + lam_ij x[k]_{i,j+1} x[k]_{i+1,j} )
                / x[k-1]_{i+1,j+1},                          k = 1..n-1,  i, j = 1..n-k

          x[k]_ij ------- x[k]_{i,j+1}          above the square stands x[k+1]_ij,
             |   x[k-1]_{i+1,j+1}  |            below it x[k-1]_{i+1,j+1}
        x[k]_{i+1,j} --- x[k]_{i+1,j+1}

The apex x[n]_11 is the lambda-determinant.  Here the recurrence is run as it stands; how it goes
on when a divisor is 0 is in `determinant.value`, the same modulo a prime in `modular`.

    >>> print(octahedron(None, [[1, 2, 3], [4, 5, 6], [7, 8, 10]], lam=-1))
    x[3]      -3
    <BLANKLINE>
    x[2]    -3  -3
            -3   2
    <BLANKLINE>
    x[1]   1   2   3
           4   5   6
           7   8  10
    <BLANKLINE>
    x[0]  1  1  1  1
          1  1  1  1
          1  1  1  1
          1  1  1  1
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from lambdadet.recurrence.errors import ZeroInside
from lambdadet.recurrence.pyramid import Grid, Pyramid, make_pyramid
from lambdadet.recurrence.swell import require_level, require_quotients
from termwise.doors import door
from termwise.formats import Storable
from termwise.notation import TEXT

Level = tuple[tuple[Any, ...], ...]


class Levels(tuple[Level, ...], Storable):
    """The levels x[0], x[1], .. of a pyramid, a tuple; printed with the apex on top.

    Args:
        levels: the levels, each a tuple of rows.

    >>> Levels([((1, 1), (1, 1)), ((5,),)])
    Levels((((1, 1), (1, 1)), ((5,),)))
    """

    __slots__ = ()
    PARTS = ("levels",)

    def __new__(cls, levels: Iterable[Iterable[Iterable[Any]]]) -> Levels:
        return super().__new__(cls, (tuple(map(tuple, level)) for level in levels))

    def _parts(self) -> dict[str, Any]:
        return {"levels": tuple(self)}

    def __repr__(self) -> str:
        return f"Levels({super().__repr__()})"

    def __str__(self) -> str:
        blocks = []
        for k, level in reversed(list(enumerate(self))):
            texts = [[_text(entry) for entry in row] for row in level]
            width = max((len(text) for row in texts for text in row), default=0)
            rows = ["  ".join(text.rjust(width) for text in row) for row in texts]
            blocks.append((f"x[{k}]  ", rows))
        across = max((len(row) for _, rows in blocks for row in rows), default=0)
        lines = []
        for name, rows in blocks:
            for row in rows:
                indent = " " * ((across - len(row)) // 2)
                lines.append(f"{name}{indent}{row}".rstrip())
                name = " " * len(name)  # of the first row alone
            lines.append("")
        return "\n".join(lines[:-1])

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(str(self))


def _text(entry: Any) -> str:
    return TEXT.term(entry, (), ()) if isinstance(entry, int | Fraction) else str(entry)


@door
def octahedron(x0: Any, x1: Any, lam: Any = -1, mu: Any = 1) -> Levels:
    """Return every level x[0], x[1], .., x[n] of the pyramid.

    For k = 1 .. n-1, and i, j = 1 .. n-k,

        x[k+1]_ij x[k-1]_{i+1,j+1} = mu_{i,n-k-j} x[k]_ij x[k]_{i+1,j+1}
                                     + lam_ij x[k]_{i,j+1} x[k]_{i+1,j} .

    Args:
        x0: a matrix of (n+1) x (n+1), or None for 1 everywhere.
        x1: a matrix of n x n.
        lam, mu: one value, or tables of (n-1) x (n-1) with lam[i-1][j-1] = lam_ij and
            mu[i-1][j] = mu_ij.

    Returns:
        n + 1 levels, which print as a pyramid, each a tuple of rows: ints and Fractions for
        numbers, LaurentPolynomials (division is exact or refused), or sympy expressions, reduced
        fractions.

    Raises:
        ZeroDivisionError: a divisor is 0; `lambda_determinant` knows how to go on.
        InexactDivision: entries whose quotient is no Laurent polynomial.
        TypeError: a float, or another entry that is not exact.
        ValueError: sizes that do not fit.

    Source: [RR86], [Langer13] for the parameters.

    >>> from lambdadet.algebra.polynomial import LaurentPolynomial
    >>> a, b, c, d = LaurentPolynomial.generators("a", "b", "c", "d")
    >>> print(octahedron(None, [[a, b], [c, d]], lam=3)[2][0][0])
    a*d + 3*b*c
    """
    pyramid = make_pyramid(x1, lam, mu, x0, name="x1", field=True)
    export = pyramid.ring.export
    return Levels(
        ((export(entry) for entry in row) for row in level) for level in octahedron_levels(pyramid)
    )


def octahedron_levels(pyramid: Pyramid) -> Iterator[Grid]:
    """Yield x[0], x[1], .., x[n] in the ring of the pyramid.

    Args:
        pyramid: the data.

    Raises:
        ZeroDivisionError: a divisor is 0.
    """
    n, ring = pyramid.size, pyramid.ring
    one = ring.convert(1)
    below = pyramid.x0 or [[one] * (n + 1) for _ in range(n + 1)]
    level = pyramid.x1
    yield below
    yield level
    for k in range(1, n):
        mu, lam = pyramid.mu, pyramid.lam
        require_level(ring, level)
        above = []
        for i in range(n - k):
            upper, lower, divisors = level[i], level[i + 1], below[i + 1]
            row = []
            for j in range(n - k):
                divisor = divisors[j + 1]
                if not divisor:
                    raise ZeroDivisionError(str(ZeroInside(k - 1, i + 2, j + 2)))
                value = mu[i][n - k - 1 - j] * upper[j] * lower[j + 1]
                value += lam[i][j] * upper[j + 1] * lower[j]
                require_quotients(ring, value, divisor, (n - k) ** 2)
                row.append(ring.quotient(value, divisor))
            above.append(row)
        below, level = level, above
        yield level
