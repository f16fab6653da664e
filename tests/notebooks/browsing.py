"""A real browser for the tests: the system's chromium, which draws without a graphics card."""

import os
import shutil
from contextlib import contextmanager
from io import BytesIO

from matplotlib.image import imread

from tests.notebooks.requirements import give_up

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
SECONDS = 90
"""How long to wait for anything, on a machine that may be busy."""

GRAPHICS = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]


def require_chromium():
    if CHROMIUM is None:
        give_up("chromium not found: apt-get install chromium")


@contextmanager
def launched():
    """Start the browser and end it."""
    from playwright.sync_api import sync_playwright

    # Root has no sandbox, and the shared memory of a container is small.
    alone = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            headless=True,
            args=[*alone, "--disable-dev-shm-usage", *GRAPHICS],
        )
        yield browser
        browser.close()


def grounds(page):
    """Return the colour in the corner of each picture that a page shows."""
    found = []
    for image in page.locator("img.termwise").all():
        red, green, blue, *_ = imread(BytesIO(image.screenshot()))[1, 1]
        found.append(
            "#" + "".join(f"{round(255 * float(part)):02x}" for part in (red, green, blue))
        )
    return found


def turned(page, canvas):
    """Drag a surface with the mouse; return what it showed before and after."""
    canvas.scroll_into_view_if_needed()
    before = canvas.screenshot()
    drawn = int(canvas.get_attribute("data-drawn"))
    box = canvas.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + box["width"] / 5, y + 20, steps=4)
    page.mouse.up()
    page.wait_for_function(
        "([node, n]) => node.dataset.drawn > n", arg=[canvas.element_handle(), drawn]
    )
    return before, canvas.screenshot()
