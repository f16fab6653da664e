"""The figures of the lambdadet wing."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time

from lambdadet import (
    CompatiblePair,
    draw_tiling,
    generic_lambda_determinant,
    lambda_determinant,
    random_tiling,
)
from lambdadet.objects.bulk import asm_chunks
from termwise.pictures import Picture
from tests.benchmarks.measuring import Row, command, in_a_process, once, seconds


def bulk_of_seven_and_eight() -> Row:
    """All matrices as arrays."""
    (seven,) = seconds(lambda: sum(map(len, asm_chunks(7))))
    eight, memory = in_a_process(
        "from lambdadet.objects.bulk import asm_chunks\n"
        "assert sum(map(len, asm_chunks(8))) == 10850216"
    )
    return (
        "bulk ASMs, n = 7 (218 348) / n = 8 (10 850 216)",
        "<= 0.1 s / <= 4 s and <= 1.5 GB",
        f"{seven:.3f} s / {eight:.2f} s and {memory:.2f} GB",
    )


def bulk_against_sage() -> Row:
    """All matrices of size 6, against SageMath's list."""
    what = "bulk ASMs, n = 6, against SageMath's list(AlternatingSignMatrices(6))"
    try:
        import sage.all__sagemath_combinat  # type: ignore[import-not-found]  # noqa: F401
        from sage.combinat.alternating_sign_matrix import (  # type: ignore[import-not-found]
            AlternatingSignMatrices,
        )
    except ImportError:
        return what, ">= 50 x", "peer not installed"
    ours, theirs = seconds(
        lambda: sum(map(len, asm_chunks(6))), lambda: list(AlternatingSignMatrices(6))
    )
    return what, ">= 50 x", f"{theirs / ours:.0f} x ({ours * 1e3:.1f} ms, {theirs * 1e3:.0f} ms)"


def one_lam() -> Row:
    """The generic polynomial with one lam, mu = 1, x[0] = 1."""
    six, seven = seconds(
        lambda: generic_lambda_determinant(6, "constant", x0=False),
        lambda: generic_lambda_determinant(7, "constant", x0=False),
        runs=3,
    )
    return (
        "generic, one lam, n = 6 (20 488 terms) / n = 7 (810 056 terms)",
        "<= 0.1 s / <= 5 s",
        f"{six:.3f} s / {seven:.2f} s",
    )


def one_lam_with_terms() -> Row:
    """The same, with the dictionary of terms, which is made when it is asked for."""
    six, seven = seconds(
        lambda: generic_lambda_determinant(6, "constant", x0=False).terms,
        lambda: generic_lambda_determinant(7, "constant", x0=False).terms,
        runs=1,
    )
    return "the same, with .terms as a dict", "-", f"{six:.3f} s / {seven:.2f} s"


def one_lam_against_sage() -> Row:
    """The generic polynomial of size 6, against condensation with SageMath."""
    what = "generic, one lam, n = 6, against condensation over SageMath's Laurent polynomials"
    try:
        import sage.all__sagemath_combinat
        import sage.libs.singular.polynomial  # type: ignore[import-not-found]  # noqa: F401
        from sage.rings.integer_ring import ZZ  # type: ignore[import-not-found]
        from sage.rings.polynomial.laurent_polynomial_ring import (  # type: ignore[import-not-found]
            LaurentPolynomialRing,
        )
    except ImportError:
        return what, ">= 300 x", "peer not installed"
    n = 6
    names = ["lam", *(f"x{i}{j}" for i in range(n) for j in range(n))]
    ring = LaurentPolynomialRing(ZZ, names)
    lam, *x = ring.gens()

    def by_sage() -> object:
        below = [[ring.one()] * (n + 1) for _ in range(n + 1)]
        level = [[x[n * i + j] for j in range(n)] for i in range(n)]
        while len(level) > 1:
            size = len(level) - 1
            above = [
                [
                    (level[i][j] * level[i + 1][j + 1] + lam * level[i][j + 1] * level[i + 1][j])
                    // below[i + 1][j + 1]
                    for j in range(size)
                ]
                for i in range(size)
            ]
            below, level = level, above
        return level[0][0]

    (ours,) = seconds(lambda: generic_lambda_determinant(n, "constant", x0=False))
    found: list[object] = []
    theirs = once(lambda: found.append(by_sage()))
    assert found[0].number_of_terms() == 20488  # type: ignore[attr-defined]
    return what, ">= 300 x", f"{theirs / ours:.0f} x ({ours * 1e3:.1f} ms, {theirs:.1f} s)"


def all_parameters() -> Row:
    """The generic polynomial with every parameter, against the recurrence."""
    closed = seconds(lambda: generic_lambda_determinant(6), runs=3)[0]
    recurrence = once(lambda: generic_lambda_determinant(6, method="octahedron"))
    equal = generic_lambda_determinant(6) == generic_lambda_determinant(6, method="octahedron")
    return (
        "generic, all lam_ij, mu_ij, x0, n = 6 (32 768 terms), equal to the recurrence",
        "<= 2 s",
        f"{closed:.2f} s (recurrence {recurrence:.1f} s, {'equal' if equal else 'DIFFERENT'})",
    )


