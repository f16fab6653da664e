"""The command `cylindric view`: the page of view_surface in a file, or one line of refusal."""

import pytest

from cylindric import CylindricPartition, Profile, sample, view_surface
from cylindric.commands.main import main

WALK = ["2", "1", "2,1", "1"]
MEDIUM = CylindricPartition(Profile("1010"), [(2,), (1,), (2, 1), (1,)])
ROOM = Profile("1" * 10 + "0" * 10)


def command(capsys, *arguments):
    """Return exit status, output and error output."""
    try:
        status = main(["view", *map(str, arguments)])
    except SystemExit as stop:
        status = stop.code
    return status, *capsys.readouterr()


@pytest.mark.parametrize(
    ("arguments", "c", "theme"),
    [
        (["1010", *WALK], MEDIUM, "light"),
        (["1,1", *WALK, "--theme", "dark"], MEDIUM, "dark"),
        (["1^10,0^10", "--z", "0.9", "--seed", "1"], sample(ROOM, 0.9, rng=1), "light"),
        (["110", "--z", "1/2,0.8,0.9", "--seed", "7"], None, "light"),
        (["110", "--open", "--z", "0.5", "--seed", "0"], None, "light"),
    ],
)
def test_command_saves_the_page(capsys, tmp_path, arguments, c, theme):
    if c is None:
        z = [0.5, 0.8, 0.9] if "," in arguments[2] else 0.5
        c = sample(Profile("110"), z, rng=int(arguments[-1]), open="--open" in arguments)
    path = tmp_path / "surface.html"
    view = view_surface(c, theme=theme)
    status, out, err = command(capsys, *arguments, "--out", path)
    assert (status, out, err) == (0, f"{path}: {view.says}\n", "")
    assert path.read_text(encoding="utf-8") == view.html()


def test_a_seed_that_was_taken_is_said(capsys, tmp_path):
    path = tmp_path / "surface.html"
    status, _, err = command(capsys, "110", "--z", "0.5", "--out", path)
    assert status == 0
    assert err.startswith("seed ")
    first = path.read_text(encoding="utf-8")
    command(capsys, "110", "--z", "0.5", "--seed", err.split()[1], "--out", path)
    assert path.read_text(encoding="utf-8") == first


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["10", "2", "1", "--out", "a.svg"], "path must end in .html, got 'a.svg'"),
        (["10", "2", "1"], "the following arguments are required: --out"),
        (["10", "2", "--out", "a.html"], "partitions must be mu^1 .. mu^2"),
        (["10", "1", "2", "--out", "a.html"], "step 1 of 10 must be up"),
        (["10", "2", "1", "--z", "0.5", "--out", "a.html"], "--z takes no MU"),
        (["10", "2", "1", "--seed", "0", "--out", "a.html"], "--seed goes with --z"),
        (["10", "2", "1", "--open", "--out", "a.html"], "--open goes with --z"),
        (["10", "--z", "x", "--out", "a.html"], "argument --z: must be a number"),
        (["10", "--z", "1.5", "--out", "a.html"], "z"),
        (["10", "2", "1", "--theme", "pink", "--out", "a.html"], "invalid choice: 'pink'"),
        (["10", "9000000", "0", "--out", "a.html"], "at most 1000000 lozenges to be turned"),
        (["10", "2", "1", "--out", "no/such/place.html"], "no such file or directory"),
    ],
)
def test_command_refuses_in_one_line(capsys, tmp_path, monkeypatch, arguments, error):
    monkeypatch.chdir(tmp_path)
    status, out, err = command(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err.startswith("cylindric view: error: ")
    assert error in err
    assert err.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_command_help_teaches(capsys):
    status, out, _ = command(capsys, "--help")
    assert status == 0
    assert "cylindric view 1^10,0^10 --z 0.9 --seed 1 --out surface.html" in out
