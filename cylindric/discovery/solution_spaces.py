"""All solutions of an ansatz for a recurrence at one q modulo a prime, and the one to be shown.

A solution is the row of the numbers p_{i,k}, i <= R and k <= d, of

    sum over i, k of p_{i,k} q^{nk} a(n+i) = 0,    n = 0, 1, 2, ..,

with k running first.  Where there are several, the one that is shown has as few of them as can be;
so it is the same at almost every q, and can be interpolated.
"""

from __future__ import annotations

from collections.abc import Callable, Set

from flint import nmod_mat

from cylindric.algebra.interpolation import PRIME

Solution = list[int]


def solutions_at(
    q: int,
    values: list[int],
    order: int,
    degree: int,
    *,
    zeros: Set[int] = frozenset(),
    prime: int = PRIME,
) -> list[Solution]:
    """Return a basis of the solutions at q with zero in some places.

    Args:
        q: a residue.
        values: a(0), a(1), .. at q.
        order, degree: R and d.
        zeros: the places.
        prime: the modulus.

    >>> solutions_at(2, [1, 2, 4, 8, 16, 32], 1, 0, prime=101)  # -2 a(n) + a(n+1) = 0
    [[99, 1]]
    """
    rows, power = [], 1
    places = [at for at in range((order + 1) * (degree + 1)) if at not in zeros]
    for n in range(len(values) - order):
        powers = [1]
        for _ in range(degree):
            powers.append(powers[-1] * power % prime)
        row = [a * x % prime for a in values[n : n + order + 1] for x in powers]
        rows.append([row[at] for at in places])
        power = power * q % prime
    basis, nullity = nmod_mat(rows, prime).nullspace()
    found = [[0] * (order + 1) * (degree + 1) for _ in range(nullity)]
    for at, entries in zip(places, basis.tolist(), strict=True):
        for solution, x in zip(found, entries, strict=False):
            solution[at] = int(x)
    return found


def in_general_position(solutions: list[Solution], prime: int = PRIME) -> Solution:
    """Return a combination of all solutions.

    Each of them may lack a first or a last coefficient that their sum has.

    >>> in_general_position([[1, 0, 5], [0, 1, 7]])
    [1, 3, 26]
    """
    columns = zip(*solutions, strict=True)
    return [sum(3**j * x for j, x in enumerate(column)) % prime for column in columns]


def zeros_of(
    solutions: list[Solution], degree: int, wrong: Callable[[Solution], object]
) -> frozenset[int]:
    """Return the places where the solution that is shown has zeros.

    One place after the other becomes zero, those of high powers of q^n first and of these the last
    a(n+i) first, as long as a solution is left that may be shown.

    Args:
        solutions: a basis of them, modulo 2^61 - 1.
        degree: d.
        wrong: says why a solution may not be shown; nothing if it may.

    >>> sorted(zeros_of([[1, 0, 5], [0, 1, 7]], 0, lambda solution: solution[0] == 0))
    [2]
    """
    width = degree + 1
    for at in sorted(range(len(solutions[0])), key=lambda at: (-(at % width), -at)):
        rest = _without(solutions, at)
        if rest and not wrong(in_general_position(rest)):
            solutions = rest
    columns = enumerate(zip(*solutions, strict=True))
    return frozenset(at for at, column in columns if not any(column))


def _without(solutions: list[Solution], at: int) -> list[Solution]:
    """Return a basis of the combinations that are zero at a place."""
    pivot = next((row for row in solutions if row[at]), None)
    if pivot is None:
        return solutions
    scale = pow(pivot[at], -1, PRIME)
    factors = [(row, row[at] * scale) for row in solutions if row is not pivot]
    return [
        [(x - factor * y) % PRIME for x, y in zip(row, pivot, strict=True)]
        for row, factor in factors
    ]