def numbers() -> Row:
    """A matrix of 100 random integers at lam = 2, against a bare loop over FLINT's rationals."""
    from flint import fmpq

    n, random = 100, Random(5)
    matrix = [[random.randint(1, 9) for _ in range(n)] for _ in range(n)]

    def bare() -> object:
        below = [[fmpq(1)] * (n + 1) for _ in range(n + 1)]
        level = [[fmpq(entry) for entry in row] for row in matrix]
        while len(level) > 1:
            size = range(len(level) - 1)
            above = [
                [
                    (level[i][j] * level[i + 1][j + 1] + 2 * level[i][j + 1] * level[i + 1][j])
                    / below[i + 1][j + 1]
                    for j in size
                ]
                for i in size
            ]
            below, level = level, above
        return level[0][0]

    answers: list[object] = []
    theirs = once(lambda: answers.append(bare()))
    ours = once(lambda: answers.append(lambda_determinant(matrix, lam=2)))
    assert answers[0] == fmpq(answers[1].numerator, answers[1].denominator)  # type: ignore[attr-defined]
    return (
        "100 x 100 random integers 1..9, lam = 2, against a bare fmpq loop",
        "<= 1.2 x",
        f"{ours / theirs:.2f} x ({ours:.1f} s, {theirs:.1f} s)",
    )


def modulo_a_prime() -> Row:
    """A matrix of size 1000 modulo a prime."""
    taken, _ = in_a_process(
        "import numpy as np; from lambdadet import lambda_determinant_mod\n"
        "lambda_determinant_mod(np.random.default_rng(1).integers(1, 2**31 - 1, (1000, 1000)),"
        " 2**31 - 1, 2)"
    )
    return "n = 1000 modulo 2^31 - 1, numpy", "<= 15 s", f"{taken:.1f} s"


def determinant() -> Row:
    """lam = -1 at size 100, against FLINT's determinant."""
    from flint import fmpz_mat

    random = Random(6)
    matrix = [[random.randint(-99, 99) for _ in range(100)] for _ in range(100)]
    found: list[object] = []
    taken = once(lambda: found.append(lambda_determinant(matrix)))
    equal = found[0] == int(fmpz_mat(matrix).det())
    return (
        "lam = -1, 100 x 100 random integers, equal to FLINT's det",
        "equal",
        f"{'equal' if equal else 'DIFFERENT'} ({taken:.1f} s)",
    )


def shuffling() -> Row:
    """A random domino tiling of the Aztec diamond of order 300."""
    taken, _ = in_a_process("from lambdadet import random_tiling\nrandom_tiling(300, 1, 7)")
    return "domino shuffling, Aztec diamond of order 300", "<= 2 s", f"{taken:.2f} s"


def weighted_shuffling() -> Row:
    """Domino shuffling with tables of digits for lam_ij and mu_ij, one tiling and one more."""
    taken = []
    for order, size in ((100, 1), (200, 1), (100, 101)):
        random = Random(1)
        lam, mu = (
            [[random.randint(1, 9) for _ in range(order)] for _ in range(order)] for _ in "lm"
        )
        draw = partial(random_tiling, order, lam, 7, mu=mu, size=size)
        taken.append(once(draw, process_time))
    return (
        "the same with a weight for every lam_ij and mu_ij, order 100 / 200 / one more of 100",
        "-",
        f"{taken[0]:.2f} s / {taken[1]:.1f} s / {(taken[2] - taken[0]) * 10:.1f} ms",
    )


def large_tiling() -> Row:
    """A random tiling of order 1000, its picture, and the picture as SVG."""
    draw_tiling(random_tiling(70))  # imports
    pairs: list[CompatiblePair] = []
    pictures: list[Picture] = []
    tiling = once(lambda: pairs.append(random_tiling(1000, 1, 7)), process_time)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "tiling.svg"
        drawn = once(lambda: pictures.append(draw_tiling(pairs[0])), process_time)
        saved = once(lambda: pictures[0].save(path), process_time)
        size = path.stat().st_size / 1e6
    return (
        "random tiling of order 1000, drawn as an image, saved as SVG (processor time)",
        "-",
        f"{tiling:.1f} s, {drawn:.1f} s, {saved:.1f} s, {size:.2f} MB",
    )


def uniform() -> Row:
    """Uniform random matrices by coupling from the past."""
    hundred, _ = in_a_process("from lambdadet import random_asm\nrandom_asm(100, rng=7)")
    large, _ = in_a_process("from lambdadet import random_asm\nrandom_asm(300, rng=7)")
    return (
        "a uniform random ASM, n = 100 / n = 300",
        "<= 0.5 s / <= 15 s",
        f"{hundred:.2f} s / {large:.1f} s",
    )


def zeros_inside() -> Row:
    """Determinants that condensation divides by 0 in: sparse, of ones, of the identity."""
    random = Random(1)
    sparse = [[random.choice((0, 0, 0, 1, -2, 3)) for _ in range(60)] for _ in range(60)]
    ones = [[1] * 80 for _ in range(80)]
    identity = [[int(i == j) for j in range(200)] for i in range(200)]
    taken = [once(lambda m=m: lambda_determinant(m)) for m in (sparse, ones, identity)]
    return (
        "lam = -1 past zeros: sparse 60 / ones 80 / identity 200",
        "seconds",
        " / ".join(f"{t:.1f} s" for t in taken),
    )


def verify_five() -> Row:
    """The check of size 5 as a new process."""
    (taken,) = seconds(command("lambdadet", "verify", "5"), runs=3)
    return "lambdadet verify 5, cold start included", "a few seconds", f"{taken:.1f} s"


LAMBDADET = [
    bulk_of_seven_and_eight,
    bulk_against_sage,
    one_lam,
    one_lam_with_terms,
    one_lam_against_sage,
    all_parameters,
    numbers,
    modulo_a_prime,
    determinant,
    shuffling,
    weighted_shuffling,
    large_tiling,
    uniform,
    zeros_inside,
    verify_five,
]
