"""To SageMath and back: partitions, plane partitions, tableaux, polynomials, power series.

SageMath is imported when something is converted, and not before.
"""

from __future__ import annotations

from typing import Any

from cylindric.algebra.polynomials import Polynomial
from cylindric.algebra.series import Series
from cylindric.objects.cylindric_partitions import CylindricPartition
from cylindric.objects.partitions import Partition
from termwise.arguments import shown
from termwise.sage import is_of_sage, sage


def to_sage(value: Partition | CylindricPartition | Series | Polynomial) -> Any:
    """Return SageMath's object for one of ours.

    Args:
        value: a Partition; a cylindric partition of a profile 1^r 0^d with mu^0 empty, which is a
            plane partition in r rows and d columns; a Series, or a Polynomial, over ZZ.

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
    if isinstance(value, Series):
        ring = sage("rings.power_series_ring", "PowerSeriesRing")(_integers(), value.variable)
        return ring(list(value.coefficients)).add_bigoh(value.order)
    if isinstance(value, Polynomial):
        ring = sage("rings.polynomial.polynomial_ring_constructor", "PolynomialRing")
        return ring(_integers(), value.variable)(list(value.coefficients))
    raise TypeError(
        "value must be a Partition, a CylindricPartition, a Series or a Polynomial, "
        f"got {shown(value)}"
    )


def from_sage(value: Any) -> Any:
    """Return our object for one of SageMath's.

    Args:
        value: a partition; a plane partition, which becomes a cylindric partition of the profile
            1^r 0^d of its box; a tableau, which becomes its tuple of rows; a univariate
            polynomial or a power series with integer coefficients.

    Raises:
        TypeError: a value of another type, or a coefficient that is no integer.
        ValueError: a power series without an order.
    """
    if is_of_sage(value, "Partition"):
        return Partition(map(int, value))
    if is_of_sage(value, "PlanePartition"):
        return CylindricPartition.from_plane_partition([map(int, row) for row in value])
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
        "value must be a partition, plane partition, tableau, polynomial or power series of Sage, "
        f"got {shown(value)}"
    )


def _integers() -> Any:
    return sage("rings.integer_ring", "ZZ")
