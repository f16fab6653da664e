"""The definitions once more, as plainly as can be: what matrices, pairs and tilings are tested
against, and golden numbers.  Nothing here is optimised, and nothing is imported from the library.
"""

from collections import defaultdict
from fractions import Fraction
from functools import cache
from itertools import pairwise, product

A005130 = (1, 2, 7, 42, 429, 7436, 218348, 10850216, 911835460)
A048601 = (
    (1,),
    (1, 1),
    (2, 3, 2),
    (7, 14, 14, 7),
    (42, 105, 135, 105, 42),
    (429, 1287, 2002, 2002, 1287, 429),
)
SYMMETRIC = {  # n = 1, 2, ..
    "vertical": (1, 0, 1, 0, 3, 0, 26, 0, 646),  # A005156 at odd n
    "half-turn": (1, 2, 3, 10, 25, 140, 588, 5544, 39204),  # A005158
    "quarter-turn": (1, 0, 1, 2, 3, 0, 12, 40, 100),
    "diagonal": (1, 2, 5, 16, 67, 368, 2630, 24376),
}


def alternates(line):
    signs = [entry for entry in line if entry]
    return (
        sum(signs) == 1 and signs[0] == signs[-1] == 1 and all(a == -b for a, b in pairwise(signs))
    )


def asms(n):
    """Every matrix with alternating rows, kept if its columns alternate."""
    lines = [line for line in product((1, 0, -1), repeat=n) if alternates(line)]
    for rows in product(lines, repeat=n):
        if all(map(alternates, zip(*rows, strict=True))):
            yield rows


def corner(rows, i, j):
    """The sum over rows <= i and columns <= j, 1-based; 0 outside."""
    return sum(sum(row[: max(j, 0)]) for row in rows[: max(i, 0)])


def right_corner(rows, i, j):
    """The sum over rows <= i and columns >= j, 1-based."""
    return sum(sum(row[max(j - 1, 0) :]) for row in rows[: max(i, 0)])


def compatible(larger, smaller):
    return all(
        max(corner(larger, i, j), corner(larger, i + 1, j + 1) - 1)
        <= corner(smaller, i, j)
        <= min(corner(larger, i + 1, j), corner(larger, i, j + 1))
        for i, j in product(range(1, len(larger)), repeat=2)
    )


def exponents(larger, smaller):
    """{("lam", i, j): exponent, ("mu", i, j): exponent} of the pair's term."""
    n = len(larger)
    found = {}
    for i in range(1, n):
        for j in range(1, n):
            found["lam", i, j] = 1 + corner(smaller, i - 1, j - 1) - corner(larger, i, j)
        for j in range(n - 1):
            inner = right_corner(smaller, i - 1, n - j) if j else 0
            found["mu", i, j] = 1 + inner - right_corner(larger, i, n - j)
    return found


@cache
def pairs(n):
    """All (A, B, exponents of the parameters), found by a search."""
    inner = list(asms(n - 1)) if n > 1 else [()]
    return [(a, b, exponents(a, b)) for a in asms(n) for b in inner if compatible(a, b)]


def pair_sum(x1, lam, mu, x0):
    """The value of the Laurent polynomial in x[1], or None: weights add up before a 0 counts."""
    n = len(x1)
    weights = defaultdict(Fraction)
    for a, b, exponents in pairs(n):
        weight = Fraction(1)
        for (kind, i, j), e in exponents.items():
            weight *= Fraction(lam[i - 1][j - 1] if kind == "lam" else mu[i - 1][j]) ** e
        for i, j in product(range(n - 1), repeat=2):
            weight *= Fraction(x0[i + 1][j + 1]) ** -b[i][j]
        weights[a] += weight
    total = Fraction(0)
    for a, weight in weights.items():
        for i, j in product(range(n), repeat=2) if weight else ():
            if a[i][j] < 0 and x1[i][j] == 0:
                return None
            weight *= Fraction(x1[i][j]) ** a[i][j]
        total += weight
    return total


