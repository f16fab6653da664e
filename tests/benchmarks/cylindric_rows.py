"""The figures of the cylindric wing."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from cylindric import (
    Profile,
    borodin_series,
    compose,
    count_series,
    cylindric_partitions,
    decompose,
    rsk,
)
from tests.benchmarks.measuring import Row, command, in_a_process, once, seconds

PI = Profile("11010")


def product_against_one_division() -> Row:
    """Borodin's product to 10 000 terms, against 1 / Euler product by FLINT."""
    from flint import ctx, fmpz_series

    order = 10_000
    euler = [0] * order
    for n in range(-100, 100):
        if (power := n * (3 * n - 1) // 2) < order:
            euler[power] = -1 if n % 2 else 1
    one, below = fmpz_series([1], order), fmpz_series(euler, order)

    def division() -> None:
        before, ctx.cap = ctx.cap, order
        assert (one / below)[order - 1]
        ctx.cap = before

    ours, theirs = seconds(lambda: borodin_series(PI, order), division)
    return (
        "borodin_series(11010), order 10 000, against one FLINT series division",
        "<= 3 x",
        f"{ours / theirs:.2f} x ({ours * 1e3:.0f} ms, {theirs * 1e3:.0f} ms)",
    )


def product_against_sympy() -> Row:
    """The same product to 1000 terms, against sympy's ring_series primitives."""
    from sympy import ZZ, ring
    from sympy.polys.ring_series import rs_mul, rs_series_inversion

    order = 1000
    _, z = ring("z", ZZ)

    def by_sympy() -> object:
        denominator = z**0
        for hook in [*range(5, order, 5), *PI.boxes(order - 1).values()]:
            denominator = rs_mul(denominator, 1 - z**hook, z, order)
        return rs_series_inversion(denominator, z, order)

    ours = seconds(lambda: borodin_series(PI, order), runs=9)[0]
    theirs = once(by_sympy)
    answer = by_sympy()
    assert (
        [int(answer.coeff(z**k)) for k in range(1, 50)]
        == list(  # type: ignore[attr-defined]
            borodin_series(PI, 50).coefficients[1:]
        )
    )
    return (
        "the same, order 1000, against sympy ring_series primitives",
        ">= 50 x",
        f"{theirs / ours:.0f} x ({ours * 1e3:.1f} ms, {theirs * 1e3:.0f} ms)",
    )


def layers() -> Row:
    """Counting by layers to 500 terms."""
    (taken,) = seconds(lambda: count_series(PI, 500, "layers"), runs=3)
    return "layers, 11010, order 500", "<= 1 s", f"{taken:.2f} s"


def transfer() -> Row:
    """Counting by transfer matrices to 40 terms, in a process of its own for its memory."""
    taken, memory = in_a_process(
        "from cylindric import Profile, count_series\n"
        "count_series(Profile('11010'), 40, 'transfer')"
    )
    return "transfer, 11010, order 40", "<= 10 s, <= 1 GB", f"{taken:.1f} s, {memory:.2f} GB"


def enumeration() -> Row:
    """Objects listed from the definition, at weight 16 and, for the trend, at 22."""

    def listing(weight: int) -> Callable[[], int]:
        return lambda: sum(1 for _ in cylindric_partitions(PI, weight))

    small, large = seconds(listing(16), listing(22))
    return (
        "enumeration from the definition, weight 16 of 11010 (and weight 22)",
        ">= 100 000 objects/s",
        f"{listing(16)() / small:,.0f} /s ({listing(22)() / large:,.0f} /s)",
    )


def million_cubes() -> Row:
    """Compose and decompose one object of a million cubes."""
    rng = np.random.default_rng(7)
    labels = {
        tuple(box): int(label)
        for box, hook in PI.boxes(16_000).items()
        if (label := rng.geometric(1 - 0.99859**hook) - 1)
    }
    c = compose(PI, (), labels)

    def both() -> None:
        assert decompose(compose(PI, (), labels)).labels == labels

    (taken,) = seconds(both)
    return f"compose + decompose, {c.weight:,} cubes of 11010", "<= 2 s", f"{taken:.2f} s"


def permutation_growth() -> Row:
    """RSK growth of a permutation matrix of order 200, against SageMath's GrowthDiagram."""
    what = "growth of a 200 x 200 permutation matrix, against SageMath's GrowthDiagram"
    order = np.random.default_rng(1).permutation(200)
    matrix = np.zeros((200, 200), dtype=int)
    matrix[np.arange(200), order] = 1
    try:
        import sage.all__sagemath_combinat  # type: ignore[import-not-found]  # noqa: F401
        from sage.combinat.growth import GrowthDiagram  # type: ignore[import-not-found]
    except ImportError:
        (ours,) = seconds(lambda: rsk(matrix), runs=21)
        return what, ">= 20 x", f"peer not installed ({ours * 1e3:.1f} ms)"
    rule = GrowthDiagram.rules.RSK()
    word = [int(image) + 1 for image in order]

    def by_sage() -> object:
        diagram = GrowthDiagram(rule, word)
        return diagram.P_symbol(), diagram.Q_symbol()

    ours, theirs = seconds(lambda: rsk(matrix), by_sage, runs=11)
    p, q = rsk(matrix)
    sage_p, sage_q = by_sage()  # type: ignore[misc]
    assert (list(map(list, p)), list(map(list, q))) == (
        [list(map(int, row)) for row in sage_p],
        [list(map(int, row)) for row in sage_q],
    )
    return what, ">= 20 x", f"{theirs / ours:.1f} x ({ours * 1e3:.1f} ms, {theirs * 1e3:.0f} ms)"


def cold_start() -> Row:
    """The main job as a new process, imports included."""
    (taken,) = seconds(command("cylindric", "verify", "11010", "--order", "20"))
    return "cylindric verify 11010 --order 20, cold start included", "<= 3 s", f"{taken:.2f} s"


CYLINDRIC = [
    product_against_one_division,
    product_against_sympy,
    layers,
    transfer,
    enumeration,
    million_cubes,
    permutation_growth,
    cold_start,
]
