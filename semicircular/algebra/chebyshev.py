"""Words as polynomials in noncommuting letters: the Chebyshev polynomials of the second kind.

With x U_k = U_{k+1} + U_{k-1}, U_0 = 1, U_1 = x, the word i^k j^l .. (neighbours different) is the
polynomial U_k(s_i) U_l(s_j) .., applied to the vacuum.  A polynomial is a dict {monomial:
coefficient}, a monomial a word of factors: 112 is s_1 s_1 s_2.

    >>> word_polynomial("112")
    {(1, 1, 2): 1, (2,): -1}
    >>> on_vacuum(word_polynomial("112"))
    Vector({(1, 1, 2): 1})
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from math import comb, prod

from semicircular.algebra.fock import WORD, left
from semicircular.objects.vectors import Vector
from semicircular.objects.words import Word, require_word
from termwise.doors import door
from termwise.exact import Exact, exact_number
from termwise.price import require_bytes

Polynomial = dict[Word, Exact]


@door
def word_polynomial(word: Sequence[int]) -> dict[Word, int]:
    """Return the polynomial in the semicircular elements that makes a word out of the vacuum.

    Its leading monomial is the word itself, with coefficient 1; the others are shorter.

    Raises:
        TypeError, ValueError: no word, or one with too many monomials.

    Source: standard; [Voiculescu85] for the elements.

    >>> word_polynomial("1111")
    {(1, 1, 1, 1): 1, (1, 1): -3, (): 1}
    """
    runs = [(i, len(list(run))) for i, run in groupby(require_word("word", word))]
    terms = prod(k // 2 + 1 for _, k in runs)
    require_bytes(terms * (WORD + 8 * len(word)), "the monomials of a word")
    total: dict[Word, int] = {(): 1}
    for letter, k in runs:
        # U_k(x) = sum over j of (-1)^j binomial(k - j, j) x^(k - 2j).
        power = [((letter,) * (k - 2 * j), (-1) ** j * comb(k - j, j)) for j in range(k // 2 + 1)]
        longer: dict[Word, int] = {}
        for monomial, c in total.items():
            for factor, d in power:  # 11 2^0 1^0 and 1^0 2^0 11 are the same
                longer[monomial + factor] = longer.get(monomial + factor, 0) + c * d
        total = longer
    return {monomial: c for monomial, c in total.items() if c}


@door
def on_vacuum(polynomial: Mapping[Word, Exact]) -> Vector:
    """Return what a polynomial in the semicircular elements makes of the vacuum.

    Args:
        polynomial: {monomial: coefficient}; a monomial is the word of its factors.

    Raises:
        TypeError, ValueError: a monomial that is no word, a coefficient that is not exact, or more
            words than can be kept.

    >>> print(on_vacuum({(1, 1): 1}), "and", on_vacuum({(1, 2): 2}))
    Omega + e_11 and 2*e_12
    """
    exact: Polynomial = {}
    for given, value in polynomial.items():
        monomial, coefficient = require_word("monomial", given), exact_number("coefficient", value)
        longest = len(monomial)
        require_bytes(2 ** min(longest, 64) * (WORD + 8 * longest), "the words of a monomial")
        exact[monomial] = exact.get(monomial, 0) + coefficient
    return applied(exact, Vector.basis(()))


def applied(polynomial: Mapping[Word, Exact], x: Vector) -> Vector:
    """Return what a polynomial makes of a vector, letter by letter.

    >>> print(applied({(1, 1): 1, (): -1}, Vector.basis("2")))
    e_112
    """
    total = Vector()
    for monomial, coefficient in polynomial.items():
        image = x
        for letter in reversed(monomial):
            image = left(letter, image)
        total += coefficient * image
    return total
