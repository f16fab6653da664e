"""Statements about every polynomial of a level: tried on all orbits, reported as a Claim.

    positive       no coefficient is negative
    unimodal       the coefficients rise, then fall
    log-concave    none is negative, none inside is zero, a_k^2 >= a_{k-1} a_{k+1}

Or any function from a polynomial to True or False.  What a name stands for returns None, or where
it fails.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from itertools import pairwise
from math import gcd
from typing import Any, Protocol

import numpy as np

from cylindric.algebra.polynomials import Polynomial
from cylindric.objects.orbits import Composition
from termwise.arguments import brief, require_integer, require_iterable, shown
from termwise.claims import NO_SOURCE, Claim
from termwise.running import Progress, each

Fails = Callable[[Polynomial], str | None]


class HasPolynomials(Protocol):
    """What is asked of a Level here."""

    @property
    def rank(self) -> int: ...
    @property
    def level(self) -> int: ...
    @property
    def orbits(self) -> tuple[Composition, ...]: ...
    @property
    def number_of_compositions(self) -> int: ...

    def prepare(
        self, n: int, *, executor: Executor | None = None, progress: Progress = False
    ) -> None: ...
    def orbit(self, composition: Any) -> Composition: ...
    def polynomials(self, composition: Any, n: int, *, of: str = "Q") -> tuple[Polynomial, ...]: ...


OF = ("Q", "H", "P", "N")
"""The polynomials that a statement may be about."""

PROOFS = {
    "N": "N_(c,m) counts the tight partitions with parts at most m",
    "P": "P_(c,n) is a sum of N_(c',n-1) times powers of q, and of q^(rn) N_(c,n-1)",
}
"""Why these are positive, for every n."""


def not_positive(p: Polynomial) -> str | None:
    """Return the first negative coefficient, or None.

    >>> not_positive(Polynomial([1, 0, -2]))
    'the coefficient of q^2 is -2'
    """
    at = next((k for k, c in enumerate(p) if c < 0), None)
    return None if at is None else f"the coefficient of q^{at} is {brief(p[at])}"


def not_unimodal(p: Polynomial) -> str | None:
    """Return the first rise after a fall, or None.

    >>> not_unimodal(Polynomial([1, 3, 2, 2, 4]))
    'the coefficients of q^1, q^2, q^4 are 3, 2, 4'
    """
    fall = None
    for k, (before, now) in enumerate(pairwise(p), 1):
        if now < before:
            fall = k
        elif fall is not None and now > before:
            return _three(p, fall - 1, fall, k)
    return None


def not_log_concave(p: Polynomial) -> str | None:
    """Return the first place where it fails, or None.

    >>> not_log_concave(Polynomial([0, 1, 1, 2]))
    'the coefficients of q^1, q^2, q^3 are 1, 1, 2'
    """
    a = p.coefficients
    for k in range((p.valuation or 0) + 1, p.degree):
        if a[k] <= 0 or a[k] ** 2 < a[k - 1] * a[k + 1]:
            return _three(p, k - 1, k, k + 1)
    return not_positive(p)


def _three(p: Polynomial, *at: int) -> str:
    powers = ", ".join(f"q^{k}" for k in at)
    return f"the coefficients of {powers} are {', '.join(brief(p[k]) for k in at)}"


NAMED: dict[str, tuple[Fails, str]] = {
    "positive": (not_positive, "no coefficient of {} is negative"),
    "unimodal": (not_unimodal, "the coefficients of {} rise, then fall"),
    "log-concave": (not_log_concave, "the coefficients of {} are log-concave, without gaps"),
}


def check_polynomials(
    level: HasPolynomials,
    property: str | Callable[[Polynomial], bool],
    n: int | Iterable[int],
    of: str,
    compositions: Iterable[Any] | None,
    executor: Executor | None,
    progress: Progress,
) -> Claim:
    """Return what `Level.check` says."""
    require_of(of)
    fails, statement, name = _property(property)
    numbers = numbers_of(n)
    chosen = _orbits(level, compositions)
    level.prepare(numbers[-1], executor=executor, progress=progress)
    first: tuple[int, Composition, str] | None = None
    tested = 0

    def try_orbit(c: Composition) -> None:
        nonlocal first, tested
        polynomials = level.polynomials(c, numbers[-1], of=of)
        for k in numbers:
            if first is not None and k >= first[0]:
                return
            tested += 1
            if where := fails(polynomials[k]):
                first = k, c, where
                return

    for _ in each(try_orbit, chosen, progress=progress, description="orbits"):
        pass
    total = len(numbers) * len(chosen)
    values = n if isinstance(n, int | range) else list(numbers)
    tried = f"{total} polynomials" if first is None else f"{tested} of {total} polynomials"
    counterexample = None
    if first is not None:
        counterexample = f"n = {first[0]}, c = {_written(first[1])}: {first[2]}"
    proof = PROOFS.get(of, "") if property == "positive" and first is None else ""
    status = "proved" if proof else "checked" if first is None else "refuted"
    return Claim(
        statement.format(f"{of}_(c,n)"),
        _range(level, numbers, chosen, compositions is None),
        status,
        tried=f"{tried}; their values at 1 are as proved",
        reproduce=_line(level, name, values, of, None if compositions is None else chosen),
        counterexample=counterexample,
        source=_source(level, property, of),
        proof=proof,
    )


def numbers_of(n: Any) -> Sequence[int]:
    """Return the values of n, in order: 0 .. n for an integer, those that are given otherwise."""
    if not isinstance(n, Iterable):
        return range(require_integer("n", n, 0) + 1)
    if isinstance(n, range) and n:  # it may be long, and is refused by its price
        require_integer("n", min(n[0], n[-1]), 0)
        return n if n.step > 0 else n[::-1]
    numbers = sorted({require_integer("n", k, 0) for k in require_iterable("n", n)})
    if not numbers:
        raise ValueError("n must have a value, got none: a claim that did not run is none")
    return numbers


def require_of(of: str) -> str:
    """Return the letter of the polynomials if it is one of theirs."""
    if of not in OF:
        raise ValueError(f"of must be one of {', '.join(OF)}, got {shown(of)}")
    return of


def _property(property: Any) -> tuple[Fails, str, str]:
    """Return the function that says where a property fails, the statement, and how it is written.

    A function without a name is called `function`.
    """
    if isinstance(property, str):
        if property not in NAMED:
            raise ValueError(f"property must be one of {', '.join(NAMED)}, got {shown(property)}")
        return *NAMED[property], repr(property)
    if not callable(property):
        raise TypeError(f"property must be a name or a function, got {shown(property)}")
    name = getattr(property, "__name__", "function")
    name = name if isinstance(name, str) and name.isidentifier() else "function"

    def fails(p: Polynomial) -> str | None:
        answer = property(p)
        if not isinstance(answer, bool | np.bool_):
            raise TypeError(f"property must return True or False, got {shown(answer)}")
        return None if answer else f"not so for {_short(p)}"

    return fails, name + "({}) is true", name


def _orbits(level: HasPolynomials, compositions: Any) -> list[Composition]:
    if compositions is None:
        return list(level.orbits)
    given = require_iterable("compositions", compositions)
    chosen = list(dict.fromkeys(level.orbit(c) for c in given))
    if not chosen:
        raise ValueError("compositions must not be empty: a claim that did not run is none")
    return chosen


def _range(
    level: HasPolynomials, numbers: Sequence[int], chosen: list[Composition], all_orbits: bool
) -> str:
    consecutive = numbers[-1] - numbers[0] + 1 == len(numbers)
    if len(numbers) == 1:
        values = f"n = {numbers[0]}"
    elif consecutive:
        values = f"n = {numbers[0]}..{numbers[-1]}"
    else:
        values = f"n in {{{', '.join(map(str, numbers))}}}"
    of = f"rank {level.rank}, level {level.level}"
    if all_orbits:
        number = f"{level.number_of_compositions} compositions, {len(chosen)} up to rotation"
        where = f"all profiles of {of} ({number})"
    else:
        where = f"{of}, c = {' '.join(map(_written, chosen))}"
    dual = "" if level.rank <= level.level else f"; computed by duality, as rank {level.level}"
    return f"{values}, {where}{dual}"


def _line(
    level: HasPolynomials, name: str, n: Any, of: str, chosen: list[Composition] | None
) -> str:
    more = "" if of == "Q" else f", of={of!r}"
    more += "" if chosen is None else f", compositions={chosen}"
    return f"Level({level.rank}, {level.level}).check({name}, n={n}{more})"


def _source(level: HasPolynomials, property: Any, of: str) -> str:
    """Return who states it: the conjecture for Q at rank 3, or at level 3 by duality."""
    rank, other = sorted((level.rank, level.level))
    known = 3 in (rank, other) and gcd(rank, other) == 1 and property == "positive" and of == "Q"
    if known and 1 not in (rank, other):
        return "[CDU] Conjecture 4.2, [W23] Conjecture 2.7"
    return NO_SOURCE


def _written(c: Composition) -> str:
    return f"({','.join(map(str, c))})"


def _short(p: Polynomial) -> str:
    known = (p.valuation or 0) + 8
    if len(p) <= known + 2:
        return brief(p)
    return f"{brief(Polynomial(p.coefficients[:known]))} + .., of degree {p.degree}"
