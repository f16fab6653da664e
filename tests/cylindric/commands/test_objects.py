"""The commands `decompose`, `weight` and `enumerate`."""

import json

import pytest

from cylindric.commands.main import main
from tests.cylindric.commands.test_main import run


def test_decompose_draws_and_adds_up(capsys):
    status, out, _ = run(capsys, "decompose", "110", "2", "3", "1")
    assert status == 0
    assert "c = (1) ≺ (2) ≺ (3) ≻ (1)" in out
    assert "(2, 3, 1)          1       1" in out
    assert "|c| = T |nu| + sum of label * hook = 3 * 1 + 3" in out
    status, out, _ = run(capsys, "decompose", "10", "3,1", "2", "--rule", "burge", "--json")
    assert json.loads(out) == {
        "weight": 6,
        "rule": "burge",
        "shape": [],
        "labels": [{"box": [1, 2, 1], "label": 1}, {"box": [1, 2, 3], "label": 1}],
    }


def test_enumerate(capsys):
    assert run(capsys, "enumerate", "10", "--weight", "2") == (
        0,
        "∅ ≺ (2) ≻ ∅\n(1) ≺ (1) ≻ (1)\n",
        "",
    )
    assert run(capsys, "enumerate", "10", "--weight", "2", "--json")[1] == "[[2], []]\n[[1], [1]]\n"
    assert run(capsys, "enumerate", "10", "--weight", "2", "--open")[1] == "∅ ≺ (2) ≻ ∅\n"
    assert run(capsys, "enumerate", "11010", "--weight", "100", "--count")[1] == "21143475886\n"
    assert run(capsys, "enumerate", "10", "--weight", "0", "--force")[1] == "∅ ≺ ∅ ≻ ∅\n"


def test_weight_is_printed_factor_by_factor(capsys):
    assert run(capsys, "weight", "10", "2", "1", "--q", "1/3", "--t", "2/7") == (
        0,
        "c = (1) ≺ (2) ≻ (1)\n\n"
        "phi[(2)/(1)]  (1 - t)/(1 - q)\n"
        "psi[(2)/(1)]  (1 - t)*(1 - q**2)/((1 - q)*(1 - q*t))\n"
        "W_c           (1 - t)**2*(1 - q**2)/((1 - q)**2*(1 - q*t))\n\n"
        "at q = 1/3, t = 2/7: 150/133\n",
        "",
    )
    assert "1/B_1(1)" in run(capsys, "weight", "10", "2", "1", "--form", "paths")[1]
    assert json.loads(run(capsys, "weight", "10", "1", "0", "--form", "boxes", "--json")[1]) == {
        "form": "boxes",
        "factors": [{"name": "mu^1_1", "factor": "(1 - t)/(1 - q)"}],
        "weight": "(1 - t)/(1 - q)",
    }
    valued = run(capsys, "weight", "10", "1", "0", "--q", "0", "--t", "-1", "--json")[1]
    assert json.loads(valued)["value"] == "2"


def test_weight(capsys):
    words = ("weight", "10", "2", "1", "--form", "paths", "--q", "1/3", "--t", "2/7")
    status, out, _ = run(capsys, *words)
    assert status == 0
    assert "B_2(1)    (1 - t)/(1 - q)" in out
    assert out.endswith("at q = 1/3, t = 2/7: 150/133\n")
    status, out, _ = run(capsys, *words, "--json")
    answer = json.loads(out)
    assert answer["weight"] == "(1 - t)**2*(1 - q**2)/((1 - q)**2*(1 - q*t))"
    assert len(answer["factors"]) == 4


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["decompose", "10", "1"], "mu^1 .. mu^2"),
        (["decompose", "10", "1", "a"], "integers with commas between, got 'a'"),
        (["decompose", "10", "1", "2"], "step 1 of 10 must be up"),
        (["decompose", "10", "1,2", "1"], "weakly decreasing"),
        (["enumerate", "10"], "required: --weight"),
        (["enumerate", "10", "--weight", "-1"], "must be at least 0, got -1"),
        (["enumerate", "11010", "--weight", "100"], "21143475886 cylindric partitions"),
        (["weight", "10", "1", "0", "--q", "2"], "--q and --t go together"),
        (["weight", "10", "1", "0", "--q", "1", "--t", "2"], "got 1 - q = 0"),
        (["weight", "10", "1", "0", "--form", "box"], "invalid choice: 'box'"),
        (["weight", "10", "2,2", "1"], "horizontal strip"),
    ],
)
def test_bad_input_is_one_line_and_status_2(capsys, arguments, says):
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert says in err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("weight", "10", "2", "1", "--q", "2"), "--q and --t go together"),
        (("weight", "10", "2", "3"), "step 1 of 10 must be up"),
    ],
)
def test_bad_input_of_weight(capsys, words, says):
    status, out, err = run(capsys, *words)
    assert status == 2
    assert out == ""
    assert says in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("weight", "10", "2", "x"), "integers with commas between, got 'x'"),
    ],
)
def test_words_that_are_no_numbers(capsys, words, says):
    with pytest.raises(SystemExit) as stopped:
        main(list(words))
    assert stopped.value.code == 2
    assert says in capsys.readouterr().err
