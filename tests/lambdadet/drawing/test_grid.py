"""Where edges lie: each in the grid joins two neighbours, those that stick out are cut."""

import numpy as np
import pytest

from lambdadet.drawing.grid import STUB, edges_and_ends, on_sheet
from lambdadet.models.ice import SixVertexState
from lambdadet.models.loops import FullyPackedLoop
from lambdadet.sampling.matrices import random_asm


@pytest.mark.parametrize("kind", [SixVertexState, FullyPackedLoop])
def test_edges_lie_on_the_grid(kind):
    n = 5
    values, ends = edges_and_ends(kind.from_asm(random_asm(n, rng=1)))
    assert len(values) == len(ends) == 2 * n * (n + 1)
    lengths = np.abs(np.diff(on_sheet(ends, n, 1), axis=1)).sum(axis=(1, 2)).round(6)
    assert sorted(set(lengths.tolist())) == [STUB, 1]
    assert lengths.tolist().count(STUB) == 4 * n
