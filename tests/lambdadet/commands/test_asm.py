"""The command `asm`."""

import pytest

from lambdadet.commands.main import main
from tests.lambdadet.commands.running import run


def test_asm(capsys):
    assert run(capsys, "asm", "20")[1] == "1436038934715538200913155682637051204376827212\n"
    assert run(capsys, "asm", "3", "--list")[1].count("\n\n") == 6
    one = run(capsys, "asm", "6", "--random", "--seed", "1")[1]
    assert one == run(capsys, "asm", "6", "--random", "--seed", "1")[1]
    assert len(one.splitlines()) == 6


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["asm", "12", "--list"], "matrices, more than the limit"),
        (["asm", "3", "--seed", "1"], "--seed goes with --random only"),
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
