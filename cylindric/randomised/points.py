"""A point (q, t) at which probabilities are exact: two numbers, or two residues modulo a prime.

Outside they are ints, Fractions and FLINT's elements; inside elements of one field of FLINT's.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any, NamedTuple

from flint import fmpz, nmod

from termwise.arguments import brief, shown
from termwise.exact import exact_number, to_flint, to_python


class Point(NamedTuple):
    """q and t, modulo p unless that is 0; plain numbers, which can be sent to other processes.

    >>> Point(3, 5, 7).elements()
    (3, 5)
    """

    q: int | Fraction
    t: int | Fraction
    p: int = 0

    def elements(self) -> tuple[Any, Any]:
        """Return q and t as elements of one field of FLINT's."""
        return self.element("q", self.q), self.element("t", self.t)

    def element(self, name: str, value: Any) -> Any:
        """Return a number, or an element of the field, as an element of the field.

        Raises:
            TypeError: a float, a symbol, an element of another field.
            ZeroDivisionError: a denominator is 0 modulo p.

        >>> Point(3, 5, 7).element("p", Fraction(1, 2))
        4
        """
        if isinstance(value, nmod):
            if value.modulus() != self.p:
                raise TypeError(f"{name} must be of the field of q and t, got {shown(value)}")
            return value
        number = exact_number(name, value)
        if not self.p:
            return to_flint(number)
        return nmod(number.numerator % self.p, self.p) / nmod(number.denominator % self.p, self.p)

    def plain(self, value: Any) -> int | Fraction:
        """Return an element of the field as an int or a Fraction.

        >>> Point(2, 3, 7).plain(nmod(9, 7))
        2
        """
        return int(value) if self.p else to_python(value)

    def __str__(self) -> str:
        return f"q = {brief(self.q)}, t = {brief(self.t)}" + (f" mod {self.p}" if self.p else "")


def read_point(q: Any, t: Any) -> Point:
    """Return two exact numbers, or two residues modulo one prime, as a point.

    Raises:
        TypeError: q or t is a float, a symbol, nothing of the kind; a number beside a residue.
        ValueError: two moduli, or one that is no prime.

    >>> read_point("1/2", 3)
    Traceback (most recent call last):
    TypeError: q must be an exact number (an int or a Fraction), got '1/2'
    """
    if isinstance(q, nmod) != isinstance(t, nmod):
        raise TypeError(f"q and t must be of one kind, got {shown(q)} and {shown(t)}")
    if not isinstance(q, nmod):
        return Point(exact_number("q", q), exact_number("t", t))
    p = int(q.modulus())
    if p != t.modulus() or not fmpz(p).is_prime():
        raise ValueError(f"q and t must be modulo one prime, got {p} and {t.modulus()}")
    return Point(int(q), int(t), p)
