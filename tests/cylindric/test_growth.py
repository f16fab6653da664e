"""Local rules, growth diagrams, the bijection, last passage, tableaux."""

import pickle
import random

import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from cylindric import (
    BURGE,
    RSK,
    CylindricPartition,
    Decomposition,
    LocalRule,
    Partition,
    Profile,
    check_bijection,
    check_local_rule,
    compose,
    cylindric_partitions,
    decompose,
    growth_diagram,
    inverse_rsk,
    last_passage_time,
    reverse_plane_partitions,
    rsk,
)
from cylindric import strategies as some
from cylindric.growth.bijection import compose_all, decompose_all
from cylindric.growth.toggles import Toggles
from cylindric.objects.batches import to_array
from cylindric.objects.decompositions import decompositions
from tests.cylindric import definitions as brute

RULES = [RSK, BURGE]


def shifted(rule, by):
    """A rule whose labels are off by a constant."""
    return LocalRule(
        "shifted",
        lambda inner, left, right, label: rule.forward(inner, left, right, label + by),
        lambda left, right, outer: (
            rule.backward(left, right, outer)[0],
            rule.backward(left, right, outer)[1] - by,
        ),
    )


WRONG = [
    shifted(RSK, 1),
    shifted(BURGE, -1),
    LocalRule("inner and left exchanged", lambda i, a, b, m: RSK.forward(a, i, b, m), RSK.backward),
    LocalRule(
        "outer and left exchanged", RSK.forward, lambda a, b, outer: RSK.backward(outer, b, a)
    ),
    LocalRule("two rules mixed", RSK.forward, BURGE.backward),
    LocalRule("no label", lambda i, a, b, m: RSK.forward(i, a, b, 0), RSK.backward),
    LocalRule("raises", lambda i, a, b, m: [][0], RSK.backward),
    LocalRule("raises back", RSK.forward, lambda left, right, outer: None),
    LocalRule(
        "label in the wrong row",
        lambda i, a, b, m: (*RSK.forward(i, a, b, 0), *([m] if m else [])),
        RSK.backward,
    ),
]


@pytest.mark.parametrize("rule", RULES, ids=repr)
def test_rules_are_bijections_on_every_small_cell(rule):
    comparison = check_local_rule(rule, max_size=7)
    assert comparison.agrees
    assert len(comparison.rows) > 3000


@pytest.mark.parametrize("rule", WRONG, ids=repr)
def test_wrong_rules_are_caught_and_the_cell_is_named(rule):
    comparison = check_local_rule(rule, max_size=4)
    assert not comparison.agrees
    term = comparison.first_difference.term
    assert "left=" in term
    assert "right=" in term


def test_reports_of_wrong_rules_say_what_is_wrong():
    said = {
        rule.name: {row.values[1] for row in check_local_rule(rule, max_size=3).differences}
        for rule in WRONG
    }
    assert "outer (1) of size 1" in said["shifted"]
    assert any("horizontal strip" in answer for answer in said["label in the wrong row"])
    assert any("and back to inner=" in answer for answer in said["two rules mixed"])
    assert any(answer.startswith("IndexError") for answer in said["raises"])
    assert any(answer.startswith("TypeError") for answer in said["raises back"])
    assert any(answer == "m = -1" for answer in _answers(shifted(RSK, 1)))


def _answers(rule):
    return [row.values[1] for row in check_local_rule(rule, max_size=3).differences]


def test_forward_rule_with_one_wrong_answer_is_caught():
    cell = (Partition(), Partition((1,)), Partition((1,)), 0)

    def forward(*given):
        return (2,) if given == cell else RSK.forward(*given)

    comparison = check_local_rule(LocalRule("once wrong", forward, RSK.backward), max_size=3)
    names = [row.term for row in comparison.differences]
    assert names == ["inner=∅ left=(1) right=(1) m=0", "outer=(1,1) left=(1) right=(1)"]


def test_rules_leave_their_arguments_alone_and_agree_in_their_shape_of_answer():
    inner, left, right = Partition((2,)), Partition((3, 1)), Partition((2, 2))
    for rule in RULES:
        outer = rule.forward(inner, left, right, 2)
        assert rule.backward(left, right, Partition(outer)) == ((2,), 2)
        assert (inner, left, right) == ((2,), (3, 1), (2, 2))
        assert Partition(outer) == outer


