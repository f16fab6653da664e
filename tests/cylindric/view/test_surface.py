"""Views: one page that fetches nothing, whole or not at all; a widget, or a line."""

import re
import subprocess
import sys

import pytest

from cylindric import CylindricPartition, Profile, sample, view_surface
from tests.cylindric.drawing.shown import ALL, MEDIUM


@pytest.mark.parametrize("c", ALL, ids=lambda c: str(c.profile))
def test_a_page_fetches_nothing(c):
    page = view_surface(c).html()
    # The only address in it is the name of a namespace.
    assert set(re.findall(r"https?://[^\"'`\s)]*", page)) <= {"http://www.w3.org/1999/xhtml"}
    assert re.findall(r"\b(?:src|href)\s*=\s*\"[^\"]*\"", page) == ['href="data:,"']
    assert not re.search(r"^\s*import\b|\bimport\(", page, re.M)
    assert page.count("<script") == page.count("</script>") == 3
    assert "<<" not in re.sub(r"<script type=\"module\">.*", "", page, flags=re.S)
    assert 600_000 < len(page.encode()) < 900_000


def test_a_page_is_the_same_every_time():
    assert view_surface(MEDIUM).html() == view_surface(MEDIUM).html()
    assert view_surface(MEDIUM).html() != view_surface(MEDIUM, theme="dark").html()
    assert view_surface(MEDIUM) == view_surface(MEDIUM) != view_surface(MEDIUM, theme="dark")


def test_a_large_surface_has_a_page_below_a_megabyte():
    c = sample(Profile("1" * 100 + "0" * 100), 0.97, rng=1)
    assert len(view_surface(c).html()) < 900_000


def test_save_writes_the_page_or_nothing(tmp_path, monkeypatch):
    view = view_surface(MEDIUM)
    path = tmp_path / "surface.html"
    assert view.save(str(path)) == path
    assert path.read_text(encoding="utf-8") == view.html()
    path.unlink()
    for name in ("surface.svg", "surface", "surface.html.gz"):
        with pytest.raises(ValueError, match=r"path must end in \.html, got"):
            view.save(tmp_path / name)
    with pytest.raises(FileNotFoundError):
        view_surface(MEDIUM).save(tmp_path / "nowhere" / "surface.html")

    def crash(self):
        raise KeyError("inside")

    monkeypatch.setattr(type(view), "html", crash)
    with pytest.raises(KeyError):
        view.save(path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("given", "error", "says"),
    [
        (("10",), TypeError, "c must be a CylindricPartition, got '10'"),
        ((MEDIUM, "pink"), ValueError, "theme must be light or dark, got 'pink'"),
        (
            (CylindricPartition(Profile("10"), [(10**30,), ()]),),
            ValueError,
            "surface must have at most 1000000 lozenges to be turned, got 2000000000000000000000",
        ),
        (
            (CylindricPartition(Profile("10"), [(499_998,), ()]),),
            ValueError,
            "1000000 lozenges to be turned, got 1000002: draw_surface gives a still picture",
        ),
    ],
)
def test_bad_input(given, error, says):
    c, *theme = given
    with pytest.raises(error) as caught:
        view_surface(c, **({"theme": theme[0]} if theme else {}))
    assert says in str(caught.value)


def test_nothing_heavy_is_imported():
    """A page needs neither anywidget nor matplotlib nor IPython."""
    program = (
        "import sys; from cylindric import *; "
        "view_surface(CylindricPartition(Profile('10'), [(2,), (1,)])).html(); "
        "print([name for name in ('anywidget', 'traitlets', 'IPython', 'matplotlib')"
        " if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (ran.stdout, ran.stderr) == ("[]\n", "")
