"""What an operation on Laurent polynomials would cost, before FLINT is asked for it.

FLINT ends the process when memory runs out, and nothing can catch that; so the terms, the digits
and the exponents of a result are estimated first, and what is far too large is refused by its size.

    >>> require_exponent(2**62)
    Traceback (most recent call last):
    ValueError: exponents must have at most 62 bits, got 4611686018427387904
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import lgamma, log, prod

from flint import fmpz_mpoly

from termwise.arguments import shown
from termwise.exact import Exact
from termwise.price import require_bytes, require_steps

LARGEST_EXPONENT = 2**62
"""Exponents are below this in absolute value, so that differences fit into 64 bits."""

LOW, MOST_TERMS = 8, 10**7
"""Exponents up to the first, or terms up to the second, are no danger in a quotient."""

TERM = 64
"""A term takes so many bytes, besides its exponents and its coefficient."""


def require_exponent(*exponents: int) -> None:
    """Refuse an exponent of more than 62 bits."""
    for exponent in exponents:
        if not -LARGEST_EXPONENT < exponent < LARGEST_EXPONENT:
            raise ValueError(f"exponents must have at most 62 bits, got {shown(int(exponent))}")


def require_terms(terms: float, bits: float, width: int) -> None:
    """Refuse a polynomial of too many terms with coefficients of so many bits."""
    require_bytes(terms * (TERM + 8 * width + bits / 8), "the terms of a polynomial")
    require_steps(2 * terms * (1 + bits / 64), "steps for the terms of a polynomial")


def require_product(one: fmpz_mpoly, other: fmpz_mpoly) -> None:
    """Refuse a product that would be too large."""
    spans = [a + b for a, b in zip(one.degrees(), other.degrees(), strict=True)]
    pairs = len(one) * len(other)
    if pairs > 10**6:
        bits = _bits(one) + _bits(other)
        require_terms(min(pairs, _box(spans)), bits, len(spans))
        require_steps(pairs * (1 + bits / 64), "products of terms")


def require_power(numerator: fmpz_mpoly, denominator: int, exponent: int) -> None:
    """Refuse a power that would be too large."""
    number = len(numerator)
    require_digits(exponent * denominator.bit_length() if denominator > 1 else 0)
    if not number:
        return
    bits = exponent * (_bits(numerator) + log(number, 2))
    if number == 1:
        require_digits(bits)
        return
    spans = [exponent * d for d in numerator.degrees()]
    choices = lgamma(number + exponent) - lgamma(exponent + 1) - lgamma(number)
    terms = min(_box(spans), 2.0 ** min(choices / log(2), 1000))
    require_terms(terms, bits, len(spans))
    require_steps(terms * number * (1 + bits / 64), "products of terms")


def may_divide(dividend: fmpz_mpoly, divisor: fmpz_mpoly) -> bool:
    """Return whether a quotient is small enough for FLINT.

    Few terms over few terms are many only if exponents are high, as in (x^N - 1) / (x - 1).
    """
    if len(divisor) <= 1:
        return True
    spans = [max(a - b, 0) for a, b in zip(dividend.degrees(), divisor.degrees(), strict=True)]
    if max(spans, default=0) <= LOW:
        return True
    return _box(spans) <= MOST_TERMS and _box(spans) * len(divisor) <= 10**10


def require_digits(bits: float) -> None:
    """Refuse a number of too many bits."""
    require_bytes(bits / 8, "the digits of a number")
    require_steps(3 * bits, "steps for the digits of a number")


def require_powers(rows: Iterable[Sequence[int]], bases: Sequence[Exact | None]) -> None:
    """Refuse terms whose value at numbers has too many digits.

    Args:
        rows: the exponents of each term.
        bases: what stands for each variable, None for what is no number.
    """
    sizes = [
        0.0 if base is None else log(max(abs(base.numerator), base.denominator, 1), 2)
        for base in bases
    ]
    if any(sizes):
        require_digits(
            max(
                (sum(s * abs(e) for s, e in zip(sizes, row, strict=True)) for row in rows),
                default=0,
            )
        )


def _box(spans: Sequence[int]) -> float:
    """Return how many monomials have exponents from 0 to these."""
    return float(min(prod(span + 1 for span in spans), 10**300))


def _bits(polynomial: fmpz_mpoly) -> int:
    """Return the bits of the longest coefficient."""
    return max((int(c).bit_length() - (abs(c) == 1) for c in polynomial.coeffs()), default=0)
