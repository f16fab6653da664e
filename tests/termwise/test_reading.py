"""Numbers and matrices are read exactly, and what cannot be is refused in one line."""

import argparse
import io
import sys
from fractions import Fraction

import pytest

from termwise.reading import exact_table, exact_text, fraction, read_matrix


@pytest.mark.parametrize(("text", "number"), [("2", 2), (" -1/3 ", Fraction(-1, 3)), ("4/2", 2)])
def test_numbers(text, number):
    assert exact_text("lam", text) == fraction(text) == number
    assert type(exact_text("lam", text)) is type(number)


@pytest.mark.parametrize("text", ["1e3", "1.0e3", "x", "", "1/0", "nan", "1.2.3", "1/2.5"])
def test_what_is_not_exact_is_refused(text):
    with pytest.raises(ValueError, match="lam must"):
        exact_text("lam", text)
    with pytest.raises(argparse.ArgumentTypeError, match="an integer, a fraction such as 1/3"):
        fraction(text)


@pytest.mark.parametrize("value", [True, 0.5, None, [1]])
def test_json_that_is_not_exact_is_refused(value):
    with pytest.raises(ValueError, match="lam must be exact"):
        exact_text("lam", value)


def test_matrices(tmp_path, monkeypatch):
    path = tmp_path / "m"
    for text in ("\ufeff1, 1/2\n\n3,4\n", '[[1, "1/2"], [3, 4]]'):
        path.write_text(text, encoding="utf-8")
        assert read_matrix(str(path)) == [[1, Fraction(1, 2)], [3, 4]]
        monkeypatch.setattr(sys, "stdin", io.StringIO(text.removeprefix("\ufeff")))
        assert read_matrix("-") == [[1, Fraction(1, 2)], [3, 4]]


def test_bad_matrices(tmp_path):
    path = tmp_path / "m"
    path.write_text("1," + "1" * 200_000)
    with pytest.raises(ValueError, match="must be CSV: field larger than"):
        read_matrix(str(path))
    with pytest.raises(ValueError, match="lam must be JSON"):
        exact_table("lam", "[[1]")
    with pytest.raises(ValueError, match="lam must be a list of rows"):
        exact_table("lam", "[1]")
