"""How polynomials in q and t are written: factored, each factor in increasing degree."""

from __future__ import annotations

from flint import fmpz_mpoly

from cylindric.algebra.qt_products import Factor
from termwise.arguments import digits
from termwise.notation import Notation

FACTORED = 2000
"""A polynomial of more terms or a higher degree is written multiplied out, not factored."""


def terms_of(poly: fmpz_mpoly) -> dict[Factor, int]:
    """Return the terms in increasing degree."""
    terms = {(int(i), int(j)): int(c) for (i, j), c in poly.to_dict().items()}
    return {key: terms[key] for key in sorted(terms, key=lambda e: (sum(e), -e[0]))}


def factors_of(poly: fmpz_mpoly) -> tuple[int, list[tuple[fmpz_mpoly, int]]]:
    """Return a constant and factors whose first terms are positive."""
    if not poly or max(len(poly), *map(int, poly.degrees())) > FACTORED:
        return 1, [(poly, 1)]
    constant, parts = poly.factor()
    sign = 1
    signed = []
    for part, e in parts:
        negative = next(iter(terms_of(part).values())) < 0
        signed.append((-part if negative else part, int(e)))
        sign *= (-1) ** int(e) if negative else 1
    return sign * int(constant), sorted(signed, key=lambda pair: (len(pair[0]), str(pair[0])))


def factored_text(poly: fmpz_mpoly, notation: Notation, *, bare: bool) -> str:
    """Write a polynomial factored; bare, a single factor stands without brackets."""
    constant, factors = factors_of(poly)
    single = bare and constant == 1 and len(factors) == 1 and factors[0][1] == 1
    texts = []
    for part, e in factors:
        text = notation.sum(notation.term(c, ("q", "t"), e) for e, c in terms_of(part).items())
        if len(part) > 1 and not single:
            text = f"({text})"
        texts.append(text if e == 1 else notation.power.format(text, e))
    if constant == -1 and texts:
        return "-" + notation.times.join(texts)
    if constant != 1 or not texts:
        texts.insert(0, digits(constant))
    return notation.times.join(texts)
