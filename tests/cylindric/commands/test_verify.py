"""The commands `verify` and `recheck`: what they print, one line for bad input."""

import json
import re

import pytest

from cylindric import Profile, Series, borodin_series
from cylindric.checks import borodin
from cylindric.commands import verify
from cylindric.commands.main import main
from cylindric.macdonald import pieri
from termwise import Comparison
from tests.cylindric.commands.test_main import run


@pytest.mark.slow
def test_main_job_prints_four_routes_and_a_verdict(capsys):
    status, out, err = run(capsys, "verify", "11010", "--order", "20")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith("Borodin's identity for the profile 11010, T = 5")
    assert "term  product  layers  transfer  bijection" in lines
    assert lines[-1] == "AGREES: product = layers = transfer = bijection on 20 terms"
    assert "z^19     3864    3864      3864       3864" in lines


@pytest.mark.slow
def test_a_long_bijection_is_left_out_and_said_so(capsys):
    status, out, err = run(capsys, "verify", "110100110100", "--order", "15")
    assert (status, err) == (0, "")
    objects = sum(borodin_series(Profile("110100110100"), 15).coefficients)
    said = re.search(r"bijection left out: (\d+) objects to peel, about (\d+) s; (.*)", out)
    assert int(said[1]) == objects
    assert 5 < int(said[2]) < 100
    assert "--force" in " ".join(out[said.start() :].split())
    assert out.endswith("AGREES: product = layers = transfer on 15 terms\n")
    for asked in (["--method", "bijection"], ["--rule", "burge"]):
        status, out, err = run(capsys, "verify", "110100110100", "--order", "15", *asked)
        assert (status, out) == (2, "")
        assert f"takes {objects} cylindric partitions" in err
        assert "more than the limit of 100000: pass --force" in err


@pytest.mark.parametrize("asked", [["--method", "bijection"], ["--force"], ["--rule", "rsk"]])
def test_a_bijection_that_is_asked_for_is_run(capsys, monkeypatch, asked):
    monkeypatch.setattr(verify, "A_SECOND", 20)
    status, out, err = run(capsys, "verify", "1010", "--order", "10", *asked)
    assert status == 0
    assert "bijection on 10 terms" in out
    assert err == "the bijection peels 242 objects, about 12 s\n"


def test_a_difference_is_status_1_and_printed(capsys, monkeypatch):
    monkeypatch.setattr(borodin, "borodin_series", lambda *a, **k: Series([1, 1, 3, 3]))
    status, out, _ = run(capsys, "verify", "10", "--order", "4")
    assert status == 1
    assert "DIFFERS at z^2: product = 3, layers = 2" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["verify", "3,1,0", "--order", "6"],
        ["verify", "1010", "--order", "6", "--rule", "burge"],
        ["verify", "1100", "--open", "--order", "6"],
        ["verify", "110", "--order", "5", "--method", "enumeration", "--method", "layers"],
        ["verify", "110", "--order", "5", "--check", "refined"],
        ["verify", "110", "--order", "5", "--check", "bijection", "--jobs", "2"],
        ["verify", "110", "--order", "5", "--check", "largest-part", "--force"],
        ["verify", "110", "--order", "5", "--check", "last-passage"],
        ["verify", "110", "--order", "5", "--check", "last-passage", "--jobs", "2"],
        ["verify", "1", "--order", "1"],
        ["verify", "00", "--order", "4"],
        ["verify", "3,", "--order", "4"],
    ],
)
def test_verify_agrees(capsys, arguments):
    status, out, err = run(capsys, *arguments)
    assert (status, err) == (0, "")
    assert "AGREES" in out


