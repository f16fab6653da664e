"""The command line: output, exit status, one line for bad input."""

import io
import json
import subprocess
import sys

import pytest

from lambdadet import cli, identities
from lambdadet.cli import main
from termwise import Comparison


def run(capsys, *arguments):
    status = main(list(arguments))
    out, err = capsys.readouterr()
    return status, out, err


@pytest.mark.parametrize(
    "arguments",
    [
        ("3",),
        ("3", "--constant"),
        ("3", "--constant", "--x0", "generic"),
        ("2", "--check", "laurent"),
        ("3", "--check", "counts"),
        ("3", "--check", "determinant"),
        ("3", "--check", "vandermonde", "--force"),
    ],
)
def test_verify(capsys, arguments):
    status, out, err = run(capsys, "verify", *arguments)
    assert (status, err) == (0, "")
    assert out.splitlines()[-1].startswith("AGREES")


def test_verify_json_and_difference(capsys, monkeypatch):
    status, out, _ = run(capsys, "verify", "2", "--json")
    assert status == 0
    assert json.loads(out)["agrees"] is True
    wrong = Comparison.of_terms("wrong", {"a": {"x": 1}, "b": {"x": 2}})
    monkeypatch.setattr(identities, "check_lambda_determinant", lambda *_, **__: wrong)
    status, out, _ = run(capsys, "verify", "2")
    assert status == 1
    assert "DIFFERS at x: a = 1, b = 2" in out


def test_expand(capsys):
    assert run(capsys, "expand", "2", "--x0", "1")[1] == "lam_11*x_12*x_21 + mu_10*x_11*x_22\n"
    latex = run(capsys, "expand", "2", "--constant", "--latex")[1]
    assert latex == "\\lambda x_{12} x_{21} + x_{11} x_{22}\n"
    assert run(capsys, "expand", "2", "--constant", "--sympy")[1] == "lam*x_12*x_21 + x_11*x_22\n"
    document = json.loads(run(capsys, "expand", "3", "--json", "--method", "octahedron")[1])
    assert len(document["terms"]) == 8
    assert len(document["variables"]) == 4 + 4 + 9 + 4


def test_asm(capsys):
    assert run(capsys, "asm", "20")[1] == "1436038934715538200913155682637051204376827212\n"
    assert run(capsys, "asm", "3", "--list")[1].count("\n\n") == 6
    one = run(capsys, "asm", "6", "--random", "--seed", "1")[1]
    assert one == run(capsys, "asm", "6", "--random", "--seed", "1")[1]
    assert len(one.splitlines()) == 6


def test_det(capsys, tmp_path, monkeypatch):
    table = tmp_path / "m.csv"
    table.write_text("1, 1/2\n\n3, -4\n")
    assert run(capsys, "det", str(table))[1] == "-11/2\n"
    assert run(capsys, "det", str(table), "--lam", "1/3")[1] == "-7/2\n"
    assert run(capsys, "det", str(table), "--lam", "-1", "--mu", "2")[1] == "-19/2\n"
    assert run(capsys, "det", str(table), "--mod", "7")[1] == "5\n"
    square = tmp_path / "m.json"
    square.write_text('[[1, "1/2", 2], [3, 4, 5], [6, 7, 9]]')
    assert run(capsys, "det", str(square), "--lam", "[[1,2],[3,4]]")[0] == 0
    ones = tmp_path / "x0.json"
    ones.write_text(json.dumps([[2] * 4] * 4))
    plain = run(capsys, "det", str(square), "--lam", "2")[1]
    assert run(capsys, "det", str(square), "--lam", "2", "--x0", str(ones))[1] != plain
    monkeypatch.setattr(sys, "stdin", io.StringIO("1,2\n3,4\n"))
    assert run(capsys, "det", "-")[1] == "-2\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("matrix", "[[0,1,0],[1,-1,1],[0,1,0]]"), "matrix of 3 x 3, 1 of its entries -1"),
        (("six-vertex", "--random", "5", "--seed", "1"), "six-vertex state of 5 x 5, 60 arrows"),
        (("loops", "--random", "5"), "fully packed loop of 5 x 5, paths: 5"),
        (("heights", "--random", "5"), "height function of an alternating sign matrix of 5 x 5"),
        (("tiling", "--order", "6", "--lam", "0"), "order 6, 42 dominoes, 0 of them with lam"),
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


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1,2\n3\n", "matrix must be square: row 2 has 1 entry"),
        ("1,0.5\n1,1\n", "must be exact, such as 2 or 1/3, got '0.5'"),
        ("[[1.5]]", "must be exact, such as 2 or 1/3, got '1.5'"),
        ("[[true]]", "got True"),
        ("[[1]", "must be JSON"),
        ("[1]", "must be a list of rows"),
        ("a\n", "must be exact, such as 2 or 1/3, got 'a'"),
        ("1/0\n", "must not be divided by 0"),
        ("", "must hold a matrix, got nothing"),
        ("1,1,1\n1,0,1\n1,1,1\n", "x[1]_{2,2} = 0 occurs to the power -1"),
    ],
)
def test_det_bad_files(capsys, tmp_path, text, message):
    path = tmp_path / "bad"
    path.write_text(text)
    status, out, err = run(capsys, "det", str(path), "--lam", "2")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert message in err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["verify", "0"], "must be at least 1, got 0"),
        (["verify", "x"], "must be an integer, got 'x'"),
        (["verify", "9"], "pass --force, or in Python limit="),
        (["verify", "3", "--check", "counts", "--constant"], "takes no --constant"),
        (["verify", "3", "--check", "counts", "--x0", "1"], "takes no --x0"),
        (["verify", "3", "--check", "nothing"], "invalid choice"),
        (["expand", "8"], "terms, more than the limit"),
        (["asm", "12", "--list"], "matrices, more than the limit"),
        (["asm", "3", "--seed", "1"], "--seed goes with --random only"),
        (["det", "/nowhere/at/all"], "No such file"),
        (["det", "x", "--lam", "0.5"], "lam must be exact"),
        (["det", "x", "--lam", "[[1.5]]"], "lam, row 1 must be exact"),
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
        (["draw", "matrix", "[[1]]"], "required: --out"),
        (["none"], "invalid choice"),
        ([], "required: COMMAND"),
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


def test_interrupt(capsys, monkeypatch):
    def interrupt(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "count_asms", interrupt)
    assert run(capsys, "asm", "3")[0] == 130


def test_reader_that_has_seen_enough():
    command = f"{sys.executable} -c 'from lambdadet.cli import main; raise SystemExit(main())' "
    done = subprocess.run(
        command + "asm 6 --list | head -1", shell=True, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""


def test_cold_start_imports_no_sympy():
    code = "import sys, lambdadet.cli; print([m for m in ('sympy', 'rich') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
