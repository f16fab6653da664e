"""Diagrams of profiles: every box once, with its hook length."""

import numpy as np
import pytest

from cylindric import Profile, draw_diagram
from tests.cylindric.drawing.shown import lines, number_of_polygons, texts, texts_in_the_way


def test_diagram_of_a_chiral_profile_by_hand():
    picture = draw_diagram(Profile("11010"), 2)
    hooks = {}
    for text in picture.figure.axes[0].texts:
        if text.get_gid() == "hook":
            x, y = text.get_position()
            hooks[round(x / 0.85 - 0.5), round(y / 0.85 - 0.5)] = int(text.get_text())
    rows = [[hooks[x, y] for x in sorted(x for x, row in hooks if row == y)] for y in (0, 1, 2)]
    assert rows == [[2, 4, 7, 9], [1, 3, 6, 8], [1, 4, 6, 9]]
    # The top edge is the bottom edge, two columns further on: hooks of one column go on.
    assert min(x for x, y in hooks if y == 2) == 1
    assert min(x for x, y in hooks if y == 0) == 0
    assert number_of_polygons(picture, "turn-1") == number_of_polygons(picture, "turn-2") == 6
    assert texts(picture, "letter") == list("11010")
    assert texts(picture, "more") == ["…"] * 3
    ((x, y),) = lines(picture, "boundary")
    assert np.round(x / 0.85).tolist() == [0, 0, 0, 1, 1, 2]
    assert np.round(y / 0.85).tolist() == [0, 1, 2, 2, 3, 3]


@pytest.mark.parametrize("word", ["1", "0", "10", "0011", "1110100", "1010101"])
def test_diagram_has_every_box_once(word):
    profile = Profile(word)
    for turns in (1, 3):
        picture = draw_diagram(profile, turns)
        hooks = sorted(map(int, texts(picture, "hook")))
        assert hooks == sorted(profile.boxes(turns * profile.period).values())
        assert len(hooks) == turns * profile.rank * profile.level
        assert texts_in_the_way(picture) == []


def test_diagram_refuses_and_leaves_out():
    with pytest.raises(TypeError, match="profile must be a Profile"):
        draw_diagram("10")
    with pytest.raises(ValueError, match="turns must be at least 1, got 0"):
        draw_diagram(Profile("10"), 0)
    with pytest.raises(ValueError, match="at most 2000 boxes and turns to be drawn, got 2001"):
        draw_diagram(Profile("10"), 2001)
    for word in ("1", "0", "10"):  # those of one letter have no boxes, but turns
        with pytest.raises(ValueError, match="at most 2000 boxes and turns to be drawn, got 21474"):
            draw_diagram(Profile(word), 2**31)
    picture = draw_diagram(Profile("1" * 20 + "0" * 40))
    assert picture.says.endswith(": 1600 boxes")
    assert not texts(picture, "hook")
