"""Self-similarity: it holds, and each statement alone is found wrong when its side is."""

import pytest

from semicircular import check_self_similarity
from semicircular.checks import similarity
from semicircular.matrices import on_pairs
from semicircular.projections import on_words
from tests.semicircular.checks.test_projections import wrong_entry


@pytest.mark.parametrize(("bound", "n"), [(4, 2), (2, 3)])
def test_it_holds(bound, n):
    comparison = check_self_similarity(bound, n)
    assert comparison
    assert len(comparison.rows) == (5 if n == 2 else 4) * (bound + 1)


def test_dyadic_rays_up_to_eight():
    assert not any(similarity.dyadic(k) for k in range(5, 9))


def test_nested_and_block_form_further():
    assert not any(similarity.nested(m) for m in range(5, 9))
    assert not any(similarity.blocks(m) for m in range(5, 12))


@pytest.mark.parametrize(
    ("name", "wrong", "statement"),
    [
        ("denominator", lambda size, s: size + 3, "S1"),
        ("numerator", lambda p, q: wrong_entry("first")(*p, *q), "S2"),
        ("_coded", lambda m, k: tuple(2 - (m >> j) % 2 for j in reversed(range(k))), "S5"),
    ],
)
def test_a_wrong_side_is_seen(monkeypatch, name, wrong, statement):
    monkeypatch.setattr(similarity, name, wrong)
    comparison = check_self_similarity(3)
    assert comparison.first_difference.term.startswith(statement)
    assert all(row.term.startswith(statement) for row in comparison.differences)


def test_a_wrong_entry_of_the_large_projection_is_seen(monkeypatch):
    monkeypatch.setattr(on_words, "entry", wrong_entry("second"))
    assert {row.term[:2] for row in check_self_similarity(4).differences} == {"S4"}


def test_blocks_that_are_no_copies_are_seen(monkeypatch):
    true = on_pairs.complement_columns
    monkeypatch.setattr(
        on_pairs, "complement_columns", lambda size: {p: 2 * c for p, c in true(size).items()}
    )
    assert {row.term[:2] for row in check_self_similarity(3).differences} == {"S3"}


def test_bad_input():
    with pytest.raises(ValueError, match="entries of a matrix"):
        check_self_similarity(12)
