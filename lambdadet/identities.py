"""Identities, checked term by term: where sides that share no code first meet.

    check_lambda_determinant   recurrence = pair sum = one sum = matchings, monomial by monomial
    check_laurent              every level of the pyramid is Laurent, with coefficients 1
    check_counts               matrices, pairs, 2- and 3-enumeration, refined and symmetric numbers
    check_determinant          lam = -1: the determinant, by FLINT
    check_vandermonde          prod (v_j + lam v_i), term by term

A wrong term has a name:

    >>> comparison = check_lambda_determinant(2)
    >>> print(comparison.rows[0].term, comparison.rows[0].values)
    lam_11*x_12*x_21*y_22**-1 (1, 1, 1, 1)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import factorial
from random import Random
from typing import Any

import numpy as np
from flint import fmpz_mat

from lambdadet.bulk import asm_chunks
from lambdadet.closed_form import (
    count_terms,
    generic_lambda_determinant,
    generic_octahedron,
)
from lambdadet.determinant import lambda_determinant
from lambdadet.laurent import InexactDivision, LaurentPolynomial
from lambdadet.matching_sum import matching_terms
from lambdadet.matrices import count_asms, count_asms_by_first_row
from lambdadet.pairs import compatible_pairs
from lambdadet.printing import text_sum
from lambdadet.symmetry import count_symmetric_asms, symmetric_asms
from termwise import Comparison
from termwise.arguments import require_at_most, require_integer

LIMIT = 2**16
"""How many terms, or matrices, a check may go through before it asks for `limit=`."""

MEANINGS = {
    "recurrence": "the octahedron recurrence over Laurent polynomials, divisions exact",
    "pair sum": "one term a compatible pair (A, B), exponents from cumulants",
    "one sum": "one product a matrix A, local weights lam_ij, mu_{i,n-j}, and two terms a -1",
    "matchings": "one term a perfect matching of the Aztec diamond of order n - 1",
}


def check_lambda_determinant(
    n: int, parameters: str = "multi", x0: bool = True, *, limit: int = LIMIT
) -> Comparison:
    """Compare four ways to the generic lambda-determinant, monomial by monomial.

    Args:
        n: the size.
        parameters: "multi" for all lam_ij and mu_ij, "constant" for one lam and mu = 1, or
            "di_francesco".
        x0: whether x[0] is generic (y_ij), or 1.
        limit: refuse more terms, or matchings, than this.

    Returns:
        A Comparison with one row a monomial, and the sides of `MEANINGS`.

    Raises:
        ValueError: n < 1, an unknown word, or too many terms.

    Source: [RR86]; [Speyer07] for matchings; [Langer13] for all parameters.

    >>> bool(check_lambda_determinant(3)), len(check_lambda_determinant(3).rows)
    (True, 8)
    """
    n = require_integer("n", n, 1)
    pairs = count_terms(n, "multi")
    require_at_most(limit, max(pairs, count_terms(n, parameters, x0)), "terms")
    *_, apex = generic_octahedron(n, parameters, x0)
    recurrence = apex[0][0]
    methods = {"pair sum": "pair_sum", "one sum": "one_sum"}
    polynomials = {"recurrence": recurrence} | {
        side: generic_lambda_determinant(n, parameters, x0, method, limit=limit)
        for side, method in methods.items()
    }
    sides: dict[str, dict[str, Any]] = {side: _named(p) for side, p in polynomials.items()}
    sides["matchings"] = matching_terms(n, parameters, x0, recurrence.variables)
    return Comparison.of_terms(
        f"the lambda-determinant of the generic {n} x {n} matrix, parameters {parameters}, "
        f"x[0] {'generic' if x0 else '= 1'}",
        sides,
        meanings=MEANINGS,
    )


def check_laurent(n: int, *, limit: int = LIMIT) -> Comparison:
    """Compare every x[k]_ij of the generic pyramid with what it must be: 2^{k(k-1)/2} terms, all 1.

    >>> print(check_laurent(3).rows[-1].values)
    ('8 terms, coefficients [1]', '8 terms, coefficients [1]')
    """
    n = require_integer("n", n, 1)
    require_at_most(limit, count_terms(n), "terms")
    found, claimed = {}, {}
    levels = generic_octahedron(n)
    next(levels)
    for k in range(1, n + 1):
        try:
            level = next(levels)
        except InexactDivision as error:
            found[f"x[{k}]"], claimed[f"x[{k}]"] = str(error), "a Laurent polynomial"
            break
        for i, row in enumerate(level, 1):
            for j, entry in enumerate(row, 1):
                name = f"x[{k}]_{{{i},{j}}}"
                coefficients = sorted(set(entry.terms.values()))
                found[name] = _described(len(entry), coefficients)
                claimed[name] = _described(2 ** (k * (k - 1) // 2), [1])
    return Comparison.of_terms(
        f"the Laurent phenomenon in the generic pyramid over {n} x {n}",
        {"recurrence": found, "theorem": claimed},
        meanings={
            "recurrence": MEANINGS["recurrence"],
            "theorem": "x[k] has 2^(k(k-1)/2) terms, every coefficient 1",
        },
    )


def check_counts(n: int, *, limit: int = 10**7) -> Comparison:
    """Compare listed numbers of matrices and pairs with their formulas, for the sizes 1..n.

    >>> [row.left for row in check_counts(3).rows if row.term.startswith("matrices")]
    [1, 2, 7]
    """
    n = require_integer("n", n, 1)
    require_at_most(limit, count_asms(n), "matrices")
    listed: dict[str, int] = {}
    formula: dict[str, int] = {}
    for m in range(1, n + 1):
        listed |= _listed_counts(m)
        formula |= _formula_counts(m)
    return Comparison.of_terms(
        f"numbers of alternating sign matrices and compatible pairs of size 1..{n}",
        {"listed": listed, "formula": formula},
        meanings={"listed": "every matrix made, and counted", "formula": "product formulas"},
    )


def check_determinant(n: int, samples: int = 20, rng: int = 0) -> Comparison:
    """Compare the lambda-determinant at lam = -1, mu = 1, x[0] = 1 with FLINT's determinant.

    Args:
        n: the size.
        samples: how many matrices; some are singular, some mostly 0.
        rng: the seed.

    >>> bool(check_determinant(4))
    True
    """
    n, samples = require_integer("n", n, 1), require_integer("samples", samples, 1)
    matrices = list(_integer_matrices(n, samples, Random(require_integer("rng", rng, 0))))
    names = [f"{kind}, #{k}" for k, (kind, _) in enumerate(matrices, 1)]
    return Comparison.of_terms(
        f"lam = -1 gives the determinant, on {samples} integer matrices of {n} x {n}",
        {
            "lambda-determinant": {
                name: lambda_determinant(m) for name, (_, m) in zip(names, matrices, strict=True)
            },
            "determinant": {
                name: int(fmpz_mat(m).det()) for name, (_, m) in zip(names, matrices, strict=True)
            },
        },
        meanings={"lambda-determinant": "condensation", "determinant": "FLINT"},
    )


def check_vandermonde(n: int, *, limit: int = LIMIT) -> Comparison:
    """Compare the lambda-determinant of v_i^{j-1} with the product of v_j + lam v_i, i < j.

    >>> print(check_vandermonde(2).rows[0].term, bool(check_vandermonde(4)))
    lam*v_1 True
    """
    n = require_integer("n", n, 1)
    require_at_most(limit, count_terms(n), "terms")
    names = ["lam", *(f"v_{i}" for i in range(1, n + 1))]
    lam, *v = LaurentPolynomial.generators(*names)
    matrix = [[x**j for j in range(n)] for x in v]
    product = LaurentPolynomial.constant(1, names)
    for j in range(n):
        for i in range(j):
            product *= v[j] + lam * v[i]
    return Comparison.of_terms(
        f"the lambda-determinant of Vandermonde's {n} x {n} matrix factors",
        {"lambda-determinant": _named(lambda_determinant(matrix, lam)), "product": _named(product)},
        meanings={
            "lambda-determinant": "condensation over Laurent polynomials",
            "product": "prod_{i<j} (v_j + lam v_i), multiplied out",
        },
    )


# -- counts -------------------------------------------------------------------------------------


def _listed_counts(m: int) -> dict[str, int]:
    number = two = three = 0
    first = np.zeros(m, dtype=np.int64)
    for matrices in asm_chunks(m):
        negative = (matrices == -1).sum(axis=(1, 2))
        how_many = np.bincount(negative)
        number += len(matrices)
        two += sum(int(c) * 2**k for k, c in enumerate(how_many))
        three += sum(int(c) * 3**k for k, c in enumerate(how_many))
        first += (matrices[:, 0] == 1).sum(axis=0)
    counts = {f"matrices, n = {m}": number}
    counts[f"2-enumeration, n = {m}"] = two
    counts[f"3-enumeration, n = {m}"] = three
    counts |= {f"1 of row 1 in column {k}, n = {m}": int(c) for k, c in enumerate(first, 1)}
    if m <= 5:
        counts[f"compatible pairs, n = {m}"] = sum(1 for _ in compatible_pairs(m))
    for symmetry in _symmetries(m):
        counts[f"{symmetry}, n = {m}"] = sum(1 for _ in symmetric_asms(m, symmetry))
    return counts


def _formula_counts(m: int) -> dict[str, int]:
    counts = {f"matrices, n = {m}": count_asms(m)}
    counts[f"2-enumeration, n = {m}"] = 2 ** (m * (m - 1) // 2)
    counts[f"3-enumeration, n = {m}"] = three_enumeration(m)
    refined = count_asms_by_first_row(m)
    counts |= {f"1 of row 1 in column {k}, n = {m}": c for k, c in enumerate(refined, 1)}
    if m <= 5:
        counts[f"compatible pairs, n = {m}"] = 2 ** (m * (m - 1) // 2)
    for symmetry in _symmetries(m):
        counts[f"{symmetry}, n = {m}"] = count_symmetric_asms(m, symmetry)
    return counts


def three_enumeration(n: int) -> int:
    """Return the sum of 3^N(A) over the n x n alternating sign matrices.

    It is 3^{m(m+1)} prod_{k=1..m} ((3k-1)! / (m+k)!)^2 for n = 2m + 1, and
    3^{m-1} (3m-1)! (m-1)! / (2m-1)!^2 times that of n - 1 for n = 2m.

    Source: [Kuperberg96].

    >>> [three_enumeration(n) for n in range(1, 7)]
    [1, 2, 9, 90, 2025, 102060]
    """
    m, odd = divmod(n, 2)
    if not odd:
        above = 3 ** (m - 1) * factorial(3 * m - 1) * factorial(m - 1)
        return int(above * three_enumeration(n - 1) // factorial(2 * m - 1) ** 2)
    above = below = 1
    for k in range(1, m + 1):
        above *= factorial(3 * k - 1) ** 2
        below *= factorial(m + k) ** 2
    return int(3 ** (m * (m + 1)) * above // below)


def _symmetries(m: int) -> list[str]:
    classes = ["half-turn"]
    if m % 2:
        classes.append("vertical")
    if m % 4 != 2:
        classes.append("quarter-turn")
    return classes if m <= 7 else []


# -- odds and ends ------------------------------------------------------------------------------


def _named(polynomial: LaurentPolynomial) -> dict[str, Any]:
    variables = polynomial.variables
    return {text_sum({e: 1}, variables): c for e, c in polynomial.terms.items()}


def _described(terms: int, coefficients: list[Any]) -> str:
    return f"{terms} terms, coefficients {coefficients}"


def _integer_matrices(n: int, samples: int, random: Random) -> Iterator[tuple[str, Any]]:
    kinds: list[tuple[str, Callable[[], list[list[int]]]]] = [
        ("random", lambda: [[random.randint(-99, 99) for _ in range(n)] for _ in range(n)]),
        (
            "mostly 0",
            lambda: [[random.choice((0, 0, 0, 1, -2)) for _ in range(n)] for _ in range(n)],
        ),
        ("small", lambda: [[random.randint(-1, 1) for _ in range(n)] for _ in range(n)]),
        ("rank 1", lambda: _rank_one(n, random)),
    ]
    for k in range(samples):
        kind, make = kinds[k % len(kinds)]
        yield kind, make()


def _rank_one(n: int, random: Random) -> list[list[int]]:
    one, other = ([random.randint(-5, 5) for _ in range(n)] for _ in range(2))
    return [[a * b for b in other] for a in one]
