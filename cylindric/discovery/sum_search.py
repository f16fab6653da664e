"""Search a template for the sums that a series is: all candidates against all targets at once.

A candidate (A, b) is first known to a short order.  Instead of its coefficients their sum with
fixed odd weights modulo 2^64 is compared: it is additive, so that a candidate is one table entry a
term, and equal series have equal sums.  Whatever agrees is then expanded to the order asked for,
with the proof of `sum_boxes` that no term is missing, and compared coefficient by coefficient.

Where several profiles have the same F_c(1), as (3, 1, 0) and (3, 0, 1), the sum is compared in two
variables: with z^{mark.n} in every term it is G_c(z) = (z q; q)_inf F_c(z), coefficient by
coefficient of z, for some mark; so (q; q)_n times the terms with mark.n = n is Q_{c,n} if gcd(r, l)
is 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import permutations, product
from typing import Any

import numpy as np
from flint import fmpz_poly

from cylindric.algebra.power_series import divide_by_one_minus
from cylindric.algebra.q_products import etaq
from cylindric.algebra.series import Series
from cylindric.discovery.exponents import as_series
from cylindric.discovery.found_products import SPARE
from cylindric.discovery.hits import Hits
from cylindric.discovery.sum_boxes import Matrix, Vector
from cylindric.discovery.sum_tables import Table, hash_of, weights_of
from cylindric.discovery.sum_templates import SumTemplate
from cylindric.objects.profiles import Profile
from cylindric.sums.layers import largest_part_series
from termwise.arguments import LIMIT, require_at_most, require_integer, require_iterable, shown
from termwise.claims import Claim
from termwise.doors import door
from termwise.formats import Storable
from termwise.price import require_bytes
from termwise.running import Progress, run

MARKS = 3
"""The entries of a mark are below this."""


@dataclass(frozen=True)
class SumHit(Storable):
    """A sum that is a target, as far as both were compared.

    Args:
        template: the factors of the sum.
        matrix, vector: A and b.
        target: the label of the target: a composition, or what was given.
        power: the target was multiplied by (q; q)_inf to this power.
        mark: with z^{mark.n} in its terms the sum is (z q; q)_inf F_c(z); None if no mark does it,
            or none was tried.
        claim: what was compared.
    """

    template: SumTemplate
    matrix: Matrix
    vector: Vector
    target: Any
    power: int
    mark: Vector | None
    claim: Claim

    def __post_init__(self) -> None:
        if not isinstance(self.template, SumTemplate):
            raise TypeError(f"template must be a SumTemplate, got {shown(self.template)}")
        require_integer("power", self.power, 0)
        if not isinstance(self.claim, Claim):
            raise TypeError(f"claim must be a Claim, got {shown(self.claim)}")

    def __str__(self) -> str:
        return self.claim.statement


@dataclass(frozen=True)
class SumSearch(Hits[SumHit], Storable):
    """What a search for sums found; true if there is something.

    Args:
        hits: the sums, each with its claim.
        tried: how many candidates were tried.
        refused: how many of them have a negative exponent, or cannot be shown to be finite.
        missed: how many agreed to the short order, and not further.
        order: the short order.
        confirmed: the order of the comparison.
    """

    hits: tuple[SumHit, ...]
    tried: int
    refused: int
    missed: int
    order: int
    confirmed: int

    def __post_init__(self) -> None:
        self._keep("hits", SumHit)
        for name in ("tried", "refused", "missed", "order", "confirmed"):
            require_integer(name, getattr(self, name), 0)

    @property
    def summary(self) -> str:
        """How many were tried and found, to which order, in one line."""
        sums = "sum" if len(self.hits) == 1 else "sums"
        return (
            f"{len(self.hits)} {sums} to q^{self.confirmed - 1} among {self.tried} candidates "
            f"({self.refused} refused; {self.missed} agreed to q^{self.order - 1} only)"
        )

    def __str__(self) -> str:
        return "\n".join([self.summary, *(f"{hit}   ({hit.claim.verdict})" for hit in self.hits)])

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{escape(str(hit))}</td><td>{escape(hit.claim.verdict)}</td></tr>"
            for hit in self.hits
        )
        return f"<table><caption>{escape(self.summary)}</caption><tbody>{rows}</tbody></table>"


@door
def search_sums(
    template: SumTemplate | Sequence[SumTemplate],
    targets: Any,
    *,
    order: int = 12,
    confirm: int = 60,
    powers: Sequence[int] | None = None,
    two_variables: bool = True,
    limit: int = LIMIT,
    progress: Progress = False,
) -> SumSearch:
    """Search the sums of a template for those that are one of the targets.

    Args:
        template: a SumTemplate, or several.
        targets: a Level, whatever has `orbits` and `series(c, order)`: its F_c(1); several of
            them; or a mapping from labels to series.
        order: the short order of the search.
        confirm: the order to which what agrees is compared.
        powers: each target is tried times (q; q)_inf to these powers; by default 0 and 1 for a
            Level, 0 for a mapping.
        two_variables: whether to look for a mark where the target is (q; q)_inf F_c(1).
        limit: refuse to try more candidates than this.
        progress: whether, or whom, to tell how many matrices are done.

    Returns:
        A SumSearch.  Sums that differ in the names of their variables alone are one; a sum and the
        one with j for m - j in a binomial [m, j] are two.

    Raises:
        TypeError: targets that are neither.
        ValueError: targets of fewer than `confirm` terms, confirm less than 8 above order, no
            template, too many candidates.

    >>> from cylindric.algebra.q_products import qpochhammer
    >>> from cylindric.discovery.sum_templates import nahm
    >>> print(search_sums(nahm(1), {"G(q)": 1 / qpochhammer((1, 4), 5, 60)}))
    1 sum to q^59 among 10 candidates (0 refused; 0 agreed to q^11 only)
    sum q^(n1^2) 1/(q)_n1 = G(q)   (CERTIFIED on 48 further terms)
    """
    if isinstance(template, SumTemplate):
        template = [template]
    templates: list[SumTemplate] = list(require_iterable("template", template))
    for one in templates:
        if not isinstance(one, SumTemplate):
            raise TypeError(f"template must be a SumTemplate, or several, got {shown(one)}")
    require_integer("order", order, 1)
    if require_integer("confirm", confirm) < order + SPARE:
        raise ValueError(
            f"confirm must be at least {SPARE} above the order {shown(order)}, got {shown(confirm)}"
        )
    if not templates:
        raise ValueError("template must hold a SumTemplate, got none")
    tried = sum(one.number_of_candidates for one in templates)
    require_at_most(limit, tried, "candidates")
    require_bytes(400 * sum(one.number_of_matrices for one in templates), "the matrices")
    of_levels = not isinstance(targets, Mapping)  # a label is then a composition
    if of_levels:
        targets = _levels(targets)
    known = _targets(targets, powers, confirm)
    options = f"order={order}, confirm={confirm}"
    options += ", two_variables=False" * (not two_variables) + f", limit={tried}" * (tried > LIMIT)
    weights = weights_of(order)
    hashes: dict[int, list[tuple[Any, int]]] = {}
    for name, series in known.items():
        hashes.setdefault(hash_of(series.coefficients, weights), []).append(name)
    sought = np.array(list(hashes), dtype=np.uint64)
    items = [(t, matrix) for t in templates for matrix in t.matrices()]
    tables = {id(t): Table(t, weights) for t in templates}

    def near(item: tuple[SumTemplate, Matrix]) -> tuple[int, list[tuple[Vector, int]]]:
        return tables[id(item[0])].search(item[1], sought)

    found = run(near, items, progress=progress, description="sums")
    hits, missed, seen = [], 0, set()
    refined: dict[Any, list[fmpz_poly]] = {}
    for (one, matrix), (_, candidates) in zip(items, found, strict=True):
        for vector, value in candidates:
            if (name := one_of_all_orders(one, matrix, vector)) in seen:
                continue
            seen.add(name)
            terms = one.terms(matrix, vector, confirm)
            total = sum(terms.values(), fmpz_poly())
            equal = [k for k in hashes[value] if _same(total, known[k], confirm)]
            missed += not equal
            for label, power in equal:
                mark = None
                if two_variables and power == 1 and of_levels:
                    if label not in refined:
                        refined[label] = _in_two_variables(label, confirm)
                    mark = _mark(terms, refined[label])
                target = f"F_{_label(label)}(1)" if of_levels else _label(label)
                again = _again(templates, targets, label, power, options)
                numbers = order, confirm, tried
                claim = _claim(one, matrix, vector, target, power, mark, numbers, again)
                hits.append(SumHit(one, matrix, vector, label, power, mark, claim))
    refused = sum(number for number, _ in found)
    return SumSearch(tuple(hits), tried, refused, missed, order, confirm)


def _again(templates: list[SumTemplate], targets: Any, label: Any, power: int, options: str) -> str:
    """Return the line that finds a sum again, by a search for its target alone.

    Nothing, if the target is a series of something that is no Level.
    """
    if isinstance(targets, Mapping):
        target = f"{{{label!r}: {as_series('targets', targets[label])!r}}}"
    else:
        level = next(level for level in targets if label in level.orbits)
        if not (hasattr(level, "rank") and hasattr(level, "level")):
            return ""
        target = f"Level({level.rank}, {level.level})"
    template = templates[0] if len(templates) == 1 else templates
    return f"search_sums({template!r}, {target}, powers=[{power}], {options})"


def _levels(targets: Any) -> list[Any]:
    levels = [targets] if hasattr(targets, "orbits") else targets
    return list(levels) if isinstance(levels, Iterable) else [levels]


def _targets(targets: Any, powers: Any, terms: int) -> dict[tuple[Any, int], Series]:
    """Return the targets by label and power of (q; q)_inf."""
    if isinstance(targets, Mapping):
        given = {label: as_series("targets", series) for label, series in targets.items()}
        powers = (0,) if powers is None else powers
    else:
        for level in targets:
            if not (hasattr(level, "orbits") and hasattr(level, "series")):
                raise TypeError(
                    f"targets must be a Level, several, or a mapping of series, "
                    f"got {shown(targets)}"
                )
        given = {c: level.series(c, terms) for level in targets for c in level.orbits}
        powers = (0, 1) if powers is None else powers
    for label, series in given.items():
        if series.order < terms:
            raise ValueError(
                f"targets must have {terms} terms to confirm with, got {series.order} "
                f"of {_label(label)}"
            )
    found = {}
    for power in require_iterable("powers", powers):
        factor = etaq(1, terms) ** require_integer("powers", power, 0)
        for label, series in given.items():
            found[label, power] = factor * series.truncate(terms)
    if not found:
        raise ValueError("targets must hold a series, got none")
    return found


def _same(total: fmpz_poly, series: Series, order: int) -> bool:
    return all(int(total[k]) == series.coefficients[k] for k in range(order))


def one_of_all_orders(template: SumTemplate, matrix: Matrix, vector: Vector) -> Any:
    """Return a name that sums have in common which differ in the names of variables alone."""
    k = template.variables
    below, binomials = template.parsed

    def renamed(form: Vector, at: Sequence[int]) -> Vector:
        return (*(form[i] for i in at), form[-1])

    names = []
    for at in permutations(range(k)):
        factors = (
            sorted(renamed(form, at) for form in below),
            sorted((renamed(u, at), renamed(v, at)) for u, v in binomials),
        )
        names.append(
            (factors, tuple(tuple(matrix[i][j] for j in at) for i in at), [vector[i] for i in at])
        )
    return repr(min(names))


def _in_two_variables(composition: Vector, order: int) -> list[fmpz_poly]:
    """Return the coefficients of z^0, z^1, .. of (z q; q)_inf F_c(z), by layers."""
    by_part = [[0] * order for _ in range(order)]
    for (part, weight), c in largest_part_series(
        Profile.from_composition(composition), order
    ).terms.items():
        by_part[part][weight] = int(c)
    known = [fmpz_poly(row) for row in by_part]
    # (z q; q)_inf = sum_k (-z)^k q^{k(k+1)/2} / (q)_k
    found = [fmpz_poly()] * order
    inverse, k = fmpz_poly([1]), 0
    while (power := k * (k + 1) // 2) < order:
        for n in range(k, order):
            share = known[n - k].mul_low(inverse, order - power).left_shift(power)
            found[n] += -share if k % 2 else share
        k += 1
        inverse = divide_by_one_minus(inverse, k, order)
    return found


def _mark(terms: Mapping[Vector, fmpz_poly], refined: list[fmpz_poly]) -> Vector | None:
    """Return the first mark for which the terms are the series in two variables, or None."""
    k = len(next(iter(terms)))
    for mark in sorted(product(range(MARKS), repeat=k), key=lambda m: (sum(m), [-x for x in m])):
        parts: dict[int, fmpz_poly] = {}
        for n, term in terms.items():
            power = sum(a * b for a, b in zip(mark, n, strict=True))
            parts[power] = parts.get(power, fmpz_poly()) + term
        powers = range(max(len(refined), *(p + 1 for p in parts)))
        zero = fmpz_poly()
        if all(parts.get(p, zero) == (refined[p] if p < len(refined) else zero) for p in powers):
            return mark
    return None


def _claim(
    template: SumTemplate,
    matrix: Matrix,
    vector: Vector,
    target: str,
    power: int,
    mark: Vector | None,
    numbers: tuple[int, int, int],
    again: str,
) -> Claim:
    order, confirm, tried = numbers
    eta = {0: "", 1: "(q; q)_inf "}.get(power, f"(q; q)_inf^{power} ")
    statement = f"{template.written(matrix, vector)} = {eta}{target}"
    if mark is not None:
        exponent = " + ".join(
            f"n{i}" if m == 1 else f"{m} n{i}" for i, m in enumerate(mark, 1) if m
        )
        statement += f", with z^({exponent}): (z q; q)_inf {target.removesuffix('(1)')}(z)"
    return Claim(
        statement,
        f"q^0..q^{confirm - 1}",
        "certified",
        tried=f"{tried} candidates, all terms below the order by a box with a proof",
        reproduce=again,
        further=confirm - order,
    )


def _label(label: Any) -> str:
    if isinstance(label, tuple):
        return f"({','.join(map(_label, label))})"
    return str(label).replace(" ", "")