def test_verify_in_a_terminal_is_a_rich_table(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    status, out, _ = run(capsys, "verify", "10", "--order", "3")
    assert status == 0
    assert "✓" in out


def test_verify_json(capsys):
    status, out, _ = run(capsys, "verify", "10", "--order", "3", "--json")
    document = json.loads(out)
    assert status == 0
    assert document["agrees"] is True
    assert document["rows"][2]["values"] == [2, 2, 2, 2]
    assert Comparison.from_json(out).agrees


def test_every_method_named_is_run(capsys):
    arguments = ("--order", "3", "--method", "layers", "--method", "transfer")
    assert "AGREES: product = layers = transfer on" in run(capsys, "verify", "10", *arguments)[1]


@pytest.mark.slow
def test_long_words_are_no_bug(capsys):
    word = "10" * 700
    status, out, _ = run(capsys, "verify", word, "--order", "2", "--method", "enumeration")
    assert status == 0
    assert "z^1       700          700" in out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["verify", "10", "--jobs", "1000"], "must be at most 64, got 1000"),
        (["verify", "10", "--method", "layers", "--jobs", "2"], "executor needs a method in parts"),
        (["verify", "10", "--method", "magic"], "invalid choice: 'magic'"),
        (["verify", "10", "--check", "refined", "--method", "layers"], "takes no --method"),
        (["verify", "10", "--check", "largest-part", "--open"], "takes no --open"),
        (["verify", "10", "--check", "last-passage", "--open"], "takes no --open"),
        (["verify", "10", "--method", "layers", "--rule", "burge"], "needs the method bijection"),
        (["verify", "10", "--method", "layers", "--rule", "rsk"], "needs the method bijection"),
        (["verify", "10", "--open", "--method", "layers"], "for an open profile"),
        (["verify", "11010", "--order", "90"], "pass --force, or in Python limit="),
    ],
)
def test_bad_input_is_one_line_and_status_2(capsys, arguments, says):
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert says in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["verify", "11010", "--order", "6", "--qt"],
        ["verify", "11010", "--order", "6", "--qt", "--points", "3"],
        ["verify", "11010", "--order", "6", "--qt", "--points", "3", "--seed", "5", "--jobs", "2"],
        ["verify", "11010", "--order", "6", "--qt", "--q", "1/3", "--t", "2/7"],
        ["verify", "3,1,0", "--order", "4", "--qt", "--refined"],
        ["verify", "1100", "--order", "6", "--qt", "--open", "--jobs", "2"],
        ["verify", "1010", "--order", "5", "--qt", "--q=-1/3", "--t", "2/7", "--jobs", "2"],
        ["verify", "1010", "--order", "5", "--check", "macdonald", "--force"],
        ["verify", "1010", "--order", "5", "--check", "weight-forms"],
        ["verify", "1010", "--order", "5", "--check", "weight-forms", "--jobs", "2"],
        ["verify", "1010", "--order", "5", "--check", "weight-symmetry", "--q", "2", "--t", "1/3"],
        ["verify", "1010", "--order", "6", "--check", "randomised-growth", "--q=2/3", "--t=3/7"],
        ["verify", "1010", "--order", "4", "--check", "randomised-growth", "--points", "2"],
        ["verify", "1100", "--order", "4", "--check", "randomised-growth", "--open", "--jobs", "2"],
        [
            "verify",
            "110",
            "--order",
            "5",
            "--check",
            "randomised-growth",
            "--q=2",
            "--t=2",
            "--rule",
            "burge",
        ],
        ["verify", "1010", "--order", "5", "--check", "schur"],
        ["verify", "1010", "--order", "5", "--check", "hall-littlewood", "--open"],
        ["verify", "1010", "--order", "5", "--check", "q-whittaker"],
        ["verify", "1010", "--order", "5", "--check", "monomial"],
        ["verify", "1010", "--order", "5", "--check", "jack", "--alpha", "2/3"],
        ["verify", "1010", "--order", "9", "--check", "overpartitions"],
    ],
)
def test_verify_qt_agrees(capsys, arguments):
    status, out, err = run(capsys, *arguments)
    assert (status, err) == (0, "")
    assert "AGREES" in out


