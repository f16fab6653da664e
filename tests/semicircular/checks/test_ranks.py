"""Ranks from both sides, the golden codimensions, and the mutant of the necklaces."""

import pytest

from semicircular import check_ranks
from semicircular.checks import ranks
from semicircular.matrices import on_words


def test_two_letters():
    comparison = check_ranks(6)
    assert comparison
    found = [row.left for row in comparison.rows if row.term.startswith("R2")]
    assert found == [1, 3, 6, 10, 16, 24, 38]


@pytest.mark.slow
@pytest.mark.parametrize(("bound", "n"), [(9, 2), (6, 3)])
def test_as_far_as_it_is_verified(bound, n):
    assert check_ranks(bound, n)


def test_spurious_kernels_up_to_twelve():
    from semicircular.matrices.on_pairs import spurious_nullity

    assert [spurious_nullity(m) for m in range(13)] == [m // 2 + 1 for m in range(13)]


def test_what_ranks_do_not_prove_is_said():
    text = str(check_ranks(1))
    assert "nothing follows for limits" in text
    assert "do not shrink to the vacuum" in text


def test_a_wrong_necklace_count_is_seen(monkeypatch):
    """The mutant that counts Lyndon words: 11 is forgotten."""
    true = ranks.count_necklaces
    monkeypatch.setattr(ranks, "count_necklaces", lambda n, k: true(n, k) - (k == 2))
    first = check_ranks(3).first_difference
    assert first.term == "R2, L = 2: complement of all commutators"
    assert first.values == (6, 6, 5)


def test_a_trace_that_does_not_vanish_is_seen(monkeypatch):
    true = on_words.word_polynomial
    monkeypatch.setattr(
        on_words, "word_polynomial", lambda word: {m: abs(c) for m, c in true(word).items()}
    )
    assert any(row.term.startswith("R2") for row in check_ranks(3).differences)


def test_a_wrong_commutator_is_seen(monkeypatch):
    true = on_words.commutator
    monkeypatch.setattr(on_words, "commutator", lambda i, x: true(1, x))
    assert any("all s_i" in row.term for row in check_ranks(3).differences)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: check_ranks(3, 1), "n must be at least 2, got 1"),
        (lambda: check_ranks(12), "entries of a matrix of linear algebra, more than the limit"),
        (lambda: check_ranks(300), "words or more, above the limit"),
    ],
)
def test_bad_input(call, message):
    with pytest.raises(ValueError, match=message):
        call()
