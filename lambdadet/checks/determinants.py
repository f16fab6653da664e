"""Identities of lambda-determinants, checked term by term: where sides that share no code meet.

    check_lambda_determinant   recurrence = pair sum = one sum = matchings, monomial by monomial
    check_laurent              every level of the pyramid is Laurent, with coefficients 1
    check_determinant          lam = -1: the determinant, by FLINT
    check_vandermonde          prod (v_j + lam v_i), term by term

A wrong term has a name:

    >>> comparison = check_lambda_determinant(2)
    >>> print(comparison.rows[0].term, comparison.rows[0].values)
    lam_11*x_12*x_21*y_22**-1 (1, 1, 1, 1)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from functools import partial
from random import Random
from typing import Any

from flint import fmpz_mat

from lambdadet.algebra.polynomial import InexactDivision, LaurentPolynomial
from lambdadet.checks.sides import compute
from lambdadet.determinant.generic import generic_lambda_determinant, require_terms
from lambdadet.determinant.value import lambda_determinant
from lambdadet.recurrence.generic import generic_octahedron
from lambdadet.sums.matchings import matching_terms
from termwise import Comparison
from termwise.arguments import NO_LIMIT, require_at_most, require_integer
from termwise.doors import door
from termwise.exact import Exact
from termwise.notation import TEXT
from termwise.price import require_steps
from termwise.running import Progress

LIMIT = 2**16
"""How many terms a check may go through before it asks for `limit=`."""

ENTRIES = 6 * 10**5
"""How many entries of pyramids of numbers a check may make, about, before it asks for `limit=`."""

MEANINGS = {
    "recurrence": "octahedron recurrence over Laurent polynomials, divisions exact",
    "pair sum": "one term a compatible pair (A, B), exponents from cumulants",
    "one sum": "one product a matrix A, local weights; lam_ij + mu_{i,n-j} at a -1",
    "matchings": "one term a perfect matching of the Aztec diamond of order n - 1",
}


@door
def check_lambda_determinant(
    n: int,
    parameters: str = "multi",
    x0: bool = True,
    *,
    limit: int = LIMIT,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Compare four ways to the generic lambda-determinant, monomial by monomial.

    Args:
        n: the size.
        parameters: "multi" for all lam_ij and mu_ij, "constant" for one lam and mu = 1, or
            "di_francesco".
        x0: whether x[0] is generic (y_ij), or 1.
        limit: refuse more terms, or matchings, than this.
        executor: as of `termwise.run`; None computes here.
        progress: as of `termwise.run`: four sides.

    Returns:
        A Comparison with one row a monomial, and the sides of `MEANINGS`.

    Raises:
        TypeError: n is not an integer, or as `termwise.run`.
        ValueError: n < 1, an unknown word, or too many terms.

    Source: [RR86]; [Speyer07] for matchings; [Langer13] for all parameters.

    >>> bool(check_lambda_determinant(3)), len(check_lambda_determinant(3).rows)
    (True, 8)
    """
    n = require_integer("n", n, 1)
    require_terms(limit, n)
    require_terms(limit, n, parameters, x0)
    sides: dict[str, Callable[[], dict[str, Any]]] = {
        "recurrence": partial(_by_recurrence, n, parameters, x0),
        "pair sum": partial(_by_sum, n, parameters, x0, "pair_sum"),
        "one sum": partial(_by_sum, n, parameters, x0, "one_sum"),
        "matchings": partial(matching_terms, n, parameters, x0),
    }
    return Comparison.of_terms(
        f"lambda-determinant of the generic {n} x {n} matrix, parameters {parameters}, "
        f"x[0] {'generic' if x0 else '= 1'}",
        compute(sides, executor=executor, progress=progress),
        meanings=MEANINGS,
    )


def _by_recurrence(n: int, parameters: str, x0: bool) -> dict[str, Exact]:
    *_, apex = generic_octahedron(n, parameters, x0)
    return _named(apex[0][0])


def _by_sum(n: int, parameters: str, x0: bool, method: str) -> dict[str, Exact]:
    return _named(generic_lambda_determinant(n, parameters, x0, method, limit=NO_LIMIT))


def _named(polynomial: LaurentPolynomial) -> dict[str, Exact]:
    """Return the coefficients by their monomials, as text."""
    names = polynomial.variables
    return {TEXT.monomial(names, e): c for e, c in polynomial.terms.items()}


