"""The figures of products: exponents of a series, and the scan of sums and differences."""

from __future__ import annotations

from cylindric import (
    Level,
    Profile,
    borodin_series,
    etaq,
    exponents,
    find_product,
    scan_combinations,
)
from tests.benchmarks.measuring import Row, once, seconds
from tests.cylindric.discovery.product_definitions import exponents_by_division

SCANNED = ((2, range(3, 9)), (3, range(3, 8)), (4, range(4, 7)))


def many_exponents() -> Row:
    """The 2000 exponents of a character, against dividing off one factor after the other."""
    order = 2001
    series = etaq(1, order) * borodin_series(Profile.from_composition((4, 2, 1)), order)
    (ours,) = seconds(lambda: exponents(series), runs=9)
    slow = once(lambda: exponents_by_division(series.coefficients))
    assert exponents(series) == exponents_by_division(series.coefficients)
    return (
        "2000 exponents of chi_(4,2,1), and by dividing off factor by factor",
        "<= 50 ms",
        f"{ours * 1e3:.0f} ms ({slow * 1e3:.0f} ms)",
    )


def find_and_confirm() -> Row:
    """Find the product of the same character to order 200, and confirm it to order 2000."""
    longer = etaq(1, 2000) * borodin_series(Profile.from_composition((4, 2, 1)), 2000)
    (taken,) = seconds(lambda: find_product(longer.truncate(200), confirm=longer))
    return "find_product, order 200, confirmed to order 2000", "<= 200 ms", f"{taken * 1e3:.0f} ms"


def sums_and_differences() -> Row:
    """All 3962 combinations of section 3, series and confirmation of the 28 products included."""

    def scan() -> tuple[int, int]:
        levels = [Level(rank, level) for rank, levels in SCANNED for level in levels]
        scans = [scan_combinations(level) for level in levels]
        return sum(s.tried for s in scans), sum(map(len, scans))

    assert scan() == (3962, 28)
    (taken,) = seconds(scan, runs=3)
    return (
        "3962 sums and differences of characters, by layers, 28 products confirmed",
        "<= 2 s",
        f"{taken:.2f} s",
    )


PRODUCTS = [many_exponents, find_and_confirm, sums_and_differences]
