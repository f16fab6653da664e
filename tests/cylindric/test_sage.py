"""Round trips to SageMath, and its answers beside ours; skipped where it is not installed."""

from collections import Counter
from fractions import Fraction
from itertools import pairwise, permutations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cylindric import (
    BURGE,
    RSK,
    CylindricPartition,
    LocalRule,
    MultiSeries,
    Partition,
    Polynomial,
    Profile,
    Series,
    borodin_series,
    compose,
    cylindric_partitions,
    growth_diagram,
    inverse_rsk,
    partitions,
    qpochhammer,
    refined_series,
    reverse_plane_partitions,
    rsk,
)
from cylindric.sage import from_sage, to_sage
from cylindric.strategies import cylindric_partitions as cylindric_partitions_drawn
from termwise.exact import exact_number
from tests.sage_parts import from_sage_alone


def test_other_values_are_refused():
    with pytest.raises(TypeError, match=r"value must be a Partition, .* got 7"):
        to_sage(7)
    with pytest.raises(TypeError, match=r"power series of Sage, got \(3, 1\)"):
        from_sage((3, 1))
    mirrored = LocalRule(
        "mirrored",
        lambda inner, left, right, label: RSK.forward(inner, right, left, label),
        lambda left, right, outer: RSK.backward(right, left, outer),
    )
    for word, rule, said in (
        ("101", RSK, "begins with 1 and ends with 0"),
        ("010", BURGE, "begins with 1 and ends with 0"),
        ("10", mirrored, "by RSK or BURGE"),
    ):
        c = CylindricPartition(Profile(word), [(1,)] * len(word))
        with pytest.raises(ValueError, match=f"value must be .*{said}"):
            to_sage(growth_diagram(c, rule))
    for series in (MultiSeries(("x",), {}, 3), MultiSeries(("x", "y"), {}, 3, degrees=(1, 0))):
        with pytest.raises(ValueError, match="two variables or more, each of degree 1"):
            to_sage(series)
    with pytest.raises(ValueError, match="a plane partition must have a profile"):
        to_sage(CylindricPartition(Profile("101"), [(1,), (), ()]))


def test_numbers():
    integer = from_sage_alone("rings.integer").Integer
    rational = from_sage_alone("rings.rational").Rational
    assert Partition([integer(3), integer(1)]) == (3, 1)
    assert exact_number("x", rational((2, 6))) == Fraction(1, 3)


def test_partitions():
    there = from_sage_alone("combinat.partition")
    for n in range(8):
        ours = list(partitions(n))
        assert [from_sage(p) for p in there.Partitions(n)] == ours
        for p in ours:
            assert to_sage(p).parent() == there.Partitions()
            assert from_sage(to_sage(p)) == p
            assert to_sage(p).conjugate() == to_sage(p.conjugate())
            assert to_sage(p).size() == p.size
            strips = {
                from_sage(q)
                for k in range(n + 1)
                for q in to_sage(p).remove_horizontal_border_strip(k)
            }
            smaller = (q for m in range(n + 1) for q in partitions(m))
            assert strips == {q for q in smaller if q.interlaces(p)}


def test_hook_lengths():
    """The boxes i < j of a profile are the cells of a Ferrers shape, j - i their hook length."""
    from_sage_alone("combinat.partition")
    for n in range(1, 9):
        for p in partitions(n):
            word = "".join("1" * (row - below) + "0" for below, row in pairwise((0, *p[::-1])))
            hooks = to_sage(p).hook_lengths()
            boxes = Profile(word).open_boxes()
            assert len(boxes) == n
            for box, hook in boxes.items():
                x, y = cell_of(word, box)
                assert hooks[y][x] == hook
            counts = Counter(hook for row in hooks for hook in row)
            ours = enumerate(Profile(word).open_hook_multiplicities(), 1)
            assert dict(counts) == {h: m for h, m in ours if m}


def test_plane_partitions():
    there = from_sage_alone("combinat.plane_partition")
    for word in ("10", "110", "1100", "1000", "111000"):
        for weight in range(6):
            for c in reverse_plane_partitions(Profile(word), weight):
                boxed, rows = to_sage(c), c.plane_partition()
                assert from_sage(boxed) == c
                assert boxed.number_of_boxes() == weight == len(list(c.cubes()))
                assert sum(row[i] for i, row in enumerate(boxed) if i < len(row)) == sum(
                    c.partitions[word.count("1") - 1]
                )
                turned = CylindricPartition(c.profile.reverse_complement(), rotated_back(c))
                assert boxed.transpose() == to_sage(turned)
                plain = there.PlanePartition([list(row) for row in rows])
                assert from_sage(plain).weight == weight
                assert to_sage(from_sage(plain)) == plain == boxed


