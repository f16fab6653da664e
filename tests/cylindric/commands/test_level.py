"""The command `level`: lists, claims, JSON, what is refused."""

import json

import pytest

from cylindric import Claim, Level
from tests.cylindric.commands.test_main import run


def test_a_list_of_polynomials(capsys):
    status, out, err = run(capsys, "level", "3", "4")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "rank 3, level 4: 15 compositions, 5 orbits"
    assert "Q_(2,1,1),1 = 2*q + q**2 + q**3" in lines
    assert len(lines) == 6
    _, out, _ = run(capsys, "level", "2", "3", "--n", "1", "--of", "n", "--profile", "1,2")
    assert out.splitlines()[1:] == ["N_(2,1),1 = 1 + 2*q + q**2"]


def test_a_list_as_json(capsys):
    _, out, _ = run(capsys, "level", "2", "3", "--n", "2", "--of", "P", "--json")
    document = json.loads(out)
    assert (document["rank"], document["level"], document["n"]) == (2, 3, 2)
    assert document["polynomials"][1] == {"composition": [2, 1], "P": [0, 0, 2, 3, 4, 4, 2, 1]}


def test_claims(capsys):
    status, out, err = run(capsys, "level", "3", "4", "--n", "6", "--check", "positive")
    assert (status, err) == (0, "")
    assert out.splitlines()[-1].startswith("CHECKED for n = 0..6, all profiles")
    status, out, _ = run(capsys, "level", "3", "4", "--n", "3", "--check", "unimodal")
    assert status == 1
    assert "REFUTED by n = 1, c = (4,0,0)" in out
    given = ("level", "3", "6", "--n", "4", "--from", "3", "--check", "Unimodal", "--json")
    status, out, _ = run(capsys, *given)
    assert status == 0
    assert Claim.from_json(out) == Level(3, 6).check("unimodal", n=range(3, 5))


@pytest.mark.slow
def test_what_takes_long_is_announced(capsys):
    status, _, err = run(capsys, "level", "3", "25", "--n", "10", "--check", "positive")
    assert status == 0
    assert err.startswith("rank 3, level 25: 351 compositions, 117 orbits: about 20")
    assert err.endswith(" MB\n")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("0", "4"), "must be at least 1, got 0"),
        (("3", "4", "--from", "2"), "--from goes with --check only"),
        (("3", "4", "--check", "positive", "--from", "2"), "--from must be at most 1, got 2"),
        (("3", "4", "--check", "positve"), "did you mean positive?"),
        (("3", "4", "--profile", "2,1"), "3 non-negative integers of sum 4"),
        (("3", "40", "--n", "1000"), "GB for the layers up to 1000 of 287 orbits"),
        (("30", "40"), "compositions"),
    ],
)
def test_bad_input(capsys, words, says):
    status, out, err = run(capsys, "level", *words)
    assert (status, out) == (2, "")
    assert says in err
    assert len(err.splitlines()) == 1