@pytest.mark.parametrize("rule", RULES, ids=repr)
def test_any_order_of_peeling_gives_the_same(rule):
    rng = random.Random(20)
    for word in brute.words(5):
        pi = Profile(word)
        for weight in range(7):
            objects = list(cylindric_partitions(pi, weight))
            for c, d in zip(objects, decompose_all(objects, rule), strict=True):
                nu, labels = brute.peel_in_any_order(word, c.partitions, rule, rng)
                assert (d.shape, dict(d.labels)) == (nu, labels)


@pytest.mark.parametrize("rule", RULES, ids=repr)
@pytest.mark.parametrize("word", ["1010", "11010", "1110100", "110", "11", "0", "1"])
def test_round_trips_over_all_turns(word, rule):
    pi = Profile(word)
    later = 0
    for weight in range(9):
        objects = list(cylindric_partitions(pi, weight))
        pairs = decompose_all(objects, rule)
        assert compose_all(pi, pairs, rule) == objects
        assert set(pairs) == set(decompositions(pi, weight))
        assert all(d.weight(pi) == weight for d in pairs)
        assert [d.refined_weight(pi) for d in pairs] == [
            tuple(mu.size for mu in c.partitions) for c in objects
        ]
        later += sum(any(n > 1 for _, _, n in d.labels) or d.shape != () for d in pairs)
    # Stopping after the first turn would lose these, about 40 % of them for 1010.
    assert later > 0


@given(st.data())
def test_round_trips_by_hypothesis(data):
    pi = data.draw(some.profiles())
    d = data.draw(some.decompositions(pi))
    for rule in RULES:
        c = compose(pi, d.shape, d.labels, rule)
        assert CylindricPartition(pi, c.partitions) == c
        assert c.weight == d.weight(pi)
        assert decompose(c, rule) == d


@given(some.cylindric_partitions())
def test_arrays_and_cells_agree(c):
    for rule in RULES:
        diagram = growth_diagram(c, rule)
        assert diagram.decomposition == decompose(c, rule)
        assert compose(c.profile, diagram.shape, diagram.decomposition.labels, rule) == c
        for cell in diagram.cells:
            assert rule.forward(cell.inner, cell.left, cell.right, cell.label) == cell.outer
            sizes = cell.left.size + cell.right.size + cell.label
            assert cell.outer.size + cell.inner.size == sizes


def test_open_objects_bear_labels_on_open_boxes_only():
    for word in brute.words(5):
        pi = Profile(word)
        for weight in range(7):
            pairs = decompose_all(list(reverse_plane_partitions(pi, weight)))
            assert set(pairs) == set(decompositions(pi, weight, open=True))


def test_large_numbers_stay_exact():
    pi = Profile("110")
    for label in (2**15 - 1, 2**30, 2**61, 10**40):
        labels = {(1, 3, 1): label, (2, 3, 1): label, (2, 3, 2): 1}
        c = compose(pi, (label,), labels)
        assert c.weight == Decomposition((label,), labels).weight(pi)
        assert dict(decompose(c).labels) == labels
        assert CylindricPartition(pi, c.partitions) == c
        # Two labels on one path add up, past the largest machine number of the label alone.
        assert c.largest_part == 3 * label + 1 == last_passage_time(pi, (label,), labels)


def test_a_million_cubes_round_trip():
    rng = np.random.default_rng(5)
    pi = Profile("11010")
    labels = {
        box: int(label)
        for box, hook in pi.boxes(15000).items()
        if (label := rng.geometric(1 - 0.9985**hook) - 1)
    }
    c = compose(pi, (), labels)
    assert c.weight > 800_000
    assert CylindricPartition(pi, c.partitions) == c
    assert dict(decompose(c).labels) == labels


