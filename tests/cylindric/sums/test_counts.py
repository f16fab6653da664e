"""Counting by every route: golden numbers, identities of others, executors, the bad input."""

from concurrent.futures import ProcessPoolExecutor

import pytest

from cylindric import BURGE, Profile, Series, borodin_series, check_bijection, count_series
from cylindric.sums.counts import METHODS
from tests.cylindric import definitions as brute

# The math notes, section 2, after [Borodin07].
GOLDEN = [
    ("10", (1, 1, 2, 3, 5, 7, 11, 15, 22, 30)),
    ("110", (1, 1, 2, 3, 5, 7, 11, 15, 22, 30)),
    ("100", (1, 1, 2, 3, 5, 7, 11, 15, 22, 30)),
    ("1010", (1, 2, 3, 6, 10, 16, 25, 38, 57, 84, 121, 172, 243)),
    ("1100", (1, 1, 3, 4, 8, 11, 20, 27, 44, 60, 92, 124, 183)),
    ("10100", (1, 2, 4, 7, 13, 21, 35, 54, 84, 126, 188)),
    ("11", (1, 0, 1, 0, 2, 0, 3, 0, 5, 0)),
]


@pytest.mark.parametrize(("word", "numbers"), GOLDEN)
@pytest.mark.parametrize("method", METHODS)
def test_golden_numbers_by_every_route(word, numbers, method):
    pi, order = Profile(word), len(numbers)
    assert borodin_series(pi, order).coefficients == numbers
    assert count_series(pi, order, method).coefficients == numbers
    assert count_series(pi, 1, method).coefficients == (1,)


@pytest.mark.parametrize(
    ("composition", "modulus", "residues"),
    [
        ((2, 1), 5, [1, 4]),
        ((3, 0), 5, [2, 3]),
        ((2, 1, 1), 7, [1, 1, 3, 4, 6, 6]),
        ((4, 0, 0), 7, [2, 3, 3, 4, 4, 5]),
    ],
)
def test_rogers_ramanujan_and_a2_identities(composition, modulus, residues):
    """F_c(1, z) (z; z)_inf is the product side of an identity modulo 5 or 7 [CW19]."""
    order = 60
    counted = count_series(Profile.from_composition(composition), order, "layers")
    for n in range(1, order):
        counted = counted * Series([1] + [0] * (n - 1) + [-1], order)
    expected = Series([1], order)
    for residue in residues:
        for n in range(residue, order, modulus):
            expected = expected / Series([1] + [0] * (n - 1) + [-1], order)
    assert counted == expected


def test_plane_partitions_in_a_rectangle():
    """1^r 0^d open: MacMahon."""
    pi = Profile("111000")
    expected = brute.product_coefficients("111000", 12, open=True)
    for method in ("enumeration", "transfer", "bijection"):
        assert count_series(pi, 12, method, open=True).coefficients == expected
    assert expected[:5] == (1, 1, 3, 6, 11)  # of the 13 of weight 4, two are too long


def test_processes_and_progress():
    pi, told = Profile("1010"), []

    def tell(*done):
        told.append(done)

    with ProcessPoolExecutor(2) as pool:
        assert check_bijection(pi, 7, executor=pool).agrees
        counted = count_series(pi, 7, "bijection", executor=pool, progress=tell)
        assert count_series(pi, 7, executor=pool) == counted
    assert counted == borodin_series(pi, 7)
    assert told[0] == (0, 7)
    assert told[-1] == (7, 7)


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: count_series(Profile("10"), 2, rule=BURGE), ValueError, "got transfer"),
        (lambda: count_series(Profile("10"), 2, "layer"), ValueError, "method must be one of"),
        (
            lambda: count_series(Profile("10" * 12), 50, "layers"),
            ValueError,
            "hundreds of coefficient sums",
        ),
        (lambda: count_series(Profile("11010"), 80, "transfer"), ValueError, "pass limit="),
    ],
)
def test_counting_refuses(make, error, says):
    with pytest.raises(error, match=says):
        make()