@cache
def all_asms(n):
    """All matrices, kept."""
    return tuple(asms(n))


def site_sum(x1, lam, mu, x0):
    """The same value, or None, as a sum over matrices of one local weight a site.

    y_ij are the corners of the square round A_ij.  A 0 divides by one of them, a -1 by two that are
    opposite: lam by the south-eastern and the north-western, mu by the others.
    """
    n = len(x1)
    total = Fraction(0)
    for a in all_asms(n):
        weight = Fraction(1)
        for i, j in product(range(1, n), range(1, n)):
            weight *= x0[i][j]
        poles = False
        for i, j in product(range(n), repeat=2):
            (nw, ne), (sw, se) = (row[j : j + 2] for row in x0[i : i + 2])
            corners = {"nw": (i, j), "ne": (i, j + 1), "sw": (i + 1, j), "se": (i + 1, j + 1)}
            above, left = sum(a[k][j] for k in range(i)), sum(a[i][:j])
            by_lam = Fraction(lam[i][j]) if max(i, j) < n - 1 else None
            by_mu = Fraction(mu[i][n - 1 - j]) if i < n - 1 and j > 0 else None
            if a[i][j] == 0 and not above:
                weight *= (
                    _over(by_mu, sw, corners["sw"], n)
                    if left
                    else _over(by_lam, se, corners["se"], n)
                )
            elif a[i][j] == 0:
                weight *= _over(1, nw, corners["nw"], n) if left else _over(1, ne, corners["ne"], n)
            elif a[i][j] == -1:
                weight *= by_lam / (se * nw) + by_mu / (sw * ne)
                poles = poles or x1[i][j] == 0
        if weight and poles:
            return None
        for i, j in product(range(n), repeat=2) if weight else ():
            weight *= Fraction(x1[i][j]) ** a[i][j]
        total += weight
    return total


def _over(parameter, y, corner, n):
    """A parameter over an entry of x[0], if that is an inner one."""
    inner = 0 < corner[0] < n and 0 < corner[1] < n
    return Fraction(parameter) / y if inner else Fraction(parameter)


def generic_terms(n):
    """The generic polynomial {names with powers: 1}, from all pairs that a search finds."""
    inner = list(asms(n - 1)) if n > 1 else [()]
    terms = set()
    for a in asms(n):
        for b in inner:
            if compatible(a, b):
                powers = {f"{kind}_{i}{j}": e for (kind, i, j), e in exponents(a, b).items()}
                powers |= {f"x_{i + 1}{j + 1}": a[i][j] for i in range(n) for j in range(n)}
                powers |= {
                    f"y_{i + 2}{j + 2}": -b[i][j] for i in range(n - 1) for j in range(n - 1)
                }
                terms.add(frozenset((k, e) for k, e in powers.items() if e))
    return terms


def octahedron(x1, x0, lam, mu):
    """x[n]_11 by the recurrence, in 1-based statements and 0-based lists."""
    n = len(x1)
    before, now = x0, x1
    for k in range(1, n):
        steps = range(1, n - k + 1)
        after = [
            [
                (
                    mu[i - 1][n - k - j] * now[i - 1][j - 1] * now[i][j]
                    + lam[i - 1][j - 1] * now[i - 1][j] * now[i][j - 1]
                )
                / before[i][j]
                for j in steps
            ]
            for i in steps
        ]
        before, now = now, after
    return now[0][0]


def perfect_matchings(graph):
    """Every perfect matching, by matching the first node that is left in every way."""

    def extend(left):
        if not left:
            yield frozenset()
            return
        node = min(left)
        for other in graph[node]:
            if other in left:
                for rest in extend(left - {node, other}):
                    yield rest | {tuple(sorted((node, other)))}

    return extend(frozenset(graph))


def numbers(size, start):
    """A square of different fractions with no regularity."""
    return [
        [
            Fraction((start + 7 * i * i + 3 * j + i * j) % 23 + 1, (start + 2 * i + 5 * j) % 7 + 1)
            for j in range(size)
        ]
        for i in range(size)
    ]
