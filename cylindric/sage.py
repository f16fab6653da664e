"""To SageMath and back: partitions, tableaux, plane partitions, growth diagrams, series.

SageMath is imported when something is converted, and not before.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from cylindric.algebra.multiseries import MultiSeries
from cylindric.algebra.polynomials import Polynomial
from cylindric.algebra.series import Series
from cylindric.growth.diagrams import GrowthDiagram, growth_diagram
from cylindric.growth.local_rules import BURGE, RSK, RULES, LocalRule
from cylindric.growth.tableaux import Tableau, require_tableau
from cylindric.objects.cylindric_partitions import CylindricPartition
from cylindric.objects.partitions import Partition
from cylindric.objects.profiles import Profile
from termwise.arguments import brief, shown
from termwise.exact import exact_number
from termwise.sage import is_of_sage, sage

Ours = (
    Partition
    | Tableau
    | tuple[Tableau, Tableau]
    | CylindricPartition
    | GrowthDiagram
    | Series
    | MultiSeries
    | Polynomial
)


def to_sage(value: Ours) -> Any:
    """Return SageMath's object for one of ours.

    Args:
        value: a Partition; a semistandard tableau as a tuple of rows, or the two of `rsk`, as the
            list that Sage's RSK returns; a cylindric partition of a profile 1^r 0^d with mu^0
            empty, which is a plane partition in a box of r rows and d columns, as high as its
            largest part; a growth diagram by RSK or BURGE of a profile that begins with 1 and ends
            with 0, of which Sage has the planar part: the boxes i < j of the first turn, all there
            are if mu^0 is empty; a Series or a Polynomial, over ZZ; a MultiSeries, over QQ.

    The boundary of c is Sage's `out_labels()`, conjugated if the rule is BURGE; what is left by the
    planar part is its `in_labels()`.  An up step is a column, a down step a row.

    Raises:
        TypeError: a value of another type.
        ValueError: rows that are no semistandard tableau of positive integers; a cylindric
            partition that is no plane partition; a growth diagram by another rule, or of a profile
            that begins with 0 or ends with 1; a MultiSeries in one variable, or of other degrees
            than 1 for each.
        ModuleNotFoundError: SageMath is not installed.
    """
    if isinstance(value, Partition):
        return sage("combinat.partition", "Partition")(list(value))
    if isinstance(value, tuple) and all(isinstance(row, tuple) for row in value):
        return _tableaux_of(value)
    if isinstance(value, CylindricPartition):
        rows = [list(row) for row in value.plane_partition()]
        box = (value.profile.level, value.profile.rank, value.largest_part)
        return sage("combinat.plane_partition", "PlanePartition")(rows, box_size=box)
    if isinstance(value, GrowthDiagram):
        return _growth_of(value)
    if isinstance(value, Series):
        ring = sage("rings.power_series_ring", "PowerSeriesRing")(_integers(), value.variable)
        return ring(list(value.coefficients)).add_bigoh(value.order)
    if isinstance(value, MultiSeries):
        return _series_of(value)
    if isinstance(value, Polynomial):
        ring = sage("rings.polynomial.polynomial_ring_constructor", "PolynomialRing")
        return ring(_integers(), value.variable)(list(value.coefficients))
    raise TypeError(
        "value must be a Partition, a tableau, a CylindricPartition, a GrowthDiagram, a Series, a "
        f"MultiSeries or a Polynomial, got {shown(value)}"
    )


def from_sage(value: Any) -> Any:
    """Return our object for one of SageMath's.

    Args:
        value: a partition; a tableau, which becomes its tuple of rows, or the two of Sage's RSK; a
            plane partition, which becomes a cylindric partition of the profile 1^r 0^d of its box,
            or of as many rows and columns as it has; a growth diagram by RSK or Burge whose
            boundary begins and ends with one partition, mu^0; a univariate polynomial or power
            series with integer coefficients; a power series in several variables over ZZ or QQ.

    A growth diagram of a skew shape gives that of the whole shape: it has the same boundary.

    Raises:
        TypeError: a value of another type, or a coefficient that is no integer.
        ValueError: a power series without an order; a growth diagram by another rule, without
            cells, or of other ends.
    """
    if is_of_sage(value, "Partition"):
        return Partition(map(int, value))
    if is_of_sage(value, "PlanePartition"):
        return CylindricPartition.from_plane_partition(_rows_of(value))
    if is_of_sage(value, "GrowthDiagram"):
        return _growth_from(value)
    if is_of_sage(value, "Tableau"):
        return tuple(tuple(int(entry) for entry in row) for row in value)
    if isinstance(value, list) and value and all(is_of_sage(each, "Tableau") for each in value):
        return tuple(map(from_sage, value))
    if is_of_sage(value, "PowerSeries"):
        return _series_from(value)
    if is_of_sage(value, "Polynomial"):
        return Polynomial(value.list(), variable=str(value.parent().gen()))
    raise TypeError(
        "value must be a partition, plane partition, growth diagram, tableau, polynomial or power "
        f"series of Sage, got {shown(value)}"
    )


def _series_of(value: MultiSeries) -> Any:
    if len(value.variables) < 2 or set(value.degrees) != {1}:
        raise ValueError(
            "value must have two variables or more, each of degree 1, as Sage has series of total "
            f"degree, got {brief(dict(zip(value.variables, value.degrees, strict=True)))}"
        )
    over = (_rationals(), value.variables)
    ring = sage("rings.power_series_ring", "PowerSeriesRing")(*over)
    polynomials = sage("rings.polynomial.polynomial_ring_constructor", "PolynomialRing")(*over)
    terms = {}
    for exponents, coefficient in value.terms.items():
        number = exact_number("coefficients", coefficient)
        terms[exponents] = _rationals()((number.numerator, number.denominator))
    return ring(polynomials(terms)).add_bigoh(value.order)


def _series_from(value: Any) -> Series | MultiSeries:
    order = value.prec()
    if not hasattr(order, "__index__"):
        raise ValueError(f"value must have an order O(..), got {shown(value)}")
    if is_of_sage(value, "MPowerSeries"):
        terms = {tuple(e): c for e, c in value.monomial_coefficients().items()}
        return MultiSeries([str(x) for x in value.parent().gens()], terms, int(order))
    return Series([value[k] for k in range(int(order))], variable=str(value.parent().gen()))


def _rows_of(value: Any) -> list[list[int]]:
    """Return the rows of a plane partition, with the zeros that fill up its box if it has one."""
    rows = [[int(entry) for entry in row] for row in value]
    r, d, _ = map(int, value.parent().box() or (0, 0, 0))
    rows += [[] for _ in range(r - len(rows))]
    return [row + [0] * (d - len(row)) for row in rows]


def _integers() -> Any:
    return sage("rings.integer_ring", "ZZ")


def _rationals() -> Any:
    return sage("rings.rational_field", "QQ")


def _tableaux_of(value: tuple[Any, ...]) -> Any:
    """Return a tableau of Sage, or two: tuples of tuples of tuples."""
    if len(value) == 2 and all(isinstance(row, tuple) for each in value for row in each):
        return [_tableaux_of(each) for each in value]
    return sage("combinat.tableau", "SemistandardTableau")(require_tableau("value", value))


def _growth_of(diagram: GrowthDiagram) -> Any:
    """Return Sage's diagram of the boxes i < j of the first turn, found by its own rule.

    Its boundary is read from below, as ours from mu^0: an up step is a column, a down step a row.
    """
    word, rule = diagram.subject.profile.word, diagram.rule
    if rule not in RULES.values():
        raise ValueError(f"value must be by RSK or BURGE, Sage's rules of that name, got {rule!r}")
    if word[0] == "0" or word[-1] == "1":
        raise ValueError(
            "value must be of a profile that begins with 1 and ends with 0, such as c.rotate(k) "
            f"has for some k, got {word}"
        )
    shape = [word[:k].count("1") for k, letter in enumerate(word) if letter == "0"][::-1]
    walk = [diagram.subject.partitions[-1], *diagram.subject.partitions]
    made = sage("combinat.growth", "GrowthDiagram")
    by = made.rules.RSK() if rule == RSK else made.rules.Burge()
    return made(by, shape=shape, labels=[list(_turned(mu, rule)) for mu in walk])


def _growth_from(value: Any) -> GrowthDiagram:
    """Return the growth diagram of the boundary of Sage's, however much of it Sage has peeled."""
    burge = is_of_sage(value.rule, "RuleBurge")
    if not (burge or is_of_sage(value.rule, "RuleRSK")):
        raise ValueError(f"value must be by Sage's rule RSK or Burge, got {shown(value.rule)}")
    rule = BURGE if burge else RSK
    walk = [_turned(Partition(map(int, mu)), rule) for mu in value.out_labels()]
    if len(walk) == 1 or walk[0] != walk[-1]:
        raise ValueError(
            f"value must have cells, and one partition at both ends of its boundary, "
            f"got {brief(walk[0])} and {brief(walk[-1])}"
        )
    rows = [0, *map(int, reversed(value.shape()[0]))]
    word = "".join("1" * (high - low) + "0" for low, high in pairwise(rows))
    return growth_diagram(CylindricPartition(Profile(word), walk[1:]), rule)


def _turned(mu: Partition, rule: LocalRule) -> Partition:
    """Return the partition that stands for ours in Sage's rule: Burge's are the conjugates."""
    return mu.conjugate() if rule == BURGE else mu