def test_growth_diagram_is_drawn():
    c = CylindricPartition(Profile("1010"), [(2,), (1,), (2, 1), (1,)])
    assert str(growth_diagram(c)).splitlines() == [
        "      (2,1)   (1)   (1)   ∅   ∅",
        "            1     ·     1   ·",
        "(2)   (1)     ∅     ∅     ∅   ∅",
        "    1       ·     ·     ·",
        "(1)   (1)     ∅     ∅     ∅",
    ]
    for subject in cylindric_partitions(Profile("11010"), 9):
        diagram = growth_diagram(subject)
        grid, profile = diagram.grid()[::-1], subject.profile
        for cell in diagram.cells:
            a = profile.ups.index(cell.box.i)
            passed = profile.downs.index(cell.box.j) + profile.rank * (cell.box.n - 1)
            b = passed + profile.rank * (cell.box.j < cell.box.i)
            corners = [cell.left, cell.inner, cell.outer, cell.right]
            places = [
                (2 * a, 2 * b),
                (2 * a, 2 * b + 2),
                (2 * a + 2, 2 * b),
                (2 * a + 2, 2 * b + 2),
            ]
            assert [grid[y][x] for y, x in places] == list(map(str, corners))
            assert grid[2 * a + 1][2 * b + 1] == str(cell.label or "·")
    tex = growth_diagram(c)._repr_latex_()
    assert tex.count(r"\\") == 4
    assert "(2,1)" in tex
    constant = CylindricPartition(Profile("11"), [(1,), (1,)])
    assert str(growth_diagram(constant)).split() == ["(1)", "(1)", "(1)"]
    large = compose(Profile("1" * 30 + "0" * 30), (), {(1, 60, 1): 1})
    assert str(growth_diagram(large)).startswith("900 cells, too many to draw")
    assert growth_diagram(large)._repr_latex_().startswith(r"$\nu = \emptyset")


def test_decomposition_faces_and_refusals():
    d = Decomposition((2, 1), {(1, 2, 1): 3, (1, 2, 4): 0})
    assert dict(d.labels) == {(1, 2, 1): 3}
    assert eval(repr(d)) == d
    assert pickle.loads(pickle.dumps(d)) == d
    assert hash(d) == hash(Decomposition((2, 1), {(1, 2, 1): 3}))
    labels = {(1, 2, 1): 3, (1, 2, 2): 1}
    backwards = dict(reversed(labels.items()))
    assert hash(Decomposition((), labels)) == hash(Decomposition((), backwards))
    assert d._repr_latex_() == r"$\nu = (2,1);\ m_{1,2,1} = 3$"
    assert Decomposition((), {})._repr_latex_() == r"$\nu = \emptyset;\ m = 0$"
    with pytest.raises(TypeError):
        d.labels[1, 2, 1] = 4


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: compose(Profile("10"), (), {(2, 1, 1): 1}), ValueError, "must have i with pi_i"),
        (lambda: compose(Profile("10"), (), {(1, 2, 1): -1}), ValueError, "non-negative, got -1"),
        (lambda: compose(Profile("10"), (), {(1, 2, 1): 0.5}), TypeError, "got 0.5"),
        (lambda: compose(Profile("10"), (), {(1, 2): 1}), TypeError, r"at \(i, j, n\)"),
        (lambda: compose(Profile("10"), (1, 2), {}), ValueError, "weakly decreasing"),
        (lambda: compose("10", (), {}), TypeError, "profile must be a Profile"),
        (lambda: compose(Profile("10"), (), {}, rule="rsk"), TypeError, "rule must be a LocalRule"),
        (lambda: decompose([(1,), ()]), TypeError, "c must be a CylindricPartition"),
        (lambda: Decomposition((), None), TypeError, "labels must be a mapping"),
        (lambda: Decomposition((), {(1, 2, 0): 1}), ValueError, "i, j, n >= 1"),
        (lambda: Decomposition((), {}).weight("10"), TypeError, "profile must be a Profile"),
        (lambda: Decomposition((), {}).refined_weight(None), TypeError, "must be a Profile"),
        (lambda: rsk([[2**62] * 4]), ValueError, "18446744073709551616 entries"),
        (lambda: rsk(np.array([[2**62] * 4])), ValueError, "18446744073709551616 entries"),
        (lambda: inverse_rsk(None, None), TypeError, "q must be rows|p must be rows"),
        (lambda: growth_diagram(3), TypeError, "c must be a CylindricPartition"),
        (lambda: last_passage_time(Profile("10"), (), {(1, 1, 1): 1}), ValueError, "pi_j = 0"),
        (lambda: check_local_rule("rsk"), TypeError, "rule must be a LocalRule"),
        (lambda: check_local_rule(RSK, -1), ValueError, "max_size must be at least 0"),
        (lambda: rsk([]), ValueError, "non-empty"),
        (lambda: rsk([[1], [1, 2]]), ValueError, "rectangular"),
        (lambda: rsk([[1, -1]]), ValueError, "non-negative"),
        (lambda: rsk([[0.5]]), TypeError, "integers"),
        (lambda: rsk([[10**9]]), ValueError, "1000000000 entries of a tableau"),
        (lambda: rsk(np.array([[0.5]])), TypeError, "integers"),
        (lambda: inverse_rsk(((1, 2),), ((1,), (2,))), ValueError, "one shape"),
        (lambda: inverse_rsk(((2, 1),), ((1, 1),)), ValueError, "p must be a semistandard"),
        (lambda: inverse_rsk(((1, 1),), ((1, 1), (1, 1))), ValueError, "q must be a semistandard"),
    ],
)
def test_growth_refuses(make, error, says):
    with pytest.raises(error, match=says):
        make()