def test_qt_prints_every_form_and_the_rational_functions(capsys):
    status, out, _ = run(capsys, "verify", "10", "--order", "2", "--qt")
    assert status == 0
    lines = out.splitlines()
    assert "term          product            pieri            paths            boxes" in lines
    assert "z^1   (1 - t)/(1 - q)  (1 - t)/(1 - q)  (1 - t)/(1 - q)  (1 - t)/(1 - q)" in lines
    assert lines[-1] == "AGREES: product = pieri = paths = boxes on 2 terms"
    at_points = run(capsys, "verify", "10", "--order", "3", "--qt", "--points", "2")[1]
    # n = 2: M has 16 factors, of degree 24; 24 + 8 + 3 and 16 + 6 + 1 + 1 + 1, rounded up.
    assert "degree at most 35, coefficients of at most 26 bits" in at_points
    assert "a false identity would pass with probability < 2^-" in at_points


def test_a_difference_of_qt_is_status_1(capsys, monkeypatch):
    monkeypatch.setattr(pieri, "psi", pieri.phi)
    status, out, _ = run(capsys, "verify", "10", "--order", "3", "--qt", "--q", "2", "--t", "3")
    assert status == 1
    assert "DIFFERS at z^1: product = 2, pieri = 4" in out


def test_symbolic(capsys):
    status, out, _ = run(capsys, "verify", "1010", "--qt", "--order", "4")
    assert status == 0
    assert out.endswith("AGREES: product = pieri = paths = boxes on 4 terms\n")
    assert "2*(1 - t)/(1 - q)" in out


def test_numbers_and_refined(capsys):
    words = ("verify", "110", "--qt", "--q", "1/3", "--t", "2/7", "--order", "4", "--json")
    status, out, _ = run(capsys, *words)
    assert status == 0
    assert json.loads(out)["rows"][1]["values"] == [{"type": "fraction", "value": "15/14"}] * 5
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


