"""Guess the recurrence of a list of polynomials, and verify it on every term.

With q a number modulo 2^61 - 1 the unknown coefficients of

    sum over i <= R, k <= d of p_{i,k}(q) q^{nk} a(n+i) = 0

are (R+1)(d+1) numbers, and there is an equation for each n.  The least R, and for it the least d,
for which there is a solution and 8 equations to spare, is kept; of several solutions the one with
as few p_{i,k} as can be, those of high powers of q^n being left out first.  The solutions at many q
are interpolated, made integers, and tried over the integers on every term that was given.  That is
evidence, and no proof.  That there is no solution modulo a prime at one q is a proof that there is
none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from typing import Any

from flint import fmpz, fmpz_poly, nmod_poly

from cylindric.algebra.interpolation import (
    PRIME,
    combined,
    integer_vector,
    polynomial_vector,
    unit_vector,
)
from cylindric.algebra.polynomials import Polynomial
from cylindric.discovery.recurrences import Recurrence, as_polynomials, first_failure
from cylindric.discovery.solution_spaces import in_general_position, solutions_at, zeros_of
from termwise.arguments import require_integer, shown
from termwise.claims import Claim
from termwise.doors import door
from termwise.formats import Storable
from termwise.price import require_steps
from termwise.running import Progress, each
from termwise.writing import field_repr

SPARE = 8
"""So many equations more than unknowns."""

MOST_PRIMES, BITS = 8, 240
"""Integers of at most 240 bits are found from so many primes of 61."""

FIRST_POINT, ROUNDS, FEW = 10**9 + 7, 9, 16
"""The numbers for q start here; there are 16 of them, then 32, .., and at most 2^9 times 16."""


@dataclass(frozen=True, repr=False)
class RecurrenceSearch(Storable):
    """What the search for a recurrence found; true if there is one.

    Args:
        recurrence: the recurrence, or None.
        spare: how many equations it satisfies beyond as many as it has unknowns.
        claim: what is claimed, on which range, and how sure it is.
        terms: the polynomials that were given, as coefficients.
    """

    recurrence: Recurrence | None
    spare: int
    claim: Claim
    terms: tuple[tuple[int, ...], ...]

    __repr__ = field_repr

    def __post_init__(self) -> None:
        if not (self.recurrence is None or isinstance(self.recurrence, Recurrence)):
            raise TypeError(
                f"recurrence must be a Recurrence or None, got {shown(self.recurrence)}"
            )
        require_integer("spare", self.spare, 0)
        if not isinstance(self.claim, Claim):
            raise TypeError(f"claim must be a Claim, got {shown(self.claim)}")
        object.__setattr__(self, "terms", _coefficients(as_polynomials("terms", self.terms)))

    @property
    def order(self) -> int | None:
        """The order of the recurrence, or None."""
        return self.recurrence.order if self.recurrence else None

    @property
    def degree(self) -> int | None:
        """Its degree in q^n, or None."""
        return self.recurrence.degree if self.recurrence else None

    @property
    def status(self) -> str:
        """The status of the claim."""
        return self.claim.status

    def _found(self) -> Recurrence:
        if self.recurrence is None:
            raise ValueError(f"no recurrence was found: {self.claim.statement}")
        return self.recurrence

    def next_terms(self, count: int) -> list[Polynomial]:
        """Return the terms that follow those that were given: `Recurrence.next_terms`."""
        return self._found().next_terms(self.terms, count)

    def check(self, polynomials: Iterable[Any]) -> Claim:
        """Try the recurrence on more terms, from the first one on: `Recurrence.check`.

        Returns:
            A Claim: certified on the terms beyond those that were given before, or refuted.

        >>> guess_recurrence([n * n for n in range(20)]).check([n * n for n in range(30)]).verdict
        'CERTIFIED on 10 further terms'
        """
        claim = self._found().check(terms := as_polynomials("polynomials", polynomials))
        further = len(terms) - len(self.terms)
        same = all(p == fmpz_poly(list(q)) for p, q in zip(terms, self.terms, strict=False))
        if not (claim and same and further > 0):
            return claim
        return Claim(
            claim.statement, claim.range, "certified", reproduce=claim.reproduce, further=further
        )

    def to_latex(self) -> str:
        """Return the recurrence as LaTeX, without dollar signs."""
        return self._found().to_latex()

    def __bool__(self) -> bool:
        return self.recurrence is not None

    def __str__(self) -> str:
        return f"{self.recurrence}\n{self.claim}" if self.recurrence else str(self.claim)

    def _repr_html_(self) -> str:
        text = f"<p>{escape(str(self.recurrence))}</p>" if self.recurrence else ""
        return text + self.claim._repr_html_()

    def _repr_latex_(self) -> str:
        return (self.recurrence or self.claim)._repr_latex_()


@door
def guess_recurrence(
    polynomials: Iterable[Any],
    *,
    max_order: int | None = None,
    max_degree: int | None = None,
    name: str = "a",
    progress: Progress = False,
) -> RecurrenceSearch:
    """Search for the recurrence sum_i p_i(q, q^n) a(n+i) = 0 of least order and then least degree.

    Args:
        polynomials: a(0), a(1), ..: integers, lists of integers, polynomials of a level, sympy
            polynomials.
        max_order: try orders up to this; by default all that leave 8 equations to spare.
        max_degree: try degrees in q^n up to this; by default likewise.
        name: what a(n) is called in what is printed.
        progress: whether, or whom, to tell how many values of q are done.

    Returns:
        A RecurrenceSearch.  Its claim is a candidate with so many equations to spare, verified over
        the integers on every term; without a recurrence it says up to which order and degree there
        is none.  One that does not determine a term, or does not ask for a(n), is not reported
        as one: it fits whatever that term is.

    Raises:
        TypeError: something among the terms is no polynomial with integer coefficients.
        ValueError: too few terms for the order asked for, or all of them zero.

    >>> found = guess_recurrence([1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233])
    >>> print(found.recurrence, found.spare)
    -a(n) - a(n+1) + a(n+2) = 0 8
    >>> squares = [[0] * n * n + [1] for n in range(20)]
    >>> print(guess_recurrence(squares).recurrence)
    -q X^2 a(n) + a(n+1) = 0,  X = q^n
    >>> print(guess_recurrence([1, 1, 2, 6, 24, 120, 720, 5040, 40320, 362880, 1, 2, 3, 4]).claim)
    no recurrence found up to order 2: degree at most 1 at order 1, 0 at order 2
      range      14 terms
      source     no source found
      reproduce  guess_recurrence(polynomials)
    CHECKED for 14 terms
    """
    terms = as_polynomials("polynomials", polynomials)
    if not any(term.degree() >= 0 for term in terms):
        raise ValueError("polynomials must not all be zero")
    shapes = list(_shapes(len(terms), max_order, max_degree))
    work = sum(((order + 1) * (degree + 1)) ** 2 for order, degree in shapes)
    require_steps(len(terms) * work + sum(t.length() for t in terms), "steps for all orders")
    values, left_out = _values(terms, FIRST_POINT, PRIME), ""
    for order, largest in shapes:
        any_at_all = solutions_at(FIRST_POINT, values, order, largest)
        for degree in range(largest + 1) if any_at_all else ():
            solutions = solutions_at(FIRST_POINT, values, order, degree)
            if not solutions:
                continue
            spare = _equations(terms, order) - (order + 1) * (degree + 1)
            wrong = partial(_reason, name=name, order=order, degree=degree, terms=len(terms))
            reason = wrong(in_general_position(solutions))
            if spare < SPARE:
                reason = reason or f"has {max(spare, 0)} equations to spare, but for 0 = 0"
            found = None
            if not reason:
                zeros = zeros_of(solutions, degree, wrong)
                found = _lifted(terms, order, degree, zeros, progress)
            if found is not None:
                again = _again(max_order, max_degree)
                return _search(terms, replace(found, name=name), spare, again)
            reason = reason or f"has integers beyond 2^{BITS} or too large a degree in q"
            left_out = left_out or f"; of order {order} and degree {degree} one {reason}"
    said = ", ".join(
        f"{'degree at most ' * (order == 1)}{degree} at order {order}" for order, degree in shapes
    )
    claim = Claim(
        f"no recurrence found up to order {shapes[-1][0]}: {said}{left_out}",
        f"{len(terms)} terms",
        "checked",
        reproduce=_again(max_order, max_degree),
    )
    return RecurrenceSearch(None, 0, claim, _coefficients(terms))


def _equations(terms: list[fmpz_poly], order: int) -> int:
    """Count the equations that say something: not all terms in them are zero."""
    windows = (terms[n : n + order + 1] for n in range(len(terms) - order))
    return sum(any(term.degree() >= 0 for term in window) for window in windows)


def _reason(solution: list[int], name: str, order: int, degree: int, terms: int) -> str:
    """Say why a solution at the first q is not reported; it is reported if nothing is said."""
    if not any(solution[: degree + 1]):
        return f"does not ask for {name}(n)"
    last, power = nmod_poly(solution[-degree - 1 :], PRIME), 1
    for n in range(terms - order):
        if not last(power):
            return f"leaves {name}({n + order}) undetermined"
        power = power * FIRST_POINT % PRIME
    return ""


def _shapes(terms: int, max_order: int | None, max_degree: int | None) -> Iterator[tuple[int, int]]:
    """Yield the orders, each with its largest degree, that leave enough equations to spare."""
    room = {}
    order = 1
    while (degree := (terms - order - SPARE) // (order + 1) - 1) >= 0:
        room[order] = degree
        order += 1
    if not room:
        raise ValueError(
            f"polynomials must be {3 + SPARE} or more to show a recurrence, got {terms}"
        )
    if max_degree is not None:
        require_integer("max_degree", max_degree, 0)
        room = {order: min(degree, max_degree) for order, degree in room.items()}
    if max_order is not None and require_integer("max_order", max_order, 1) not in room:
        needed = max_order + 1 + max_order + SPARE
        raise ValueError(f"polynomials must be {needed} for the order {max_order}, got {terms}")
    yield from ((order, degree) for order, degree in room.items() if order <= (max_order or terms))


def _values(terms: list[fmpz_poly], q: int, prime: int) -> list[int]:
    """Return the values of the terms at q modulo the prime."""
    return [int(nmod_poly(term.coeffs(), prime)(q)) for term in terms]


def _lifted(
    terms: list[fmpz_poly], order: int, degree: int, zeros: Set[int], progress: Progress
) -> Recurrence | None:
    """Return the recurrence of this order and degree with these coefficients zero, if it holds."""
    residues: list[list[int]] = []
    modulus = 1
    for prime in _primes():
        image = _image(terms, order, degree, zeros, prime, progress)
        if image is None:
            return None
        unit = unit_vector(image, prime)
        residues = combined(residues, modulus, unit, prime) if residues else unit
        modulus *= prime
        whole = integer_vector(residues, modulus)
        found = None if whole is None else _recurrence(whole, order, degree)
        if found is not None and first_failure(found, terms) is None:
            return found
    return None


def _primes() -> list[int]:
    """Return the largest primes below 2^61."""
    found: list[int] = []
    candidate = PRIME
    while len(found) < MOST_PRIMES:
        if fmpz(candidate).is_prime():
            found.append(candidate)
        candidate -= 2
    return found


def _image(
    terms: list[fmpz_poly],
    order: int,
    degree: int,
    zeros: Set[int],
    prime: int,
    progress: Progress,
) -> list[list[int]] | None:
    """Return the solution as polynomials in q modulo a prime, or None: too large a degree."""
    points: list[int] = []
    vectors: list[list[int]] = []
    price = sum(t.length() for t in terms) + len(terms) * ((order + 1) * (degree + 1)) ** 2

    def at(q: int) -> list[int] | None:
        values = _values(terms, q, prime)
        solutions = solutions_at(q, values, order, degree, zeros=zeros, prime=prime)
        return in_general_position(solutions, prime) if solutions else None

    for doubling in range(ROUNDS):
        wanted = range(FIRST_POINT + len(points), FIRST_POINT + (FEW << doubling))
        require_steps(price * len(wanted) * 4, "steps for the values of q")
        for q, vector in zip(wanted, each(at, wanted, progress=progress), strict=True):
            if vector is None:
                return None  # the first value was unlucky
            points.append(q)
            vectors.append(vector)
        found = polynomial_vector(points, vectors, prime)
        if found is not None:
            return found
    return None


def _recurrence(entries: list[fmpz_poly], order: int, degree: int) -> Recurrence | None:
    width = degree + 1
    rows = [[int(c) for c in p.coeffs()] for p in entries]
    coefficients = [rows[i * width : (i + 1) * width] for i in range(order + 1)]
    return Recurrence(coefficients) if any(coefficients[0]) and any(coefficients[-1]) else None


def _search(terms: list[fmpz_poly], found: Recurrence, spare: int, again: str) -> RecurrenceSearch:
    claim = Claim(
        f"{found.name}(n) satisfies a recurrence of {found.summary}",
        f"{len(terms)} terms, all of them verified over the integers",
        "candidate",
        tried=f"orders 1..{found.order}, at values of q modulo 2^61 - 1",
        reproduce=again,
        further=spare,
    )
    return RecurrenceSearch(found, spare, claim, _coefficients(terms))


def _coefficients(terms: list[fmpz_poly]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(int(c) for c in term.coeffs()) for term in terms)


def _again(max_order: int | None, max_degree: int | None) -> str:
    options = {"max_order": max_order, "max_degree": max_degree}
    said = "".join(f", {k}={v}" for k, v in options.items() if v is not None)
    return f"guess_recurrence(polynomials{said})"
