"""The formula against linear algebra; each plausible mistake of the formula is seen."""

import pytest

from semicircular import (
    check_numerators,
    check_projection,
    check_variants,
    check_word_projection,
)
from semicircular.projections import kernels, kinds, numerators, on_words


@pytest.mark.slow
def test_all_m_up_to_sixteen():
    comparison = check_projection(16)
    assert comparison
    assert len(comparison.rows) == sum((m + 1) * (m + 2) // 2 for m in range(17))


@pytest.mark.slow
def test_identities_up_to_forty():
    assert check_numerators(40)


def test_variants():
    comparison = check_variants(8)
    assert comparison
    assert {row.term.split(",")[0] for row in comparison.rows} == set(kinds.KINDS) - {"block"}


@pytest.mark.parametrize("variant", ["compressed", "anticommutator", "graded"])
@pytest.mark.slow
def test_three_variants_further(variant):
    from semicircular.checks.projections import _kind_rows

    assert all(row.agrees for size in range(9, 13) for row in _kind_rows(variant, size))


@pytest.mark.parametrize(("bound", "n", "letter"), [(5, 2, 1), (4, 2, 2), (3, 3, 2)])
def test_words(bound, n, letter):
    assert check_word_projection(bound, n, letter)


def wrong_entry(without):
    """N with one of its two terms -1 dropped, or both."""

    def entry(a, b, a2, b2):
        s, d, s2, d2 = a + b, a - b, a2 + b2, a2 - b2
        if (s - s2) % 2:
            return 0
        value = (s == s2) + (d == d2) + (d == -d2)
        if without != "first":
            value -= abs(d2) == s + 2
        if without != "second":
            value -= abs(d) == s2 + 2
        return value

    return entry


@pytest.mark.parametrize("without", ["first", "second"])
def test_a_dropped_term_is_seen(monkeypatch, without):
    wrong = wrong_entry(without)
    monkeypatch.setattr(on_words, "entry", wrong)
    monkeypatch.setattr(kinds, "entry", wrong)
    row = check_projection(3).first_difference
    assert row.term == {"first": "M = 2, e(0,2)", "second": "M = 2, e(0,0)"}[without]
    assert row.values[0] == row.values[2] != row.values[1]
    assert not check_variants(3)
    monkeypatch.setattr(numerators, "entries", _entries(wrong))
    assert not check_numerators(3)


def _entries(entry):
    import numpy as np

    return lambda p, q: np.array([[entry(*x, *y) for y in q.tolist()] for x in p.tolist()])


def test_m_plus_three_without_the_parity_is_seen(monkeypatch):
    """The mutant M + 3 for M' + 3."""
    for side, module in ((2, kernels), (1, kinds)):
        monkeypatch.setattr(module, "below", lambda size, s: size + 3)
        first = check_projection(3).first_difference
        assert first.term == "M = 1, e(0,0)"
        assert first.values[0] != first.values[side]
    assert not check_word_projection(2)


def test_a_wrong_weight_is_seen(monkeypatch):
    """The mutant c_0 = 1."""
    monkeypatch.setattr(kernels, "weight", lambda t: 1)
    assert check_projection(3).first_difference.term == "M = 0, e(0,0)"


def test_a_wrong_sign_in_the_square_is_seen(monkeypatch):
    """The mutant + e(sigma, d') in the square."""

    def wrong(size, p, q):
        n = size + 2
        x, y, d, d2 = sum(p) + 2, sum(q) + 2, p[0] - p[1], q[0] - q[1]
        e = kinds.meets
        return e(n, x, y) + e(n, d, d2) + e(n, x, d2) - e(n, d, y), 2 * n

    monkeypatch.setitem(kinds.KINDS, "square", kinds.KINDS["square"]._replace(entry=wrong))
    assert check_variants(3).first_difference.term.startswith("square, M = ")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: check_projection(100), "entries of a matrix of linear algebra, more than"),
        (lambda: check_projection(-1), "bound must be at least 0"),
        (lambda: check_numerators(10**30), "entries of a matrix"),
        (lambda: check_variants(10**30), "entries of a matrix"),
        (lambda: check_word_projection(30), "words, more than the limit"),
        (lambda: check_word_projection(10), "4190209 entries of a matrix of linear algebra"),
        (lambda: check_word_projection(3, 1), "n must be at least 2, got 1"),
        (lambda: check_word_projection(3, 2, 3), "letter must be one of 1..2, got 3"),
    ],
)
def test_bad_input(call, message):
    with pytest.raises(ValueError, match=message):
        call()
