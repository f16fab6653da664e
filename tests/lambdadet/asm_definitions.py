"""The definitions once more, as plainly as can be: what matrices, pairs and tilings are tested
against.  Nothing here is optimised, and nothing is imported from the library."""

from itertools import pairwise, product


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
