"""How a sum of monomials is written, as text and as LaTeX.

A notation knows how factors are multiplied and powers written; what is a sum, a product, a
coefficient is the same in all of them.

    >>> LATEX.sum([LATEX.term(-2, ("lam_12", "y"), (1, -1)), LATEX.term(Fraction(1, 2), (), ())])
    '-2 \\\\lambda_{12} y^{-1} + \\\\frac{1}{2}'
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from termwise.arguments import digits

SHOWN_TERMS = 40
"""A notebook shows this many terms and then dots."""

GREEK = {"lam": r"\lambda", "mu": r"\mu", "eps": r"\epsilon"}


class Notation(NamedTuple):
    """How products, powers and names are written.

    Attributes:
        times: what stands between two factors.
        power: a format for a base and its exponent.
        latex: whether names and fractions are those of LaTeX.
    """

    times: str
    power: str
    latex: bool = False

    def name(self, name: str) -> str:
        """Write the name of a variable."""
        return latex_name(name) if self.latex else name

    def monomial(self, names: Sequence[str], exponents: Sequence[int]) -> str:
        """Write a product of powers; the empty one is "1".

        >>> TEXT.monomial(("x", "y"), (1, -1)), CARET.monomial(("x", "y"), (0, 2))
        ('x*y**-1', 'y^2')
        """
        return self.times.join(self._powers(names, exponents)) or "1"

    def term(self, coefficient: Any, names: Sequence[str], exponents: Sequence[int]) -> str:
        """Write a coefficient and a product of powers.

        Args:
            coefficient: an int, a Fraction, or what has `to_latex` and is written in brackets.
            names: the variables.
            exponents: one a variable.

        >>> TEXT.term(-1, ("x", "y"), (1, 0)), TEXT.term(2, ("x", "y"), (0, 0))
        ('-x', '2')
        """
        factors = self._powers(names, exponents)
        number = isinstance(coefficient, int | Fraction)
        if not number or not factors or abs(coefficient) != 1:
            written = self._absolute(coefficient) if number else self._bracketed(coefficient)
            if not factors or written != "1":
                factors.insert(0, written)
        return ("-" if number and coefficient < 0 else "") + self.times.join(factors)

    def sum(self, terms: Iterable[str]) -> str:
        """Write a sum of terms; the empty one is "0"."""
        return " + ".join(terms).replace(" + -", " - ") or "0"

    def _powers(self, names: Sequence[str], exponents: Sequence[int]) -> list[str]:
        return [
            self.name(name) if e == 1 else self.power.format(self.name(name), e)
            for name, e in zip(names, exponents, strict=True)
            if e
        ]

    def _absolute(self, number: int | Fraction) -> str:
        if self.latex and number.denominator != 1:
            return rf"\frac{{{digits(abs(number.numerator))}}}{{{digits(number.denominator)}}}"
        below = "" if number.denominator == 1 else f"/{digits(number.denominator)}"
        return digits(abs(number.numerator)) + below

    def _bracketed(self, coefficient: Any) -> str:
        text = coefficient.to_latex() if self.latex else str(coefficient)
        return text if text.isalnum() or text.startswith(r"\frac") else f"({text})"


TEXT = Notation("*", "{}**{}")
"""As Python and sympy read it: 2*x*y**-1."""

CARET = Notation("*", "{}^{}")
"""As one types it, for the names of terms: z_1^2*z_3."""

LATEX = Notation(" ", "{}^{{{}}}", latex=True)


def latex_name(name: str) -> str:
    r"""Return the LaTeX of a name: what follows the first underscore is the index.

    >>> print(latex_name("lam_12"), latex_name("x"), latex_name("x_1_12"))
    \lambda_{12} x x_{1,12}
    """
    head, _, index = name.partition("_")
    letter = GREEK.get(head, head)
    return f"{letter}_{{{index.replace('_', ',')}}}" if index else letter


def latex_text(text: str) -> str:
    r"""Escape the characters of a text that LaTeX reads as commands.

    >>> print(latex_text("z_1 & 5%"))
    z\_1 \& 5\%
    """
    special = {c: f"\\{c}" for c in "#$%&_{}"}
    special |= {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}
    return "".join(special.get(c, c) for c in text)
