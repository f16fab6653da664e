"""To SageMath and back: partitions, plane partitions, growth diagrams, series.

SageMath is imported when something is converted, and not before.
"""

from __future__ import annotations

from typing import Any

from cylindric.algebra.polynomials import Polynomial
from cylindric.algebra.series import Series
from cylindric.growth.bijection import compose
from cylindric.growth.diagrams import GrowthDiagram, growth_diagram
from cylindric.growth.local_rules import RSK
from cylindric.objects.cylindric_partitions import CylindricPartition
from cylindric.objects.partitions import Partition
from cylindric.objects.profiles import Profile
from termwise.arguments import brief, shown
from termwise.sage import is_of_sage, sage


def to_sage(value: Partition | CylindricPartition | GrowthDiagram | Series | Polynomial) -> Any:
    """Return SageMath's object for one of ours.

    Args:
        value: a Partition; a cylindric partition of a profile 1^r 0^d with mu^0 empty, which is a
            plane partition in r rows and d columns; its growth diagram by RSK, whose boundary then
            is Sage's `out_labels()`; a Series, or a Polynomial, over ZZ.

    Raises:
        TypeError: a value of another type.
        ValueError: a cylindric partition that is no plane partition.
        ModuleNotFoundError: SageMath is not installed.
    """
    if isinstance(value, Partition):
        return sage("combinat.partition", "Partition")(list(value))
    if isinstance(value, CylindricPartition):
        rows = [list(row) for row in value.plane_partition()]
        return sage("combinat.plane_partition", "PlanePartition")(rows)
    if isinstance(value, GrowthDiagram):
        return _growth_of(value)
    if isinstance(value, Series):
        ring = sage("rings.power_series_ring", "PowerSeriesRing")(_integers(), value.variable)
        return ring(list(value.coefficients)).add_bigoh(value.order)
    if isinstance(value, Polynomial):
        ring = sage("rings.polynomial.polynomial_ring_constructor", "PolynomialRing")
        return ring(_integers(), value.variable)(list(value.coefficients))
    raise TypeError(
        "value must be a Partition, a CylindricPartition, a GrowthDiagram, a Series or a "
        f"Polynomial, got {shown(value)}"
    )


def from_sage(value: Any) -> Any:
    """Return our object for one of SageMath's.

    Args:
        value: a partition; a plane partition, which becomes a cylindric partition of the profile
            1^r 0^d of its box; a growth diagram of a rectangle by RSK; a tableau, which becomes its
            tuple of rows; a univariate polynomial or a power series with integer coefficients.

    Raises:
        TypeError: a value of another type, or a coefficient that is no integer.
        ValueError: a power series without an order.
    """
    if is_of_sage(value, "Partition"):
        return Partition(map(int, value))
    if is_of_sage(value, "PlanePartition"):
        return CylindricPartition.from_plane_partition([map(int, row) for row in value])
    if is_of_sage(value, "GrowthDiagram"):
        return _growth_from(value)
    if is_of_sage(value, "Tableau"):
        return tuple(tuple(int(entry) for entry in row) for row in value)
    if is_of_sage(value, "PowerSeries"):
        order = value.prec()
        if not isinstance(order, int) and not hasattr(order, "__index__"):
            raise ValueError(f"value must have an order O(..), got {shown(value)}")
        return Series([value[k] for k in range(int(order))], variable=str(value.parent().gen()))
    if is_of_sage(value, "Polynomial"):
        return Polynomial(value.list(), variable=str(value.parent().gen()))
    raise TypeError(
        "value must be a partition, plane partition, growth diagram, tableau, polynomial or power "
        f"series of Sage, got {shown(value)}"
    )


def _integers() -> Any:
    return sage("rings.integer_ring", "ZZ")


def _growth_of(diagram: GrowthDiagram) -> Any:
    """Return Sage's diagram of the same labels: the box (i, j) is its cell (i - 1, T - j)."""
    profile = diagram.subject.profile
    r, d = profile.level, profile.rank
    if profile.word != "1" * r + "0" * d or diagram.subject.partitions[-1]:
        raise ValueError(
            f"value must be of a profile 1^r 0^d with mu^0 empty, got {brief(diagram.subject)}"
        )
    if diagram.rule != RSK:
        raise ValueError(f"value must be by RSK, as Sage's rule of that name, got {diagram.rule!r}")
    labels = diagram.decomposition.labels
    filling = {
        (i - 1, r + d - j): labels.get((i, j, 1), 0)
        for i in range(1, r + 1)
        for j in range(r + 1, r + d + 1)
    }
    made = sage("combinat.growth", "GrowthDiagram")
    return made(made.rules.RSK(), filling, shape=[r] * d)


def _growth_from(value: Any) -> GrowthDiagram:
    """Return the growth diagram of the labels of Sage's, for a rectangle."""
    rows = [int(row) for row in value.shape()[0]]
    if value.shape()[1] or len(set(rows)) != 1 or not is_of_sage(value.rule, "RuleRSK"):
        raise ValueError("value must be a growth diagram of a rectangle by RSK")
    r, d = rows[0], len(rows)
    labels = {(int(x) + 1, r + d - int(y), 1): int(m) for (x, y), m in value.filling().items()}
    return growth_diagram(compose(Profile("1" * r + "0" * d), (), labels))
