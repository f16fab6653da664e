"""Vuletic's local factors: one an entry, and their product the weight of the definition."""

from cylindric.macdonald.boxes import box_factors
from tests.cylindric import definitions as brute
from tests.cylindric.macdonald.test_weights import POINTS, F, objects


def test_local_factors_from_the_definition():
    x, y = POINTS[0]
    for word in ("1010", "11010", "01"):
        for c in objects(word, 6):
            factors = list(box_factors(c))
            assert len(factors) <= sum(map(len, c.partitions))
            value = F(1)
            for _, factor in factors:
                value *= factor.at(x, y)
            assert value == brute.macdonald_weight(word, c.partitions, x, y)
