"""The command line: what it prints, its exit status, one line for bad input."""

import json
import subprocess
import sys

import pytest

from cylindric import Series
from cylindric.checks import borodin as identities
from cylindric.commands import series as series_command
from cylindric.commands.main import main


def run(capsys, *arguments):
    """Return exit status, output and error output."""
    try:
        status = main(arguments)
    except SystemExit as stop:
        status = stop.code
    shown = capsys.readouterr()
    return status, shown.out, shown.err


def test_main_job_prints_four_routes_and_a_verdict(capsys):
    status, out, err = run(capsys, "verify", "11010", "--order", "20")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith("Borodin's identity for the profile 11010, T = 5")
    assert "term  product  layers  transfer  bijection" in lines
    assert lines[-1] == "AGREES: product = layers = transfer = bijection on 20 terms"
    assert "z^19     3864    3864      3864       3864" in lines


def test_a_difference_is_status_1_and_printed(capsys, monkeypatch):
    monkeypatch.setattr(identities, "borodin_series", lambda *a, **k: Series([1, 1, 3, 3]))
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
    assert document["rows"][2] == {"term": "z^2", "values": [2, 2, 2, 2], "agrees": True}


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


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["verify", "102"], "word must be a non-empty string of 0s and 1s, got '102'"),
        (["verify", ""], "got ''"),
        (["verify", "3,-1"], "non-negative"),
        (["verify", "3,a"], "integers with commas between, got '3,a'"),
        (["verify", "1_0,1"], "got '1_0,1'"),
        (["verify", "10", "--jobs", "1000"], "must be at most 64, got 1000"),
        (["verify", "10", "--method", "layers", "--jobs", "2"], "executor needs a method in parts"),
        (["verify", "10", "--order", "0"], "must be at least 1, got 0"),
        (["verify", "10", "--order", "2.5"], "must be an integer, got '2.5'"),
        (["verify", "10", "--method", "magic"], "invalid choice: 'magic'"),
        (["verify", "10", "--rule", "magic"], "invalid choice: 'magic'"),
        (["verify", "10", "--wat"], "unrecognized arguments: --wat"),
        (["verify", "10", "--check", "refined", "--method", "layers"], "takes no --method"),
        (["verify", "10", "--check", "largest-part", "--open"], "takes no --open"),
        (["verify", "10", "--check", "last-passage", "--jobs", "2"], "takes no --jobs"),
        (["verify", "10", "--method", "layers", "--rule", "burge"], "needs the method bijection"),
        (["verify", "10", "--method", "layers", "--rule", "rsk"], "needs the method bijection"),
        (["verify", "10", "--open", "--method", "layers"], "for an open profile"),
        (["verify", "11010", "--order", "90"], "pass --force, or in Python limit="),
        (["series", "10", "--refined", "--method", "layers"], "plain series only"),
        (["series", "10", "--largest-part", "--open"], "takes no --open"),
        (["series", "10", "--refined", "--largest-part"], "not allowed with"),
        (["decompose", "10", "1"], "mu^1 .. mu^2"),
        (["decompose", "10", "1", "a"], "integers with commas between, got 'a'"),
        (["decompose", "10", "1", "2"], "step 1 of 10 must be up"),
        (["decompose", "10", "1,2", "1"], "weakly decreasing"),
        (["enumerate", "10"], "required: --weight"),
        (["enumerate", "10", "--weight", "-1"], "must be at least 0, got -1"),
        (["enumerate", "11010", "--weight", "100"], "21143475886 cylindric partitions"),
        ([], "required: COMMAND"),
    ],
)
def test_bad_input_is_one_line_and_status_2(capsys, arguments, says):
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert says in err


def test_force_goes_on(capsys, monkeypatch):
    monkeypatch.setattr("cylindric.products.MAX_TERMS", 3)
    count = ("enumerate", "1010", "--weight", "9", "--count")
    assert run(capsys, *count, "--force")[:2] == (0, "84\n")
    assert run(capsys, "series", "0", "--open", "--order", "100001")[0] == 2
    assert run(capsys, "series", "0", "--open", "--order", "100001", "--force")[0] == 0
    assert (
        run(capsys, "verify", "1010", "--order", "4", "--check", "last-passage", "--force")[0] == 0
    )


