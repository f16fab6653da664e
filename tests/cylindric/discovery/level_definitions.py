"""Levels from their definitions: rows that are partitions, layers as they stand, sums over m.

Polynomials are lists of integers here, from q^0 up.
"""

from itertools import product
from math import gcd

from tests.cylindric.definitions import partitions_of, sums


def compositions(rank, level):
    return [c for c in product(range(level + 1), repeat=rank) if sum(c) == level]


def is_cylindric(c, rows):
    """lam^i_j >= lam^{i+1}_{j + c_{i+1}} and lam^r_j >= lam^1_{j + c_1}."""
    rank = len(c)
    for i in range(rank):
        below, shift = rows[(i + 1) % rank], c[(i + 1) % rank]
        for j in range(len(below) - shift):
            if (rows[i][j] if j < len(rows[i]) else 0) < below[j + shift]:
                return False
    return True


def listed(c, weight):
    """Every tuple of rows of this total weight, kept if it is a cylindric partition."""
    for sizes in sums(weight, len(c)):
        for rows in product(*(list(partitions_of(size)) for size in sizes)):
            if is_cylindric(c, rows):
                yield rows


def counted(c, order, keep):
    """Return the coefficients below q^order of those that are kept."""
    return [sum(1 for rows in listed(c, n) if keep(rows)) for n in range(order)]


def largest(rows):
    return max((row[0] for row in rows if row), default=0)


def is_tight(rows):
    """No value stands in every row."""
    return not set.intersection(*map(set, rows))


def excess(c, d):
    """E(c, d): f_i - f_{i-1} = c_i - d_i, least 0."""
    f, total = [], 0
    for a, b in zip(c, d, strict=True):
        total += a - b
        f.append(total)
    return sum(x - min(f) for x in f)


def plain_numerators(rank, level, n):
    """Return [{c: N_{c,m}} for m = 0..n]: every composition joined with every other."""
    words = compositions(rank, level)
    layers = [{c: [1] for c in words}]
    for m in range(1, n + 1):
        layer = {}
        for c in words:
            total = [0] * ((rank - 1) * level * m * (m + 1) // 2 + 1)
            for d in words:
                start = m * excess(c, d)
                for k, a in enumerate(layers[-1][d]):
                    if a:
                        total[start + k] += a
            layer[c] = total
        layers.append(layer)
    return layers


def times(f, g, order):
    h = [0] * order
    for i, a in enumerate(f[:order]):
        if a:
            for j, b in enumerate(g[: order - i]):
                h[i + j] += a * b
    return h


def over(f, k, order):
    """f / (1 - q^k)."""
    h = list(f[:order]) + [0] * (order - len(f))
    for i in range(k, order):
        h[i] += h[i - k]
    return h


def pochhammer(base, n, order):
    f = [1] + [0] * (order - 1)
    for k in range(1, n + 1):
        f = times(f, [1] + [0] * (base * k - 1) + [-1], order)
    return f[:order]


def layer(numerators, rank, c, m, order):
    """F_{c,m} to an order."""
    f = list(numerators[m][c])
    for k in range(1, m + 1):
        f = over(f, rank * k, order)
    return (f + [0] * order)[:order]


def characters(numerators, rank, c, n, order):
    """Q_{c,n} to an order: (q^G; q^G)_n [z^n] (z q; q)_inf F_c(z), multiplied out as it stands."""
    common = gcd(rank, sum(c))
    exactly = []  # [z^m] F_c(z) = F_{c,m} - F_{c,m-1}
    for m in range(n + 1):
        now = layer(numerators, rank, c, m, order)
        before = layer(numerators, rank, c, m - 1, order) if m else [0] * order
        exactly.append([a - b for a, b in zip(now, before, strict=True)])
    for k in range(1, order):  # times 1 - z q^k
        for m in range(n, 0, -1):
            for d in range(order - 1, k - 1, -1):
                exactly[m][d] -= exactly[m - 1][d - k]
    return times(exactly[n], pochhammer(common, n, order), order)


def trimmed(coefficients):
    f = list(coefficients)
    while f and not f[-1]:
        f.pop()
    return tuple(f)
