r"""Uncouple the layers of a level: a recurrence of N_{c,n} alone, with a proof.

With the orbits of a level in a column, v_n = (N_{o,n}), taking off the parts equal to n says

    v_n = A(q^n) v_{n-1},    A_{o,o'}(x) = sum over c' in o' of x^{E(c,c')}

so that N_{c,n+i} = w_i(q^n) v_n, with w_i(X) = e_c A(q^i X) A(q^{i-1} X) .. A(q X).  The first R
for which w_0, .., w_R are dependent over Q(q, X) gives p_0 w_0 + .. + p_R w_R = 0 with p_i in
Z[q, X], and with it the recurrence sum_i p_i(q, q^n) N_{c,n+i} = 0 for every n >= 0.

The p_i are found at points (q, X) modulo a prime and interpolated, first in X, then in q.  That is
no proof; `prove` is one, by `cylindric.discovery.row_identity`.
"""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from operator import index
from typing import Any

from flint import fmpz_poly

from cylindric.algebra.interpolation import integer_vector, polynomial_vector
from cylindric.algebra.polynomials import Polynomial
from cylindric.discovery.difference_equations import DifferenceEquation, difference_equation
from cylindric.discovery.layer_rows import LayerRows
from cylindric.discovery.levels import Level
from cylindric.discovery.recurrences import Recurrence
from cylindric.discovery.row_identity import first_coefficient
from cylindric.objects.orbits import Composition, number_of_orbits, orbit_of
from cylindric.objects.profiles import Profile
from termwise.arguments import brief, require_integer, shown
from termwise.claims import Claim
from termwise.doors import door
from termwise.formats import Storable
from termwise.running import Progress, each
from termwise.writing import field_repr

MOST_ORBITS, MOST_CELLS = 8, 40
"""Beyond so many orbits, or so large a rank times level, the recurrence is guessed only."""

MOST_ROWS = 13
"""Two parts 1 among so many take a minute, and one row more takes up to twice as long."""

FIRST_POINT, ROUNDS, FEW = 10**9 + 7, 9, 12
"""The numbers for q start here; there are 12 of them, then 24, .., and at most 2^9 times 12."""

SOURCE = "uncoupling as in [AU]"


@dataclass(frozen=True, repr=False)
class Uncoupled(Storable):
    """The recurrence of the numerators N_{c,n} of one composition, and how to prove it.

    Args:
        composition: c, the largest of its rotations.
        recurrence: p_0, .., p_R.

    Raises:
        TypeError: one of them is none.
        ValueError: a composition that `uncouple` refuses.

    >>> found = uncouple((2, 1))
    >>> found.recurrence.summary, found.prove().status
    ('order 2, degrees 5 in q and 3 in q^n', 'proved')
    """

    composition: Composition
    recurrence: Recurrence

    __repr__ = field_repr

    def __post_init__(self) -> None:
        object.__setattr__(self, "composition", orbit_of(_composition(self.composition)))
        if not isinstance(self.recurrence, Recurrence):
            raise TypeError(f"recurrence must be a Recurrence, got {shown(self.recurrence)}")

    @property
    def order(self) -> int:
        """R, the number of terms from which the next one follows."""
        return self.recurrence.order

    @property
    def degree(self) -> int:
        """The largest degree in X = q^n."""
        return self.recurrence.degree

    def prove(self) -> Claim:
        """Certify sum_i p_i w_i = 0 in Z[q, X]^K, every coefficient, by exact integers.

        Returns:
            A Claim, proved for all n >= 0; refuted by the first coefficient that is not zero.

        >>> print(uncouple((2, 1)).prove().verdict)
        PROVED: sum_i p_i(q, X) w_i(q, X) = 0 in Z[q, X]^2, coefficient by coefficient
        """
        bad = first_coefficient(self.composition, self.recurrence.coefficients)
        name, orbits = self.recurrence.name, number_of_orbits(*_shape(self.composition))
        return Claim(
            f"sum_i p_i w_i = 0 for the rows of {name}, hence {name}(n) satisfies this recurrence "
            f"of {self.recurrence.summary}",
            "all n >= 0",
            "proved" if bad is None else "refuted",
            reproduce=f"uncouple({self.composition}).prove()",
            counterexample=bad,
            source=SOURCE,
            proof=""
            if bad
            else f"sum_i p_i(q, X) w_i(q, X) = 0 in Z[q, X]^{orbits}, coefficient by coefficient",
        )

    @door
    def numerators(self, n: int) -> list[Polynomial]:
        """Return N_{c,0}, .., N_{c,n}: the first R by layers, and from them by the recurrence."""
        first = self._by_layers(min(require_integer("n", n, 0), self.order - 1))
        more = n + 1 - len(first)
        return first + self.recurrence.next_terms(first, more) if more else first

    @door
    def check(self, n: int) -> Claim:
        """Compare the terms from the recurrence with those from the layers.

        Args:
            n: the last term; at least the order.

        >>> print(uncouple((2, 1)).check(9).verdict)
        CERTIFIED on 8 further terms
        """
        require_integer("n", n, self.order)
        mine, theirs = self.numerators(n), self._by_layers(n)
        bad = next((m for m in range(n + 1) if mine[m] != theirs[m]), None)
        name = self.recurrence.name
        return Claim(
            f"the recurrence of {name} of {self.recurrence.summary} gives the {name}(n) of the "
            "layers",
            f"n = {self.order}..{n}",
            "certified" if bad is None else "refuted",
            reproduce=f"uncouple({self.composition}).check({n})",
            counterexample=None if bad is None else f"n = {bad}",
            source=SOURCE,
            further=n + 1 - self.order if bad is None else None,
        )

    @door
    def difference_equation(self, of: str = "F") -> DifferenceEquation:
        """Return the q-difference equation of F_c(z) or G_c(z) that is the same as the recurrence.

        Args:
            of: "F" or "G", (zq; q)_inf F_c(z).

        >>> print(uncouple((1, 0)).difference_equation("G"))
        (1 - z) G_(1,0)(z) - q z (z; q)_1 G_(1,0)(z q) - (z; q)_2 G_(1,0)(z q^2) = 0
        """
        return difference_equation(self.composition, self.recurrence, of)

    def _by_layers(self, n: int) -> list[Polynomial]:
        level = Level(*_shape(self.composition))
        return list(level.polynomials(self.composition, n, of="N"))

    def __str__(self) -> str:
        return str(self.recurrence)

    def to_latex(self) -> str:
        """Return the recurrence as LaTeX, without dollar signs."""
        return self.recurrence.to_latex()

    def _repr_latex_(self) -> str:
        return self.recurrence._repr_latex_()


