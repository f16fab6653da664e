"""Modulo a small prime: by integers with the same residues, and by power series."""

from random import Random

import numpy as np
import pytest
from flint import fmpz_mat

from lambdadet import NoValue, lambda_determinant_mod
from lambdadet.determinant import residue
from lambdadet.determinant.condensation import pole_factors
from lambdadet.determinant.modular import field_pyramid, nearby_residue
from lambdadet.recurrence.modular import read_residues


def table(random, size, prime, zeros):
    return [
        [0 if random.random() < zeros else random.randint(1, prime - 1) for _ in range(size)]
        for _ in range(size)
    ]


@pytest.mark.slow
@pytest.mark.parametrize("prime", [2, 3, 5, 101])
def test_integers_and_power_series_give_the_same(prime):
    """With zeros among the entries and the parameters, and x[0] with zeros at its border."""
    random, both, zeros_that_cancel = Random(prime), 0, 0
    for _ in range(150):
        n = random.randint(3, 5)
        lam = random.choice((-1, 1, table(random, n - 1, prime, 0.2)))
        mu = random.choice((1, table(random, n - 1, prime, 0.1)))
        x0 = random.choice((None, table(random, n + 1, prime, 0)))
        if x0 is not None:
            x0[0][1] = x0[-1][-1] = 0
        data = read_residues(x0, table(random, n, prime, 0.4), prime, lam, mu)
        factors = pole_factors(field_pyramid(data))
        try:
            found = lambda_determinant_mod(data.x1, prime, data.lam, data.mu, data.x0)
        except NoValue:
            continue
        series = nearby_residue(data)
        if series is not None:
            both += 1
            assert series[0] == found == residue._lifted(data, factors)
        inner = [(a, b) for a in range(1, n - 1) for b in range(1, n - 1)]
        zeros_that_cancel += any(not data.x1[a, b] and not factors[a - 1][b - 1] for a, b in inner)
    assert both > 30
    assert zeros_that_cancel > 5


@pytest.mark.slow
@pytest.mark.parametrize("prime", [2, 3, 7, 997])
def test_sizes_at_which_series_are_lost(prime):
    """Every divisor is 0 modulo 2 with probability 1/2: sixty-four coefficients are too few."""
    for n in (20, 60):
        matrix = np.random.default_rng(n).integers(0, 10, (n, n)).tolist()
        assert lambda_determinant_mod(matrix, prime) == int(fmpz_mat(matrix).det()) % prime


def test_where_series_are_lost_modulo_a_large_prime(monkeypatch):
    monkeypatch.setattr(residue, "nearby_residue", lambda data: None)
    matrix = [[1, 1, 2], [1, 1, 3], [2, 3, 1]]
    assert lambda_determinant_mod(matrix, 2**31 - 1) == int(fmpz_mat(matrix).det()) % (2**31 - 1)
