"""Families of cylindric partitions: a rule for the layers, weights of rows or slices.

The layer m is how many parts equal to m each row has, f = (f_1, .., f_r); a family says which are
allowed, and what they weigh.  All families are counted by the same layers; some have another form.

    all                  every f; also by Borodin's product
    tight                min f = 0: no value in all rows; (q^r; q^r)_inf F_c(1)
    distinct             sum f <= 1
    row-strict           f_i <= 1; also by free fermions, and for rank 2 by binomials
    rows at most twice   f_i <= 2
    even multiplicities  sum f even
    no multiplicity one  sum f != 1
    odd parts, even parts, odd parts distinct
    bounded rows         rows of at most `bound` parts, by determinants
    doubled              mu^0, .., mu^L with free ends; also by the folded product
    symmetric            the same with inner slices twice: mu^k = mu^{-k} on the cylinder of the
                         word and the word read backwards with 0 and 1 exchanged

What is known of them is in `docs/theorems`; `Family.scan` looks for products.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from flint import fmpz_poly

from cylindric.algebra.series import Series, from_poly
from cylindric.discovery.family_scans import FamilyScan, scan_family
from cylindric.objects.profiles import Profile
from cylindric.products.folded import folded_product
from cylindric.products.weighted import slices_product
from cylindric.sums.bounded_rows import bounded_rows_series
from cylindric.sums.free_ends import free_ends_series
from cylindric.sums.layer_rules import RULES, Composition, LayerRule, layered
from cylindric.sums.row_strict import binomial_polynomial, fermion_series
from termwise.arguments import require_at_most, require_integer, require_iterable, shown
from termwise.doors import door
from termwise.formats import Storable
from termwise.price import require_bytes
from termwise.running import Progress

MAX_WEIGHT = 10**9

FREE_ENDS = ("doubled", "symmetric")
NAMES = (*RULES, "bounded rows", *FREE_ENDS)

METHODS = {
    **dict.fromkeys(RULES, ("layers",)),
    "all": ("layers", "product"),
    "row-strict": ("layers", "fermions", "binomials"),
    "bounded rows": ("determinants",),
    **dict.fromkeys(FREE_ENDS, ("layers", "product")),
}
"""How each rule can be counted, the first by default."""

Allowed = Callable[[int, Composition], bool]


@dataclass(frozen=True, repr=False)
class Family(Storable):
    """Cylindric partitions whose layers obey a rule, weighed by rows or by slices.

    Args:
        rule: one of the names in the module, or a function of m and (f_1, .., f_r) that says
            whether the layer m may be f.
        weights: w_1, .., w_r, positive: a part m of row i weighs m w_i.
        slices: w_1, .., w_T instead, positive: mu^k weighs w_k |mu^k|.  For a doubled family
            w_0, .., w_L.
        bound: how many parts a row may have, for "bounded rows".

    Raises:
        TypeError: a rule that is neither, weights that are no integers; where it is counted, a
            rule that returns anything but True and False.
        ValueError: an unknown name, weights below 1, weights that the rule does not take, a bound
            that is missing or not wanted.

    Source: [KOS] for distinct parts, [BU] for weights and symmetric ones, [GK97] for bounded rows.

    >>> print(Family("row-strict").series((2, 1, 0), 8))
    1 + 2*q + 4*q**2 + 7*q**3 + 12*q**4 + 20*q**5 + 31*q**6 + 48*q**7 + O(q**8)
    >>> print(Family(lambda m, f: m < 3 or not any(f)).series((1,), 8))
    1 + q + 2*q**2 + 2*q**3 + 3*q**4 + 3*q**5 + 4*q**6 + 4*q**7 + O(q**8)
    """

    rule: str | Allowed = "all"
    weights: Iterable[int] | None = None
    slices: Iterable[int] | None = None
    bound: int | None = None

    def __post_init__(self) -> None:
        if not (isinstance(self.rule, str) or callable(self.rule)):
            raise TypeError(f"rule must be a name or a function of m and f, got {shown(self.rule)}")
        if isinstance(self.rule, str) and self.rule not in NAMES:
            raise ValueError(f"rule must be one of {', '.join(NAMES)}, got {shown(self.rule)}")
        for name in ("weights", "slices"):
            value = getattr(self, name)
            if value is not None:
                given = tuple(require_integer(name, w, 1) for w in require_iterable(name, value))
                if max(given, default=0) > MAX_WEIGHT:
                    raise ValueError(
                        f"{name} must be at most {MAX_WEIGHT}, got {shown(max(given))}"
                    )
                object.__setattr__(self, name, given)
        if self.weights is not None and self.rule in (*FREE_ENDS, "bounded rows"):
            raise ValueError(f"weights must not be given for {self.rule}, got {self.weights}")
        if self.slices is not None and (self.weights or self.rule in ("symmetric", "bounded rows")):
            why = "with weights" if self.weights else f"for {self.rule}"
            raise ValueError(f"slices must not be given {why}, got {self.slices}")
        if (self.rule == "bounded rows") != (self.bound is not None):
            raise ValueError(
                f"bound must be given for bounded rows, and for no other rule, "
                f"got {shown(self.bound)}"
            )
        if self.bound is not None:
            require_at_most(
                MAX_WEIGHT, require_integer("bound", self.bound, 0), "parts a row", keyword=None
            )

    def __repr__(self) -> str:
        names = ("weights", "slices", "bound")
        given = [f"{name}={getattr(self, name)!r}" for name in names]
        said = [text for text in given if not text.endswith("=None")]
        return f"Family({', '.join([repr(self.rule), *said])})"

    def __str__(self) -> str:
        name = self.rule if isinstance(self.rule, str) else "a rule of its own"
        given = [("row weights", self.weights), ("slice weights", self.slices)]
        said = [f"{what} {value}" for what, value in given if value is not None]
        if self.bound is not None:
            said.append(f"at most {self.bound} parts")
        return ", ".join([name, *said])

    @property
    def methods(self) -> tuple[str, ...]:
        """How the family can be counted, the first by default.

        >>> Family("row-strict").methods, Family("row-strict", weights=(1, 2)).methods
        (('layers', 'fermions', 'binomials'), ('layers',))
        """
        if not isinstance(self.rule, str) or self.weights is not None:
            return ("layers",)
        if self.slices is not None and self.rule not in ("all", "doubled"):
            return ("layers",)
        return METHODS[self.rule]

    @door
    def series(
        self,
        profile: Profile | Iterable[int],
        order: int,
        *,
        largest: int | None = None,
        method: str | None = None,
    ) -> Series:
        """Count the family by weight.

        Args:
            profile: a Profile or a composition; of a doubled or symmetric family the word of
                mu^0, .., mu^L.
            order: how many coefficients.
            largest: a bound for the parts; by default there is none.
            method: one of `methods`.  Products are for parts without bound, binomials for rank 2.

        Raises:
            ValueError: a profile without 0s, weights of another number, a method that does not
                apply, or what takes too much memory or time.

        >>> Family("symmetric").series(Profile("10"), 9).coefficients
        (1, 0, 1, 2, 2, 2, 5, 6, 7)
        """
        word = profile if isinstance(profile, Profile) else Profile.from_composition(profile)
        require_integer("order", order, 1)
        require_bytes(order**2 // 8, f"{shown(order)} coefficients")
        if largest is not None:
            require_integer("largest", largest, 0)
        method = self.methods[0] if method is None else method
        if method not in self.methods:
            raise ValueError(
                f"method must be one of {', '.join(self.methods)} for {self}, got {shown(method)}"
            )
        if method == "product" and largest is not None:
            raise ValueError(f"largest must not be given for a product, got {largest}")
        return from_poly(self._poly(word, order, largest, method), order, "q")

    def _poly(self, word: Profile, order: int, largest: int | None, method: str) -> fmpz_poly:
        if self.rule in FREE_ENDS:
            slices = self.ends(word.period)
            if method == "product":
                return folded_product(word.word, slices, order)
            return free_ends_series(word.period, slices, order, largest=largest)[word.word]
        if not word.rank:
            raise ValueError(f"profile must have a 0, got {shown(word.word)}")
        c = word.composition
        if self.slices is not None:
            _require_length("slices", self.slices, word.period)
        if self.weights is not None:
            _require_length("weights", self.weights, word.rank)
        if method == "product":
            return slices_product(word.word, tuple(self.slices or (1,) * word.period), order)
        if method == "fermions":
            return fermion_series(c, order, largest=largest)
        if method == "binomials":
            return _by_binomials(c, order, largest)
        if self.bound is not None:
            return bounded_rows_series(c, self.bound, order, largest=largest)
        place = word.word.index("0") + 1
        found = layered(
            word.rank,
            word.level,
            order,
            self.layer_rule,
            weights=self.weights,  # type: ignore[arg-type]  # both were made tuples
            slices=self.slices,  # type: ignore[arg-type]
            largest=largest,
            start=c,
            place=place,
        )
        return found[c]

    def ends(self, length: int) -> tuple[int, ...]:
        """Return the weights of mu^0, .., mu^L."""
        if self.slices is not None:
            _require_length("slices", self.slices, length + 1)
            return tuple(self.slices)
        return (1, *[2 if self.rule == "symmetric" else 1] * (length - 1), 1)

    @property
    def layer_rule(self) -> LayerRule:
        """The rule as the layers read it."""
        if isinstance(self.rule, str):
            return RULES[self.rule]
        return LayerRule("a rule of its own", _answering(self.rule), period=0, cyclic=False)

    @door
    def scan(
        self,
        rank: int,
        levels: int | Iterable[int],
        order: int = 80,
        *,
        confirm: bool = True,
        progress: Progress = False,
    ) -> FamilyScan:
        """Look for infinite products among the series of all profiles of some levels.

        Args:
            rank: the number of rows, 0s of the word.
            levels: a level, or several: the number of 1s.
            order: the series are known to q^(order - 1); periods up to a third of that are found.
            confirm: whether to compare each product with a series of twice the order, too.
            progress: whether, or whom, to tell how many profiles are done.

        Returns:
            A FamilyScan: the products, each with its claim, and apart from them those that are
            trivial: the same series as another profile, a known product, a level of one orbit.

        Raises:
            ValueError: a rank or a level below 1, slice weights, too few terms, or what takes too
                much time.

        >>> print(Family("row-strict").scan(3, 3, 60))
        row-strict, rank 3, level 3: 1 product of period at most 17 among 4 profiles to q^59
        (2,1,0): (q^2; q^2)_inf (q^3; q^3)_inf/(q; q)_inf^2   (CERTIFIED on 60 further terms)
        trivial: (2,0,1), (2,1,0) read backwards
        """
        return scan_family(self, rank, levels, order, confirm, progress)


def _answering(rule: Allowed) -> Allowed:
    """Return the rule, with True and False for its only answers."""

    def allowed(m: int, f: Composition) -> bool:
        answer = rule(m, f)
        if not isinstance(answer, bool | np.bool_):
            raise TypeError(
                f"rule must return True or False, got {shown(answer)} of {m} and {shown(f)}"
            )
        return bool(answer)

    return allowed


def _by_binomials(c: Composition, order: int, largest: int | None) -> fmpz_poly:
    if len(c) != 2:
        raise ValueError(f"method must not be binomials unless the rank is 2, got {shown(c)}")
    level, i = sum(c), c[1]
    # A part m weighs at least m, so that larger ones do not matter.
    m = order - 1 if largest is None else min(largest, order - 1)
    return binomial_polynomial(level, i, m).truncate(order)


def _require_length(name: str, values: Any, length: int) -> None:
    if len(values) != length:
        raise ValueError(f"{name} must be {length} for this profile, got {shown(values)}")
