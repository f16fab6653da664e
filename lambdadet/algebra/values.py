"""The value of a table of terms: at numbers, and at elements of any ring with exact division."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flint import fmpq

from lambdadet.algebra.forms import Coefficients, Table
from lambdadet.algebra.prices import require_powers
from termwise.exact import Exact, as_number, to_flint, to_python


def refuse_poles(exponents: Table, variables: Sequence[str], values: Mapping[str, Any]) -> None:
    """Refuse a 0 for a variable that has a negative exponent.

    Raises:
        ZeroDivisionError: naming the variable and its lowest power.
    """
    zeros = [name for name, value in values.items() if value == 0]
    if zeros and len(exponents):
        lowest = exponents.min(axis=0)
        for name in zeros:
            power = int(lowest[variables.index(name)])
            if power < 0:
                raise ZeroDivisionError(f"{name} must not be 0: it occurs to the power {power}")


def at_numbers(exponents: Table, coefficients: Coefficients, numbers: Sequence[Exact]) -> Exact:
    """Return the value at numbers, one a variable, none a pole.

    >>> import numpy as np
    >>> at_numbers(np.array([[1, -1], [0, 0]]), [2, 1], (3, 4))
    Fraction(5, 2)
    """
    require_powers(exponents.tolist(), numbers)
    bases = list(map(to_flint, numbers))
    powers: list[dict[int, Any]] = [{} for _ in bases]
    total = fmpq(0)
    for row, coefficient in zip(exponents.tolist(), coefficients, strict=True):
        product = to_flint(coefficient)
        for k, e in enumerate(row):
            if e:
                known = powers[k]
                if e not in known:
                    known[e] = bases[k] ** e
                product *= known[e]
        total += product
    return to_python(total)


def at_elements(
    exponents: Table, coefficients: Coefficients, elements: Sequence[Any], zero: Any
) -> Any:
    """Return the value at elements of a ring, one a variable: one exact division, at the end.

    Args:
        exponents, coefficients: the terms.
        elements: none of them a pole.
        zero: of the ring; `zero + coefficient` must be in it.
    """
    require_powers(exponents.tolist(), list(map(as_number, elements)))
    low = [min(int(e), 0) for e in exponents.min(axis=0)] if len(exponents) else [0] * len(elements)
    above = zero
    for row, coefficient in zip(exponents.tolist(), coefficients, strict=True):
        product = zero + coefficient
        for base, e, lowest in zip(elements, row, low, strict=True):
            if e != lowest:
                product *= base ** (e - lowest)
        above += product
    below = zero + 1
    for base, lowest in zip(elements, low, strict=True):
        below *= base**-lowest
    return above / below