def rotated_back(c):
    """The walk mu^T, .., mu^0 from its second partition on."""
    return [*reversed(c.partitions[:-1]), c.partitions[-1]]


def test_numbers_of_plane_partitions():
    there = from_sage_alone("combinat.plane_partition").PlanePartitions
    for n in range(1, 6):
        square = reverse_plane_partitions(Profile("1" * n + "0" * n), n)
        ours = {tuple(map(tuple, to_sage(c))) for c in square}
        assert ours == {tuple(map(tuple, rows)) for rows in there(n)}
        assert len(ours) == there(n).cardinality()
    for box in ((2, 2, 2), (2, 3, 1)):
        for theirs in there(box):
            assert to_sage(from_sage(theirs)) == theirs
            assert str(from_sage(theirs).profile) == "1" * box[0] + "0" * box[1]


def test_q_products():
    there = from_sage_alone("combinat.q_analogues")
    q = to_sage(Polynomial((0, 1)))
    for n in range(6):
        product = from_sage(there.q_pochhammer(n, q, q))
        assert product.series(30) == qpochhammer(1, 1, 30, length=n)


def test_series_in_several_variables():
    from_sage_alone("rings.power_series_ring")
    series = refined_series(Profile("110"), 7)
    there = to_sage(series)
    assert from_sage(there) == series
    assert from_sage(there * there) == series * series
    assert from_sage(there * there).order == 7
    assert from_sage(1 / there) * series == MultiSeries(series.variables, {(0, 0, 0): 1}, 7)
    halves = MultiSeries(("x", "y"), {(1, 0): Fraction(1, 2), (0, 2): -3}, 3)
    assert from_sage(to_sage(halves)) == halves
    assert from_sage(to_sage(MultiSeries(("x", "y"), {}, 3))).order == 3
    with pytest.raises(ValueError, match="must have an order"):
        from_sage(there.parent().gen(1))


def matrices_of_width(columns):
    return st.lists(
        st.lists(st.integers(0, 9), min_size=columns, max_size=columns), min_size=1, max_size=6
    )


def test_tableaux():
    there = from_sage_alone("combinat.tableau")
    assert from_sage(there.Tableau([[2, 1], [1]])) == ((2, 1), (1,))
    for size in range(5):
        for tableau in there.SemistandardTableaux(size, max_entry=3):
            ours = from_sage(tableau)
            assert to_sage(ours) == tableau
            assert isinstance(to_sage(ours), there.SemistandardTableau)
            assert tuple(map(tuple, tableau)) == ours
    for wrong in (((2, 1),), ((1,), (1,)), ((0,),), ((),), ((1,), (2, 3))):
        with pytest.raises(ValueError, match="value must be a semistandard tableau"):
            to_sage(wrong)
    with pytest.raises(TypeError, match="value must be rows of integers"):
        to_sage((("a",),))


def words(letters, length):
    """Every word as the matrix of its two-line array: row a has its 1 in column w_a."""
    for word in product(range(letters), repeat=length):
        yield [[int(letter == s) for s in range(letters)] for letter in word]


def all_matrices(rows, columns, largest):
    for entries in product(range(largest + 1), repeat=rows * columns):
        yield [list(entries[columns * i : columns * (i + 1)]) for i in range(rows)]


def agrees_with_sage(matrix, there):
    """Both ways: Sage's insertion and its inverse beside our growth diagram."""
    pair = rsk(matrix)
    theirs = there.RSK(matrix)
    assert to_sage(pair) == theirs
    assert from_sage(theirs) == pair
    if pair != ((), ()):
        back = there.RSK_inverse(*theirs, output="matrix")
        assert inverse_rsk(*from_sage(theirs)) == [list(map(int, row)) for row in back]
    return True


def test_tableaux_of_small_words_and_matrices():
    there = from_sage_alone("combinat.rsk")
    from_sage_alone("matrix.constructor")
    small = [
        *(m for length in range(1, 6) for m in words(2, length)),
        *words(3, 4),
        *all_matrices(2, 2, 2),
        *all_matrices(2, 3, 1),
        *all_matrices(3, 2, 1),
    ]
    assert all(agrees_with_sage(matrix, there) for matrix in small)


