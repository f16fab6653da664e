"""Options that several commands share."""

import argparse

import pytest

from lambdadet.commands.options import number, number_or_table


def test_numbers_and_tables():
    assert number_or_table("lam")("[[1, 2], [3, 4]]") == [[1, 2], [3, 4]]
    assert number_or_table("lam")("-2") == number("lam")("-2") == -2
    with pytest.raises(argparse.ArgumentTypeError, match=r"lam must be exact, .* got '1e3'"):
        number("lam")("1e3")
    with pytest.raises(argparse.ArgumentTypeError, match=r"lam must be exact"):
        number("lam")("[[1]]")
