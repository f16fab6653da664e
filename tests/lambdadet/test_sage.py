"""Round trips to SageMath, and its answers beside ours; skipped where it is not installed."""

import subprocess
import sys
from fractions import Fraction

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lambdadet import (
    AlternatingSignMatrix,
    FullyPackedLoop,
    LaurentPolynomial,
    SixVertexState,
    alternating_sign_matrices,
    asm_lattice,
    aztec_diamond,
    compatible_pairs,
    count_asms,
    generic_lambda_determinant,
)
from lambdadet.models.lattice import bruhat_order
from lambdadet.sage import NOTATIONS, from_sage, to_sage
from lambdadet.strategies import alternating_sign_matrices as drawn_matrices
from tests.sage_parts import from_sage_alone


def test_other_values_are_refused():
    with pytest.raises(TypeError, match=r"value must be an AlternatingSignMatrix, .* got 7"):
        to_sage(7)
    with pytest.raises(TypeError, match=r"polynomial of Sage, got \[\[1\]\]"):
        from_sage([[1]])
    for convert in (to_sage, from_sage):
        with pytest.raises(ValueError, match=r"notation must be one of entries, .*, got 'sums'"):
            convert(7, "sums")


@pytest.mark.slow
def test_a_first_conversion_in_a_fresh_session():
    """Modules of passagemath that are imported one by one miss others."""
    from_sage_alone("combinat.alternating_sign_matrix")
    line = "from lambdadet import *; from lambdadet.sage import *; "
    for value in ("AlternatingSignMatrix([[1]])", "LaurentPolynomial({(1,): 1}, ('x',))"):
        code = f"{line}x = {value}; print(from_sage(to_sage(x)) == x)"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        assert done.stdout == "True\n", done.stderr


def matrices(largest=4):
    for n in range(1, largest + 1):
        yield from alternating_sign_matrices(n)


def plain(rows):
    return tuple(tuple(map(int, row)) for row in rows)


def test_matrices_and_their_statistics():
    from_sage_alone("combinat.alternating_sign_matrix")
    for a in matrices():
        there = to_sage(a)
        assert from_sage(there) == a
        assert there.number_of_inversions() == a.inversion_number
        assert there.number_of_negative_ones() == a.negative_ones
        assert there.is_permutation() == (a.negative_ones == 0)
        for moved, ours in (
            (there.transpose(), a.transpose()),
            (there.rotate_ccw(), a.rotate()),
            (there.rotate_cw(), a.rotate(-1)),
            (there.gyration(), FullyPackedLoop.from_asm(a).gyrate().to_asm()),
        ):
            assert from_sage(moved) == ours


def test_notations():
    """Ours, written down for Sage, beside what Sage writes down; and back."""
    from_sage_alone("combinat.alternating_sign_matrix")
    for a in matrices():
        there, parent = to_sage(a), to_sage(a).parent()
        triangle, sums, heights = (to_sage(a, notation) for notation in NOTATIONS[1:])
        assert triangle == there.to_monotone_triangle()
        assert triangle.parent() == there.to_monotone_triangle().parent()
        assert sums == there.corner_sum_matrix()
        assert heights == there.height_function()
        assert plain(row[::-1] for row in reversed(triangle)) == a.to_monotone_triangle()
        assert (plain(sums), plain(heights.transpose())) == (a.corner_sums, a.height_function)
        assert from_sage(triangle) == from_sage(triangle, "monotone triangle") == a
        assert from_sage(sums, "corner sums") == from_sage(heights, "height function") == a
        assert from_sage(there.to_matrix()) == a
        assert parent.from_monotone_triangle(triangle) == there
        assert parent.from_corner_sum(sums) == there
        assert parent.from_height_function(heights) == there


@given(drawn_matrices(min_size=5, max_size=8), st.sampled_from(NOTATIONS))
def test_drawn_matrices(a, notation):
    from_sage_alone("combinat.alternating_sign_matrix")
    assert from_sage(to_sage(a, notation), notation) == a
    assert to_sage(a).number_of_inversions() == a.inversion_number
    for model in (SixVertexState.from_asm(a), FullyPackedLoop.from_asm(a)):
        assert from_sage(to_sage(model)) == model


