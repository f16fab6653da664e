"""The commands `sweep` and `journal` of lambdadet; every check can be swept by its name."""

import pytest

from lambdadet.checks.catalogue import CHECKS
from lambdadet.commands.main import main
from termwise import Journal


def lines(capsys, *arguments):
    status = main(["sweep", *arguments, "--workers", "1"])
    return status, *capsys.readouterr()


@pytest.mark.parametrize("name", CHECKS)
def test_every_check_by_its_name(capsys, name):
    status, out, err = lines(capsys, "--n", "2..3", "--check", name)
    assert (status, err) == (0, "")
    assert "AGREES: all" in out


def test_trials_are_all_different_and_reproducible(capsys, tmp_path):
    seen = []
    for seed in ("0", "0", "1000"):
        path = tmp_path / f"{len(seen)}.db"
        line = ("--n", "3..4", "--trials", "12", "--seed", seed, "--journal", str(path))
        assert lines(capsys, *line)[0] == 0
        with Journal(path) as journal:
            seen.append([(entry.key, entry.left) for entry in journal])
    assert seen[0] == seen[1] != seen[2]
    assert [key for key, _ in seen[0]][:3] == [
        '{"n":3,"rng":0,"samples":5}',
        '{"n":3,"rng":1,"samples":5}',
        '{"n":3,"rng":2,"samples":2}',
    ]
    assert len({left for _, left in seen[0]}) == 6


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (("--n", "0..3"), "--n must be at least 1, got 0"),
        (("--n", "x"), "--n must be a number or a range"),
        (("--n", "3", "--check", "counts", "--trials", "3"), "takes no --trials"),
        (("--n", "3", "--check", "nothing"), "--check must be a name or module:function"),
        (("--n", "3", "--trials", "9999999"), "9999999 trials, more than"),
    ],
)
def test_bad_input(capsys, line, message):
    try:
        status, out, err = lines(capsys, *line)
    except SystemExit as error:
        status, (out, err) = error.code, capsys.readouterr()
    assert (status, out) == (2, "")
    assert message in err
    assert err.count("\n") == 1


def test_the_journal_is_shown(capsys, tmp_path):
    path = str(tmp_path / "j.db")
    lines(capsys, "--n", "2", "--check", "laurent", "--journal", path)
    assert main(["journal", path]) == 0
    assert "AGREES: all 1 units" in capsys.readouterr().out
