"""The built site: nothing dangles, nothing is fetched, every page kind is read in a browser.

Built once, with warnings as errors.  The browser has no network, and opens the files as they lie in
the folder.
"""

import importlib
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from termwise.pictures import THEMES
from tests.notebooks.browsing import grounds
from tests.notebooks.requirements import give_up

missing = [m for m in ("sphinx", "furo", "myst_nb", "playwright") if find_spec(m) is None]
if missing:
    give_up(f'{", ".join(missing)} not installed: pip install -e ".[docs,browser]"')
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
if CHROMIUM is None:
    give_up("chromium not found: apt-get install chromium")

DOCS = Path(__file__).parents[2] / "docs"
WINGS = [p.parent.name for p in DOCS.parent.glob("*/__init__.py") if p.parent.name != "tests"]
FETCHED = {("link", "href"), ("script", "src"), ("img", "src"), ("iframe", "src"), ("use", "href")}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Build a copy of the sources, so that nothing is left over from an earlier build."""
    home = tmp_path_factory.mktemp("site")
    left_out = shutil.ignore_patterns("_build", "api", "gallery", "__pycache__")
    shutil.copytree(DOCS, home / "docs", ignore=left_out)
    for beside in (
        "notebooks",
        "tests/benchmarks",
        "CHANGELOG.md",
        "CITATION.cff",
        "CONTRIBUTING.md",
    ):
        source, target = DOCS.parent / beside, home / beside
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copy(source, target)
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html"]
    built = subprocess.run(
        [*command, home / "docs", home / "built" / "site"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    return home / "built" / "site"


class Page(HTMLParser):
    """The links of a page, what it fetches, and the names one can link to."""

    def __init__(self, path):
        super().__init__()
        self.links, self.fetched, self.names = [], [], set()
        self.feed(path.read_text())

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.names.add(values.get("id"))
        if tag == "a" and values.get("href"):
            self.links.append(values["href"])
        for element, key in FETCHED:
            if tag == element and values.get(key) and values.get("rel") != "canonical":
                self.fetched.append(values[key])


@pytest.fixture(scope="module")
def pages(site):
    return {path: Page(path) for path in site.rglob("*.html") if "_static" not in path.parts}


def test_every_link_and_fragment_leads_somewhere(site, pages):
    dangling, followed = [], 0
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            followed += 1
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if target.is_dir():
                target /= "index.html"
            there = target.exists()
            if there and parts.fragment and target in pages:
                there = unquote(parts.fragment) in pages[target].names
            if not there:
                dangling.append(f"{path.relative_to(site)}: {link}")
    assert followed > 1000
    assert not dangling, "\n".join(sorted(set(dangling)))


def test_sources_are_links(site):
    text = (site / "theorems" / "borodin.html").read_text(encoding="utf-8")
    assert re.search(r'href="../sources.html"><span[^>]*>\[Borodin07\]</span></a>', text)
    assert text.count("[Borodin07]") == text.count("[Borodin07]</span></a>")


def test_nothing_is_fetched_from_elsewhere(site, pages):
    for path, page in pages.items():
        outside = [link for link in page.fetched if urlsplit(link).scheme in ("http", "https")]
        assert not outside, f"{path.relative_to(site)} fetches {outside}"
        for link in page.fetched:
            if not link.startswith("data:"):
                there = (path.parent / unquote(urlsplit(link).path)).exists()
                assert there, f"{path.relative_to(site)} lacks {link}"


@pytest.mark.parametrize("wing", WINGS)
def test_every_public_name_has_its_entry(wing, pages):
    names = set().union(*(page.names for path, page in pages.items() if "api" in path.parts))
    door = importlib.import_module(wing)
    for name in door.__all__:
        home = getattr(getattr(door, name), "__module__", wing).partition(".")[0]
        if home in WINGS:  # a name that is handed on has its entry at home
            assert f"{home}.{name}" in names, name


@pytest.mark.parametrize("wing", WINGS)
def test_every_function_that_draws_has_its_picture(wing):
    names = importlib.import_module(wing).__all__
    drawing = {name for name in names if name.startswith(("draw_", "view_"))}
    assert drawing <= {path.stem for path in (DOCS / "pictures").glob("*.py")}


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


KINDS = [
    "index",
    "start",
    "theorems/macdonald",
    "gallery/cylindric",
    "api/cylindric/sums",
    "notebooks/01_cylindric_partitions",
    "howto/local_rule",
    "benchmarks",
]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("theme", "width"), [("light", 1200), ("dark", 390)])
def test_a_page_in_a_browser(site, browser, kind, theme, width):
    context = browser.new_context(
        color_scheme=theme, viewport={"width": width, "height": 900}, offline=True
    )
    page, trouble = context.new_page(), []
    page.on("console", lambda said: trouble.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("request", lambda r: trouble.append(r.url) if not is_local(r.url) else None)
    page.goto((site / f"{kind}.html").as_uri())
    if kind.startswith("theorems"):
        page.wait_for_selector(".katex-html")
    assert page.locator(".katex-error").count() == 0
    assert trouble == []
    seen, wide = page.evaluate("[window.innerWidth, document.documentElement.scrollWidth]")
    assert wide <= seen, "the page scrolls sideways"
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    lightness = sum(map(float, ground.strip("rgba()").split(",")[:3]))
    assert (lightness > 600) == (theme == "light")
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("system", ["light", "dark"])
def test_pictures_of_a_page_follow_its_own_switch(site, browser, theme, system):
    context = browser.new_context(color_scheme=system, offline=True)
    page = context.new_page()
    page.add_init_script(f"localStorage.setItem('theme', '{theme}')")
    page.goto((site / "notebooks/06_lambda_determinants.html").as_uri())
    assert set(grounds(page)) == {THEMES[theme].ground}
    context.close()


def test_no_page_scrolls_sideways_on_a_phone(site, browser):
    page = browser.new_context(viewport={"width": 375, "height": 800}, offline=True).new_page()
    wide = []
    for path in sorted(
        [*site.glob("*.html"), *site.glob("theorems/*.html"), *site.glob("howto/*.html")]
    ):
        page.goto(path.as_uri())
        if "theorems" in path.parts and path.stem != "index":
            page.locator(".katex-html").first.wait_for(state="attached")
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            wide.append(path.name)
    assert not wide


@pytest.mark.parametrize("path", sorted((DOCS / "theorems").glob("[!i]*.md")), ids=lambda p: p.stem)
def test_a_theorem_has_its_picture_its_source_and_how_far_it_was_checked(path):
    text = path.read_text(encoding="utf-8")
    assert "```{image} ../gallery/" in text
    assert "## Checked up to" in text
    assert "Source" in text or "Background" in text
    assert "{py:" in text


def is_local(url):
    return urlsplit(url).scheme in ("file", "data", "blob", "about")


def test_search_finds_borodin(site, browser):
    page = browser.new_context(offline=True).new_page()
    page.goto((site / "search.html").as_uri() + "?q=borodin")
    page.wait_for_selector("#search-results li", timeout=30_000)
    found = page.locator("#search-results li").all_inner_texts()
    assert any("Borodin’s identity" in text for text in found)