def test_objects_of_two_profiles_are_no_batch():
    objects = [CylindricPartition(Profile(w), [(1,), ()]) for w in ("10",)]
    other = CylindricPartition(Profile("01"), [(), (1,)])
    with pytest.raises(ValueError, match="must all have the profile 10"):
        decompose_all([*objects, other])
    assert decompose_all([]) == []
    assert compose_all(Profile("10"), []) == []


def test_wrong_rules_are_stopped_while_peeling():
    c = CylindricPartition(Profile("10"), [(2,), (1,)])
    with pytest.raises(ValueError, match=r"rule shifted .* at box \(1, 2, 1\)"):
        decompose(c, shifted(RSK, 1))
    with pytest.raises(ValueError, match="rule shifted"):
        compose(Profile("10"), (), {(1, 2, 1): 1}, shifted(RSK, 1))


@pytest.mark.parametrize(
    ("walk", "answer"),
    [
        ([(4, 2), (2, 2)], ((1, 1), 0)),  # inner is no strip under its neighbours
        ([(4,), (3,)], ((1,), -1)),  # the label is negative
        ([(4,), (3,)], ((2,), 1)),  # the sizes do not add up
    ],
)
def test_every_law_of_a_cell_is_enforced(walk, answer):
    """The very first cell is refused, not what it would lead to."""
    bad = LocalRule("bad", RSK.forward, lambda left, right, outer: answer)
    with pytest.raises(
        ValueError, match="rule bad must give a cell of a growth diagram"
    ) as refused:
        decompose(CylindricPartition(Profile("10"), walk), bad)
    inner, label = answer
    assert f"at box (1, 2, 1) inner={Partition(inner)}" in str(refused.value)
    assert str(refused.value).endswith(f"outer={Partition(walk[0])} m={label}")


