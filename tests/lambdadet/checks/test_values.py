"""The check of values, and that it finds a mistake on each side."""

from random import Random

import pytest

from lambdadet.checks import values
from lambdadet.checks.values import check_values, random_data


@pytest.mark.slow
@pytest.mark.parametrize("n", [1, 2, 3, 4, 5])
def test_all_ways_agree(n):
    comparison = check_values(n, 15, rng=n)
    assert comparison.agrees, comparison.first_difference
    for way in values.WAYS:
        assert any(row.term.endswith(f"by {way}") for row in comparison.rows)


def test_both_values_and_none_are_met():
    rows = check_values(4, 40, rng=2).rows
    assert any(row.values[0] == values.NOTHING for row in rows)
    assert any(
        row.values[0] not in (values.NOTHING, 0) and "everywhere" in row.term for row in rows
    )


def test_the_seed_decides():
    one, same, other = (check_values(3, 5, rng=seed) for seed in (1, 1, 2))
    assert one.rows == same.rows
    assert one.rows != other.rows


def test_zeros_are_in_every_place():
    met = set()
    for _, data in random_data(4, 60, Random(1)):
        for name in ("x1", "lam", "mu"):
            table = getattr(data, name)
            met |= {(name, i, j) for i, row in enumerate(table) for j, e in enumerate(row) if not e}
        assert all(e for row in data.x0 for e in row)
    assert len(met) == 16 + 9 + 9


def transposed(data):
    return data._replace(lam=[list(row) for row in zip(*data.lam, strict=True)])


def swapped(data):
    return data._replace(lam=data.mu, mu=data.lam)


@pytest.mark.parametrize("mistake", [transposed, swapped])
@pytest.mark.parametrize("way", values.WAYS)
def test_a_mistake_of_each_other_way_is_found(monkeypatch, way, mistake):
    right = values.WAYS[way]
    monkeypatch.setitem(values.WAYS, way, lambda data: right(mistake(data)))
    different = check_values(3, 20, rng=1).differences
    assert different
    assert {row.term.split(", by ")[1] for row in different} == {way}


@pytest.mark.parametrize("mistake", [transposed, swapped])
def test_a_mistake_of_the_value_is_found(monkeypatch, mistake):
    right = values.lambda_determinant
    monkeypatch.setattr(
        values, "lambda_determinant", lambda *data: right(*mistake(values.Data(*data)))
    )
    assert not check_values(3, 20, rng=1).agrees


def test_nothing_where_there_is_a_value_is_found(monkeypatch):
    """What an earlier version did: NoValue wherever a parameter is 0 and condensation stops."""
    right = values.lambda_determinant

    def refuse(x1, lam, mu, x0):
        if not all(e for table in (lam, mu) for row in table for e in row):
            raise values.NoValue
        return right(x1, lam, mu, x0)

    monkeypatch.setattr(values, "lambda_determinant", refuse)
    assert not check_values(4, 20).agrees


def test_bad_input():
    with pytest.raises(ValueError, match="655360 terms, more than the limit of 131072: pass limit"):
        check_values(6)
    with pytest.raises(ValueError, match="samples must be at least 1"):
        check_values(3, 0)
    with pytest.raises(ValueError, match="rng must be at least 0"):
        check_values(3, rng=-1)
    with pytest.raises(TypeError, match="n must be an integer"):
        check_values(True)
