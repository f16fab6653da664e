"""Growth diagrams: every corner and label in its place."""

import pytest

from cylindric import BURGE, Profile, compose, draw_growth, growth_diagram
from cylindric.drawing.growth import ASIDE
from tests.cylindric.drawing.shown import (
    ALL,
    CHIRAL,
    LARGE,
    MEDIUM,
    number_of_polygons,
    texts,
    texts_in_the_way,
)


@pytest.mark.slow
@pytest.mark.parametrize("c", ALL[:5], ids=lambda c: str(c.profile))
def test_growth_has_every_corner_and_label(c):
    for diagram in (growth_diagram(c), growth_diagram(c, BURGE)):
        picture = draw_growth(diagram)
        corners = [corner for line in diagram.grid()[::-2] for corner in line[::2] if corner]
        assert texts(picture, "corner") == corners
        assert texts(picture, "cell") == [str(cell.label or "·") for cell in diagram.cells]
        for n in range(1, 1 + max((cell.box.n for cell in diagram.cells), default=0)):
            labels = [cell.label for cell in diagram.cells if cell.box.n == n]
            labelled = sum(map(bool, labels))
            assert number_of_polygons(picture, f"turn-{n}-labelled") == labelled
            assert number_of_polygons(picture, f"turn-{n}") == len(labels) - labelled
    if corners:
        assert texts(draw_growth(c), "line") == [str(k) for k in range(c.profile.period + 1)]
    assert draw_growth(c).svg() == draw_growth(growth_diagram(c)).svg()
    assert texts_in_the_way(picture) == []


def test_growth_labels_are_in_their_cells():
    """A label has inner below right, outer above left, left below and right above it."""
    diagram = growth_diagram(CHIRAL)
    picture = draw_growth(diagram)
    corners, cells = {}, []
    for text in picture.figure.axes[0].texts:
        if text.get_gid() == "corner":
            x, y = text.get_position()  # to the lower right of its corner
            corners[x - ASIDE, y + ASIDE] = text.get_text()
        elif text.get_gid() == "cell":
            cells.append(text.get_position())
    for cell, (x, y) in zip(diagram.cells, cells, strict=True):
        low, high = y - 0.5, y + 0.5
        for row, before, after in ((low, cell.left, cell.inner), (high, cell.outer, cell.right)):
            here = {at: said for (at, up), said in corners.items() if up == pytest.approx(row)}
            assert here[max(at for at in here if at < x)] == str(before)
            assert here[min(at for at in here if at > x)] == str(after)


def test_growth_leaves_out_partitions_then_refuses(monkeypatch):
    picture = draw_growth(LARGE)
    assert picture.says.endswith(", labels only")
    assert not texts(picture, "corner")
    assert len(texts(picture, "cell")) == len(growth_diagram(LARGE).cells)
    c = compose(Profile("1" * 10 + "0" * 10), (), {(1, 11, 21): 1})
    with pytest.raises(
        ValueError, match=r"growth diagram must have at most 2000 cells .* got 2100"
    ):
        draw_growth(growth_diagram(c))
    assert growth_diagram(c)._repr_mimebundle_() == {}
    with monkeypatch.context() as patched:  # refused before it is peeled cell by cell
        patched.delattr("cylindric.drawing.growth.growth_diagram")
        with pytest.raises(ValueError, match=r"at most 2000 cells to be drawn, got 2100"):
            draw_growth(c)
    assert growth_diagram(MEDIUM)._repr_mimebundle_() == draw_growth(MEDIUM)._repr_mimebundle_()
    with pytest.raises(TypeError, match="must be a GrowthDiagram or a CylindricPartition, got 7"):
        draw_growth(7)
