"""Determinants exactly, singular values to a tolerance that is said; wrong ones are seen."""

import pytest

from semicircular import check_determinants, check_gap, check_spectrum
from semicircular.checks import spectrum


def test_they_agree():
    assert check_determinants(16)
    assert check_spectrum(15)
    assert check_gap(6)
    assert check_gap(3, 3)


def test_the_tolerance_is_said():
    for check in (check_spectrum, check_gap):
        assert "floating point: equal means within 1e-09" in str(check(2))


def test_golden_stacked_value():
    """.8165 at D = 7, where g_7 = .284: together the letters do far better than the bound."""
    assert round(spectrum.least_singular_values(2, 7, [1, 2])[1], 4) == 0.8165


@pytest.mark.parametrize(
    ("name", "wrong", "check"),
    [
        ("gram_determinant", lambda m: 2 * m, check_determinants),
        ("singular_values", lambda m: true_values(m) * (1 + 1e-7), check_spectrum),
        ("singular_values", lambda m: true_values(m + 1), check_spectrum),
        ("gap", lambda d: true_gap(d) * (1 + 1e-7), check_gap),
        ("gap", lambda d: true_gap(d) + 1, check_gap),
    ],
)
def test_a_wrong_side_is_seen(monkeypatch, name, wrong, check):
    monkeypatch.setattr(spectrum, name, wrong)
    assert not check(4)


true_values, true_gap = spectrum.singular_values, spectrum.gap


def test_bad_input():
    with pytest.raises(ValueError, match="entries of matrices"):
        check_spectrum(200)
    with pytest.raises(ValueError, match="bound must be at least 0"):
        check_gap(-1)
