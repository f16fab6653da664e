"""The command `series` in every form."""

import pytest

from tests.cylindric.commands.test_main import run


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["1010", "--order", "3"], "1 + 2*z + 3*z**2 + O(z**3)"),
        (["1010", "--order", "3", "--method", "layers"], "1 + 2*z + 3*z**2 + O(z**3)"),
        (["1010", "--order", "3", "--form", "latex"], "1 + 2 z + 3 z^{2} + O(z^{3})"),
        (["1010", "--order", "3", "--form", "sympy"], "1 + 2*z + 3*z**2 + O(z**3)"),
        (["1010", "--order", "3", "--form", "json"], "[1, 2, 3]"),
        (["110", "--open", "--order", "3"], "1 + z + 2*z**2 + O(z**3)"),
        (["10", "--refined", "--order", "2"], "1 + z_1 + O(deg 2)"),
        (["10", "--largest-part", "--order", "2"], "1 + x*z + O(z**2)"),
        (
            ["10", "--refined", "--order", "2", "--form", "json", "--force"],
            '{"variables": ["z_1", "z_2"], "order": 2, "terms": '
            '[{"exponents": [0, 0], "coefficient": 1}, {"exponents": [1, 0], "coefficient": 1}]}',
        ),
    ],
)
def test_series(capsys, arguments, expected):
    assert run(capsys, "series", *arguments) == (0, expected + "\n", "")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["series", "10", "--refined", "--method", "layers"], "plain series only"),
        (["series", "10", "--largest-part", "--open"], "takes no --open"),
        (["series", "10", "--refined", "--largest-part"], "not allowed with"),
    ],
)
def test_bad_input_is_one_line_and_status_2(capsys, arguments, says):
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert says in err