@door
def check_laurent(
    n: int,
    *,
    limit: int = LIMIT,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Compare every x[k]_ij of the generic pyramid with what it must be: 2^{k(k-1)/2} terms, all 1.

    Args:
        n: the size of x[1].
        limit: refuse an apex of more terms than this.
        executor: as of `termwise.run`; None computes here.
        progress: as of `termwise.run`: the pyramid is one unit, each level needs the two below.

    Returns:
        A Comparison with one row an entry; up to the level at which a division is not exact.

    Raises:
        TypeError: n is not an integer, or as `termwise.run`.
        ValueError: n < 1, or too many terms.

    Source: [RR86]; [Langer13].

    >>> print(check_laurent(3).rows[-1].values)
    ('8 terms, coefficients [1]', '8 terms, coefficients [1]')
    """
    n = require_integer("n", n, 1)
    require_terms(limit, n)
    units = {"levels": partial(_levels, n)}
    found, claimed = compute(units, executor=executor, progress=progress)["levels"]
    return Comparison.of_terms(
        f"the Laurent phenomenon in the generic pyramid over {n} x {n}",
        {"recurrence": found, "theorem": claimed},
        meanings={
            "recurrence": MEANINGS["recurrence"],
            "theorem": "x[k] has 2^(k(k-1)/2) terms, every coefficient 1",
        },
    )


def _levels(n: int) -> tuple[dict[str, str], dict[str, str]]:
    """Describe every entry of the generic pyramid, and what each must be."""
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
                found[name] = _described(len(entry), sorted(set(entry.terms.values())))
                claimed[name] = _described(2 ** (k * (k - 1) // 2), [1])
    return found, claimed


def _described(terms: int, coefficients: list[Any]) -> str:
    return f"{terms} terms, coefficients {coefficients}"


@door
def check_determinant(
    n: int,
    samples: int = 20,
    rng: int = 0,
    *,
    limit: int = ENTRIES,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Compare the lambda-determinant at lam = -1, mu = 1, x[0] = 1 with FLINT's determinant.

    Args:
        n: the size.
        samples: how many matrices; some are singular, some mostly 0.
        rng: the seed.
        limit: refuse pyramids of more entries than this: 20 samples of n = 30 are possible.
        executor: as of `termwise.run`; None computes here.
        progress: as of `termwise.run`: two units a matrix.

    Returns:
        A Comparison with one row a matrix.

    Raises:
        TypeError: n, samples or rng is not an integer, or as `termwise.run`.
        ValueError: n < 1, samples < 1, rng < 0, or too much work.

    Source: [RR86]; [Dodgson66] for lam = -1.

    >>> bool(check_determinant(4))
    True
    """
    n, samples = require_integer("n", n, 1), require_integer("samples", samples, 1)
    random = Random(require_integer("rng", rng, 0))
    require_at_most(limit, samples * n**3, "entries of pyramids")
    require_steps(100 * n**3, "steps of the recurrence")
    matrices = {
        f"{kind}, #{k}": matrix
        for k, (kind, matrix) in enumerate(_integer_matrices(n, samples, random), 1)
    }
    condensed = {
        f"condensed {name}": partial(lambda_determinant, m) for name, m in matrices.items()
    }
    by_flint = {f"by FLINT {name}": partial(_determinant, m) for name, m in matrices.items()}
    values = compute(condensed | by_flint, executor=executor, progress=progress)
    return Comparison.of_terms(
        f"lam = -1 gives the determinant, on {samples} integer matrices of {n} x {n}",
        {
            "lambda-determinant": {name: values[f"condensed {name}"] for name in matrices},
            "determinant": {name: values[f"by FLINT {name}"] for name in matrices},
        },
        meanings={"lambda-determinant": "condensation", "determinant": "FLINT"},
    )


def _determinant(matrix: list[list[int]]) -> int:
    return int(fmpz_mat(matrix).det())


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


@door
def check_vandermonde(
    n: int,
    *,
    limit: int = LIMIT,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Compare the lambda-determinant of v_i^{j-1} with the product of v_j + lam v_i, i < j.

    Args:
        n: the size.
        limit: refuse a product of more terms than this.
        executor: as of `termwise.run`; None computes here.
        progress: as of `termwise.run`: two sides.

    Returns:
        A Comparison with one row a monomial.

    Raises:
        TypeError: n is not an integer, or as `termwise.run`.
        ValueError: n < 1, or too many terms.

    Source: [RR86]; [Bressoud99].

    >>> print(check_vandermonde(2).rows[0].term, bool(check_vandermonde(4)))
    lam*v_1 True
    """
    n = require_integer("n", n, 1)
    require_terms(limit, n)
    sides = {
        "lambda-determinant": partial(_vandermonde_condensed, n),
        "product": partial(_vandermonde_product, n),
    }
    return Comparison.of_terms(
        f"the lambda-determinant of Vandermonde's {n} x {n} matrix factors",
        compute(sides, executor=executor, progress=progress),
        meanings={
            "lambda-determinant": "condensation over Laurent polynomials",
            "product": "prod_{i<j} (v_j + lam v_i), multiplied out",
        },
    )


def _vandermonde_letters(n: int) -> tuple[LaurentPolynomial, ...]:
    return LaurentPolynomial.generators("lam", *(f"v_{i}" for i in range(1, n + 1)))


def _vandermonde_condensed(n: int) -> dict[str, Exact]:
    lam, *v = _vandermonde_letters(n)
    return _named(lambda_determinant([[x**j for j in range(n)] for x in v], lam))


def _vandermonde_product(n: int) -> dict[str, Exact]:
    lam, *v = _vandermonde_letters(n)
    product = LaurentPolynomial.constant(1, lam.variables)
    for j in range(n):
        for i in range(j):
            product *= v[j] + lam * v[i]
    return _named(product)