def test_every_method_named_is_run(capsys):
    arguments = ("--order", "3", "--method", "layers", "--method", "transfer")
    assert "AGREES: product = layers = transfer on" in run(capsys, "verify", "10", *arguments)[1]


def test_a_bug_is_not_an_answer(capsys, monkeypatch):
    def crash(*given, **options):
        raise KeyError("inside")

    monkeypatch.setattr(series_command, "borodin_series", crash)
    status, _, err = run(capsys, "series", "10")
    assert status == 3
    assert "KeyError: 'inside'" in err

    def exhaust(*given, **options):
        raise MemoryError

    monkeypatch.setattr(series_command, "borodin_series", exhaust)
    assert run(capsys, "series", "10")[::2] == (
        2,
        "cylindric series: error: too large: MemoryError\n",
    )


def test_long_words_are_no_bug(capsys):
    word = "10" * 700
    status, out, _ = run(capsys, "verify", word, "--order", "2", "--method", "enumeration")
    assert status == 0
    assert "z^1       700          700" in out


def test_version(capsys):
    assert run(capsys, "--version")[:2] == (0, "cylindric 0.1.0\n")


def test_help_teaches(capsys):
    status, out, _ = run(capsys, "--help")
    assert status == 0
    assert "0 agrees, 1 a term differs, 2 bad input" in out
    for command in ("verify", "series", "decompose", "weight", "enumerate", "recheck"):
        status, out, _ = run(capsys, command, "--help")
        assert status == 0
        assert f"cylindric {command} " in out
        assert "examples:" in out


def test_interruption_and_a_closed_pipe(capsys, monkeypatch):
    def interrupt(*given, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr(series_command, "borodin_series", interrupt)
    assert run(capsys, "series", "10") == (130, "", "cylindric series: interrupted\n")
    command = f"{sys.executable} -m cylindric enumerate 1010 --weight 18 | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_cold_start_imports_nothing_heavy():
    heavy = {"sympy", "networkx", "hypothesis", "matplotlib"}
    code = "import sys, cylindric.commands.main; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not heavy & set(done.stdout.split())


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
        ["verify", "1010", "--order", "5", "--check", "weight-symmetry", "--q", "2", "--t", "1/3"],
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
    from cylindric import macdonald_steps

    monkeypatch.setattr(macdonald_steps, "psi", macdonald_steps.phi)
    status, out, _ = run(capsys, "verify", "10", "--order", "3", "--qt", "--q", "2", "--t", "3")
    assert status == 1
    assert "DIFFERS at z^1: product = 2, pieri = 4" in out


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
    assert "must be a certificate in JSON" in err
    status, out, err = run(capsys, "recheck", str(tmp_path / "none.json"))
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "No such file" in err


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


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["verify", "10", "--qt", "--q", "0.5", "--t", "2"], "fraction such as 1/3, got '0.5'"),
        (["verify", "10", "--qt", "--q", "1e3", "--t", "2"], "got '1e3'"),
        (["verify", "10", "--qt", "--q", "1/0", "--t", "2"], "got '1/0'"),
        (["verify", "10", "--qt", "--q", "1", "--t", "2"], "got 1 - q = 0 at q = 1, t = 2"),
        (["verify", "10", "--qt", "--q", "1/2", "--t", "2"], "got 1 - q*t = 0 at q = 1/2, t = 2"),
        (["verify", "10", "--qt", "--q", "2"], "beside a symbol, got 2"),
        (["verify", "10", "--qt", "--points", "2", "--q", "2"], "draws q and t itself"),
        (["verify", "10", "--qt", "--points", "2", "--refined"], "without refined"),
        (["verify", "10", "--qt", "--points", "0"], "must be at least 1, got 0"),
        (["verify", "10", "--qt", "--points", "10001"], "more than the limit of 10000"),
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
        (["weight", "10", "1", "0", "--q", "2"], "--q and --t go together"),
        (["weight", "10", "1", "0", "--q", "1", "--t", "2"], "got 1 - q = 0"),
        (["weight", "10", "1", "0", "--form", "box"], "invalid choice: 'box'"),
        (["weight", "10", "2,2", "1"], "horizontal strip"),
        (["recheck"], "required: FILE"),
    ],
)
def test_bad_input_of_qt(capsys, arguments, says):
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert says in err
