"""How a Laurent polynomial is written, as text and as LaTeX."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import islice

SHOWN_TERMS = 40  # a notebook shows this many terms and then dots

GREEK = {"lam": r"\lambda", "mu": r"\mu", "eps": r"\epsilon"}

Exact = int | Fraction
Terms = Mapping[tuple[int, ...], Exact]


def text_sum(terms: Terms, names: Sequence[str]) -> str:
    """Return a sum as Python and sympy read it.

    >>> text_sum({(1, -1): -2, (0, 0): Fraction(1, 2)}, ("x", "y"))
    '-2*x*y**-1 + 1/2'
    """
    return _sum([_product(c, e, names, "*", "{}**{}", str) for e, c in terms.items()])


def latex_sum(terms: Terms, names: Sequence[str], shown: int | None = None) -> str:
    r"""Return a sum as LaTeX; beyond `shown` terms there are dots.

    >>> print(latex_sum({(1, -1): -2, (0, 0): Fraction(1, 2)}, ("lam_12", "y")))
    -2 \lambda_{12} y^{-1} + \frac{1}{2}
    """
    names = [latex_name(name) for name in names]
    parts = [
        _product(c, e, names, " ", "{}^{{{}}}", _fraction) for e, c in islice(terms.items(), shown)
    ]
    if shown is not None and len(terms) > shown:
        parts.append(r"\cdots")
    return _sum(parts)


def indexed_name(letter: str, i: int, j: int, n: int) -> str:
    """Return the name of an entry of an n x n matrix, such as x_12; x_1_12 when n has two digits.

    >>> indexed_name("x", 1, 2, 3), indexed_name("x", 1, 2, 10)
    ('x_12', 'x_1_2')
    """
    return f"{letter}_{i}{j}" if n < 10 else f"{letter}_{i}_{j}"


def latex_name(name: str) -> str:
    r"""Return the LaTeX of a name: what follows the first underscore is the index.

    >>> print(latex_name("lam_12"), latex_name("x"), latex_name("x_1_12"))
    \lambda_{12} x x_{1,12}
    """
    head, _, index = name.partition("_")
    letter = GREEK.get(head, head)
    return f"{letter}_{{{index.replace('_', ',')}}}" if index else letter


def _product(
    coefficient: Exact,
    exponents: Sequence[int],
    names: Sequence[str],
    times: str,
    power: str,
    number: Callable[[Exact], str],
) -> str:
    factors = [
        name if e == 1 else power.format(name, e)
        for name, e in zip(names, exponents, strict=True)
        if e
    ]
    if not factors or abs(coefficient) != 1:
        factors.insert(0, number(-coefficient if coefficient < 0 else coefficient))
    return ("-" if coefficient < 0 else "") + times.join(factors)


def _fraction(value: Exact) -> str:
    if value.denominator == 1:
        return str(value)
    return rf"\frac{{{value.numerator}}}{{{value.denominator}}}"


def _sum(parts: Sequence[str]) -> str:
    return " + ".join(parts).replace(" + -", " - ") or "0"
