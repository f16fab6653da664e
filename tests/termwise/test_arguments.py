"""What is asked of arguments: one clear error that says name, need and value."""

import numpy as np
import pytest

from termwise.arguments import refuse, require_at_most, require_generator, require_integer


def test_what_is_allowed_comes_back():
    assert require_integer("n", np.int64(3), 3) == 3
    assert type(require_integer("n", np.int64(3))) is int
    require_at_most(10, 10, "matrices")
    rng = np.random.default_rng(1)
    assert require_generator(rng) is rng
    assert require_generator(7).random() == np.random.default_rng(7).random()


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: require_integer("n", 2.0), TypeError, "n must be an integer, got 2.0"),
        (lambda: require_integer("n", 0, 1), ValueError, "n must be at least 1, got 0"),
        (lambda: require_at_most(2.5, 1, "cells"), TypeError, "limit must be an integer, got 2.5"),
        (lambda: require_at_most(3, 4, "cells"), ValueError, "4 cells, .* of 3: pass limit=4 to"),
        (
            lambda: require_at_most(3, 4, "cells", keyword="most"),
            ValueError,
            "of 3: pass most=4 to go on",
        ),
        (
            lambda: require_at_most(3, 4, "points", keyword=None),
            ValueError,
            "takes 4 points, more than the 3 that are possible$",
        ),
        (lambda: refuse(3, "more than 9 cells"), ValueError, "limit of 3: pass a larger limit$"),
        (lambda: require_generator("seven"), TypeError, "a numpy Generator, .* got 'seven'"),
    ],
)
def test_refusals(make, error, says):
    with pytest.raises(error, match=says):
        make()
