"""What is listed is what the formulas say; a wrong count is seen."""

import pytest

from lambdadet.checks import counts
from lambdadet.checks.counts import check_counts
from lambdadet.objects.counts import three_enumeration


@pytest.mark.parametrize("n", [1, 2, 3, 4, 5])
def test_counts_agree(n):
    assert check_counts(n)


def test_golden_counts():
    rows = {row.term: row.left for row in check_counts(6).rows}
    assert [rows[f"matrices, n = {n}"] for n in range(1, 7)] == [1, 2, 7, 42, 429, 7436]
    assert [rows[f"3-enumeration, n = {n}"] for n in range(1, 7)] == [1, 2, 9, 90, 2025, 102060]
    assert [rows[f"1 of row 1 in column {k}, n = 4"] for k in range(1, 5)] == [7, 14, 14, 7]
    assert three_enumeration(6) == 102060


def test_a_wrong_count_is_seen(monkeypatch):
    true = counts.asm_chunks
    monkeypatch.setattr(counts, "asm_chunks", lambda n, **limits: (chunk[1:] for chunk in true(n)))
    assert check_counts(2).first_difference.term == "matrices, n = 1"


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: check_counts(9), "this takes 911835460 matrices"),
    ],
)
def test_bad_input(call, message):
    with pytest.raises(ValueError, match=message):
        call()
