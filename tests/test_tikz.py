"""Pictures as TikZ, and LaTeX's opinion of them where there is one."""

import re
import shutil
import subprocess

import numpy as np
import pytest

from cylindric import (
    CylindricPartition,
    Profile,
    draw_array,
    draw_cylinder,
    draw_diagram,
    draw_growth,
    draw_paths,
    draw_surface,
)
from lambdadet import (
    draw_lattice,
    draw_loops,
    draw_matrix,
    draw_six_vertex,
    draw_tiling,
    random_asm,
    random_tiling,
)
from termwise.pictures import Canvas

C = CylindricPartition(Profile("1010"), [(2,), (1,), (2, 1), (1,)])
A = random_asm(4, rng=2)
PICTURES = {
    "growth": lambda: draw_growth(C),
    "array": lambda: draw_array(C),
    "paths": lambda: draw_paths(C, weights=True),
    "diagram": lambda: draw_diagram(C.profile),
    "surface": lambda: draw_surface(C, theme="dark"),
    "cylinder": lambda: draw_cylinder(C),
    "matrix": lambda: draw_matrix(A),
    "six_vertex": lambda: draw_six_vertex(A),
    "loops": lambda: draw_loops(A),
    "tiling": lambda: draw_tiling(random_tiling(3, rng=1)),
    "lattice": lambda: draw_lattice(3),
}


@pytest.mark.parametrize("name", PICTURES)
def test_every_text_and_colour_is_there(name):
    picture = PICTURES[name]()
    lines = picture.tikz().splitlines()
    assert picture.tikz().splitlines() == lines  # the same every time
    assert lines[0] == f"% {picture.says}"
    assert (lines.count(r"\begin{tikzpicture}"), lines[-1]) == (1, r"\end{tikzpicture}")
    written = sum(line.startswith(r"\node") for line in lines)
    assert written == sum(bool(text.get_text()) for text in picture.figure.axes[0].texts)
    defined = set(re.findall(r"\\definecolor\{(\w+)\}", "\n".join(lines)))
    assert set(re.findall(r"=(c[0-9A-F]{6})\b", "\n".join(lines))) == defined


def test_places_are_centimetres_from_below():
    canvas = Canvas.showing(0, 3, 0, 2)
    canvas.polygons([[(1, 0.5), (2, 0.5), (2, 1)]], gid="one", facecolor="#00ff00", linewidth=0)
    canvas.lines([[(0, 0), (3, 2)]], gid="line", colors="#ff000080", linewidths=2)
    canvas.write(1, 1.5, "50% _", size=10, color="#0000ff", ha="left")
    lines = canvas.picture("one").tikz().splitlines()
    assert r"\useasboundingbox (0,0) rectangle (3,2);" in lines
    assert r"\path[fill=c00FF00] (1,0.5) -- (2,0.5) -- (2,1) -- cycle;" in lines
    (line,) = (line for line in lines if "cFF0000," in line)
    assert line.endswith("(0,0) -- (3,2);")
    assert "draw=cFF0000, line width=2bp, draw opacity=0.502" in line
    (node,) = (line for line in lines if line.startswith(r"\node"))
    assert "anchor=west, inner sep=0" in node
    assert node.endswith(r"text=c0000FF] at (1,1.5) {50\% \_};")


def test_texts_fade_as_they_do_in_the_picture():
    canvas = Canvas.showing(0, 3, 0, 2)
    for letter, style in {
        "a": {"alpha": 0.25},
        "b": {"color": "#00ff0080"},
        "c": {"color": "#00ff0080", "alpha": 0.75},
        "d": {"alpha": 0},
        "e": {"color": "#00ff00"},
    }.items():
        canvas.write(1, 1, letter, **style)
    nodes = re.findall(r"text=\w+(.*?)\] at \(1,1\) \{(\w)\}", canvas.picture("fading").tikz())
    assert {letter: said.removeprefix(", text opacity=") for said, letter in nodes} == {
        "a": "0.25",
        "b": "0.502",
        "c": "0.75",
        "d": "0",
        "e": "",
    }


def test_images_and_unknown_letters_are_refused():
    canvas = Canvas.showing(0, 2, 0, 1)
    canvas.pixels(np.array([[0, 1]]), ["black", "#ffffff"], gid="pixels")
    with pytest.raises(ValueError, match="two pixels must be drawn in vectors to be TikZ"):
        canvas.picture("two pixels").tikz()
    canvas = Canvas.showing(0, 2, 0, 1)
    canvas.write(1, 0.5, "ж")
    with pytest.raises(ValueError, match="text must be one that LaTeX can write, got 'ж'"):
        canvas.picture("a letter").tikz()


@pytest.mark.skipif(not shutil.which("pdflatex"), reason="needs pdflatex, texlive-pictures")
def test_latex_takes_them(tmp_path):
    body = "\n\\clearpage\n".join(draw().tikz() for draw in PICTURES.values())
    head = r"\documentclass{article}\usepackage{tikz,amssymb}\begin{document}"
    (tmp_path / "all.tex").write_text(f"{head}\n{body}\n\\end{{document}}\n", encoding="utf-8")
    command = ["pdflatex", "-interaction=batchmode", "-halt-on-error", "all.tex"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    log = (tmp_path / "all.log").read_text(errors="replace")
    assert f"Output written on all.pdf ({len(PICTURES)} pages" in log
    assert "Missing character" not in log
