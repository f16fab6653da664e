"""Transfer matrices: every word, from wherever the cylinder is cut."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from cylindric import Profile, Series, borodin_series
from cylindric.sums.transfer import transfer_series
from tests.cylindric import definitions as brute


@pytest.mark.parametrize("open", [False, True])
def test_transfer_counts_what_the_product_says(open):
    for word in brute.words(5):
        expected = brute.product_coefficients(word, 8, open)
        assert transfer_series(Profile(word), 8, open=open).coefficients == expected


def test_a_cylinder_may_be_cut_anywhere():
    pi = Profile("1110100")
    series = transfer_series(pi, 9)
    assert all(transfer_series(pi.rotate(k), 9) == series for k in range(1, 7))


@pytest.mark.parametrize("word", ["1", "0", "10", "110"])
def test_more_starts_than_parts(word):
    with ThreadPoolExecutor(2) as executor:
        series = transfer_series(Profile(word), 21, executor=executor)
    assert series == transfer_series(Profile(word), 21) == borodin_series(Profile(word), 21)


def test_where_no_walk_is_closed_the_sum_is_that_of_the_empty_one():
    assert transfer_series(Profile("111"), 12, open=True) == Series([1], 12)
