"""Bases of solutions against ranks over the integers, and the one shown: no place can be spared."""

import random

import pytest
from flint import fmpz_mat

from cylindric.algebra.interpolation import PRIME
from cylindric.discovery.solution_spaces import in_general_position, solutions_at, zeros_of

Q = 2


def rank(values, order, degree, places):
    """The rank of the equations in these places, over the rational numbers."""
    rows = [
        [a * Q ** (n * k) for a in values[n : n + order + 1] for k in range(degree + 1)]
        for n in range(len(values) - order)
    ]
    return fmpz_mat([[row[at] for at in places] for row in rows]).rank()


def sequences():
    """Sums of powers with a wrong beginning: the longer it is, the more solutions there are."""
    rng = random.Random(1)
    for wrong in range(4):
        for bases in ((3,), (3, 5)):
            yield [rng.randint(1, 9) for _ in range(wrong)] + [
                sum(b**n for b in bases) for n in range(24)
            ]


@pytest.mark.parametrize("values", list(sequences()), ids=range(8))
@pytest.mark.parametrize(("order", "degree"), [(1, 1), (2, 1), (2, 2), (3, 1)])
def test_solutions(values, order, degree):
    places = range((order + 1) * (degree + 1))
    solutions = solutions_at(Q, values, order, degree)
    assert len(solutions) == len(places) - rank(values, order, degree, places)
    for solution in [*solutions, *([in_general_position(solutions)] if solutions else [])]:
        for n in range(len(values) - order):
            total = sum(
                solution[i * (degree + 1) + k] * Q ** (n * k) * values[n + i]
                for i in range(order + 1)
                for k in range(degree + 1)
            )
            assert total % PRIME == 0
    if not solutions:
        return

    def wrong(solution):
        return not any(solution[: degree + 1]) or not any(solution[-degree - 1 :])

    zeros = zeros_of(solutions, degree, wrong)
    found = solutions_at(Q, values, order, degree, zeros=zeros)
    assert all(not solution[at] for solution in found for at in zeros)
    if not wrong(in_general_position(solutions)):
        assert not wrong(in_general_position(found))
        kept = [at for at in places if at not in zeros]
        assert len(kept) - rank(values, order, degree, kept) == len(found) == 1
