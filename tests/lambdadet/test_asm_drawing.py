"""Pictures are well-formed and show what they should."""

from xml.etree import ElementTree

from hypothesis import given

from lambdadet import strategies as some
from lambdadet.drawing import DOMINOES, loop_svg, state_svg, tiling_svg
from lambdadet.matchings import matching_monomial, pair_to_matching
from lambdadet.six_vertex import FullyPackedLoop, SixVertexState

SVG = "{http://www.w3.org/2000/svg}"


@given(some.compatible_pairs(max_size=6))
def test_dominoes_cover_the_diamond_once(pair):
    n = pair.larger.size
    picture = ElementTree.fromstring(tiling_svg(pair))
    left, top, width, height = map(int, picture.get("viewBox").split())
    cells = []
    colours = []
    for rect in picture.iter(f"{SVG}rect"):
        x, y, w, h = (int(rect.get(name)) for name in ("x", "y", "width", "height"))
        assert {w, h} == {2, 4}
        assert left <= x <= x + w <= left + width
        assert top <= y <= y + h <= top + height
        cells += [(a, b) for a in range(x, x + w, 2) for b in range(y, y + h, 2)]
        colours.append(rect.get("fill"))
    assert len(set(cells)) == len(cells) == 2 * n * (n - 1)
    kinds = [kind for kind, _, _ in matching_monomial(pair_to_matching(pair))]
    assert colours.count(DOMINOES[0, 0]) == kinds.count("lam")
    assert colours.count(DOMINOES[0, -1]) == kinds.count("mu")


@given(some.alternating_sign_matrices())
def test_loops_and_arrows(a):
    n = a.size
    loop, state = FullyPackedLoop.from_asm(a), SixVertexState.from_asm(a)
    lines = list(ElementTree.fromstring(loop._repr_svg_()).iter(f"{SVG}line"))
    assert len(lines) == sum(map(sum, (*loop.horizontal, *loop.vertical)))
    arrows = list(ElementTree.fromstring(state._repr_svg_()).iter(f"{SVG}path"))
    assert len(arrows) == 2 * n * (n + 1)
    assert loop._repr_svg_() == loop_svg(loop)
    assert state._repr_svg_() == state_svg(state)


def test_arrows_point_as_the_edges_say():
    """One vertex c1: in from the left and the right, out above and below."""
    picture = ElementTree.fromstring(state_svg(SixVertexState([[0, 1]], [[0], [1]])))
    tips = [path.get("d").split()[0] for path in picture.iter(f"{SVG}path")]
    assert tips == ["M1.8,2", "M2.2,2", "M2,1.2", "M2,2.8"]
