"""Where there is no value: the search against the definition."""

from collections import defaultdict
from itertools import product
from random import Random

from lambdadet.determinant.poles import pole_exists
from lambdadet.recurrence.pyramid import make_pyramid
from tests.lambdadet import definitions as brute


def test_pole_search_is_the_definition():
    random = Random(6)
    for _ in range(60):
        n = random.choice((3, 4))
        lam, mu = (
            [[random.choice((0, 1, 1, -1)) for _ in range(n - 1)] for _ in range(n - 1)]
            for _ in range(2)
        )
        pyramid = make_pyramid([[1] * n] * n, lam, mu, None)
        weights = defaultdict(int)
        for a, _, exponents in brute.pairs(n):
            value = 1
            for (kind, i, j), e in exponents.items():
                value *= (lam[i - 1][j - 1] if kind == "lam" else mu[i - 1][j]) ** e
            weights[a] += value
        for i, j in product(range(1, n - 1), repeat=2):
            found = any(weight and a[i][j] < 0 for a, weight in weights.items())
            assert pole_exists(pyramid, (i, j)) == found
