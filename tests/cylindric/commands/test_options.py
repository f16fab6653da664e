"""Profiles and orders on a command line, and what is none."""

import pytest

from tests.cylindric.commands.test_main import run


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["verify", "102"], "word must be a non-empty string of 0s and 1s, got '102'"),
        (["verify", ""], "got ''"),
        (["verify", "3,-1"], "non-negative"),
        (["verify", "3,a"], "integers with commas between, got '3,a'"),
        (["verify", "1_0,1"], "got '1_0,1'"),
        (["verify", "10", "--order", "0"], "must be at least 1, got 0"),
        (["verify", "10", "--order", "2.5"], "must be an integer, got '2.5'"),
        (["verify", "10", "--rule", "magic"], "invalid choice: 'magic'"),
        (["verify", "10", "--wat"], "unrecognized arguments: --wat"),
    ],
)
def test_bad_input_is_one_line_and_status_2(capsys, arguments, says):
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert says in err
