"""How time grows: with the order, the period, the size, the cubes; import times; memory."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from math import log
from typing import NamedTuple

import numpy as np

from cylindric import Profile, borodin_series, compose, count_series, decompose, sample
from cylindric.view.surface import view_surface
from lambdadet import lambda_determinant_mod
from semicircular import BlockVector, block_projection
from tests.benchmarks.measuring import Row, in_a_process, processor_seconds

Job = Callable[[], object]


class Growth(NamedTuple):
    """Processor seconds against a size; and the exponent that the algorithm should have."""

    what: str
    variable: str
    sizes: tuple[int, ...]
    expected: float | None
    """None: it grows faster than any power."""
    job: Callable[[int], Job]

    def points(self) -> list[tuple[int, float]]:
        """Measure each size: the least of three runs, after one that is not counted."""
        found = []
        for size in self.sizes:
            job = self.job(size)
            job()
            found.append((size, min(processor_seconds(job) for _ in range(3))))
        return found


def exponent(points: list[tuple[int, float]]) -> float:
    """Return the slope of log(seconds) against log(size), by least squares."""
    slope, _ = np.polyfit([log(x) for x, _ in points], [log(y) for _, y in points], 1)
    return float(slope)


def _layers(order: int) -> Job:
    return lambda: count_series(Profile("11010"), order, "layers")


def _layers_by_period(period: int) -> Job:
    profile = Profile("1" * (period - 2) + "00")
    return lambda: count_series(profile, 60, "layers")


def _product(order: int) -> Job:
    return lambda: borodin_series(Profile("11010"), order)


def _transfer(order: int) -> Job:
    return lambda: count_series(Profile("11010"), order, "transfer")


def _cubes(hook: int) -> Job:
    """Labels of all boxes up to a hook length, about one each: some hook^2 cubes."""
    rng = np.random.default_rng(7)
    profile = Profile("11010")
    labels = {tuple(box): int(rng.integers(1, 3)) for box in profile.boxes(hook)}

    def both() -> None:
        assert decompose(compose(profile, (), labels)).labels == labels

    return both


def _sample(length: int) -> Job:
    """With 1 - z as one over the length, boxes with a label, and flips, go as the square."""
    profile = Profile("1" * length + "0" * length)
    return lambda: sample(profile, 1 - 3 / length, rng=7)


def _condensed(n: int) -> Job:
    matrix = np.random.default_rng(1).integers(1, 2**31 - 1, (n, n))
    return lambda: lambda_determinant_mod(matrix, 2**31 - 1, 2)


def _projected(size: int) -> Job:
    p = block_projection(size)
    u = BlockVector({pair: 1 + sum(pair) for pair in p.pairs})
    return lambda: p @ u


GROWTH = {
    "growth_of_the_product": Growth(
        "borodin_series(11010)", "order", (8000, 16000, 32000, 64000), 1.5, _product
    ),
    "growth_of_layers": Growth("layers, 11010", "order", (200, 400, 800, 1600), 2, _layers),
    "growth_of_layers_by_period": Growth(
        "layers, 1..100, order 60", "period", (15, 30, 60, 120), 2, _layers_by_period
    ),
    "growth_of_transfer": Growth("transfer, 11010", "order", (20, 25, 30, 35), None, _transfer),
    "growth_by_cubes": Growth(
        "compose + decompose, 11010", "longest hook", (500, 1000, 2000, 4000), 2, _cubes
    ),
    "growth_of_a_sample": Growth(
        "sample, 1^n 0^n, z = 1 - 3/n", "n", (100, 200, 400, 800), 2, _sample
    ),
    "growth_of_condensation": Growth(
        "lambda_determinant_mod", "n", (100, 200, 400, 800), 3, _condensed
    ),
    "growth_of_a_projection": Growth(
        "block_projection(M) of a full vector", "M", (50, 100, 200, 400), 2, _projected
    ),
}


def growth_row(growth: Growth, points: list[tuple[int, float]]) -> Row:
    """Return the row of the table for what was measured."""
    expected = "faster than a power" if growth.expected is None else f"exponent {growth.expected:g}"
    (first, fast), (last, slow) = points[0], points[-1]
    return (
        f"growth with the {growth.variable}: {growth.what}, {first} to {last} (processor time)",
        expected,
        f"{exponent(points):.2f} ({fast * 1e3:.3g} ms to {slow * 1e3:.3g} ms)",
    )


def import_times() -> Row:
    """Import each package in a process of its own, less an empty one; the least of five."""

    def least(code: str) -> float:
        program = f"import time\n{code}\nprint(time.process_time())"
        return min(
            float(
                subprocess.run(
                    [sys.executable, "-c", program], capture_output=True, check=True, text=True
                ).stdout
            )
            for _ in range(5)
        )

    empty = least("")
    wings = ("termwise", "cylindric", "lambdadet", "semicircular")
    return (
        f"import {' / '.join(wings)}; and every name of each, numpy and FLINT (processor time)",
        "<= 0.25 s each; -",
        "; ".join(
            " / ".join(f"{least(line.format(wing)) - empty:.3f} s" for wing in wings)
            for line in ("import {}", "from {} import *")
        ),
    )


MEMORY = {
    "layers, 11010, order 2000": "from cylindric import *\n"
    "count_series(Profile('11010'), 2000, 'layers')",
    "transfer, 11010, order 40": "from cylindric import *\n"
    "count_series(Profile('11010'), 40, 'transfer')",
    "check_bijection, 1010, order 16": "from cylindric import *\n"
    "check_bijection(Profile('1010'), 16)",
    "10^4 samples of 11010, z = 0.8": "from cylindric import *\n"
    "sample(Profile('11010'), 0.8, 10**4, 7)",
    "generic, one lam, n = 7": "from lambdadet import *\n"
    "generic_lambda_determinant(7, 'constant', x0=False)",
    "check_projection(16)": "from semicircular import *\ncheck_projection(16)",
}


def memory() -> Row:
    """Peak memory of heavy calls, each in a process of its own."""
    found = {name: in_a_process(code)[1] for name, code in MEMORY.items()}
    return (
        "peak memory of " + "; ".join(MEMORY),
        "<= 1 GB each",
        "; ".join(f"{gigabytes:.2f} GB" for gigabytes in found.values()),
    )


def page_to_turn() -> Row:
    """A page of a surface that can be turned, made and saved."""
    import tempfile
    from pathlib import Path

    c = sample(Profile("1" * 300 + "0" * 300), 0.99, rng=7)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "surface.html"
        start = time.process_time()
        view_surface(c).save(path)
        taken = time.process_time() - start
        size = path.stat().st_size
    return (
        f"page of a surface to turn, {c.weight:,} cubes, made and saved (processor time)",
        "-",
        f"{taken:.1f} s, {size / 1e6:.1f} MB",
    )


HOUSE = [import_times, memory, page_to_turn]
