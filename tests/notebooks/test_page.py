"""The page of a surface in a real browser without network: it shows, turns, asks for nothing."""

from io import BytesIO

import numpy as np
import pytest

from cylindric import CylindricPartition, Profile, sample, view_surface
from tests.notebooks.browsing import SECONDS, launched, require_chromium, turned
from tests.notebooks.requirements import require

require("playwright")
require_chromium()

WALK = CylindricPartition(Profile("1010"), [(2,), (1,), (2, 1), (1,)])
DRAWN = "canvas[data-drawn]"


@pytest.fixture(scope="module")
def browser():
    with launched() as browser:
        yield browser


@pytest.fixture
def opened(browser, tmp_path):
    """Return a function that opens a view in a page without network, and what went wrong there."""
    context = browser.new_context(viewport={"width": 700, "height": 600}, offline=True)
    wrong = []

    def open_page(view):
        page = context.new_page()
        page.set_default_timeout(1000 * SECONDS)
        address = view.save(tmp_path / "surface.html").as_uri()
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda asked: asked.url == address or wrong.append(asked.url[:80]))
        page.goto(address)
        return page

    yield open_page, wrong
    context.close()


def colours(picture):
    """Return how many points of a picture have each colour."""
    from matplotlib.image import imread

    points = np.round(255 * imread(BytesIO(picture))[..., :3]).astype(int)
    found, numbers = np.unique(points @ (256**2, 256, 1), return_counts=True)
    return {
        (colour // 256**2, colour // 256 % 256, colour % 256): number
        for colour, number in zip(found.tolist(), numbers.tolist(), strict=True)
    }


def kinds_seen(picture):
    """Return the kinds of lozenges of which there is much in a picture, by their hues."""
    seen = dict.fromkeys(("top", "rising", "falling"), 0)
    for (red, green, blue), number in colours(picture).items():
        if red > green + 40 > blue + 80:
            seen["top"] += number
        elif blue > red + 100 and green > 150:
            seen["rising"] += number
        elif blue > red + 80 and 60 < green < 130:
            seen["falling"] += number
    return {kind for kind, number in seen.items() if number > 1000}


@pytest.mark.parametrize(
    ("c", "theme", "ground"),
    [
        (WALK, "light", (255, 255, 255)),
        (sample(Profile("1" * 10 + "0" * 10), 0.9, rng=1), "dark", (0x15, 0x18, 0x1C)),
        (sample(Profile("1" * 50 + "0" * 50), 0.95, rng=1), "light", (255, 255, 255)),
    ],
    ids=["small", "dark", "large"],
)
def test_a_page_shows_and_turns_without_network(opened, c, theme, ground):
    open_page, wrong = opened
    page = open_page(view_surface(c, theme=theme))
    canvas = page.locator(DRAWN)
    canvas.wait_for()
    before, after = turned(page, canvas)
    assert kinds_seen(before) == {"top", "rising", "falling"}
    assert colours(before)[ground] > 100_000
    assert before != after
    assert kinds_seen(after)
    assert wrong == []


def test_a_double_click_begins_again_and_a_key_turns(opened):
    open_page, wrong = opened
    page = open_page(view_surface(WALK))
    canvas = page.locator(DRAWN)
    canvas.wait_for()
    before, after = turned(page, canvas)
    canvas.dblclick()
    page.wait_for_timeout(300)
    assert canvas.screenshot() == before != after
    canvas.press("ArrowRight")
    page.wait_for_timeout(300)
    assert canvas.screenshot() != before
    assert wrong == []


def test_without_graphics_the_page_says_so(opened):
    open_page, wrong = opened
    view = view_surface(WALK)
    blind = "HTMLCanvasElement.prototype.getContext = () => null;"
    text = view.html().replace(
        '<script type="module">', f'<script>{blind}</script><script type="module">'
    )

    class Blind:
        def save(self, path):
            path.write_text(text, encoding="utf-8")
            return path

    page = open_page(Blind())
    page.get_by_text("This browser shows no three-dimensional graphics (WebGL).").wait_for()
    assert page.locator("canvas").count() == 0
    assert [line for line in wrong if "WebGL" not in line] == []
