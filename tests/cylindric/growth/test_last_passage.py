"""The largest part is the last passage time of the labels."""

import pytest

from cylindric import Profile, compose, last_passage_time
from cylindric.objects.decompositions import decompositions
from tests.cylindric import definitions as brute


def test_largest_part_is_last_passage_time():
    for word in ("10", "1010", "11010", "1110100", "11"):
        pi = Profile(word)
        for weight in range(8):
            for d in decompositions(pi, weight):
                c = compose(pi, d.shape, d.labels)
                passage = last_passage_time(pi, d.shape, d.labels)
                assert passage == c.largest_part
                assert passage == brute.longest_path(word, d.shape, dict(d.labels))


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: last_passage_time(Profile("10"), (), {(1, 1, 1): 1}), ValueError, "pi_j = 0"),
    ],
)
def test_passage_times_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make()