@door
def uncouple(
    composition: Profile | Iterable[int],
    *,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Uncoupled:
    """Find the recurrence of N_{c,n} = (q^r; q^r)_n F_{c,n} that the layers of its level imply.

    F_{c,n} counts the cylindric partitions of profile c with parts at most n.  (5,0,0) takes two
    seconds; most of what is allowed takes less, two parts 1 among 13 take a minute.

    Args:
        composition: c, or a Profile; of a level of at most 8 orbits, and of at most 13 rows
            unless the level is 1.
        executor: works on the values of q.
        progress: whether, or whom, to tell how many values of q are done.

    Returns:
        An Uncoupled: its `recurrence`, which `prove` proves.

    Raises:
        TypeError: it is no composition.
        ValueError: rank or level 0, a negative part, more than 8 orbits, or more than 13 rows.

    Source: uncoupling as in [AU]; the layers as in `cylindric.sums.layers`.

    >>> print(uncouple((2, 0)))
    (q - q^3 X^2) N_(2,0)(n) - (1 + q + q^4 X^2) N_(2,0)(n+1) + N_(2,0)(n+2) = 0,  X = q^n
    """
    c = orbit_of(_composition(composition))
    if len(c) > MOST_ROWS and sum(c) > 1:
        raise ValueError(
            f"composition must have at most {MOST_ROWS} parts unless the level is 1, "
            f"got {len(c)}: guess_recurrence, --guess may do"
        )
    rows = LayerRows(c)
    order = rows.order(FIRST_POINT)
    width = rows.width(FIRST_POINT, order)
    points: list[int] = []
    vectors: list[list[int]] = []
    at = partial(rows.solution, order=order, count=2 * width + 2)
    for doubling in range(ROUNDS):
        done, wanted = (FEW << doubling) // 2 if doubling else 0, FEW << doubling
        numbers = range(FIRST_POINT + done, FIRST_POINT + wanted)
        made = each(at, numbers, executor=executor, progress=progress)
        for q, found in zip(numbers, made, strict=True):
            if found is not None and max(map(len, found)) <= width:
                points.append(q)
                vectors.append([x for p in found for x in p + [0] * (width - len(p))])
        in_q = polynomial_vector(points, vectors)
        whole = None if in_q is None else integer_vector(in_q)
        if whole is not None:
            return Uncoupled(c, _recurrence(c, whole, width))
    raise ArithmeticError(f"no recurrence of degree up to {FEW << ROUNDS} in q: a bug")


def _composition(given: Any) -> Composition:
    """Return a composition of at least one row and level, of at most 8 orbits."""
    if isinstance(given, Profile):
        given = given.composition
    try:
        c = tuple(index(part) for part in given)
    except TypeError:
        raise TypeError(f"composition must be a Profile or integers, got {shown(given)}") from None
    if min(c, default=-1) < 0 or not sum(c):
        raise ValueError(
            f"composition must be non-negative integers, not all zero, got {shown(given)}"
        )
    cells = len(c) * sum(c)
    orbits = number_of_orbits(len(c), sum(c)) if cells <= MOST_CELLS else None
    if orbits is None or orbits > MOST_ORBITS:
        many = f"rank times level {brief(cells)}" if orbits is None else f"{orbits} orbits"
        raise ValueError(
            f"composition must have at most {MOST_ORBITS} orbits in its level and rank times level "
            f"at most {MOST_CELLS}, got {many}: guess_recurrence, --guess may do"
        )
    return c


def _recurrence(c: Composition, entries: list[fmpz_poly], width: int) -> Recurrence:
    rows = [[int(x) for x in p.coeffs()] for p in entries]
    last = [row for row in rows[-width:] if any(row)]
    sign = 1 if next(x for x in last[0] if x) > 0 else -1
    signed = [[sign * x for x in row] for row in rows]
    coefficients = [signed[i : i + width] for i in range(0, len(rows), width)]
    return Recurrence(coefficients, f"N_({','.join(map(str, c))})")


def _shape(c: Composition) -> tuple[int, int]:
    return len(c), sum(c)
