"""The command `det`: matrices in files, values, what is refused."""

import io
import json
import sys
from random import Random

import pytest
from flint import fmpz, fmpz_mat

from lambdadet.commands.main import main
from tests.lambdadet.commands.running import run


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
    ("text", "message"),
    [
        ("1,2\n3\n", "matrix must be square: row 2 has 1 entry"),
        ("1 2\n1 1\n", "got '1 2'; write commas between the entries of a row"),
        ("[[1.5e3]]", "must be exact, such as 2, 1/3 or 1.5, got '1.5e3'"),
        ("[[true]]", "got True"),
        ("[[1]", "must be JSON"),
        ("[1]", "must be a list of rows"),
        ("a\n", "must be exact, such as 2, 1/3 or 1.5, got 'a'"),
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
        (["det", "/nowhere/at/all"], "/nowhere/at/all: no such file or directory"),
        (["det", "x", "--lam", "5e-1"], "lam must be exact"),
        (["det", "x", "--lam", "[[1e5]]"], "lam, row 1 must be exact"),
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


def test_long_determinants_are_printed(capsys, tmp_path):
    """60 x 60 with entries of 300 bits: more than 5000 digits."""
    random = Random(3)
    rows = [[random.getrandbits(300) for _ in range(60)] for _ in range(60)]
    path = tmp_path / "matrix.json"
    path.write_text(json.dumps(rows))
    status, out, err = run(capsys, "det", str(path))
    assert (status, err) == (0, "")
    assert fmpz(out.strip()) == fmpz_mat(rows).det()
    assert len(out) > 5000


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (
            b"1,2,\n3,4,\n",
            "row 1 must be exact, such as 2, 1/3 or 1.5, got ''; is there a comma too",
        ),
        (b"\xff\xfe1,2\n", "a file must be text in UTF-8, got the byte 0xff at place 0"),
    ],
)
def test_files_that_are_nearly_a_matrix(capsys, tmp_path, content, says):
    path = tmp_path / "matrix.csv"
    path.write_bytes(content)
    status, out, err = run(capsys, "det", str(path))
    assert (status, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1
