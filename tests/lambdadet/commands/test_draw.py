"""The command `draw`."""

import pytest

from lambdadet.commands.main import main
from tests.lambdadet.commands.running import run


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("matrix", "[[0,1,0],[1,-1,1],[0,1,0]]"), "matrix of 3 x 3, 1 of its entries -1"),
        (("six-vertex", "--random", "5", "--seed", "1"), "six-vertex state of 5 x 5, 60 arrows"),
        (("loops", "--random", "5"), "fully packed loop of 5 x 5, paths: 5"),
        (("heights", "--random", "5"), "height function of an alternating sign matrix of 5 x 5"),
        (("tiling", "--order", "6", "--lam", "0"), "order 6, 42 dominoes, 0 of them with lam"),
        (("tiling", "--order", "6", "--mu", "0"), "order 6, 42 dominoes, 21 of them with lam"),
        (
            ("tiling", "--order", "2", "--lam", '[[1, "1/3"], [2, 5]]', "--mu", "0"),
            "order 2, 6 dominoes, 3 of them with lam",
        ),
        (("lattice", "2"), "matrices of 2 x 2, nodes: 2, covers: 1"),
    ],
)
def test_draw(capsys, tmp_path, arguments, says):
    path = tmp_path / "picture.svg"
    status, out, err = run(capsys, "draw", *arguments, "--out", str(path), "--theme", "dark")
    assert (status, err) == (0, "")
    assert says in out
    assert says in path.read_text()
    assert "#15181c" in path.read_text()


def test_draw_reads_a_file_and_repeats_a_seed(capsys, tmp_path):
    rows, one, two = tmp_path / "a.csv", tmp_path / "1.svg", tmp_path / "2.svg"
    rows.write_text("0,1\n1,0\n")
    run(capsys, "draw", "matrix", str(rows), "--out", str(one))
    run(capsys, "draw", "matrix", "[[0,1],[1,0]]", "--out", str(two))
    assert one.read_text() == two.read_text()
    drawn = []
    for seed in ("3", "3", "4"):
        run(capsys, "draw", "tiling", "--order", "9", "--seed", seed, "--out", str(one))
        drawn.append(one.read_text())
    assert drawn[0] == drawn[1] != drawn[2]


def test_weights_of_tilings_are_files(capsys, tmp_path):
    """Almost all the weight on the antidiagonal of A and on the entry of B."""
    x1, x0, path = tmp_path / "x1.csv", tmp_path / "x0.json", tmp_path / "a.svg"
    x1.write_text(f"1,{10**30}\n1,1\n")
    x0.write_text("[[0,0,0],[0,2,0],[0,0,0]]")
    arguments = ("--x1", str(x1), "--x0", str(x0), "--seed", "1", "--out", str(path))
    assert "1 of them with lam" in run(capsys, "draw", "tiling", "--order", "1", *arguments)[1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["draw", "matrix", "--out", "x.svg"], "give either ROWS or --random N"),
        (["draw", "loops", "[[1]]", "--random", "2", "--out", "x.svg"], "give either ROWS"),
        (["draw", "loops", "[[1]]", "--seed", "2", "--out", "x.svg"], "--seed goes with --random"),
        (["draw", "heights", "[[1,1]]", "--out", "x.svg"], "rows must be square"),
        (["draw", "heights", '[["1/2"]]', "--out", "x.svg"], "rows must be integers"),
        (["draw", "lattice", "5", "--out", "x.svg"], "n must be at most 4 to be drawn, got 5"),
        (["draw", "lattice", "2", "--out", "x.gif"], "path must end in .svg"),
        (["draw", "lattice", "2", "--out", "x.svg", "--theme", "pink"], "invalid choice"),
        (["draw", "lattice", "2", "--seed", "1", "--out", "x.svg"], "unrecognized arguments"),
        (
            ["draw", "tiling", "--order", "2", "--lam", "-1", "--out", "x.svg"],
            "lam must be at least",
        ),
        (
            ["draw", "tiling", "--order", "3", "--lam", "[[1]]", "--out", "x.svg"],
            "lam must be 3 x 3, got 1 rows",
        ),
        (
            ["draw", "tiling", "--order", "1", "--lam", "[[0]]", "--mu", "0", "--out", "x.svg"],
            "must leave a tiling",
        ),
        (["draw", "tiling", "--order", "1", "--x1", "/nowhere/x", "--out", "x.svg"], "/nowhere/x"),
        (["draw", "matrix", "[[1]]"], "required: --out"),
    ],
)
def test_bad_input_is_one_line(capsys, arguments, message):
    try:
        status = main(arguments)
    except SystemExit as end:
        status = end.code
    out, err = capsys.readouterr()
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert message in err
