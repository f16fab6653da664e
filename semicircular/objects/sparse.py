"""Vectors with few entries that are not 0: integers over one denominator.

A sum or a commutator is then integer arithmetic, and two vectors are equal when their integers
are.  What a basis vector is called, `vectors` says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import islice
from math import gcd, lcm
from typing import Any, Generic, Self, TypeVar

from termwise.arguments import require_integer, shown
from termwise.exact import Exact, as_number, exact_number
from termwise.formats import Storable
from termwise.notation import LATEX, SHOWN_TERMS, TEXT
from termwise.writing import exact_repr

Key = TypeVar("Key")


class SparseVector(Generic[Key], Storable):
    """A vector with finitely many exact entries; immutable, and equal by value.

    Args:
        terms: basis vector to exact coefficient.

    Raises:
        TypeError: a coefficient that is not exact, or a key that is no basis vector.
    """

    __array_ufunc__ = None  # numpy numbers leave the arithmetic to us
    __slots__ = ("_hash", "_numerators", "denominator")

    PARTS = ("numerators", "denominator")

    denominator: int
    """The least common one of all coefficients."""
    _numerators: dict[Key, int]
    _hash: int | None

    def __init__(self, terms: Mapping[Any, Any] = {}) -> None:
        if not isinstance(terms, Mapping):
            raise TypeError(f"terms must be a mapping, got {shown(terms)}")
        exact: dict[Key, Exact] = {}
        for key, value in terms.items():
            kept = self._require_key(key)
            number = value if type(value) is int else exact_number("coefficient", value)
            exact[kept] = exact.get(kept, 0) + number
        below = lcm(*(value.denominator for value in exact.values()))
        whole = {k: v.numerator * (below // v.denominator) for k, v in exact.items()}
        self._fill(whole, below)

    def _fill(self, numerators: dict[Key, int], denominator: int) -> Self:
        kept = {key: value for key, value in numerators.items() if value}
        common = gcd(denominator, *kept.values())
        if common != 1:
            kept = {key: value // common for key, value in kept.items()}
        object.__setattr__(self, "_numerators", kept)
        object.__setattr__(self, "denominator", denominator // common)
        object.__setattr__(self, "_hash", None)
        return self

    @classmethod
    def over(cls, numerators: dict[Key, int], denominator: int = 1) -> Self:
        """Return the vector of these integers over a positive denominator; nothing is checked."""
        return cls.__new__(cls)._fill(numerators, denominator)

    def _parts(self) -> dict[str, Any]:
        whole = {key: self._numerators[key] for key in self}
        return {"numerators": whole, "denominator": self.denominator}

    @classmethod
    def _of_parts(cls, parts: dict[str, Any]) -> Self:
        below = require_integer("denominator", parts["denominator"], 1)
        whole = {cls._require_key(k): v for k, v in parts["numerators"].items()}
        if len(whole) < len(parts["numerators"]):
            raise ValueError("numerators must have every basis vector once")
        for value in whole.values():
            require_integer("numerators", value)
        return cls.over(whole, below)

    @staticmethod
    def _require_key(key: Any) -> Any:
        raise NotImplementedError

    @staticmethod
    def _order(key: Any) -> Any:
        raise NotImplementedError

    @staticmethod
    def _name(key: Any, latex: bool) -> str:
        raise NotImplementedError

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a {type(self).__name__} is immutable, cannot set {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a {type(self).__name__} is immutable, cannot delete {name}")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self).over, (self._numerators, self.denominator)

    @property
    def numerators(self) -> dict[Key, int]:
        """The coefficients times the denominator, those that are not 0."""
        return dict(self._numerators)

    @property
    def terms(self) -> dict[Key, Exact]:
        """The coefficients that are not 0, in order."""
        return {key: self._coefficient(key) for key in self}

    def _coefficient(self, key: Key) -> Exact:
        value = Fraction(self._numerators.get(key, 0), self.denominator)
        return value.numerator if value.denominator == 1 else value

    def __getitem__(self, key: Any) -> Exact:
        return self._coefficient(self._require_key(key))

    def __contains__(self, key: Any) -> bool:
        return self._require_key(key) in self._numerators

    def __iter__(self) -> Iterator[Key]:
        return iter(sorted(self._numerators, key=self._order))

    def __len__(self) -> int:
        return len(self._numerators)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return (self.denominator, self._numerators) == (other.denominator, other._numerators)

    def __hash__(self) -> int:
        if self._hash is None:
            value = hash((self.denominator, frozenset(self._numerators.items())))
            object.__setattr__(self, "_hash", value)
        return self._hash  # type: ignore[return-value]

    def __add__(self, other: object) -> Self:
        return self._plus(other, 1) if isinstance(other, type(self)) else NotImplemented

    def __sub__(self, other: object) -> Self:
        return self._plus(other, -1) if isinstance(other, type(self)) else NotImplemented

    def _plus(self, other: Self, sign: int) -> Self:
        below = lcm(self.denominator, other.denominator)
        mine, theirs = below // self.denominator, sign * (below // other.denominator)
        total = {key: mine * value for key, value in self._numerators.items()}
        for key, value in other._numerators.items():
            total[key] = total.get(key, 0) + theirs * value
        return self.over(total, below)

    def __neg__(self) -> Self:
        return self * -1

    def __mul__(self, other: object) -> Self:
        factor = as_number(other)
        if factor is None:
            return NotImplemented
        above, below = factor.numerator, factor.denominator
        scaled = {key: above * value for key, value in self._numerators.items()}
        return self.over(scaled, below * self.denominator)

    __rmul__ = __mul__

    def __truediv__(self, other: object) -> Self:
        divisor = as_number(other)
        if divisor is None:
            return NotImplemented
        if not divisor:
            raise ZeroDivisionError("a vector must not be divided by 0")
        return self * Fraction(1, divisor)

    def dot(self, other: Self) -> Exact:
        """Return the inner product; the basis is orthonormal, the coefficients are real."""
        if type(other) is not type(self):
            raise TypeError(f"other must be a {type(self).__name__}, got {shown(other)}")
        few, many = sorted((self._numerators, other._numerators), key=len)
        total = sum(value * many.get(key, 0) for key, value in few.items())
        value = Fraction(total, self.denominator * other.denominator)
        return value.numerator if value.denominator == 1 else value

    @property
    def norm2(self) -> Exact:
        """The square of the norm."""
        return self.dot(self)

    def __repr__(self) -> str:
        terms = ", ".join(f"{key!r}: {exact_repr(value)}" for key, value in self.terms.items())
        return f"{type(self).__name__}({{{terms}}})"

    def __str__(self) -> str:
        return TEXT.sum(
            TEXT.term(value, (self._name(key, False),), (1,)) for key, value in self.terms.items()
        )

    def _repr_latex_(self) -> str:
        shown_terms = islice(self, SHOWN_TERMS)
        written = [
            LATEX.sum([LATEX.term(self._coefficient(key), (), ())]) + f"\\,{self._name(key, True)}"
            for key in shown_terms
        ]
        dots = [r"\dots"] if len(self) > SHOWN_TERMS else []
        return f"${LATEX.sum([*written, *dots])}$"
