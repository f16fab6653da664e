"""Recurrences of sequences of polynomials in q, their coefficients polynomials in q and q^n.

    p_0(q, X) a(n) + p_1(q, X) a(n+1) + .. + p_R(q, X) a(n+R) = 0,    X = q^n,   n = 0, 1, 2, ..

R is the order.  For a sequence of which all terms are known to n = N - 1 these are N - R equations;
that they hold is decided over the integers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import index
from typing import Any

from flint import fmpz_poly

from cylindric.algebra.bivariate import BivariatePolynomial, linear_combination
from cylindric.algebra.polynomials import Polynomial, from_flint
from termwise.arguments import brief, require_integer, require_iterable, require_text, shown
from termwise.claims import Claim
from termwise.doors import door
from termwise.formats import Storable
from termwise.notation import latex_text
from termwise.price import require_bytes, require_steps

STEPS = 4
"""A coefficient of 64 bits in a product of polynomials takes so many steps, about."""

SHOWN = 2000
"""A notebook shows LaTeX of so many letters, and of longer ones the degrees."""


@dataclass(frozen=True, repr=False)
class Recurrence(Storable):
    """A recurrence p_0 a(n) + .. + p_R a(n+R) = 0 with coefficients in Z[q, X], X = q^n.

    Args:
        coefficients: p_0, .., p_R, each by powers of X: a list of lists of integers, where
            p[k][j] belongs to q^j X^k.
        name: how a(n) is called.

    Raises:
        TypeError: a coefficient is no integer.
        ValueError: fewer than two coefficients, or p_0 or p_R is zero.

    >>> fibonacci = Recurrence([[[1]], [[1]], [[-1]]])
    >>> print(fibonacci)
    a(n) + a(n+1) - a(n+2) = 0
    >>> print(Recurrence([[[], [], [0, 1]], [[-1]]]))
    q X^2 a(n) - a(n+1) = 0,  X = q^n
    """

    coefficients: tuple[BivariatePolynomial, ...]
    name: str = field(default="a", compare=False)

    def __init__(self, coefficients: Iterable[Any], name: str = "a") -> None:
        given = tuple(
            BivariatePolynomial(getattr(p, "rows", p))
            for p in require_iterable("coefficients", coefficients)
        )
        if len(given) < 2:
            raise ValueError(f"coefficients must be those of an order of 1 or more, got {given}")
        if not (given[0] and given[-1]):
            raise ValueError("coefficients must not be zero at the ends, got one that is")
        object.__setattr__(self, "coefficients", given)
        object.__setattr__(self, "name", require_text("name", name))

    @property
    def order(self) -> int:
        """R."""
        return len(self.coefficients) - 1

    @property
    def degrees(self) -> tuple[int, int]:
        """The largest degrees of the p_i in q and in X."""
        degrees = [p.degrees for p in self.coefficients]
        return max(d for d, _ in degrees), max(d for _, d in degrees)

    @property
    def degree(self) -> int:
        """The largest degree of the p_i in X."""
        return self.degrees[1]

    def __str__(self) -> str:
        unknowns = [f"{self.name}({place})" for place in self._places()]
        text = linear_combination(self.coefficients, unknowns)
        return f"{text} = 0" + (",  X = q^n" if self.degree > 0 else "")

    def __repr__(self) -> str:
        name = "" if self.name == "a" else f", name={self.name!r}"
        return f"Recurrence({list(self.coefficients)!r}{name})"

    @property
    def summary(self) -> str:
        """The order and the degrees, in a few words.

        >>> Recurrence([[[], [], [0, 1]], [[-1]]]).summary
        'order 1, degrees 1 in q and 2 in q^n'
        """
        in_q, in_x = self.degrees
        return f"order {self.order}, degrees {in_q} in q and {in_x} in q^n"

    def to_latex(self) -> str:
        r"""Return the recurrence as LaTeX, without dollar signs.

        >>> print(Recurrence([[[], [0, 2]], [[-1]]]).to_latex())
        2 q X a_{n} - a_{n+1} = 0, \quad X = q^{n}
        """
        unknowns = [self._unknown_in_latex(place) for place in self._places()]
        text = linear_combination(self.coefficients, unknowns, latex=True)
        return f"{text} = 0" + (r", \quad X = q^{n}" if self.degree > 0 else "")

    def _repr_latex_(self) -> str:
        text = self.to_latex()
        if len(text) > SHOWN:
            in_q, in_x = self.degrees
            said = rf"\text{{ order {self.order}, degrees {in_q} in }} q"
            text = rf"{self._unknown_in_latex('n')}: {said} \text{{ and {in_x} in }} q^{{n}}"
        return f"${text}$"

    def _unknown_in_latex(self, place: str) -> str:
        letter, _, low = self.name.partition("_")
        return f"{latex_text(letter)}_{{{f'{latex_text(low)}, ' if low else ''}{place}}}"

    def _places(self) -> list[str]:
        return ["n", *(f"n+{i}" for i in range(1, self.order + 1))]

    def _parts(self) -> dict[str, Any]:
        return {"coefficients": tuple(p.rows for p in self.coefficients), "name": self.name}

    @door
    def next_terms(self, polynomials: Iterable[Any], count: int) -> list[Polynomial]:
        """Return the terms that follow the given ones.

        Args:
            polynomials: a(0), a(1), .., at least as many as the order.
            count: how many more.

        Raises:
            ValueError: fewer terms than the order, or a next term that is not determined, or no
                polynomial with integer coefficients.

        >>> print(*Recurrence([[[1]], [[1]], [[-1]]]).next_terms([1, 1], 4))
        2 3 5 8
        >>> print(*Recurrence([[[], [], [0, 1]], [[-1]]]).next_terms([1], 3))
        q q**4 q**9
        """
        terms = as_polynomials("polynomials", polynomials)
        given = len(terms)
        if given < self.order:
            raise ValueError(f"polynomials must be at least {self.order}, the order, got {given}")
        more = require_integer("count", count, 0)
        # A term is longer than the one before by the degree of p_i(q, q^n), and so are its digits.
        in_q, in_x = self.degrees
        length = max(term.length() for term in terms) + more * (in_q + in_x * (given + more)) + 2
        words = 1 + (max(term.height_bits() for term in terms) + given + more) // 64
        steps = STEPS * more * length * (self.order + 1) * words
        require_steps(steps, "steps for the next terms")
        for n in range(given - self.order, given - self.order + more):
            last = self.coefficients[-1].at_power(n)
            if last.degree() < 0:
                raise ValueError(f"the recurrence does not determine a({n + self.order})")
            known = residual(self, [*terms, fmpz_poly()], n)
            quotient, remainder = divmod(-known, last)
            if remainder.degree() >= 0:
                raise ValueError(
                    f"a({n + self.order}) must be a polynomial with integer coefficients, "
                    "got a remainder: the recurrence is not that of these terms"
                )
            terms.append(quotient)
        return [from_flint(term) for term in terms[given:]]

    @door
    def check(self, polynomials: Iterable[Any]) -> Claim:
        """Try the recurrence on all terms that are given, over the integers.

        Args:
            polynomials: a(0), a(1), .., more than the order.

        Returns:
            A Claim, checked, or refuted by the first n at which the sum is not zero.

        Raises:
            ValueError: no more terms than the order: a check of nothing.

        >>> print(Recurrence([[[1]], [[1]], [[-1]]]).check([1, 1, 2, 3, 5, 9]).verdict)
        REFUTED by n = 3: the sum is -1
        """
        terms = as_polynomials("polynomials", polynomials)
        if len(terms) <= self.order:
            raise ValueError(
                f"polynomials must be more than {self.order}, the order, got {len(terms)}"
            )
        bad = first_failure(self, terms)
        return Claim(
            f"{self.name}(n) satisfies this recurrence of {self.summary}",
            f"n = 0..{len(terms) - self.order - 1}, that is, {len(terms)} terms",
            "checked" if bad is None else "refuted",
            reproduce="recurrence.check(polynomials)",
            counterexample=None if bad is None else f"n = {bad[0]}: the sum is {_start(bad[1])}",
        )


def residual(recurrence: Recurrence, terms: Sequence[fmpz_poly], n: int) -> fmpz_poly:
    """Return p_0 a(n) + .. + p_R a(n+R), where a(n) is terms[n]."""
    total = fmpz_poly()
    for i, p in enumerate(recurrence.coefficients):
        total += p.at_power(n) * terms[n + i]
    return total


def first_failure(
    recurrence: Recurrence, terms: Sequence[fmpz_poly]
) -> tuple[int, fmpz_poly] | None:
    """Return the first n at which the sum is not zero, and the sum."""
    for n in range(len(terms) - recurrence.order):
        found = residual(recurrence, terms, n)
        if found.degree() >= 0:
            return n, found
    return None


def as_polynomials(name: str, values: Any) -> list[fmpz_poly]:
    """Return what was given as polynomials: integers, lists of them, sympy polynomials.

    What has coefficients, such as a polynomial of a level or a Series, is taken for all of it.

    >>> as_polynomials("polynomials", [1, [0, 2], []])
    [1, 2*x, 0]
    """
    found = []
    for value in require_iterable(name, values):
        if hasattr(value, "free_symbols"):
            value = _of_sympy(name, value)
        if isinstance(value, fmpz_poly):
            found.append(value)
            continue
        try:
            found.append(fmpz_poly([index(value)]))
            continue
        except TypeError:
            pass
        coefficients = getattr(value, "coefficients", value)
        try:
            if isinstance(coefficients, str | bytes | dict | set):
                raise TypeError
            found.append(fmpz_poly([index(c) for c in coefficients]))
        except TypeError:
            raise TypeError(
                f"{name} must be integers or lists of them, one list a polynomial, "
                f"got {shown(value)} among them"
            ) from None
    require_bytes(sum(8 * p.length() for p in found), "the polynomials")
    return found


def _of_sympy(name: str, value: Any) -> list[int]:
    """Return the coefficients of a sympy polynomial in at most one symbol."""
    from sympy import Poly, Symbol

    symbols = sorted(value.free_symbols, key=str) or [Symbol("q")]
    expression = value.as_expr() if hasattr(value, "as_expr") else value
    if len(symbols) > 1 or not expression.is_polynomial(*symbols):
        raise TypeError(f"{name} must be polynomials in one symbol, got {shown(value)}")
    found = Poly(expression, symbols[0]).all_coeffs()[::-1]
    if not all(c.is_Integer for c in found):
        raise TypeError(f"{name} must have integer coefficients, got {shown(value)}")
    return [int(c) for c in found]


def _start(residual: fmpz_poly) -> str:
    """Write the lowest term of a sum that is not zero."""
    j, c = next((j, c) for j, c in enumerate(residual.coeffs()) if c)
    power = "" if j == 0 else f" q^{j}"
    return f"{brief(int(c))}{power}{' + ..' if residual.degree() > j else ''}"