@pytest.mark.slow
def test_tableaux_of_permutations_and_larger_matrices():
    there = from_sage_alone("combinat.rsk")
    squares = [
        [[int(letter == s) for s in range(5)] for letter in word] for word in permutations(range(5))
    ]
    assert all(agrees_with_sage(m, there) for m in (*squares, *all_matrices(3, 3, 1)))


@given(st.integers(1, 6).flatmap(matrices_of_width))
def test_tableaux_of_drawn_matrices(matrix):
    assert agrees_with_sage(matrix, from_sage_alone("combinat.rsk"))


def test_series_and_polynomials():
    from_sage_alone("rings.power_series_ring")
    series = borodin_series(Profile("110"), 12)
    there = to_sage(series)
    assert from_sage(there) == series
    assert from_sage(there * there) == series * series
    assert from_sage(1 / there) == 1 / series
    q = to_sage(Polynomial((0, 1)))
    assert from_sage((1 + q) ** 5) == Polynomial((1, 5, 10, 10, 5, 1))
    with pytest.raises(ValueError, match="must have an order"):
        from_sage(there.parent().gen())
    assert from_sage(to_sage(Series((1, 2), variable="q"))).variable == "q"


def diagrams(profiles, weight):
    """Yield every growth diagram of these profiles up to a weight, by either rule."""
    for word, rule in product(profiles, (RSK, BURGE)):
        for n in range(weight + 1):
            for c in cylindric_partitions(Profile(word), n):
                yield growth_diagram(c, rule)


def turned(shapes, rule):
    shapes = [Partition(map(int, shape)) for shape in shapes]
    return [p.conjugate() for p in shapes] if rule == BURGE else shapes


def cell_of(word, box):
    """The column of an up step, from the left, and the row of a down step, from the top."""
    return word[: box.i - 1].count("1"), word[box.j :].count("0")


def test_growth_diagrams():
    """Sage peels the same labels off the same boundary, down to the same corners."""
    from_sage_alone("combinat.growth")
    for ours in diagrams(("10", "100", "110", "1010", "1100", "1000", "1110", "10110"), 5):
        word, walk = ours.subject.profile.word, list(ours.subject.partitions)
        there = to_sage(ours)
        assert turned(there.out_labels(), ours.rule) == [walk[-1], *walk]
        boxes = [cell for cell in ours.cells if cell.box.i < cell.box.j and cell.box.n == 1]
        labels = {cell_of(word, cell.box): cell.label for cell in boxes if cell.label}
        assert there.filling() == labels
        left = turned(there.in_labels(), ours.rule)
        assert left[0] == left[-1] == walk[-1]
        inner = {cell_of(word, cell.box): cell.inner for cell in boxes}
        corner = word.count("0")
        if inner:
            assert all(left[corner - y] == inner[x, y] for x, y in inner if x == 0)
            assert all(left[corner + x] == inner[x, y] for x, y in inner if y == 0)
        else:  # a constant: nothing is peeled
            assert set(left) == set(walk)
        assert from_sage(there) == ours


@pytest.mark.parametrize("shape", [[2], [1, 1], [2, 1], [3, 1, 1], [3, 3, 1], [2, 2, 2]])
def test_fillings_of_ferrers_shapes(shape):
    """Sage grows the boundary from the labels, and we find the labels from the boundary."""
    made = from_sage_alone("combinat.growth").GrowthDiagram
    cells = [(x, y) for y, row in enumerate(shape) for x in range(row)]
    rng = np.random.default_rng(len(cells))
    word = "".join("1" * (row - below) + "0" for below, row in pairwise((0, *reversed(shape))))
    for rule, by in ((RSK, made.rules.RSK()), (BURGE, made.rules.Burge())):
        for labels in [*product(range(2), repeat=len(cells)), *rng.integers(0, 9, (9, len(cells)))]:
            filling = {cell: int(m) for cell, m in zip(cells, labels, strict=True) if m}
            there = made(by, filling, shape=shape)
            ours = from_sage(there)
            assert ours.rule == rule
            assert ours.subject.profile.word == word
            found = {cell_of(word, b): m for b, m in ours.decomposition.labels.items()}
            assert (found, ours.shape) == (filling, ())
            assert to_sage(ours) == there


