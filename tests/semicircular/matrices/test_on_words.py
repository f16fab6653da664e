"""Commutators of all words: ranks from both sides, truncated traces."""

from fractions import Fraction

import pytest
from flint import fmpq_mat

from semicircular import Vector, commutator, left, right
from semicircular.matrices import on_words
from semicircular.matrices.elimination import matrix_of, onto_kernel
from termwise.exact import to_python
from tests.semicircular.definitions import all_words


def test_projection_of_three_words():
    columns = on_words.complement_columns(2, 1, 1)
    assert columns == {w: Vector.basis(w) for w in [(), (1,), (2,)]}


@pytest.mark.parametrize(("n", "degree"), [(2, 4), (3, 2)])
def test_truncated_traces_vanish_on_commutators(n, degree):
    traces = on_words.truncated_traces(n, degree).tolist()
    words = all_words(n, degree)
    for i in range(1, n + 1):
        for w in all_words(n, degree - 1):
            image = commutator(i, Vector.basis(w))
            assert all(sum(int(t[k]) * image[v] for k, v in enumerate(words)) == 0 for t in traces)
    rows = [words.index(w) for w in on_words.beads(n, degree)]
    square = [[int(trace[row]) for row in rows] for trace in traces]
    assert all(square[k][k] == 1 for k in range(len(rows)))
    assert all(square[k][m] == 0 for k in range(len(rows)) for m in range(k))


def test_one_trace_is_the_trace():
    """The first is the trace of the constant term; they are functionals of V(L), not of all L."""
    traces = on_words.truncated_traces(2, 2).tolist()
    assert [int(value) for value in traces[0]] == [1, 0, 0, -1, 0, 0, -1]


def test_joint_traces_of_degree_three():
    """The projection onto what is orthogonal to all commutators, from them and from the traces."""
    words = all_words(2, 3)
    commutators = matrix_of(on_words.commutators(2, 3, [1, 2]), words)
    found = onto_kernel(commutators.transpose())
    traces = fmpq_mat(on_words.truncated_traces(2, 3))
    assert found == traces.transpose() * (traces * traces.transpose()).inv() * traces
    entries = {to_python(entry) for row in found.tolist() for entry in row}
    fifths = [Fraction(k, 5) for k in (-1, 1, 2, 3)]
    assert entries == {0, Fraction(1, 2), 1, *fifths}
    assert found.rank() == 10


def test_a_product_and_its_rotation_have_one_trace():
    degree, words = 4, all_words(2, 4)
    traces = on_words.truncated_traces(2, degree).tolist()
    for i in (1, 2):
        for w in all_words(2, degree - 1):
            sides = [side(i, Vector.basis(w)) for side in (left, right)]
            values = [
                [sum(int(t[k]) * x[v] for k, v in enumerate(words)) for t in traces] for x in sides
            ]
            assert values[0] == values[1]


@pytest.mark.parametrize("degree", range(6))
def test_bounds_of_dimensions_meet(degree):
    assert on_words.nullity(2, degree, [1]) == degree
    assert on_words.nullity(2, degree, [1, 2]) == min(degree, 1)
    assert on_words.codimension(2, degree) == on_words.vanishing_traces(2, degree)
