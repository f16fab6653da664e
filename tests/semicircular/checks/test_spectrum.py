"""Determinants exactly, singular values to a tolerance that is said; wrong ones are seen."""

import numpy as np
import pytest

from semicircular import (
    Vector,
    check_determinants,
    check_gap,
    check_spectrum,
    commutator,
    words,
)
from semicircular.checks import spectrum
from semicircular.matrices import on_words


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
    assert round(on_words.numerical_singular_values(2, 8, [1, 2])[1], 4) == 0.8165


def test_golden_stacked_value_further():
    """.698 at D = 12, where g_12 = .124: among vectors that read backwards, or with 1 and 2
    exchanged, are the same, and have every letter an even number of times."""
    orbits = {
        frozenset(v for u in (w, w[::-1]) for v in (u, tuple(3 - i for i in u)))
        for w in words(2, 12)
        if w.count(1) % 2 == w.count(2) % 2 == 0
    }
    at, entries = {}, []
    for j, orbit in enumerate(orbits):
        image = commutator(1, Vector(dict.fromkeys(orbit, 1)))  # with 2 it is as long
        for word, value in image.terms.items():
            entries.append((at.setdefault(word, len(at)), j, value * (2 / len(orbit)) ** 0.5))
    rows, columns, values = zip(*entries, strict=True)
    matrix = np.zeros((len(at), len(orbits)), dtype=np.float32)
    matrix[rows, columns] = values
    squares = np.linalg.eigvalsh(matrix.T @ matrix)
    assert abs(squares[0]) < 1e-4  # the vacuum
    assert round(float(squares[1]) ** 0.5, 3) == 0.698


def test_a_gap_of_scalars_is_not_claimed():
    assert [row.term for row in check_gap(0).rows] == ["D = 0, zeros"]


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


def test_letters_that_do_worse_together_are_seen(monkeypatch):
    true = on_words.numerical_singular_values
    monkeypatch.setattr(
        on_words,
        "numerical_singular_values",
        lambda n, degree, letters: true(n, degree, letters) / len(letters) ** 2,
    )
    assert {row.term for row in check_gap(4).differences} == {
        f"D = {d}, all letters" for d in range(1, 5)
    }


true_values, true_gap = spectrum.singular_values, spectrum.gap


def test_bad_input():
    with pytest.raises(ValueError, match="entries of a matrix"):
        check_spectrum(200)
    with pytest.raises(ValueError, match="bound must be at least 0"):
        check_gap(-1)