def test_growth_diagrams_of_skew_shapes_and_other_ends():
    growth = from_sage_alone("combinat.growth")
    made, by = growth.GrowthDiagram, growth.GrowthDiagram.rules.RSK()
    there = made(by, {(1, 0): 2, (0, 1): 1}, shape=[[2, 2], [1]])
    assert to_sage(from_sage(there)) == made(by, {(1, 0): 2, (0, 1): 1}, shape=[2, 2])
    there = made(by, {(0, 0): 1}, shape=[1], labels=[[1], [1], [1]])
    assert from_sage(there).subject == CylindricPartition(Profile("10"), [(2,), (1,)])
    for wrong in (
        made(by, {}, shape=[]),
        made(by, {}, shape=[1], labels=[[], [], [1]]),
        made(made.rules.BinaryWord(), {}, shape=[1]),
    ):
        with pytest.raises(ValueError, match="value must "):
            from_sage(wrong)


def test_rules_of_sage_are_ours_cell_by_cell():
    """RSK as it stands, Burge on the conjugates, whatever the label."""
    rules = from_sage_alone("combinat.growth").GrowthDiagram.rules
    shapes = [p for n in range(5) for p in partitions(n)]
    for rule, there in ((RSK, rules.RSK()), (BURGE, rules.Burge())):
        for inner, left, right in product(shapes, repeat=3):
            if inner.interlaces(left) and inner.interlaces(right):
                y, t, x = (
                    there.normalize_vertex(list(p)) for p in turned((left, inner, right), rule)
                )
                for label in range(4):
                    (outer,) = turned([there.forward_rule(y, t, x, label)], rule)
                    assert outer == rule.forward(inner, left, right, label)


def symmetries(n):
    """Yield the eight symmetries of the cells (x, y) of a square."""
    for swap, across, down in product((False, True), repeat=3):

        def move(x, y, swap=swap, across=across, down=down):
            x, y = (y, x) if swap else (x, y)
            return (n - 1 - x if across else x), (n - 1 - y if down else y)

        yield (swap, across, down), move


@pytest.mark.slow
def test_in_one_orientation_alone_are_the_rules_of_sage_ours():
    """All fillings of a square by 0, .., 3: up to its diagonal, one symmetry, one conjugation."""
    made = from_sage_alone("combinat.growth").GrowthDiagram
    agree = {}
    cells = list(product(range(2), repeat=2))
    for labels in product(range(4), repeat=4):
        filling = dict(zip(cells, labels, strict=True))
        boundaries = {
            name: [Partition(map(int, p)) for p in made(by, filling, shape=[2, 2]).out_labels()]
            for name, by in (("RSK", made.rules.RSK()), ("Burge", made.rules.Burge()))
        }
        for (symmetry, move), rule in product(symmetries(2), (RSK, BURGE)):
            moved = {move(*cell): m for cell, m in filling.items()}
            boxes = {(x + 1, 4 - y, 1): m for (x, y), m in moved.items()}
            c = compose(Profile("1100"), (), boxes, rule)
            walk = [Partition(()), *c.partitions]
            for conjugate, reverse in product((False, True), repeat=2):
                ours = [p.conjugate() for p in walk] if conjugate else walk
                for name, boundary in boundaries.items():
                    key = (name, rule, symmetry, conjugate, reverse)
                    same = boundary == (ours[::-1] if reverse else ours)
                    agree[key] = agree.get(key, True) and same
    same, mirrored = (False,) * 3, (True, False, False)
    assert {key for key, holds in agree.items() if holds} == {
        ("RSK", RSK, same, False, False),
        ("RSK", RSK, mirrored, False, True),
        ("Burge", BURGE, same, True, False),
        ("Burge", BURGE, mirrored, True, True),
    }


@given(cylindric_partitions_drawn(), st.sampled_from((RSK, BURGE)))
def test_growth_diagrams_of_drawn_objects(c, rule):
    from_sage_alone("combinat.growth")
    word = c.profile.word
    turns = [k for k in range(len(word)) if word[k] == "1" and word[k - 1] == "0"]
    for k in turns or [0]:
        ours = growth_diagram(c.rotate(k), rule)
        if turns:
            assert from_sage(to_sage(ours)) == ours
        else:
            with pytest.raises(ValueError, match="begins with 1 and ends with 0"):
                to_sage(ours)
