"""The command `cylindric draw`: what the functions draw, in a file, or one line of refusal."""

import pytest

from cylindric import (
    BURGE,
    CylindricPartition,
    Profile,
    draw_array,
    draw_cylinder,
    draw_diagram,
    draw_growth,
    draw_paths,
    draw_surface,
    growth_diagram,
)
from cylindric.commands.main import main

MEDIUM = CylindricPartition(Profile("1010"), [(2,), (1,), (2, 1), (1,)])


def command(capsys, *arguments):
    """Return exit status, output and error output."""
    try:
        status = main(["draw", *map(str, arguments)])
    except SystemExit as stop:
        status = stop.code
    return status, *capsys.readouterr()


WALK = ["2", "1", "2,1", "1"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["paths", "1010", *WALK], draw_paths(MEDIUM)),
        (["paths", "1010", *WALK, "--weights"], draw_paths(MEDIUM, weights=True)),
        (["surface", "1010", *WALK, "--theme", "dark"], draw_surface(MEDIUM, theme="dark")),
        (["cylinder", "1,1", *WALK], draw_cylinder(MEDIUM)),
        (["array", "1010", *WALK], draw_array(MEDIUM)),
        (["growth", "1010", *WALK], draw_growth(MEDIUM)),
        (["growth", "1010", *WALK, "--rule", "burge"], draw_growth(growth_diagram(MEDIUM, BURGE))),
        (["diagram", "1010"], draw_diagram(Profile("1010"))),
        (["diagram", "3,1,0", "--turns", "3"], draw_diagram(Profile("1110100"), 3)),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_command_draws_what_the_function_does(capsys, tmp_path, arguments, expected):
    path = tmp_path / "picture.svg"
    status, out, err = command(capsys, *arguments, "--out", path)
    assert (status, out, err) == (0, f"{path}: {expected.says}\n", "")
    assert path.read_text(encoding="utf-8") == expected.svg()


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["surface", "10", "2", "1", "--out", "a.gif"], "path must end in .svg, .pdf or .png"),
        (["surface", "10", "2", "--out", "a.svg"], "partitions must be mu^1 .. mu^2"),
        (["surface", "10", "1", "2", "--out", "a.svg"], "step 1 of 10 must be up"),
        (["surface", "10", "2", "1", "--weights", "--out", "a.svg"], "surface takes no --weights"),
        (["paths", "10", "2", "1", "--rule", "rsk", "--out", "a.svg"], "paths takes no --rule"),
        (["growth", "10", "2", "1", "--turns", "2", "--out", "a.svg"], "growth takes no --turns"),
        (["diagram", "10", "2", "1", "--out", "a.svg"], "diagram takes no MU"),
        (["array", "11", "2", "2", "--out", "a.svg"], "profile must have a 0 to have rows"),
        (["teapot", "10", "2", "1", "--out", "a.svg"], "argument KIND: invalid choice: 'teapot'"),
        (["surface", "10", "2", "1"], "the following arguments are required: --out"),
        (
            ["surface", "10", "2", "1", "--theme", "pink", "--out", "a.svg"],
            "invalid choice: 'pink'",
        ),
        (
            ["surface", "10", "2", "1", "--out", "no/such/place.svg"],
            "no/such/place.svg: no such file or directory",
        ),
    ],
)
def test_command_refuses_in_one_line(capsys, tmp_path, monkeypatch, arguments, error):
    monkeypatch.chdir(tmp_path)
    status, out, err = command(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err.startswith("cylindric draw: error: ")
    assert error in err
    assert err.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_command_help_teaches(capsys):
    status, out, _ = command(capsys, "--help")
    assert status == 0
    assert "cylindric draw surface 1010 2 1 2,1 1 --out surface.svg" in out