def test_save_and_recheck(capsys, tmp_path):
    path = tmp_path / "certificate.json"
    saved = ("verify", "1010", "--order", "5", "--qt", "--points", "2", "--save", str(path))
    assert run(capsys, *saved)[0] == 0
    status, out, err = run(capsys, "recheck", str(path))
    assert (status, err) == (0, "")
    assert "AGREES: product = transfer = product, kept = transfer, kept on 5 terms" in out
    assert json.loads(run(capsys, "recheck", str(path), "--json")[1])["agrees"] is True
    fields = json.loads(path.read_text())
    fields["product"][3][1] += 1
    path.write_text(json.dumps(fields))
    status, out, _ = run(capsys, "recheck", str(path))
    assert status == 1
    assert "DIFFERS at z^3" in out
    fields["points"][0][1] += 1
    path.write_text(json.dumps(fields))
    status, out, err = run(capsys, "recheck", str(path))
    assert (status, out) == (2, "")
    assert err == ("cylindric recheck: error: points must be those drawn from the seed 0\n")
    path.write_text(json.dumps(fields)[:100])
    status, out, err = run(capsys, "recheck", str(path))
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "must be the JSON of a Certificate" in err
    status, out, err = run(capsys, "recheck", str(tmp_path / "none.json"))
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "no such file" in err


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


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["verify", "10", "--qt", "--q", "half", "--t", "2"], "a decimal, got 'half'"),
        (["verify", "10", "--qt", "--q", "1e3", "--t", "2"], "got '1e3'"),
        (["verify", "10", "--qt", "--q", "1/0", "--t", "2"], "got '1/0'"),
        (["verify", "10", "--qt", "--q", "1", "--t", "2"], "got 1 - q = 0 at q = 1, t = 2"),
        (["verify", "10", "--qt", "--q", "1/2", "--t", "2"], "got 1 - q*t = 0 at q = 1/2, t = 2"),
        (["verify", "10", "--qt", "--q", "2"], "beside a symbol, got 2"),
        (["verify", "10", "--qt", "--points", "2", "--q", "2"], "draws q and t itself"),
        (["verify", "10", "--qt", "--points", "2", "--refined"], "without refined"),
        (["verify", "10", "--qt", "--points", "0"], "must be at least 1, got 0"),
        (["verify", "10", "--qt", "--points", "10001"], "more than the 10000 that are possible"),
        (["verify", "10", "--qt", "--seed", "1"], "points and seed are for mode 'points' only"),
        (["verify", "10", "--qt", "--save", "x.json"], "--save needs --points"),
        (["verify", "10", "--qt", "--check", "borodin"], "does not go with --check borodin"),
        (["verify", "10", "--qt", "--rule", "rsk"], "--check macdonald takes no --rule"),
        (["verify", "10", "--qt", "--method", "layers"], "takes no --method"),
        (["verify", "10", "--q", "2"], "--check borodin takes no --q"),
        (["verify", "10", "--points", "2"], "--check borodin takes no --points"),
        (["verify", "11010", "--qt", "--order", "40"], "pass --force, or in Python limit="),
        (["verify", "10", "--check", "jack"], "alpha goes with jack, and jack with alpha"),
        (["verify", "10", "--check", "schur", "--alpha", "2"], "takes no --alpha"),
        (["verify", "10", "--check", "weight-forms", "--q", "2"], "takes no --q"),
        (["verify", "10", "--check", "randomised-growth", "--rule", "rsk"], "used at q = t, got"),
        (["verify", "10", "--check", "randomised-growth", "--q", "1"], "got 1 - q = 0 at q = 1"),
        (["verify", "10", "--check", "randomised-growth", "--seed", "1"], "mode 'points' only"),
        (
            ["verify", "10", "--check", "randomised-growth", "--points", "1", "--save", "x"],
            "--save keeps certificates of macdonald",
        ),
        (["recheck"], "required: FILE"),
    ],
)
def test_bad_input_of_qt(capsys, arguments, says):
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert says in err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("verify", "1010", "--qt", "--q", "2", "--t", "1/2"), "1 - q*t = 0 at q = 2, t = 1/2"),
        (("verify", "1010", "--qt", "--check", "refined"), "does not go with --check refined"),
        (("verify", "1010", "--points", "3"), "--check borodin takes no --points"),
        (("verify", "1010", "--qt", "--save", "x.json"), "--save needs --points"),
        (("verify", "1010", "--check", "jack"), "alpha goes with jack, and jack with alpha"),
        (("verify", "1010", "--qt", "--method", "layers"), "takes no --method"),
        (("recheck", "no such file"), "no such file: no such file or directory"),
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
        (
            ("verify", "10", "--qt", "--q", "5e-1"),
            "an integer, a fraction such as 1/3 or a decimal, got '5e-1'",
        ),
        (("verify", "10", "--qt", "--q", "1/0"), "an integer, a fraction"),
    ],
)
def test_words_that_are_no_numbers(capsys, words, says):
    with pytest.raises(SystemExit) as stopped:
        main(list(words))
    assert stopped.value.code == 2
    assert says in capsys.readouterr().err


def test_zero_is_a_number_and_not_an_option_left_out(capsys):
    assert main(["verify", "10", "--qt", "--q", "0", "--t", "1/3", "--order", "3"]) == 0
    assert "at q = 0, t = 1/3" in capsys.readouterr().out
    assert main(["verify", "10", "--check", "jack", "--alpha", "0", "--order", "3"]) == 2
    assert "alpha must be positive, got 0" in capsys.readouterr().err


def test_the_main_job_fits_a_screen_of_eighty_columns(capsys):
    for wing, *line in (
        (main, "verify", "11010", "--order", "20"),
        (main, "verify", "1^8,0^8", "--order", "30"),
    ):
        assert wing(line) == 0
        out, err = capsys.readouterr()
        assert max(map(len, (out + err).splitlines())) <= 80
