"""Where there is no value: the search against the definition."""

from collections import defaultdict
from itertools import product
from random import Random

import pytest

from lambdadet import NotDecided, NoValue, lambda_determinant
from lambdadet.determinant.poles import SEARCHED_SIZE, pole_sites
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
        poles = pole_sites(pyramid)
        for i, j in product(range(1, n - 1), repeat=2):
            found = any(weight and a[i][j] < 0 for a, weight in weights.items())
            assert poles[i, j] == found


def test_no_pole_is_claimed_beyond_the_search():
    """Up to the bound a pole is found or excluded; beyond it neither is said."""
    for n, error in ((SEARCHED_SIZE, None), (SEARCHED_SIZE + 1, NotDecided)):
        matrix = [[int((i, j) != (1, 1)) for j in range(n)] for i in range(n)]
        lam = [[int((i, j) != (n - 2, 0)) for j in range(n - 1)] for i in range(n - 1)]
        with pytest.raises(error or NoValue) as caught:
            lambda_determinant(matrix, lam)
        assert isinstance(caught.value, NoValue) == (error is None)
        mu = [[0] * (n - 1) for _ in range(n - 1)]  # the antidiagonal is the only matrix left
        if error is None:
            assert lambda_determinant(matrix, 1, mu) == 1
