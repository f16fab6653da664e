"""Growth diagrams cell by cell: as the arrays say, drawn, and every law of a cell enforced."""

import pytest
from hypothesis import given

from cylindric import (
    RSK,
    CylindricPartition,
    LocalRule,
    Partition,
    Profile,
    check_bijection,
    compose,
    cylindric_partitions,
    decompose,
    growth_diagram,
)
from cylindric import strategies as some
from tests.cylindric.growth.test_local_rules import RULES, shifted


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


def test_an_outer_that_is_no_strip_is_refused():
    flat = LocalRule("flat", lambda i, a, b, m: (sum(a) + sum(b) - sum(i) + m,), RSK.backward)
    with pytest.raises(ValueError, match=r"rule flat must .*outer=\(3\)"):
        compose(Profile("10"), (1, 1), {(1, 2, 1): 1}, flat)


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: growth_diagram(3), TypeError, "c must be a CylindricPartition"),
    ],
)
def test_diagrams_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make()
