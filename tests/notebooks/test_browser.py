"""Notebooks in a real JupyterLab, read in a real browser: run all, move a slider, turn a surface.

JupyterLab listens on 127.0.0.1 alone, with a token, on a free port, over a copy of the notebooks in
a temporary folder; it is ended by its own process id.  The browser is the system's chromium: the
one of playwright is not downloaded.
"""

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
from contextlib import contextmanager
from time import monotonic, sleep

import pytest

from termwise.pictures import THEMES
from tests.notebooks.browsing import SECONDS, grounds, launched, require_chromium, turned
from tests.notebooks.execution import IMAGE, NOTEBOOKS, PAGE, read, text
from tests.notebooks.requirements import require

require("jupyterlab", "ipywidgets", "anywidget", "playwright")
require_chromium()

# Every cell is in the page, on screen or not, and nothing is fetched from outside.
SETTINGS = {
    "notebook-extension/tracker": {"windowingMode": "none"},
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
}
# The status bar; the sign beside the kernel's name says idle while there is no kernel yet.
IDLE = '.jp-StatusBar-TextItem:has-text("| Idle")'
SHOWN = f'.jp-OutputArea-output[data-mime-type="{PAGE}"]:has(img.termwise)'
FAILED = '.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.error"]'
COUNTED = "([shown, number]) => document.querySelectorAll(shown).length === number"
ALL_RUN = """() => {
    const prompts = [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')];
    return prompts.length > 0 && prompts.every((p) => /^\\[\\d+\\]:$/.test(p.textContent.trim()));
}"""


def shown(path):
    found = [output for cell in read(path)["cells"] for output in cell.get("outputs", [])]
    return [output for output in found if "data" in output]


def free_port():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """Start JupyterLab; return its address, its token, and the file of what it says.

    Nobody has trusted these notebooks: what they show before they are run, they show to everybody.
    """
    home = tmp_path_factory.mktemp("lab")
    for path in NOTEBOOKS:
        (home / "notebooks").mkdir(exist_ok=True)
        shutil.copy(path, home / "notebooks")
    for name, values in SETTINGS.items():
        file = home / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values))
    token, said = secrets.token_hex(16), home / "said.txt"
    folders = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
    }
    environment = os.environ | {key: str(home / name) for key, name in folders.items()}
    command = [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1"),
        f"--port={free_port()}",  # if it is taken meanwhile, JupyterLab tries others
        f"--notebook-dir={home / 'notebooks'}",
        *(["--allow-root"] if os.geteuid() == 0 else []),
    ]
    with said.open("w") as out:
        process = subprocess.Popen(
            command,
            env=environment | {"JUPYTER_TOKEN": token},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
        )
    try:
        yield _address(process, home / "runtime", said), token, said
    finally:
        process.terminate()
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _address(process, runtime, said):
    """Wait until JupyterLab has written where it listens."""
    file, end = runtime / f"jpserver-{process.pid}.json", monotonic() + SECONDS
    while monotonic() < end and process.poll() is None:
        if file.exists() and file.read_text().strip().endswith("}"):
            return json.loads(file.read_text())["url"]
        sleep(0.1)
    pytest.fail(f"JupyterLab did not start; it said:\n{said.read_text()[-3000:]}", pytrace=False)


@pytest.fixture(scope="module")
def browser():
    with launched() as browser:
        yield browser


@contextmanager
def opened(browser, lab, path, folder):
    """Open a notebook in a page of its own; if something fails, say what the page showed."""
    from playwright.sync_api import Error

    address, token, said = lab
    page = browser.new_page(viewport={"width": 1200, "height": 1600})
    page.set_default_timeout(1000 * SECONDS)
    heard = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    try:
        # A workspace of its own: the default one opens again whatever was open before.
        page.goto(f"{address}lab/workspaces/{path.stem}/tree/{path.name}?token={token}")
        page.locator(".jp-Notebook .jp-CodeCell").first.wait_for()
        yield page
    except (Error, AssertionError) as error:
        picture = folder / "page.png"
        page.screenshot(path=picture, full_page=True)
        pytest.fail(
            f"{path.name}: {error}\n\nscreenshot: {picture}\n\n"
            f"the page says:\n{page.locator('body').inner_text()[-3000:]}\n\n"
            f"its console says:\n{chr(10).join(heard)[-1500:]}\n\n"
            f"JupyterLab says:\n{said.read_text()[-1500:]}",
            pytrace=False,
        )
    finally:
        page.close()


