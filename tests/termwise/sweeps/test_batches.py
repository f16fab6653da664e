"""Batches hold every key once, in order, and take about as long as they should."""

import pytest

from termwise.sweeps.batches import LARGEST, TARGET, Batches


@pytest.mark.parametrize("each", [0, 1e-6, 0.01, 0.3, 5])
def test_every_key_once_in_order(each):
    keys = [str(k) for k in range(5000)]
    batches, found = Batches(keys), []
    sizes = []
    while batch := batches.next():
        found += batch
        sizes.append(len(batch))
        batches.took(len(batch), each * len(batch))
    assert found == keys
    assert max(sizes) <= LARGEST
    if each:
        assert max(sizes) <= max(1, TARGET / each)
    if each == 0.01:
        assert sizes[8] == TARGET / each
