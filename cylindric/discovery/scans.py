"""Sums and differences of the characters of a level that are infinite products.

    chi_c + s q^k chi_d,    s = 1 or -1,    chi_c = (q; q)_inf F_c(1)

Compositions of the same series (rotated, reversed, or equal in hook lengths) are one: a difference
of theirs is zero, which is trivial and listed apart.  A product that is found is compared again
with a series of twice the order.
Source: three-term theta relations; compare [KR] for moduli 3k.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from itertools import combinations
from typing import Any

from flint import fmpz_poly

from cylindric.algebra.q_products import etaq
from cylindric.algebra.series import Series, from_poly
from cylindric.discovery.exponents import as_series
from cylindric.discovery.found_products import (
    SPARE,
    ProductSearch,
    find_product,
    is_product,
    remade_from,
)
from cylindric.discovery.hits import Hits, products_found
from termwise.arguments import brief, require_integer, require_iterable, require_text, shown
from termwise.doors import door
from termwise.formats import Storable
from termwise.price import require_steps
from termwise.running import Progress, run

SHIFTS = (0, 1, 2, 3)

Labelled = tuple[Any, Series]

STEPS = 2
"""A combination takes about so many steps, times the square of the order."""


@dataclass(frozen=True)
class Combination(Storable):
    """A combination chi_first + sign q^shift chi_second, and the product that it is.

    Args:
        first, second: the labels of the two series, such as compositions.
        sign: 1 or -1.
        shift: the power of q before the second.
        search: the product that was found, and its claim.
    """

    first: Any
    second: Any
    sign: int
    shift: int
    search: ProductSearch

    def __post_init__(self) -> None:
        if require_integer("sign", self.sign) not in (1, -1):
            raise ValueError(f"sign must be 1 or -1, got {shown(self.sign)}")
        require_integer("shift", self.shift, 0)
        if not isinstance(self.search, ProductSearch):
            raise TypeError(f"search must be a ProductSearch, got {shown(self.search)}")

    def __str__(self) -> str:
        power = {0: "", 1: "q "}.get(self.shift, f"q^{brief(self.shift)} ")
        first, second = (_label(c) for c in (self.first, self.second))
        sign = "+" if self.sign > 0 else "-"
        return f"chi_{first} {sign} {power}chi_{second} = {self.search.product}"


@dataclass(frozen=True)
class CombinationScan(Hits[Combination], Storable):
    """All combinations of some series that are products; true if there is one.

    Args:
        subject: what was scanned.
        hits: those that are products.
        trivial: pairs of labels with the same series, whose difference is zero.
        tried: how many combinations were tried.
        order: they were scanned to q^(order - 1).
        reproduce: the line that makes the scan again.
        fell: how many products to that order the longer series refuted.
    """

    subject: str
    hits: tuple[Combination, ...]
    trivial: tuple[tuple[Any, Any], ...]
    tried: int
    order: int
    reproduce: str = ""
    fell: int = 0

    def __post_init__(self) -> None:
        require_text("subject", self.subject)
        require_text("reproduce", self.reproduce)
        self._keep("hits", Combination)
        trivial = tuple(require_iterable("trivial", self.trivial))
        for pair in trivial:
            if not (isinstance(pair, tuple) and len(pair) == 2):
                raise TypeError(f"trivial must be pairs of labels, got {shown(pair)}")
        object.__setattr__(self, "trivial", trivial)
        require_integer("tried", self.tried, 0)
        require_integer("order", self.order, 1)
        require_integer("fell", self.fell, 0)

    @property
    def summary(self) -> str:
        """How many were tried and found, to which order, in one line."""
        return (
            f"{products_found(len(self.hits), self.order)} among {brief(self.tried)} "
            f"combinations to q^{brief(self.order - 1)}"
            f"{f', {self.fell} more refuted by further terms' if self.fell else ''}"
        )

    def __str__(self) -> str:
        lines = [f"{hit}   ({_status(hit)})" for hit in self.hits]
        apart = [
            f"trivial: chi_{_label(c)} = chi_{_label(d)}, the same series" for c, d in self.trivial
        ]
        again = [f"reproduce: {self.reproduce}"] if self.reproduce else []
        return "\n".join([f"{self.subject}: {self.summary}", *lines, *apart, *again])

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{escape(str(hit))}</td><td>{escape(_status(hit))}</td></tr>"
            for hit in self.hits
        )
        return (
            f"<table><caption>{escape(self.subject)}</caption><tbody>{rows}</tbody></table>"
            f"<p>{escape(self.summary)}</p>"
        )


@door
def scan_combinations(
    level: Any,
    order: int = 140,
    *,
    shifts: Sequence[int] = SHIFTS,
    confirm: bool = True,
    executor: Executor | None = None,
    progress: Progress = False,
) -> CombinationScan:
    """Scan chi_c + s q^k chi_d over all pairs of a level, both signs and the given k, for products.

    Args:
        level: a Level: whatever has `orbits` and `series(c, order)`, F_c(1), of which
            chi_c = (q; q)_inf F_c(1) is made; or a mapping from labels to series, taken as they
            are.
        order: the series are known to q^(order - 1).
        shifts: the powers k, not negative; both chi_c + s q^k chi_d and chi_d + s q^k chi_c are
            tried where k > 0.
        confirm: whether to compare each product with series of twice the order, too; of a mapping
            nothing more is known.
        executor: works on the pairs, which with a pool of processes must be picklable.
        progress: whether, or whom, to tell how many pairs are done.

    Returns:
        A CombinationScan: the products, each with its claim, how many were tried, and the
        trivial pairs.

    Raises:
        TypeError: level is neither.
        ValueError: no shift or a negative one, no series, series of different orders, or of too few
            terms.

    >>> from cylindric.algebra.q_products import qpochhammer
    >>> R, S = 1 / qpochhammer((1, 4), 5, 80), 1 / qpochhammer((2, 3), 5, 80)
    >>> print(scan_combinations({"R": R, "S": S, "1/P": R}, 80, shifts=[0]))
    the given series: 0 products of period at most 23 among 2 combinations to q^79
    trivial: chi_R = chi_1/P, the same series
    """
    if require_integer("order", order) < 4 + SPARE:
        raise ValueError(f"order must be at least {4 + SPARE} to show a period, got {shown(order)}")
    powers = [require_integer("shifts", k, 0) for k in require_iterable("shifts", shifts)]
    powers = sorted(set(powers))
    if not powers:
        raise ValueError("shifts must hold a power, got none")
    if powers[-1] >= order:
        raise ValueError(f"shifts must be below the order {brief(order)}, got {shown(powers[-1])}")
    subject, series, trivial = _characters(level, order)
    pairs = list(combinations(series.items(), 2))
    each = sum(2 if k == 0 else 4 for k in powers)
    require_steps(STEPS * len(pairs) * each * order**2, "steps of combinations")

    found = run(partial(_hits, powers), pairs, executor=executor, progress=progress)
    hits = [hit for some in found for hit in some]
    fitted = len(hits)
    if confirm and hits and not isinstance(level, Mapping):
        hits = [hit for hit in _confirmed(level, hits, order) if hit.search]
    again = "" if isinstance(level, Mapping) else f"Level({level.rank}, {level.level})"
    if again:
        terms = 2 * order if confirm else order
        hits = [
            replace(hit, search=remade_from(hit.search, terms, _text(hit, again, terms)))
            for hit in hits
        ]
        options = f"shifts={powers}{', confirm=False' * (not confirm)}"
        again = f"scan_combinations({again}, {order}, {options})"
    tried, fell = each * len(pairs), fitted - len(hits)
    return CombinationScan(subject, tuple(hits), trivial, tried, order, again, fell)


def _hits(powers: list[int], pair: tuple[Labelled, Labelled]) -> list[Combination]:
    """Return the products among the combinations of two series."""
    polys = {c: _as_poly(s) for c, s in pair}
    order, found = pair[0][1].order, []
    for k in powers:
        for (first, a), (second, b) in (pair, pair[::-1])[: 1 if k == 0 else 2]:
            for sign in (1, -1):
                if is_product(_sum(polys[first], polys[second], sign, k, order), order):
                    search = find_product(_combined(a, b, sign, k))
                    found.append(Combination(first, second, sign, k, search))
    return found


def _characters(
    level: Any, order: int
) -> tuple[str, dict[Any, Series], tuple[tuple[Any, Any], ...]]:
    """Return the different series by their first label, and the pairs of labels of equal ones."""
    if isinstance(level, Mapping):
        subject = "the given series"
        given = {c: as_series("level", s) for c, s in level.items()}
        for c, s in given.items():
            if s.order < order:
                raise ValueError(f"level must have {order} terms of each series, got {s.order}")
            given[c] = s.truncate(order)
    elif hasattr(level, "orbits") and hasattr(level, "series"):
        subject = f"rank {level.rank}, level {level.level}"
        given = {c: _character(level, c, order) for c in level.orbits}
    else:
        raise TypeError(f"level must be a Level or a mapping of series, got {shown(level)}")
    if not given:
        raise ValueError("level must hold a series, got none")
    first: dict[Series, Any] = {}
    trivial = []
    for c, s in given.items():
        if s in first:
            trivial.append((first[s], c))
        else:
            first[s] = c
    return subject, {c: s for s, c in first.items()}, tuple(trivial)


def _character(level: Any, c: Any, order: int) -> Series:
    series: Series = level.series(c, order)
    return etaq(1, order) * series


def _combined(first: Series, second: Series, sign: int, shift: int) -> Series:
    """Return first + sign q^shift second, to the order of the first."""
    poly, order = _as_poly(first), first.order
    return from_poly(_sum(poly, _as_poly(second), sign, shift, order), order, "q")


def _sum(first: fmpz_poly, second: fmpz_poly, sign: int, shift: int, order: int) -> fmpz_poly:
    shifted = second.left_shift(shift).truncate(order)
    return first + shifted if sign > 0 else first - shifted


def _as_poly(series: Series) -> fmpz_poly:
    return fmpz_poly(list(series.coefficients))


def _confirmed(level: Any, hits: list[Combination], order: int) -> list[Combination]:
    """Return the combinations again, with their claims from series of twice the order."""
    labels = dict.fromkeys(c for hit in hits for c in (hit.first, hit.second))
    longer = {c: _character(level, c, 2 * order) for c in labels}
    return [replace(hit, search=_again(hit, longer, order)) for hit in hits]


def _again(hit: Combination, longer: Mapping[Any, Series], order: int) -> ProductSearch:
    total = _combined(longer[hit.first], longer[hit.second], hit.sign, hit.shift)
    return find_product(total.truncate(order), confirm=total)


def _text(hit: Combination, level: str, terms: int) -> str:
    """Return Python for the series of a combination."""
    first, second = (f"{level}.series({c}, {terms})" for c in (hit.first, hit.second))
    power = f"Series({[0] * hit.shift + [1]}, {terms}) * " if hit.shift else ""
    return f"etaq(1, {terms}) * ({first} {'+' if hit.sign > 0 else '-'} {power}{second})"


def _label(label: Any) -> str:
    return str(label).replace(" ", "")


def _status(hit: Combination) -> str:
    return hit.search.claim.verdict