def run_all(page):
    """Clear what was saved, run every cell and wait for the last."""
    page.locator(IDLE).wait_for()  # cells that are run before the kernel is there are not run
    page.get_by_role("menuitem", name="Edit", exact=True).click()
    page.get_by_role("menuitem", name="Clear Outputs of All Cells").click()
    page.wait_for_function("(shown) => !document.querySelector(shown)", arg=SHOWN)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    page.wait_for_function(ALL_RUN)


def choose_theme(page, name):
    page.get_by_role("menuitem", name="Settings", exact=True).click()
    for item in ("Theme", name):
        page.locator(f'.lm-Menu-itemLabel:text-is("{item}")').click()


@pytest.mark.parametrize("begins", ["06", "08"])
def test_a_notebook_reads_before_it_runs_and_plays_after(begins, lab, browser, tmp_path):
    (path,) = [path for path in NOTEBOOKS if path.name.startswith(begins)]
    with opened(browser, lab, path, tmp_path) as page:
        saved = sum(bool(IMAGE.search(text(o["data"].get(PAGE, "")))) for o in shown(path))
        page.wait_for_function(COUNTED, arg=[SHOWN, saved])
        assert "Error displaying widget" not in page.locator("body").inner_text()

        run_all(page)
        assert page.locator(FAILED).count() == 0
        cell = page.locator(f".jp-CodeCell:has({SHOWN}):has(.widget-slider)").first
        cell.wait_for()
        picture, value = cell.locator(SHOWN), cell.locator(".widget-readout").first
        page.wait_for_function(COUNTED, arg=[SHOWN, saved])
        before, stood_at = picture.inner_html(), value.inner_text()
        cell.locator(".noUi-handle").first.press("ArrowRight")
        page.wait_for_function(
            "([node, before]) => node.innerHTML !== before",
            arg=[picture.element_handle(), before],
        )
        assert value.inner_text() != stood_at
        assert picture.count() == 1  # the same picture, not one more
        assert page.locator(FAILED).count() == 0


def test_pictures_follow_the_theme_of_jupyterlab(lab, browser, tmp_path):
    (path,) = [path for path in NOTEBOOKS if path.name.startswith("06")]
    with opened(browser, lab, path, tmp_path) as page:
        page.locator(SHOWN).first.wait_for()
        assert set(grounds(page)) == {THEMES["light"].ground}
        choose_theme(page, "JupyterLab Dark")
        page.locator('body[data-jp-theme-light="false"]').wait_for(state="attached")
        assert set(grounds(page)) == {THEMES["dark"].ground}
        choose_theme(page, "JupyterLab Light")  # it is kept for the next page
        page.locator('body[data-jp-theme-light="true"]').wait_for(state="attached")


def test_a_surface_turns_in_jupyterlab(lab, browser, tmp_path):
    (path,) = [path for path in NOTEBOOKS if path.name.startswith("10")]
    with opened(browser, lab, path, tmp_path) as page:
        page.locator(SHOWN).first.wait_for()
        assert page.locator("canvas[data-drawn]").count() == 0
        assert "Error displaying widget" not in page.locator("body").inner_text()

        run_all(page)
        assert page.locator(FAILED).count() == 0
        canvas = page.locator(".jp-CodeCell canvas[data-drawn]")
        canvas.wait_for()
        before, after = turned(page, canvas)
        assert len(set(before)) > 100  # bytes of a picture of more than one colour
        assert before != after
