"""Pictures have the theme of their page, in a real browser: the page's first, else the system's."""

import pytest

from cylindric import CylindricPartition, Profile, growth_diagram
from lambdadet import AlternatingSignMatrix, draw_matrix
from termwise import side_by_side
from termwise.pictures import THEMES
from tests.notebooks.browsing import grounds, launched, require_chromium
from tests.notebooks.requirements import require

require("playwright")
require_chromium()

PICTURE = draw_matrix(AlternatingSignMatrix([[0, 1], [1, 0]]))
DARK = draw_matrix(AlternatingSignMatrix([[0, 1], [1, 0]]), theme="dark")

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
