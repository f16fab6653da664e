"""The one-point function counted and by its formula, and the mutants that the check must catch."""

import pytest

from cylindric import Profile, check_particles
from cylindric.products import particles


@pytest.mark.parametrize("word", ["1", "0", "01", "1010", "1110100"])
@pytest.mark.parametrize("is_open", [False, True])
def test_formula_counts(word, is_open):
    comparison = check_particles(Profile(word), 6, open=is_open)
    assert comparison.agrees
    assert len(comparison.rows) == len(word) * 12 * 6


def test_first_terms_by_hand():
    """Of weight 1 are () (1) and, of the trace, none: profile 10 has mu^1 = (1), mu^2 = ()."""
    rows = {row.term: row.values for row in check_particles(Profile("10"), 2).rows}
    assert rows["k=1 a=1/2 z^1"] == (1, 1)
    assert rows["k=2 a=1/2 z^1"] == (0, 0)
    assert rows["k=1 a=-1/2 z^1"] == (0, 0)
    assert rows["k=1 a=-3/2 z^1"] == (1, 1)


def signed(rows):
    return [(-1) ** r * row for r, row in enumerate(rows)]


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("_chance", lambda right: lambda place, *rest: right(place + 2, *rest)),
        ("_chance", lambda right: lambda place, period, *rest: right(place, period + 1, *rest)),
        ("_complete", lambda right: lambda weights, *rest: right([w + 1 for w in weights], *rest)),
        ("_elementary", lambda right: lambda *given: signed(right(*given))),
        ("grades", lambda right: lambda profile, k, *rest: right(profile, k % 3 + 1, *rest)),
    ],
)
def test_mutants_are_caught(monkeypatch, name, wrong):
    monkeypatch.setattr(particles, name, wrong(getattr(particles, name)))
    comparison = check_particles(Profile("110"), 6)
    assert not comparison.agrees


def test_refuses():
    with pytest.raises(ValueError, match="pass limit="):
        check_particles(Profile("11010"), 90)