@pytest.mark.parametrize(
    "answer", [None, ((1,), 0.5), (("a",), 1), ((1, 2), 0)], ids=["none", "float", "text", "shape"]
)
def test_whatever_a_rule_does_the_box_is_named(answer):
    odd = LocalRule("odd", RSK.forward, lambda left, right, outer: answer)
    c = CylindricPartition(Profile("10"), [(2,), (1,)])
    with pytest.raises(ValueError, match=r"rule odd fails at box \(1, 2, 1\), left=\(1\)"):
        decompose(c, odd)
    assert not check_bijection(Profile("10"), 3, rule=odd).agrees
    broken = LocalRule("broken", lambda *corners: 1 // 0, RSK.backward)
    with pytest.raises(ValueError, match=r"rule broken fails at box .*ZeroDivisionError"):
        compose(Profile("10"), (), {(1, 2, 1): 1}, broken)


def test_a_bijection_with_the_wrong_sizes_is_no_local_rule():
    flipped = LocalRule(
        "flipped",
        lambda inner, left, right, m: RSK.forward(inner, left, right, m ^ 1),
        lambda a, b, outer: (RSK.backward(a, b, outer)[0], RSK.backward(a, b, outer)[1] ^ 1),
    )
    said = {row.values[1] for row in check_local_rule(flipped, max_size=4).differences}
    assert said
    assert all("of size" in answer for answer in said)


def test_rules_take_plain_tuples_and_refuse_what_is_no_function():
    for rule in RULES:
        assert rule.forward((1,), (2,), (1, 1), 1) in ((3, 1), (2, 2), (4,), (3, 1))
        assert rule.backward((2,), (1, 1), rule.forward((1,), (2,), (1, 1), 1)) == ((1,), 1)
    with pytest.raises(TypeError, match="a name and two functions"):
        LocalRule("mine", None, RSK.backward)


def test_burge_says_what_is_too_long():
    with pytest.raises(ValueError, match="at most 1000000, got 1000000000000"):
        decompose(CylindricPartition(Profile("10"), [(10**12,), ()]), BURGE)
    with pytest.raises(ValueError, match="at most"):
        compose(Profile("10"), (10**40,), {(1, 2, 2): 3}, BURGE)
    with pytest.raises(ValueError, match="columns"):
        Partition((10**12,)).conjugate()
    long = CylindricPartition(Profile("10"), [(20_000,), ()])
    assert compose(long.profile, (), decompose(long, BURGE).labels, BURGE) == long


def test_far_turns_are_refused_with_their_size():
    with pytest.raises(ValueError, match="takes 1000000000 cells of a growth diagram"):
        compose(Profile("10"), (), {(1, 2, 10**9): 1})
    with pytest.raises(ValueError, match="entries of a matrix"):
        inverse_rsk([[10**5]], [[10**5]])
    with pytest.raises(ValueError, match="chain of shapes"):
        inverse_rsk([[1]], [[10**9]])


def test_an_outer_that_is_no_strip_is_refused():
    flat = LocalRule("flat", lambda i, a, b, m: (sum(a) + sum(b) - sum(i) + m,), RSK.backward)
    with pytest.raises(ValueError, match=r"rule flat must .*outer=\(3\)"):
        compose(Profile("10"), (1, 1), {(1, 2, 1): 1}, flat)


def test_small_array_types_do_not_overflow():
    """Labels that fit 16 bits each, and add up to more along a path."""
    pi = Profile("111000")
    labels = dict.fromkeys(pi.open_boxes(), 8000)
    c = compose(pi, (), labels)
    assert c.largest_part == 5 * 8000 == last_passage_time(pi, (), labels)
    assert compose(pi, (), labels, LocalRule("cells", RSK.forward, RSK.backward)) == c
    assert dict(decompose(c).labels) == labels


def test_toggles_leave_their_arrays_alone():
    pi = Profile("11010")
    walks = to_array([c.partitions for c in cylindric_partitions(pi, 7)])
    before = walks.copy()
    constants, turns = Toggles(pi).peel(walks)
    assert (walks == before).all()
    kept = constants.copy(), [turn.copy() for turn in turns]
    assert (Toggles(pi).build(constants, turns)[..., : walks.shape[2]] == walks).all()
    assert (constants == kept[0]).all()
    assert all((a == b).all() for a, b in zip(turns, kept[1], strict=True))


def test_largest_part_is_last_passage_time():
    for word in ("10", "1010", "11010", "1110100", "11"):
        pi = Profile(word)
        for weight in range(8):
            for d in decompositions(pi, weight):
                c = compose(pi, d.shape, d.labels)
                passage = last_passage_time(pi, d.shape, d.labels)
                assert passage == c.largest_part
                assert passage == brute.longest_path(word, d.shape, dict(d.labels))


matrices = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 3), min_size=width, max_size=width), min_size=1, max_size=4
    )
)


@given(matrices)
def test_planar_growth_is_row_insertion(matrix):
    p, q = rsk(matrix)
    assert (p, q) == brute.row_insertion(matrix)
    assert rsk(np.array(matrix)) == rsk(sympy.Matrix(matrix).tolist()) == (p, q)
    transposed = [list(column) for column in zip(*matrix, strict=True)]
    assert rsk(transposed) == (q, p)
    back = np.zeros((len(matrix), len(matrix[0])), dtype=int)
    found = inverse_rsk(p, q)
    if found:
        back[: len(found), : len(found[0])] = found
    assert back.tolist() == matrix


def test_planar_growth_of_big_entries_and_permutations():
    assert rsk([[0]]) == ((), ())
    assert inverse_rsk((), ()) == []
    rng = random.Random(3)
    order = list(range(40))
    rng.shuffle(order)
    matrix = [[int(order[i] == j) for j in range(40)] for i in range(40)]
    assert rsk(matrix) == brute.row_insertion(matrix)
