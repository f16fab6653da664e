"""Two series or more, coefficient by coefficient, as far as all of them are known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from cylindric.algebra.multiseries import MultiSeries
from cylindric.algebra.multiseries_products import degree_of
from cylindric.algebra.series import MAX_ORDER, Series
from termwise import Comparison
from termwise.arguments import brief, shown
from termwise.doors import door


@door
def compare_series(
    a: Series | MultiSeries | Iterable[int],
    b: Series | MultiSeries | Iterable[int],
    *others: Series | MultiSeries | Iterable[int],
    statement: str = "",
    names: Sequence[str] | None = None,
) -> Comparison:
    """Compare series coefficient by coefficient, below the lowest of their orders.

    Args:
        a, b, others: the series, at least two: Series or numbers, which are coefficients of
            q^0, q^1, ..; or MultiSeries, all in the same variables.  The first is the reference.
        statement: what is claimed; by default that the series are equal.
        names: of the sides; by default a, b, c, ..

    Returns:
        A Comparison with a row for every coefficient, or for every term that some side has.

    Raises:
        TypeError: a side is none of these, or MultiSeries are mixed with others.
        ValueError: MultiSeries in other variables, no coefficients, or other names than sides.

    >>> from cylindric.algebra.q_products import qpochhammer
    >>> partitions = 1 / qpochhammer((1,), 1, 6)
    >>> print(compare_series(partitions, [1, 1, 2, 3, 5, 8, 11], names=["product", "guess"]))
    product = guess below order 6
    <BLANKLINE>
    term  product  guess
    q^0         1      1
    q^1         1      1
    q^2         2      2
    q^3         3      3
    q^4         5      5
    q^5         7      8  <-- differs
    <BLANKLINE>
    DIFFERS at q^5: product = 7, guess = 8 (1 of 6 terms)
    """
    series = (a, b, *others)
    called = [chr(ord("a") + at) for at in range(len(series))] if names is None else list(names)
    strings = all(isinstance(name, str) for name in called)
    if not strings or not len(called) == len(set(called)) == len(series):
        raise ValueError(f"names must be {len(series)} different strings, got {shown(called)}")
    many = [isinstance(each, MultiSeries) for each in series]
    if any(many) and not all(many):
        raise TypeError("sides must be MultiSeries all or none, got both")
    order, tables = _of_many(series) if all(many) else _of_one(series)
    return Comparison.of_terms(
        statement or f"{' = '.join(called)} below order {order}",
        dict(zip(called, tables, strict=True)),
    )


def _of_one(series: Sequence[Any]) -> tuple[int, list[dict[str, int]]]:
    """Return the common order, and coefficients by powers of the variable of the first Series."""
    whole = [each if isinstance(each, Series) else _listed(each) for each in series]
    order = min(each.order for each in whole)
    named = [each.variable for each in series if isinstance(each, Series)]
    variable = named[0] if named else "q"
    return order, [
        {f"{variable}^{k}": c for k, c in enumerate(each.coefficients[:order])} for each in whole
    ]


def _listed(coefficients: Any) -> Series:
    if isinstance(coefficients, str) or not isinstance(coefficients, Iterable):
        raise TypeError(f"sides must be series or numbers, got {shown(coefficients)}")
    return Series(list(islice(coefficients, MAX_ORDER)))


def _of_many(series: Sequence[Any]) -> tuple[int, list[dict[str, Any]]]:
    """Return the common order, and for every side the terms that some side has below it."""
    first = series[0]
    for each in series[1:]:
        if (each.variables, each.degrees) != (first.variables, first.degrees):
            raise ValueError(
                f"sides must be in the same variables, got {brief(first.variables)} and "
                f"{brief(each.variables)}, or other degrees"
            )
    order = min(each.order for each in series)
    exponents = dict.fromkeys(
        e for each in series for e in each.terms if degree_of(first.degrees, e) < order
    )
    origin = (0,) * len(first.variables)
    keys = sorted(exponents or [origin], key=lambda e: (degree_of(first.degrees, e), e))
    return order, [
        {_monomial(first.variables, e): each.terms.get(e, 0) for e in keys} for each in series
    ]


def _monomial(variables: Sequence[str], exponents: Sequence[int]) -> str:
    powers = [f"{x}^{e}" if e > 1 else x for x, e in zip(variables, exponents, strict=True) if e]
    return "*".join(powers) or "1"
