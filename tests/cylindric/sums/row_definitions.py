"""Cylindric partitions as their rows, from the inequalities: slow, and obviously right."""

from functools import cache
from itertools import product


@cache
def partitions_of(size, largest=None):
    largest = size if largest is None else min(largest, size)
    if size == 0:
        return ((),)
    return tuple(
        (first, *rest)
        for first in range(largest, 0, -1)
        for rest in partitions_of(size - first, first)
    )


def part(row, j):
    """The j-th part, from 1; 0 beyond the end."""
    return row[j - 1] if j <= len(row) else 0


def fits(rows, composition):
    """lam^i_j >= lam^{i+1}_{j + c_{i+1}} and lam^r_j >= lam^1_{j + c_1}."""
    rank = len(rows)
    for i in range(rank):
        after = (i + 1) % rank
        for j in range(1, len(rows[after]) + 1):
            if part(rows[i], j) < part(rows[after], j + composition[after]):
                return False
    return True


@cache
def cylindric_rows(composition, weight):
    """All cylindric partitions of a weight, as tuples of rows."""
    rank = len(composition)
    found = []
    for sizes in product(range(weight + 1), repeat=rank):
        if sum(sizes) == weight:
            found += [
                rows for rows in product(*map(partitions_of, sizes)) if fits(rows, composition)
            ]
    return tuple(found)


def counted(composition, order, wanted=lambda rows: True, weight=None):
    """Count by weight those that are wanted; another weight must be at least the plain one."""
    series = [0] * order
    for n in range(order):
        for rows in cylindric_rows(composition, n):
            if wanted(rows):
                at = n if weight is None else weight(rows)
                if at < order:
                    series[at] += 1
    return series
