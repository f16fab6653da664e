"""The lattice of alternating sign matrices, and the Bruhat order inside it.

A <= B when the corner sums of A are everywhere at least those of B; the identity is the least
matrix, the antidiagonal the greatest.  Joins are minima of corner sums, meets are maxima, so the
lattice is distributive.  On permutation matrices the order is Bruhat order, and the lattice is its
MacNeille completion: every matrix is a join of permutation matrices, and a meet of others.

              321              n = 3: the matrix * with a -1 is 231 meet 312 and 213 join 132
            /     \\
         231       312
            \\     /
               *
            /     \\
         213       132
            \\     /
              123
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, permutations

import networkx as nx

from lambdadet.objects.counts import require_asms
from lambdadet.objects.listing import alternating_sign_matrices
from lambdadet.objects.matrix import AlternatingSignMatrix, Rows, require_asm, trusted
from termwise.arguments import require_at_most, require_integer
from termwise.doors import door

NODE_LIMIT = 10**4
"""How many nodes a lattice may have before one asks for `limit=`."""


def is_below(lower: AlternatingSignMatrix, upper: AlternatingSignMatrix) -> bool:
    """Return whether lower <= upper: its corner sums are everywhere at least as large.

    Args:
        lower, upper: matrices of one size.

    Raises:
        TypeError: one of them is not an AlternatingSignMatrix.
        ValueError: the sizes differ.

    >>> a, b = map(AlternatingSignMatrix.from_permutation, ((1, 2, 3), (2, 3, 1)))
    >>> is_below(a, b), is_below(b, a)
    (True, False)
    """
    pairs = zip(*_cumulants(lower, upper), strict=True)
    return all(a >= b for above, below in pairs for a, b in zip(above, below, strict=True))


def join(first: AlternatingSignMatrix, second: AlternatingSignMatrix) -> AlternatingSignMatrix:
    """Return the least matrix above both: minima of corner sums.

    Args:
        first, second: matrices of one size.

    Raises:
        TypeError: one of them is not an AlternatingSignMatrix.
        ValueError: the sizes differ.

    >>> a, b = map(AlternatingSignMatrix.from_permutation, ((2, 1, 3), (1, 3, 2)))
    >>> print(join(a, b))
     0  1  0
     1 -1  1
     0  1  0
    """
    return _combine(min, first, second)


def meet(first: AlternatingSignMatrix, second: AlternatingSignMatrix) -> AlternatingSignMatrix:
    """Return the greatest matrix below both: maxima of corner sums.

    Args:
        first, second: matrices of one size.

    Raises:
        TypeError: one of them is not an AlternatingSignMatrix.
        ValueError: the sizes differ.

    >>> a, b = map(AlternatingSignMatrix.from_permutation, ((2, 1, 3), (1, 3, 2)))
    >>> meet(a, b).rows
    ((1, 0, 0), (0, 1, 0), (0, 0, 1))
    """
    return _combine(max, first, second)


def _cumulants(first: AlternatingSignMatrix, second: AlternatingSignMatrix) -> tuple[Rows, Rows]:
    """Return both left cumulants of two matrices of one size."""
    if require_asm("first matrix", first).size != require_asm("second matrix", second).size:
        raise ValueError(f"matrices must have one size, got {first.size} and {second.size}")
    return first.left_cumulant, second.left_cumulant


def _combine(
    choose: Callable[[int, int], int], first: AlternatingSignMatrix, second: AlternatingSignMatrix
) -> AlternatingSignMatrix:
    """Return the matrix of the smaller or larger of two corner sums everywhere."""
    pairs = zip(*_cumulants(first, second), strict=True)
    return AlternatingSignMatrix.from_corner_sums(
        [(0,) * (first.size + 1), *((0, *map(choose, *rows)) for rows in pairs)]
    )


def covers(matrix: AlternatingSignMatrix) -> Iterator[AlternatingSignMatrix]:
    """Yield the matrices that cover a given one: one corner sum is smaller by 1.

    The sum c_ij may fall when A_ij is 1 or A_{i+1,j+1} is, and the four heights round it agree:
    h is raised by 2 where it is lowest.

    Args:
        matrix: an alternating sign matrix.

    Raises:
        TypeError: matrix is not an AlternatingSignMatrix.

    >>> [a.rows for a in covers(AlternatingSignMatrix([[1, 0], [0, 1]]))]
    [((0, 1), (1, 0))]
    """
    heights = require_asm("matrix", matrix).height_function
    for i in range(1, matrix.size):
        for j in range(1, matrix.size):
            around = heights[i - 1][j], heights[i + 1][j], heights[i][j - 1], heights[i][j + 1]
            if set(around) == {heights[i][j] + 1}:
                rows = [list(row) for row in matrix.rows]
                for a, b, change in ((-1, -1, -1), (-1, 0, 1), (0, -1, 1), (0, 0, -1)):
                    rows[i + a][j + b] += change
                yield trusted(tuple(map(tuple, rows)))


@door
def asm_lattice(n: int, *, limit: int = NODE_LIMIT) -> nx.DiGraph[AlternatingSignMatrix]:
    """Return the Hasse diagram of the n x n alternating sign matrices, edges going up.

    Every edge has an attribute `site` = (i, j): the corner sum that is smaller by 1 at its head.

    Args:
        n: a positive integer.
        limit: the largest number of nodes; n = 7 has 218348.

    Raises:
        TypeError: n is not an integer.
        ValueError: n < 1, or there are more than `limit` matrices.

    Source: [LS96]; [EKLP92] for the heights.

    >>> lattice = asm_lattice(3)
    >>> lattice.number_of_nodes(), lattice.number_of_edges()
    (7, 8)
    """
    n = require_integer("n", n, 1)
    require_asms(limit, n, "nodes")
    lattice: nx.DiGraph[AlternatingSignMatrix] = nx.DiGraph()
    lattice.add_nodes_from(alternating_sign_matrices(n))
    for lower in list(lattice):
        sums = lower.left_cumulant
        for upper in covers(lower):
            changed = upper.left_cumulant
            site = next(
                (i + 1, j + 1)
                for i, row in enumerate(sums)
                for j, total in enumerate(row)
                if changed[i][j] != total
            )
            lattice.add_edge(lower, upper, site=site)
    return lattice


def bruhat_order(n: int, *, limit: int = NODE_LIMIT) -> nx.DiGraph[AlternatingSignMatrix]:
    """Return the Hasse diagram of Bruhat order on permutation matrices, edges going up.

    It is made from its definition, by transpositions that add one inversion, without corner sums.

    Args:
        n: a positive integer.
        limit: the largest number of nodes, n!.

    Raises:
        TypeError: n is not an integer.
        ValueError: n < 1, or there are more than `limit` permutations.

    >>> order = bruhat_order(3)
    >>> order.number_of_nodes(), order.number_of_edges()
    (6, 8)
    """
    n = require_integer("n", n, 1)
    words = range(1, n + 1)
    number = 1
    for k in words:
        number *= k
        require_at_most(limit, number, "nodes")
    order: nx.DiGraph[AlternatingSignMatrix] = nx.DiGraph()
    for word in permutations(words):
        lower = AlternatingSignMatrix.from_permutation(word)
        order.add_node(lower)
        for i, j in combinations(range(n), 2):
            if _adds_one_inversion(word, i, j):
                swapped = list(word)
                swapped[i], swapped[j] = word[j], word[i]
                order.add_edge(lower, AlternatingSignMatrix.from_permutation(swapped))
    return order


def _adds_one_inversion(word: Sequence[int], i: int, j: int) -> bool:
    """Return whether exchanging the letters i < j adds exactly one inversion."""
    return word[i] < word[j] and not any(word[i] < letter < word[j] for letter in word[i + 1 : j])