def test_every_monotone_triangle_of_sage():
    triangles = from_sage_alone("combinat.alternating_sign_matrix").MonotoneTriangles
    for n in range(1, 5):
        ours = [from_sage(triangle) for triangle in triangles(n)]
        assert set(ours) == set(alternating_sign_matrices(n))
        assert len(ours) == count_asms(n) == triangles(n).cardinality()


def test_wrong_notations():
    matrix = from_sage_alone("matrix.constructor").matrix
    loop = FullyPackedLoop.from_asm(next(alternating_sign_matrices(2)))
    for wrong, said in (
        (lambda: to_sage(loop, "corner sums"), "corner sums must be of an AlternatingSignMatrix"),
        (lambda: from_sage(matrix([[1]]), "monotone triangle"), "must be a monotone triangle"),
        (lambda: from_sage(matrix([[1, 1]])), "rows must be square"),
        (lambda: from_sage(matrix([[1, 0], [0, 1]]), "corner sums"), "row and column 0"),
    ):
        with pytest.raises(ValueError, match=said):
            wrong()


NUMBERED = ("c2", "b2", "a2", "c1", "a1", "b1")  # Sage's vertices LR, LU, LD, UD, UR, RD


def test_models():
    from_sage_alone("combinat.fully_packed_loop")
    for a in matrices():
        state, loop = SixVertexState.from_asm(a), FullyPackedLoop.from_asm(a)
        there = to_sage(state)
        assert from_sage(there) == state
        for i, row in enumerate(there, 1):
            for j, vertex in enumerate(row, 1):
                assert NUMBERED[vertex] == state.vertex(i, j)
        there = to_sage(loop)
        assert from_sage(there) == loop
        assert from_sage(there.gyration()) == loop.gyrate()
        assert there.link_pattern() == list(loop.link_pattern)


def test_states_of_other_walls_are_refused():
    model = from_sage_alone("combinat.six_vertex_model").SixVertexModel
    with pytest.raises(ValueError, match="must have domain walls"):
        from_sage(next(iter(model(1))))


def test_counts_and_lattices():
    there = from_sage_alone("combinat.alternating_sign_matrix").AlternatingSignMatrices
    for n in range(1, 9):
        assert there(n).cardinality() == count_asms(n)
    for n in range(1, 5):
        assert set(map(from_sage, there(n))) == set(alternating_sign_matrices(n))
        edges = {(from_sage(a), from_sage(b)) for a, b in there(n).lattice().cover_relations()}
        assert edges == set(asm_lattice(n).edges)


def test_compatible_pairs():
    from_sage_alone("combinat.alternating_sign_matrix")
    for n in range(1, 4):
        theirs = {
            (from_sage(larger), smaller)
            for smaller in alternating_sign_matrices(n)
            for larger in to_sage(smaller).ASM_compatible_bigger()
        }
        assert theirs == set(compatible_pairs(n + 1))


def test_aztec_diamonds():
    """Sage's graph has the same squares, neighbours where ours has edges."""
    diamond = from_sage_alone("graphs.graph_generators").graphs.AztecDiamondGraph
    for n in range(1, 5):
        assert nx.is_isomorphic(diamond(n).networkx_graph(), aztec_diamond(n))


def test_bruhat_order():
    permutations = from_sage_alone("combinat.permutation").Permutations
    for n in range(1, 5):
        edges = {
            (AlternatingSignMatrix.from_permutation(p), AlternatingSignMatrix.from_permutation(q))
            for p in permutations(n)
            for q in p.bruhat_succ()
        }
        assert edges == set(bruhat_order(n).edges)


def test_laurent_polynomials():
    from_sage_alone("rings.polynomial.laurent_polynomial_ring")
    generic = generic_lambda_determinant(3)
    there = to_sage(generic)
    assert from_sage(there) == generic
    assert from_sage(there * there) == generic * generic
    x, y = LaurentPolynomial.generators("x", "y")
    p = Fraction(1, 2) * x / y - 3
    assert from_sage(to_sage(p)) == p
    assert from_sage(to_sage(p - p)) == p - p
    one = 1 / LaurentPolynomial.generators("x")[0] + 2
    assert from_sage(to_sage(one)) == one
