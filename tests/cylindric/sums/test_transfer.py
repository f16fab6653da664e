"""Transfer matrices: every word, from wherever the cylinder is cut."""

import pytest

from cylindric import Profile
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
