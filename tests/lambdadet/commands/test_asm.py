"""The command `asm`."""

import pytest
from flint import fmpz

from lambdadet.commands.main import main
from lambdadet.objects.counts import count_asms
from lambdadet.sampling.matrices import random_asm
from tests.lambdadet.commands.running import run


def test_asm(capsys):
    assert run(capsys, "asm", "20")[1] == "1436038934715538200913155682637051204376827212\n"
    assert run(capsys, "asm", "3", "--list")[1].count("\n\n") == 6
    one = run(capsys, "asm", "6", "--random", "--seed", "1")[1]
    assert one == run(capsys, "asm", "6", "--random", "--seed", "1")[1]
    assert len(one.splitlines()) == 6


def test_the_seed_decides(capsys):
    drawn = [run(capsys, "asm", "9", "--random", "--seed", str(k))[1] for k in range(4)]
    assert len(set(drawn)) == 4
    assert drawn[2] == f"{random_asm(9, rng=2)}\n"


def test_long_numbers_are_printed(capsys):
    """More digits than Python's own conversion allows."""
    status, out, err = run(capsys, "asm", "200")
    assert (status, err) == (0, "")
    assert int(fmpz(out.strip())) == count_asms(200)
    assert len(out) > 4500
    with pytest.raises(ValueError, match="limit"):  # the limit of the process is as it was
        str(count_asms(200))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["asm", "12", "--list"], "matrices, more than the limit"),
        (["asm", "3", "--force"], "--force goes with --list only"),
        (["asm", "3", "--random", "--force"], "--force goes with --list only"),
        (["asm", "200", "--list"], "2^10000 matrices or more, above the limit"),
        (["asm", "999999999"], "digits of a number"),
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
