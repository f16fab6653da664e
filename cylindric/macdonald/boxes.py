"""Macdonald weights box by box: Vuletic's local form, on the cylinder.

With f(n, m) = prod_{i < n} (1 - q^i t^{m+1}) / (1 - q^{i+1} t^m), and lam = mu^k,

    W_c = prod_k prod_{i <= len(lam)} prod_{m >= 0}
              f(lam_i - L_{i+m}, m) f(lam_i - R_{i+m}, m)
            / f(lam_i - lam_{i+m}, m) f(lam_i - lam_{i+m+1}, m)

where L is mu^{k-1} if pi_k = 1 and else mu^{k-1} without its first row, and R is mu^{k+1} if
pi_{k+1} = 0 and else mu^{k+1} without its first row: the entries next to lam_i that it bounds, and
those below them along the diagonals.  Every entry sees its own neighbourhood only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, zip_longest

from cylindric.algebra.qt_products import Factor, QTProduct
from cylindric.objects.cylindric_partitions import CylindricPartition


def box_factors(c: CylindricPartition) -> Iterator[tuple[str, QTProduct]]:
    """Yield the factor of every entry mu^k_i of a cylindric partition, by name.

    Source: [Vul09] for plane partitions, [Langer12] on the cylinder.

    >>> from cylindric.objects.profiles import Profile
    >>> c = CylindricPartition(Profile("10"), [(1,), ()])
    >>> [(name, str(factor)) for name, factor in box_factors(c)]
    [('mu^1_1', '(1 - t)/(1 - q)')]
    """
    word, walk = c.profile.word, c.partitions
    period = len(word)
    for k, lam in enumerate(walk, 1):
        left = walk[k - 2] if word[k - 1] == "1" else walk[k - 2][1:]
        right = walk[k % period] if word[k % period] == "0" else walk[k % period][1:]
        neighbours = _neighbours(lam, left, right)
        for i, entry in enumerate(lam):
            yield f"mu^{k}_{i + 1}", _entry(entry, i, neighbours)


def _neighbours(
    lam: tuple[int, ...], left: tuple[int, ...], right: tuple[int, ...]
) -> list[tuple[int, tuple[int, int, int, int]]]:
    """Return the j at which L_j, R_j are not lam_j, lam_{j+1}, with these four, from below.

    At any other j the four powers of f cancel, for every entry above.
    """
    four = zip_longest(left, right, lam, lam[1:], fillvalue=0)
    return [
        (j, (a, b, c, d)) for j, (a, b, c, d) in reversed([*enumerate(four)]) if {a, b} != {c, d}
    ]


def _entry(
    entry: int, i: int, neighbours: list[tuple[int, tuple[int, int, int, int]]]
) -> QTProduct:
    exponents: Counter[Factor] = Counter()
    for j, (beside_left, beside_right, on, under) in neighbours:
        m = j - i
        if m < 0:
            break
        # How often f(n, m) occurs; f(n, m) has a factor for each a < n.
        powers: Counter[int] = Counter()
        powers[entry - beside_left] += 1
        powers[entry - beside_right] += 1
        powers[entry - on] -= 1
        powers[entry - under] -= 1
        # The four powers add up to 0, so the factors a below the least n cancel.
        power = 0
        for high, low in pairwise(sorted(powers, reverse=True)):
            power += powers[high]
            if power:
                for a in range(low, high):
                    exponents[a, m + 1] += power
                    exponents[a + 1, m] -= power
    return QTProduct(exponents)
