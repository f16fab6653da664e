"""Pictures have the theme of their page, in a real browser: the page's first, else the system's."""

import ast
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from matplotlib.image import imread

from cylindric import CylindricPartition, Profile, growth_diagram
from lambdadet import AlternatingSignMatrix, draw_matrix
from termwise import side_by_side
from termwise.following import for_pages
from termwise.pictures import THEMES
from tests.notebooks.browsing import grounds, launched, require_chromium
from tests.notebooks.requirements import require

require("playwright")
require_chromium()

PICTURE = draw_matrix(AlternatingSignMatrix([[0, 1], [1, 0]]))
DARK = draw_matrix(AlternatingSignMatrix([[0, 1], [1, 0]]), theme="dark")

GALLERY = sorted((Path(__file__).parents[2] / "docs" / "pictures").glob("draw_*.py"))

# What a page says of itself, and the theme it has where the system is light, where it is dark.
PAGES = {
    "nothing": ("<body>", "light", "dark"),
    "JupyterLab, light": ('<body data-jp-theme-light="true">', "light", "light"),
    "JupyterLab, dark": ('<body data-jp-theme-light="false">', "dark", "dark"),
    "site, as the system": ('<body data-theme="auto">', "light", "dark"),
    "site, light": ('<body data-theme="light">', "light", "light"),
    "site, dark": ('<body data-theme="dark">', "dark", "dark"),
    "VS Code, light": ('<body class="vscode-light">', "light", "light"),
    "VS Code, dark": ('<body class="vscode-dark">', "dark", "dark"),
    "VS Code, contrast": ('<body class="vscode-high-contrast">', "dark", "dark"),
    "VS Code, contrast and light": (
        '<body class="vscode-high-contrast vscode-high-contrast-light">',
        "light",
        "light",
    ),
}


@pytest.fixture(scope="module")
def browser():
    with launched() as browser:
        yield browser


@pytest.mark.parametrize("system", ["light", "dark"])
@pytest.mark.parametrize("kind", PAGES)
def test_pictures_have_the_theme_of_the_page(browser, kind, system):
    begins, *themes = PAGES[kind]
    theme = THEMES[themes[system == "dark"]]
    diagram = growth_diagram(CylindricPartition(Profile("10"), [(1,), ()]))
    shown = [PICTURE, DARK, diagram, side_by_side(PICTURE, PICTURE)]
    page = browser.new_page(color_scheme=system)
    page.set_content(begins + "<br>".join(s._repr_mimebundle_()["text/html"] for s in shown))
    expected = [theme.ground, THEMES["dark"].ground, theme.ground, theme.ground]
    assert grounds(page) == expected
    page.close()


def test_a_picture_changes_with_its_page(browser):
    page = browser.new_page(color_scheme="light")
    page.set_content(PAGES["JupyterLab, light"][0] + PICTURE._repr_mimebundle_()["text/html"])
    for light, theme in (("true", "light"), ("false", "dark"), ("true", "light")):
        page.evaluate("light => document.body.dataset.jpThemeLight = light", light)
        assert grounds(page) == [THEMES[theme].ground]
    page.close()


def drawn(path):
    """Return the picture of a file of the gallery."""
    *setup, last = ast.parse(path.read_text()).body
    names = {}
    exec(compile(ast.Module(setup, []), str(path), "exec"), names)
    return eval(compile(ast.Expression(last.value), str(path), "eval"), names)


@pytest.mark.slow
@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.stem)
def test_a_dark_page_shows_the_dark_picture_and_a_light_one_the_light(browser, path):
    picture = drawn(path)
    follows = picture._repr_svg_()
    page = browser.new_page()

    def pixels(theme, svg):
        page.set_content(f'<body data-theme="{theme}">{for_pages(svg, "")["text/html"]}')
        return imread(BytesIO(page.locator("img.termwise").screenshot()))

    for theme, alone in (("light", picture), ("dark", picture._in_the_dark())):
        apart = np.abs(pixels(theme, follows) - pixels(theme, alone.svg()))
        # From one time to the next the browser smooths a few edges otherwise.
        assert apart.max() < 0.3
        assert np.mean(apart > 0.02) < 5e-4
    page.close()
