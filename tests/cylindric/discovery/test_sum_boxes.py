"""Boxes: nothing outside contributes, seen in a larger box; what has no proof has no box."""

from itertools import product

import pytest

from cylindric.discovery.sum_boxes import box_of, by_ellipsoid, by_variable

ORDER = 9
ENTRIES = (-2, -1, 0, 1, 2, 3)


def exponent(matrix, vector, n):
    """(n^t A n + b.n)/2, doubled."""
    k = range(len(n))
    return sum(n[i] * matrix[i][j] * n[j] for i in k for j in k) + sum(
        b * x for b, x in zip(vector, n, strict=True)
    )


def outside(matrix, vector, box, reach, allowed=lambda n: True):
    """Return an n outside the box and below the order, if there is one as far as we look."""
    for n in product(range(reach), repeat=len(vector)):
        inside = all(x <= edge for x, edge in zip(n, box, strict=True))
        if not inside and allowed(n) and exponent(matrix, vector, n) < 2 * ORDER:
            return n
    return None


@pytest.mark.parametrize("bound", [by_ellipsoid, by_variable])
def test_all_small_forms_in_two_variables(bound):
    bounded = 0
    for a, b, c in product((0, 1, 2, 4), ENTRIES, (0, 1, 2)):
        matrix = ((a, b), (b, c))
        for vector in ((0, 0), (1, -3), (-4, 2)):
            edges = bound(matrix, vector, ORDER)
            if edges is not None:
                # A variable that the exponent does not bound is bounded by something else.
                box = [25 if edge is None else edge for edge in edges]
                assert outside(matrix, vector, box, 25) is None, (matrix, vector, edges)
                bounded += None not in edges
    assert bounded > 30


def test_three_variables():
    matrix = ((2, -1, 0), (-1, 2, -1), (0, -1, 2))
    box = box_of(matrix, (0, -2, 1), (), ORDER)
    assert outside(matrix, (0, -2, 1), box, 12) is None
    assert max(box) < 11


def test_a_box_is_not_much_too_large():
    assert box_of(((2,),), (0,), (), 61) == (7,)
    assert box_of(((2,),), (1,), (), 1) == (0,)
    assert box_of(((0,),), (2,), (), 5) == (4,)
    assert box_of(((4, 2), (2, 2)), (0, 0), (), 12) == (3, 4)


def test_the_support_bounds_what_the_exponent_does_not():
    bounds = [(2, -1, 1)]
    matrix, vector = ((2, 0), (0, 0)), (0, 0)
    box = box_of(matrix, vector, bounds, ORDER)
    assert box == (2, 5)
    assert outside(matrix, vector, box, 30, lambda n: n[1] <= 2 * n[0] + 1) is None
    assert box_of(matrix, vector, [(-1, -1, 1)], ORDER) == (1, 1)


@pytest.mark.parametrize(
    ("matrix", "vector"),
    [
        (((0,),), (0,)),
        (((0,),), (-2,)),
        (((-2,),), (0,)),
        (((2, -2), (-2, 2)), (0, 0)),  # (n1 - n2)^2
        (((2, -3), (-3, 2)), (0, 0)),
    ],
)
def test_a_sum_that_is_infinite_has_no_box(matrix, vector):
    assert box_of(matrix, vector, (), ORDER) is None
