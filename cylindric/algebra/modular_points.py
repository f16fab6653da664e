"""Points (q, t) modulo primes: products of factors 1 - q^a t^b at many points at once (numpy).

Every point may have a prime of its own.  Primes are below 2^31, so that a product of two residues
fits into 64 bits.  Factors and their inverses are kept: weights of many objects share them.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from flint import fmpz

from cylindric.algebra.qt_products import Factor, QTProduct, vanishing
from termwise.arguments import brief, require_integer, shown

Residues = npt.NDArray[np.uint64]


class Points:
    """Points (q, t), each modulo a prime.

    Args:
        q, t: integers, arrays of the same length.
        modulus: a prime below 2^31, or one for each point.

    Raises:
        TypeError: q, t or the modulus is no array of integers.
        ValueError: lengths that differ, no points, or a modulus that is no prime below 2^31.

    >>> Points([2, 5], [3, 3], 7).value(QTProduct({(0, 1): 1, (1, 0): -1}))
    array([2, 4], dtype=uint64)
    """

    def __init__(self, q: npt.ArrayLike, t: npt.ArrayLike, modulus: npt.ArrayLike) -> None:
        moduli = _integers("modulus", modulus)
        for p in set(moduli.ravel().tolist()):
            if not (1 < p < 2**31 and fmpz(p).is_prime()):
                raise ValueError(f"modulus must be a prime below 2^31, got {brief(p)}")
        left, right = _integers("q", q), _integers("t", t)
        if left.ndim != 1 or left.shape != right.shape or not len(left):
            raise ValueError(
                "q and t must be lists of the same length, at least 1, "
                f"got shapes {left.shape} and {right.shape}"
            )
        if moduli.shape not in ((), left.shape):
            raise ValueError(f"modulus must be one or one a point, got shape {moduli.shape}")
        self.modulus = np.array(np.broadcast_to(moduli, left.shape), np.uint64)
        self.q = (left % moduli).astype(np.uint64)
        self.t = (right % moduli).astype(np.uint64)
        self._powers: dict[tuple[str, int], Residues] = {}
        self._factors: dict[Factor, Residues] = {}
        self._inverses: dict[Factor, Residues] = {}

    def __len__(self) -> int:
        return len(self.q)

    def value(self, product: QTProduct) -> Residues:
        """Return the values of a product at the points.

        Raises:
            ZeroDivisionError: a factor of the denominator vanishes (the message says where).
        """
        result = np.ones_like(self.q)
        for factor, e in product.factors.items():
            base = self.factor(factor) if e > 0 else self.inverse(factor)
            for _ in range(abs(e)):
                result = result * base % self.modulus
        return result

    def factor(self, factor: Factor) -> Residues:
        """Return 1 - q^a t^b at the points."""
        if factor not in self._factors:
            power = self._power("q", factor[0]) * self._power("t", factor[1]) % self.modulus
            self._factors[factor] = (self.modulus + np.uint64(1) - power) % self.modulus
        return self._factors[factor]

    def inverse(self, factor: Factor) -> Residues:
        """Return 1 / (1 - q^a t^b) at the points."""
        if factor not in self._inverses:
            value = self.factor(factor)
            if not value.all():
                at = int(np.argmin(value))
                vanishes = vanishing(factor, self.q[at], self.t[at])
                raise ZeroDivisionError(f"{vanishes} modulo {self.modulus[at]}")
            self._inverses[factor] = _power(value, self.modulus - np.uint64(2), self.modulus)
        return self._inverses[factor]

    def _power(self, name: str, exponent: int) -> Residues:
        key = (name, exponent)
        if key not in self._powers:
            base = self.q if name == "q" else self.t
            self._powers[key] = _power(base, np.full_like(base, exponent), self.modulus)
        return self._powers[key]


def _power(base: Residues, exponent: Residues, modulus: Residues) -> Residues:
    """Return base^exponent modulo the modulus, elementwise, by repeated squaring."""
    result = np.ones_like(base)
    while exponent.any():
        odd = (exponent & np.uint64(1)).astype(bool)
        result = np.where(odd, result * base % modulus, result)
        base = base * base % modulus
        exponent = exponent >> np.uint64(1)
    return result


def _integers(name: str, values: Any) -> npt.NDArray[np.int64]:
    try:
        array = np.asarray(values)
    except ValueError:
        raise ValueError(f"{name} must be rows of one length, got {shown(values)}") from None
    if array.dtype.kind not in "iu" and array.size:
        for value in array.ravel().tolist():
            try:
                require_integer(name, value)
            except TypeError:
                raise TypeError(f"{name} must be integers, got {shown(value)} among them") from None
    # As Python's integers, which are compared without wrapping round.
    lowest, highest = (int(f(array.flat)) if array.size else 0 for f in (min, max))
    if not -(2**63) <= lowest <= highest < 2**63:
        raise ValueError(f"{name} must be integers of at most 63 bits, got {shown(highest)}")
    return array.astype(np.int64)
