"""Polynomials in q and one more variable, with integer coefficients: those of q-recurrences.

They are held by powers of the second variable, each a polynomial in q; X = q^n puts them back into
one variable.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from flint import fmpz_poly

from termwise.arguments import require_integer, require_iterable
from termwise.notation import CARET, LATEX, Notation
from termwise.writing import exact_repr


@dataclass(frozen=True, repr=False)
class BivariatePolynomial:
    """The sum of rows[k][j] q^j X^k; zeros at the ends are dropped.

    Args:
        rows: one row for each power of X, of integers, one for each power of q.
        variables: the names of q and X, for printing.

    Raises:
        TypeError: what is no integer.

    >>> p = BivariatePolynomial([[0, 1], [], [2, 0, -1]])
    >>> print(p, "of degrees", p.degrees)
    q + 2 X^2 - q^2 X^2 of degrees (2, 2)
    """

    rows: tuple[tuple[int, ...], ...]
    variables: tuple[str, str]

    def __init__(
        self, rows: Iterable[Iterable[int]], variables: tuple[str, str] = ("q", "X")
    ) -> None:
        given = [[require_integer("coefficients", c) for c in _row(row)] for row in _row(rows)]
        for row in given:
            _drop_zeros(row)
        _drop_zeros(given)
        object.__setattr__(self, "rows", tuple(map(tuple, given)))
        object.__setattr__(self, "variables", tuple(variables))

    @property
    def degrees(self) -> tuple[int, int]:
        """The degrees in q and in X; -1 both for zero."""
        return max(map(len, self.rows), default=0) - 1, len(self.rows) - 1

    def __bool__(self) -> bool:
        return bool(self.rows)

    def terms(self) -> Iterator[tuple[int, int, int]]:
        """Yield (j, k, coefficient of q^j X^k), where it is not zero, by k and then by j."""
        for k, row in enumerate(self.rows):
            yield from ((j, k, c) for j, c in enumerate(row) if c)

    def at_power(self, n: int) -> fmpz_poly:
        """Return the polynomial in q for X = q^n, n >= 0.

        >>> BivariatePolynomial([[1], [0, 1]]).at_power(3)
        x^4 + 1
        """
        total = fmpz_poly()
        for k, row in enumerate(self.rows):
            total += fmpz_poly(list(row)).left_shift(n * k)
        return total

    def __str__(self) -> str:
        return self._sum(CARET._replace(times=" "))

    def __repr__(self) -> str:
        return exact_repr([list(row) for row in self.rows])

    def to_latex(self) -> str:
        """Return the polynomial as LaTeX, without dollar signs.

        >>> print(BivariatePolynomial([[1], [0, -12]]).to_latex())
        1 - 12 q X
        """
        return self._sum(LATEX)

    def _sum(self, notation: Notation) -> str:
        return notation.sum(notation.term(c, self.variables, (j, k)) for j, k, c in self.terms())


def linear_combination(
    polynomials: Iterable[BivariatePolynomial], unknowns: Iterable[str], *, latex: bool = False
) -> str:
    """Write p_0 u_0 + p_1 u_1 + .., with brackets where they are needed; zeros are left out.

    >>> one, p = BivariatePolynomial([[1]]), BivariatePolynomial([[-1, -1]])
    >>> linear_combination([p, one, BivariatePolynomial([])], ["a(n)", "a(n+1)", "a(n+2)"])
    '-(1 + q) a(n) + a(n+1)'
    """
    written = []
    for p, unknown in zip(polynomials, unknowns, strict=True):
        coefficients = [c for _, _, c in p.terms()]
        if not coefficients:
            continue
        negative = coefficients[0] < 0
        if negative:
            p = BivariatePolynomial([[-c for c in row] for row in p.rows], p.variables)
        text = p.to_latex() if latex else str(p)
        if len(coefficients) > 1:
            text = rf"\left({text}\right)" if latex else f"({text})"
        text = unknown if text == "1" else f"{text} {unknown}"
        written.append(f"-{text}" if negative else text)
    return " + ".join(written).replace(" + -", " - ") or "0"


def _row(values: Any) -> Any:
    return require_iterable("coefficients", values)


def _drop_zeros(values: list[Any]) -> None:
    while values and not values[-1]:
        values.pop()
