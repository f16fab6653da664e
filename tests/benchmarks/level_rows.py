"""The figures of levels: all orbits at once, against the layers as they stand, and memory."""

from __future__ import annotations

from flint import fmpz_poly

from cylindric import Level
from tests.benchmarks.measuring import Row, in_a_process, processor_seconds
from tests.cylindric.discovery.level_definitions import compositions, excess, plain_numerators


def _made(rank: int, level: int, n: int) -> None:
    """Make all Q_{c,0} .. Q_{c,n} of a level."""
    assert Level(rank, level).check("positive", n=n)


def _plain(rank: int, level: int, n: int) -> list[dict[tuple[int, ...], fmpz_poly]]:
    """Return the layers as they stand, one polynomial a composition, each with all, in FLINT."""
    words = compositions(rank, level)
    joined = {c: [(excess(c, d), d) for d in words] for c in words}
    layers = [{c: fmpz_poly([1]) for c in words}]
    for m in range(1, n + 1):
        before, layer = layers[-1], {}
        for c in words:
            total = fmpz_poly()
            for e, d in joined[c]:
                total += before[d].left_shift(m * e)
            layer[c] = total
        layers.append(layer)
    return layers


def level_31() -> Row:
    """Rank 3, level 31, n = 6, against plain layers in FLINT up to the same n (no Q)."""
    level, n = Level(3, 31), 6
    plain: list[dict[tuple[int, ...], fmpz_poly]] = []
    ours = processor_seconds(lambda: _made(3, 31, n))
    slow = processor_seconds(lambda: plain.extend(_plain(3, 31, n)))
    assert all(
        level.layers(c, n).N.coefficients == tuple(map(int, plain[n][c].coeffs()))
        for c in level.orbits
    )
    _, room = in_a_process("from cylindric import Level\nLevel(3, 31).check('positive', n=6)")
    return (
        "rank 3, level 31, all Q_(c,n), n <= 6, and plain layers in FLINT (N alone)",
        "<= 2 s",
        f"{ours:.2f} s, {room:.2f} GB ({slow:.0f} s, {slow / ours:.0f} x)",
    )


def level_15() -> Row:
    """The same at level 15, n = 4, against the definition of the tests: lists of integers."""
    ours = min(processor_seconds(lambda: _made(3, 15, 4)) for _ in range(5))
    slow = processor_seconds(lambda: plain_numerators(3, 15, 4))
    return (
        "rank 3, level 15, n <= 4, and the definition in plain Python (N alone)",
        "-",
        f"{ours * 1e3:.0f} ms ({slow:.2f} s, {slow / ours:.0f} x)",
    )


def level_40() -> Row:
    """Rank 3, level 40, n = 10, in a process of its own."""
    taken, room = in_a_process("from cylindric import Level\nLevel(3, 40).check('positive', n=10)")
    return (
        "rank 3, level 40, all Q_(c,n), n <= 10",
        "<= 20 s, <= 2 GB",
        f"{taken:.1f} s, {room:.2f} GB",
    )


def levels_to_40() -> Row:
    """All levels of rank 3 up to 40, n = 10: positivity of every Q, in a process of its own."""
    taken, room = in_a_process(
        "from cylindric import Level\n"
        "assert all(Level(3, l).check('positive', n=10) for l in range(1, 41))"
    )
    return (
        "rank 3, all levels <= 40, all Q_(c,n), n <= 10",
        "<= 6 min, <= 2 GB",
        f"{taken:.0f} s, {room:.2f} GB",
    )


LEVELS = [level_31, level_15, level_40, levels_to_40]
