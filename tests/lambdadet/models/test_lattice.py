"""The lattice of alternating sign matrices and Bruhat order."""

from functools import reduce
from itertools import permutations, product

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lambdadet import strategies as some
from lambdadet.models.lattice import asm_lattice, bruhat_order, covers, is_below, join, meet
from lambdadet.objects.listing import alternating_sign_matrices
from lambdadet.objects.matrix import AlternatingSignMatrix
from tests.lambdadet import definitions as brute

permutation_matrix = AlternatingSignMatrix.from_permutation

ONE = AlternatingSignMatrix([[1]])


def below_by_definition(a, b):
    n = a.size
    return all(
        brute.corner(a.rows, i, j) >= brute.corner(b.rows, i, j)
        for i, j in product(range(1, n + 1), repeat=2)
    )


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_lattice_is_the_hasse_diagram_of_corner_sums(n):
    lattice = asm_lattice(n)
    matrices = list(alternating_sign_matrices(n))
    order = nx.DiGraph()
    order.add_nodes_from(matrices)
    for a, b in product(matrices, repeat=2):
        assert is_below(a, b) == below_by_definition(a, b)
        if a != b and is_below(a, b):
            order.add_edge(a, b)
    reduced = nx.transitive_reduction(order)
    assert set(lattice.edges) == set(reduced.edges)
    assert set(lattice.nodes) == set(matrices)


@pytest.mark.slow
@pytest.mark.parametrize("n", [2, 3, 4, 5])
def test_covers_change_one_corner_sum(n):
    lattice = asm_lattice(n)
    for lower, upper, site in lattice.edges(data="site"):
        changes = {
            (i, j): lower.corner_sums[i][j] - upper.corner_sums[i][j]
            for i, j in product(range(n + 1), repeat=2)
            if lower.corner_sums[i][j] != upper.corner_sums[i][j]
        }
        assert changes == {site: 1}
    least = [a for a in lattice if not lattice.in_degree(a)]
    greatest = [a for a in lattice if not lattice.out_degree(a)]
    assert least == [permutation_matrix(range(1, n + 1))]
    assert greatest == [permutation_matrix(range(n, 0, -1))]
    # The lattice is graded: every maximal chain has n (n^2 - 1) / 6 steps.
    assert nx.dag_longest_path_length(lattice) == n * (n * n - 1) // 6
    assert nx.shortest_path_length(lattice, least[0], greatest[0]) == n * (n * n - 1) // 6


@pytest.mark.parametrize("n", [2, 3])
def test_joins_and_meets_are_bounds_and_distribute(n):
    matrices = list(alternating_sign_matrices(n))
    for a, b in product(matrices, repeat=2):
        above = [c for c in matrices if is_below(a, c) and is_below(b, c)]
        below = [c for c in matrices if is_below(c, a) and is_below(c, b)]
        assert join(a, b) in above
        assert all(is_below(join(a, b), c) for c in above)
        assert meet(a, b) in below
        assert all(is_below(c, meet(a, b)) for c in below)
        for c in matrices:
            assert meet(a, join(b, c)) == join(meet(a, b), meet(a, c))


@given(
    st.integers(1, 7).flatmap(
        lambda n: st.tuples(*[some.alternating_sign_matrices(min_size=n, max_size=n)] * 3)
    )
)
def test_lattice_laws(three):
    a, b, c = three
    assert meet(a, join(b, c)) == join(meet(a, b), meet(a, c))
    assert join(a, meet(b, c)) == meet(join(a, b), join(a, c))
    assert join(a, meet(a, b)) == a == meet(a, join(a, b))
    assert is_below(meet(a, b), a)
    assert is_below(a, join(a, b))
    assert is_below(a, b) == (join(a, b) == b) == (meet(a, b) == a)
    assert all(is_below(a, above) and above != a for above in covers(a))


@pytest.mark.parametrize("n", [1, 2, 3, 4, 5])
def test_permutation_matrices_are_in_bruhat_order(n):
    bruhat = bruhat_order(n)
    closure = nx.transitive_closure(bruhat, reflexive=True)
    words = [permutation_matrix(word) for word in permutations(range(1, n + 1))]
    assert set(bruhat) == set(words)
    for a, b in product(words, repeat=2):
        assert closure.has_edge(a, b) == is_below(a, b)
    assert all(b.inversion_number - a.inversion_number == 1 for a, b in bruhat.edges)


@pytest.mark.parametrize("n", [2, 3, 4])
def test_lattice_completes_bruhat_order(n):
    """Every matrix is the join of the permutation matrices below it and the meet of those above."""
    words = [permutation_matrix(word) for word in permutations(range(1, n + 1))]
    for a in alternating_sign_matrices(n):
        assert reduce(join, [w for w in words if is_below(w, a)]) == a
        assert reduce(meet, [w for w in words if is_below(a, w)]) == a


def test_a_wrong_order_is_seen():
    """The wrong way round, and two permutations that cannot be compared."""
    a, b = permutation_matrix((1, 2, 3)), permutation_matrix((2, 1, 3))
    assert is_below(a, b)
    assert not is_below(b, a)
    assert not is_below(permutation_matrix((2, 3, 1)), permutation_matrix((3, 1, 2)))


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda: asm_lattice(0), ValueError, "n must be at least 1, got 0"),
        (lambda: asm_lattice(7), ValueError, "218348 nodes, more than the limit of 10000"),
        (lambda: asm_lattice(3, limit=6), ValueError, "7 nodes, more than the limit of 6"),
        (lambda: bruhat_order(10**9), ValueError, "nodes, more than the limit"),
        (lambda: bruhat_order(0), ValueError, "n must be at least 1, got 0"),
        (lambda: join(ONE, permutation_matrix((1, 2))), ValueError, "one size, got 1 and 2"),
        (lambda: is_below(ONE, [[1]]), TypeError, "second matrix must be an Alternating"),
        (lambda: list(covers([[1]])), TypeError, "matrix must be an AlternatingSignMatrix"),
    ],
)
def test_bad_input(call, error, says):
    with pytest.raises(error, match=says):
        call()
