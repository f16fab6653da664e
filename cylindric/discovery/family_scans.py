"""All profiles of some levels, their series in a family, and which of them are infinite products.

What needs no proof is listed apart: a profile read backwards or any other with the same series as
one before, a product that is known (Borodin's, at q or q^2, of tight partitions, folded), a level
of one orbit, whose layers are one factor each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import combinations
from math import comb
from typing import Any

from flint import fmpz_poly

from cylindric.algebra.power_series import theta
from cylindric.algebra.series import Series, from_poly
from cylindric.discovery.found_products import (
    SPARE,
    ProductSearch,
    find_product,
    is_product,
    remade_from,
)
from cylindric.discovery.hits import Hits, longest_period, products_found
from cylindric.objects.orbits import number_of_orbits, orbit_of, orbits_with_index
from cylindric.objects.profiles import Profile
from cylindric.products.folded import folded_product
from cylindric.products.weighted import slices_product
from cylindric.sums.free_ends import free_ends_series
from cylindric.sums.layer_rules import layered
from termwise.arguments import (
    require_at_most,
    require_integer,
    require_text,
    shown,
)
from termwise.claims import Claim
from termwise.formats import Storable
from termwise.price import require_bytes, require_steps
from termwise.running import Progress, run

MAX_ROWS = 500
"""Compositions are listed part after part."""

Label = tuple[int, ...] | str
"""A composition, or the word of a family with free ends."""


@dataclass(frozen=True)
class FamilyHit(Storable):
    """A profile whose series is a product.

    Args:
        profile: the composition, or the word of a family with free ends.
        search: the product, and its claim.
        trivial: why it is no find, or nothing.
    """

    profile: Label
    search: ProductSearch
    trivial: str = ""

    def __post_init__(self) -> None:
        if not isinstance(self.search, ProductSearch):
            raise TypeError(f"search must be a ProductSearch, got {shown(self.search)}")
        require_text("trivial", self.trivial)

    def __str__(self) -> str:
        return f"{_label(self.profile)}: {self.search.product}"


@dataclass(frozen=True)
class FamilyScan(Hits[FamilyHit], Storable):
    """The products among the series of a family; true if there is one that is not trivial.

    Args:
        subject: the family, the rank and the levels.
        hits: the products that are not trivial.
        trivial: those that are, and why.
        tried: how many profiles were tried, one for each orbit where rotations do not matter.
        order: they were scanned to q^(order - 1).
        reproduce: the line that makes the scan again, if it can be written.
        fell: how many products to that order the longer series refuted.
    """

    subject: str
    hits: tuple[FamilyHit, ...]
    trivial: tuple[FamilyHit, ...]
    tried: int
    order: int
    reproduce: str = ""
    fell: int = 0

    def __post_init__(self) -> None:
        self._keep("hits", FamilyHit)
        self._keep("trivial", FamilyHit)
        require_text("subject", self.subject)
        require_integer("tried", self.tried, 0)
        require_integer("order", self.order, 1)
        require_text("reproduce", self.reproduce)
        require_integer("fell", self.fell, 0)

    @property
    def summary(self) -> str:
        """How many were tried and found, to which order, in one line."""
        return (
            f"{products_found(len(self.hits), self.order)} among "
            f"{self.tried} profiles to q^{self.order - 1}"
            f"{f', {self.fell} more refuted by further terms' if self.fell else ''}"
        )

    @property
    def claim(self) -> Claim:
        """That there are no other products, as far as was looked."""
        found = ", ".join(_label(hit.profile) for hit in self.hits)
        return Claim(
            f"{self.subject}: {f'a product for {found}' if found else 'no product'}"
            f"{', no other' if found else ''} of period at most {longest_period(self.order)}"
            f"{', trivial ones apart' if self.trivial else ''}",
            f"{self.tried} profiles, q^0..q^{self.order - 1}",
            "checked",
            reproduce=self.reproduce,
        )

    def __str__(self) -> str:
        lines = [f"{hit}   ({hit.search.claim.verdict})" for hit in self.hits]
        apart = [f"trivial: {_label(hit.profile)}, {hit.trivial}" for hit in self.trivial]
        return "\n".join([f"{self.subject}: {self.summary}", *lines, *apart])

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{escape(str(hit))}</td>"
            f"<td>{escape(hit.trivial or hit.search.claim.verdict)}</td></tr>"
            for hit in (*self.hits, *self.trivial)
        )
        return (
            f"<table><caption>{escape(self.subject)}</caption><tbody>{rows}</tbody></table>"
            f"<p>{escape(self.summary)}</p>"
        )


def scan_family(
    family: Any,
    rank: int,
    levels: int | Iterable[int],
    order: int,
    confirm: bool,
    progress: Progress,
) -> FamilyScan:
    """Do what `Family.scan` says."""
    require_at_most(MAX_ROWS, require_integer("rank", rank, 1), "rows", keyword=None)
    several = [levels] if not isinstance(levels, Iterable) else list(levels)
    several = list(dict.fromkeys(require_integer("levels", level, 1) for level in several))
    if not several:
        raise ValueError("levels must hold a level, got none")
    if require_integer("order", order) < 4 + SPARE:
        raise ValueError(f"order must be at least {4 + SPARE} to show a period, got {order}")
    if family.slices is not None:
        raise ValueError(f"slices must not be given for a scan, got {family.slices}")
    if family.weights is not None and len(family.weights) != rank:
        raise ValueError(f"weights must be {rank} for this rank, got {shown(family.weights)}")
    number = sum(_number(family, rank, level) for level in several)
    require_steps(2 * number * order**2, "steps of finding products")
    require_bytes(100 * number, "the profiles")
    items = [(level, label) for level in several for label in _labels(family, rank, level)]
    require_steps(2 * len(items) * order**2, "steps of finding products")
    known = {level: _Known(family, rank, level, order) for level in several}
    first: dict[tuple[int, tuple[int, ...]], Label] = {}

    def found(item: tuple[int, Label]) -> FamilyHit | None:
        level, label = item
        poly = known[level].series(label)
        if not is_product(poly, order):
            return None
        series = from_poly(poly, order, "q")
        key = (level, tuple(map(int, poly.coeffs())))
        trivial = known[level].trivial(label, series, first.get(key))
        first.setdefault(key, label)
        longer = family.series(_profile(label), 2 * order) if confirm and not trivial else None
        search = find_product(series, confirm=longer)
        if isinstance(family.rule, str):
            terms = order if longer is None else longer.order
            text = f"{family!r}.series({_profile(label)!r}, {terms})"
            search = remade_from(search, terms, text)
        return FamilyHit(label, search, trivial)

    hits = [hit for hit in run(found, items, progress=progress, description="profiles") if hit]
    said = ", ".join(map(str, several))
    again = ""
    if isinstance(family.rule, str):
        line = several if len(several) > 1 else several[0]
        again = f"{family!r}.scan({rank}, {line}, {order}{', confirm=False' * (not confirm)})"
    return FamilyScan(
        f"{family}, rank {rank}, level{'s' if len(several) > 1 else ''} {said}",
        tuple(hit for hit in hits if not hit.trivial and hit.search),
        tuple(hit for hit in hits if hit.trivial),
        len(items),
        order,
        again,
        sum(not hit.trivial and not hit.search for hit in hits),
    )


class _Known:
    """The series of a level, made at once where they can be, and what is known of them."""

    def __init__(self, family: Any, rank: int, level: int, order: int) -> None:
        self.family, self.rank, self.level, self.order = family, rank, level, order
        self.all: dict[Any, fmpz_poly] | None = None

    def series(self, label: Label) -> fmpz_poly:
        if self.family.bound is not None:
            series = self.family.series(_profile(label), self.order)
            return fmpz_poly(list(series.coefficients))
        if self.all is None and isinstance(label, str):
            slices = self.family.ends(len(label))
            self.all = dict(free_ends_series(len(label), slices, self.order))
        if self.all is None:
            rule, weights = self.family.layer_rule, self.family.weights
            found = layered(self.rank, self.level, self.order, rule, weights=weights)
            self.all = dict(found)
        return self.all[label]

    def trivial(self, label: Label, series: Series, before: Label | None) -> str:
        """Say why a product is no find, or nothing."""
        if before is not None:
            return f"{_label(before)} {_how(label, before)}"
        alike = not isinstance(label, str) and cyclic(self.family)
        if alike and number_of_orbits(self.rank, self.level) == 1:
            return "the only orbit of its level"
        for what, poly in self.products(label):
            if from_poly(poly, self.order, "q") == series:
                return what
        return ""

    def products(self, label: Label) -> Iterator[tuple[str, fmpz_poly]]:
        """Yield the products that are known for every profile."""
        order = self.order
        if isinstance(label, str):
            yield "the folded product", folded_product(label, self.family.ends(len(label)), order)
            return
        word = _profile(label).word
        for power in (1, 2):
            at = "" if power == 1 else f" at q^{power}"
            whole = slices_product(word, (power,) * len(word), order)
            yield f"Borodin's product{at}", whole
            r = self.rank * power
            yield (
                f"(q^{r}; q^{r})_inf times Borodin's product{at}: the tight ones",
                whole.mul_low(theta(r, 3 * r, order), order),
            )


def cyclic(family: Any) -> bool:
    """Return whether rotating a profile does not change its series."""
    return isinstance(family.rule, str) and len(set(family.weights or (1,))) == 1


def _number(family: Any, rank: int, level: int) -> int:
    """Return how many labels a level has; at least so many, if they are orbits."""
    if family.rule in ("doubled", "symmetric"):
        return comb(rank + level, rank)
    return -(-comb(rank + level - 1, rank - 1) // (rank if cyclic(family) else 1))


def _labels(family: Any, rank: int, level: int) -> list[Label]:
    """Return the profiles of a level, one of each orbit where that is all."""
    if family.rule in ("doubled", "symmetric"):
        return [
            "".join("0" if k in zeros else "1" for k in range(rank + level))
            for zeros in combinations(range(rank + level), rank)
        ]
    orbits, index = orbits_with_index(rank, level)
    return list(orbits) if cyclic(family) else list(index)


def _profile(label: Label) -> Profile:
    return Profile(label) if isinstance(label, str) else Profile.from_composition(label)


def _how(label: Label, before: Label) -> str:
    """Say how a profile comes from the one before, of the same series."""
    if isinstance(label, str) or isinstance(before, str):
        backwards = Profile(str(label)).reverse_complement().word == before
    elif orbit_of(label) == orbit_of(before):
        return "rotated"
    else:
        backwards = orbit_of(label[::-1]) == orbit_of(before)
    return "read backwards" if backwards else "which has the same series"


def _label(label: Label) -> str:
    return str(label).replace(" ", "")
