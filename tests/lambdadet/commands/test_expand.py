"""The command `expand`."""

import json

import pytest

from lambdadet.commands.main import main
from lambdadet.determinant.generic import METHODS, generic_lambda_determinant
from tests.lambdadet.commands.running import run


def test_expand(capsys):
    assert run(capsys, "expand", "2", "--x0", "1")[1] == "lam_11*x_12*x_21 + mu_10*x_11*x_22\n"
    latex = run(capsys, "expand", "2", "--constant", "--latex")[1]
    assert latex == "\\lambda x_{12} x_{21} + x_{11} x_{22}\n"
    assert run(capsys, "expand", "2", "--constant", "--sympy")[1] == "lam*x_12*x_21 + x_11*x_22\n"
    document = json.loads(run(capsys, "expand", "3", "--json", "--method", "octahedron")[1])
    assert len(document["terms"]) == 8
    assert len(document["variables"]) == 4 + 4 + 9 + 4


@pytest.mark.parametrize("method", METHODS)
def test_every_method_has_a_name(capsys, method):
    out = run(capsys, "expand", "3", "--method", method)[1]
    assert sorted(out.strip().split(" + ")) == sorted(
        str(generic_lambda_determinant(3)).split(" + ")
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["expand", "8"], "terms, more than the limit"),
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


def test_a_hint_where_there_are_too_many_terms(capsys):
    assert main(["expand", "7"]) == 2
    assert "--constant, there are fewer" in capsys.readouterr().err
    assert main(["expand", "12", "--constant"]) == 2
    assert "--constant" not in capsys.readouterr().err
