"""The commands `sweep` and `journal` of semicircular; every check can be swept by its name."""

import pytest

from semicircular.checks.catalogue import CHECKS
from semicircular.checks.units import LEAST, check_bound
from semicircular.commands.main import main


def lines(capsys, *arguments):
    try:
        status = main(["sweep", *arguments, "--workers", "1"])
    except SystemExit as error:
        status = error.code
    return status, *capsys.readouterr()


@pytest.mark.parametrize("name", CHECKS)
def test_units_together_have_the_rows_of_the_check(name):
    bounds = range(LEAST.get(name, 0), 4)
    rows = [row for bound in bounds for row in check_bound({"bound": bound}, check=name).rows]
    assert rows == list(CHECKS[name](3).rows)


@pytest.mark.parametrize("name", CHECKS)
def test_every_check_by_its_name(capsys, name):
    status, out, err = lines(capsys, "--bound", "3", "--check", name)
    assert (status, err) == (0, "")
    assert "AGREES: all" in out


def test_letters(capsys):
    assert lines(capsys, "--bound", "2", "--check", "ranks", "--n", "3")[0] == 0


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (("--bound", "-1"), "--bound: must be at least 0, got -1"),
        (("--bound", "3", "--n", "3"), "--check projection takes no --n"),
        (("--bound", "3", "--check", "nothing"), "--check must be a name or module:function"),
        (("--bound", "9999999"), "9999999 bounds, more than"),
    ],
)
def test_bad_input(capsys, line, message):
    status, out, err = lines(capsys, *line)
    assert (status, out) == (2, "")
    assert message in err
    assert err.count("\n") == 1
