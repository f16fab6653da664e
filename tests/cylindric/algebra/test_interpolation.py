"""Vectors of polynomials from values up to factors."""

import random

from flint import fmpz_poly

from cylindric.algebra.interpolation import (
    PRIME,
    combined,
    integer_vector,
    polynomial_vector,
    unit_vector,
)


def values_of(polys, points, rng):
    """Return the values modulo the prime, each vector times a random factor."""
    return [
        [int(p(x)) * factor % PRIME for p in polys]
        for x in points
        for factor in [rng.randrange(1, PRIME)]
    ]


def random_polynomials(rng):
    return [
        fmpz_poly(
            [rng.randint(-50, 50) for _ in range(rng.randint(1, 6))] + [rng.choice([-7, 1, 3])]
        )
        for _ in range(rng.randint(2, 4))
    ]


def same_up_to_sign(found, polys):
    return found in (polys, [-p for p in polys])


def test_random_vectors_are_found_again_without_their_common_factor():
    rng = random.Random(2)
    for _ in range(40):
        polys = random_polynomials(rng)
        common = fmpz_poly()
        for p in polys:
            common = common.gcd(p)
        expected = [p // common for p in polys]
        points = rng.sample(range(1, 10**6), 20)
        times = fmpz_poly([rng.randint(1, 9), 1])  # a common factor must not be seen
        found = polynomial_vector(points, values_of([p * times for p in polys], points, rng))
        assert same_up_to_sign(integer_vector(found), expected)


def test_too_few_points_give_nothing():
    rng = random.Random(3)
    polys = [fmpz_poly([1, 2, 3, 4, 5]), fmpz_poly([5, 0, 0, 7])]
    for number in range(1, 16):
        points = list(range(2, 2 + number))
        found = polynomial_vector(points, values_of(polys, points, rng))
        assert (found is not None) == (number >= 4 + 3 + 3), number  # degrees, 1, and 2 to spare


def test_entries_that_are_zero():
    rng = random.Random(4)
    polys = [fmpz_poly(), fmpz_poly([-3, 1]), fmpz_poly([2])]
    points = list(range(1, 12))  # the second is zero at 3
    found = integer_vector(polynomial_vector(points, values_of(polys, points, rng)))
    assert same_up_to_sign(found, polys)


def test_values_that_are_those_of_no_polynomials():
    rng = random.Random(5)
    vectors = [[rng.randrange(1, PRIME) for _ in range(3)] for _ in range(30)]
    assert polynomial_vector(range(30), vectors) is None
    assert integer_vector(vectors) is None


def test_integers_that_need_a_multiple():
    third, fifth = pow(3, -1, PRIME), pow(5, -1, PRIME)
    found = integer_vector([[third, 4 * fifth], [7, 0, 1]])
    assert same_up_to_sign(found, [fmpz_poly([5, 12]), fmpz_poly([105, 0, 15])])


def test_integers_of_two_primes():
    other = 2**61 - 31
    rows = [[10**12, -(10**14) + 1], [3]]
    mine, theirs = ([[c % p for c in row] for row in rows] for p in (PRIME, other))
    together = combined(unit_vector(mine, PRIME), PRIME, unit_vector(theirs, other), other)
    assert same_up_to_sign(
        integer_vector(together, PRIME * other), [fmpz_poly(row) for row in rows]
    )
    assert integer_vector(mine) is None
