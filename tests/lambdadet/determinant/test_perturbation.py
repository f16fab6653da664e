"""Both ways to go to a limit give the determinant."""

from random import Random

from flint import fmpz_mat

from lambdadet.determinant import perturbation
from lambdadet.determinant.value import lambda_determinant


def test_interpolation_is_as_good_as_series(monkeypatch):
    random = Random(2)
    monkeypatch.setattr(perturbation, "_by_series", lambda *_: None)
    for _ in range(20):
        n = random.randint(3, 6)
        matrix = [[random.choice((0, 0, 1, 2)) for _ in range(n)] for _ in range(n)]
        assert lambda_determinant(matrix) == int(fmpz_mat(matrix).det())
