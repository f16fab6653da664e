"""The commands about Macdonald weights."""

import json

import pytest

from cylindric.commands.main import main


def run(capsys, *words):
    status = main(list(words))
    out, err = capsys.readouterr()
    return status, out, err


def test_symbolic(capsys):
    status, out, _ = run(capsys, "verify", "1010", "--qt", "--order", "4")
    assert status == 0
    assert out.endswith("AGREES: product = pieri = paths = boxes on 4 terms\n")
    assert "2*(1 - t)/(1 - q)" in out


def test_numbers_and_refined(capsys):
    words = ("verify", "110", "--qt", "--q", "1/3", "--t", "2/7", "--order", "4", "--json")
    status, out, _ = run(capsys, *words)
    assert status == 0
    assert json.loads(out)["rows"][1]["values"] == ["15/14"] * 5
    status, out, _ = run(capsys, *words[:-1], "--refined", "--jobs", "2")
    assert status == 0
    assert "z_1*z_2" in out


def test_points_are_kept_and_checked_again(capsys, tmp_path):
    path = str(tmp_path / "certificate.json")
    words = ("verify", "1010", "--qt", "--points", "3", "--order", "5", "--seed", "4")
    status, plain, _ = run(capsys, *words)
    assert status == 0
    assert "a false identity would pass with probability < 2^-" in plain
    status, kept, _ = run(capsys, *words, "--save", path)
    assert (status, kept) == (0, plain)
    status, again, _ = run(capsys, "recheck", path)
    assert status == 0
    assert "product = transfer = product, kept = transfer, kept on 5 terms" in again
    fields = json.loads((tmp_path / "certificate.json").read_text())
    fields["transfer"][2][0] ^= 1
    (tmp_path / "certificate.json").write_text(json.dumps(fields))
    assert run(capsys, "recheck", path)[0] == 1


@pytest.mark.parametrize("check", ["weight-forms", "schur", "q-whittaker", "overpartitions"])
def test_other_checks(capsys, check):
    status, out, _ = run(capsys, "verify", "1100", "--check", check, "--order", "4")
    assert status == 0
    assert "AGREES" in out


def test_jack_and_symmetry(capsys):
    words = ("verify", "110", "--check", "jack", "--alpha", "2/3", "--order", "4")
    assert run(capsys, *words)[0] == 0
    words = ("verify", "110", "--check", "weight-symmetry", "--q", "2", "--t", "3", "--order", "4")
    assert run(capsys, *words)[0] == 0


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
    ("words", "says"),
    [
        (("verify", "1010", "--qt", "--q", "2", "--t", "1/2"), "1 - q*t = 0 at q = 2, t = 1/2"),
        (("verify", "1010", "--qt", "--check", "refined"), "does not go with --check refined"),
        (("verify", "1010", "--points", "3"), "--check borodin takes no --points"),
        (("verify", "1010", "--qt", "--save", "x.json"), "--save needs --points"),
        (("verify", "1010", "--check", "jack"), "alpha goes with jack, and jack with alpha"),
        (("verify", "1010", "--qt", "--method", "layers"), "takes no --method"),
        (("weight", "10", "2", "1", "--q", "2"), "--q and --t go together"),
        (("weight", "10", "2", "3"), "step 1 of 10 must be up"),
        (("recheck", "no such file"), "No such file"),
    ],
)
def test_bad_input(capsys, words, says):
    status, out, err = run(capsys, *words)
    assert status == 2
    assert out == ""
    assert says in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("verify", "10", "--qt", "--q", "0.5"), "an integer or a fraction such as 1/3, got '0.5'"),
        (("verify", "10", "--qt", "--q", "1/0"), "an integer or a fraction"),
        (("weight", "10", "2", "x"), "integers with commas between, got 'x'"),
    ],
)
def test_words_that_are_no_numbers(capsys, words, says):
    with pytest.raises(SystemExit) as stopped:
        main(list(words))
    assert stopped.value.code == 2
    assert says in capsys.readouterr().err
