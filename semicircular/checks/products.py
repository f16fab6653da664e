"""The product of words against polynomials, and certificates against linear algebra."""

from __future__ import annotations

from concurrent.futures import Executor
from functools import partial

from semicircular.algebra.chebyshev import applied, word_polynomial
from semicircular.algebra.fock import multiply
from semicircular.certificates.construction import certificate
from semicircular.checks.sides import LIMIT, compare, require_small
from semicircular.matrices import on_words
from semicircular.objects.vectors import Vector
from semicircular.objects.words import Word, is_pure, require_words, word_text, words
from semicircular.projections.on_words import distance2
from termwise import Comparison, Row
from termwise.arguments import brief, require_at_most, require_integer
from termwise.doors import door
from termwise.exact import Exact
from termwise.running import Progress


@door
def check_products(
    bound: int,
    n: int = 2,
    *,
    limit: int = LIMIT,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Compare the product of words by the fusion rule with products of Chebyshev polynomials.

    The polynomial of a word u is applied to a word w, letter by letter.

    Args:
        bound: all words u, w with |u| + |w| up to this.
        n: how many letters, at least 1.
        limit: refuse more products than this.
        executor, progress: as of `termwise.run`; one unit a length.

    Returns:
        A Comparison with a row for every product, and one for every word and the vacuum.

    Raises:
        TypeError: an argument is not an integer, or as `termwise.run`.
        ValueError: n < 1, bound < 0, or too many products.

    Source: standard; [Voiculescu85] for the elements.

    >>> print(check_products(2).rows[-1])
    Row(term='22 * ()', values=(Vector({(2, 2): 1}), Vector({(2, 2): 1})))
    """
    n, bound = require_integer("n", n, 1), require_integer("bound", bound, 0)
    require_words(limit, n, bound)
    # The polynomial of k equal letters has k/2 monomials, each applied letter by letter.
    number = sum((k + 1) * n**k * (1 + k**3 // 100) for k in range(bound + 1))
    require_at_most(limit, number, "products, long ones several times")
    return compare(
        f"products of words of {brief(n)} letters, lengths up to {brief(bound)} together",
        (("fusion", "u w = sum of u[:-k] w[k:]"), ("polynomials", "U_k(s_i) .. applied to w")),
        partial(_product_rows, n),
        range(bound + 1),
        executor=executor,
        progress=progress,
    )


def _product_rows(n: int, length: int) -> list[Row]:
    rows = []
    for k in range(length + 1):
        for whole in (word for word in words(n, length) if len(word) == length):
            u, w = whole[:k], whole[k:]
            x, y = Vector.basis(u), Vector.basis(w)
            values = multiply(x, y), applied(word_polynomial(u), y)
            rows.append(Row(f"{word_text(u)} * {word_text(w)}", values))
    return rows


@door
def check_certificates(
    bound: int,
    n: int = 2,
    *,
    limit: int = LIMIT,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Check the certificate of every word and letter, for all L up to a bound.

    Args:
        bound: the largest L; every word of length at most L that is not pure.
        n: how many letters, at least 2.
        limit: refuse larger matrices than this.
        executor, progress: as of `termwise.run`; one unit an L.

    Returns:
        A Comparison with a row for every L, letter and word: the square of the distance from
            [s_i, V(L-1)]; in place of a certificate that fails stands the line that fails.

    Raises:
        TypeError: an argument is not an integer, or as `termwise.run`.
        ValueError: n < 2, bound < 0, or matrices that are too large.

    >>> check_certificates(2).rows[-1]
    Row(term='L = 2, s_2, 21', values=(Fraction(1, 2), Fraction(1, 2), Fraction(1, 2)))
    """
    return compare(
        f"certificates of all words of {brief(n)} letters, L <= {brief(bound)}",
        (
            ("linear algebra", "the entry (w, w) of the projection, by FLINT"),
            ("formula", "(2 + [a = b]) / (M' + 3)"),
            ("certificate", "||rho||^2, when all lines hold by the definition"),
        ),
        partial(_certificate_rows, n),
        require_small(limit, n, require_integer("bound", bound, 1))[1:],
        executor=executor,
        progress=progress,
    )


def _certificate_rows(n: int, degree: int) -> list[Row]:
    rows = []
    for i in range(1, n + 1):
        columns = on_words.complement_columns(n, i, degree)
        for word in (w for w in columns if not is_pure(w, i)):
            values = (columns[word][word], distance2(word, i, degree), _certified(word, i, degree))
            rows.append(Row(f"L = {degree}, s_{i}, {word_text(word)}", values))
    return rows


def _certified(word: Word, letter: int, degree: int) -> Exact | str:
    made = certificate(word, letter, degree)
    failure = made.check().first_difference
    return made.norm2 if failure is None else f"fails {failure.term}"
