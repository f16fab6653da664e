"""The command `cylindric sample`."""

import json
from fractions import Fraction

import numpy as np
import pytest

from cylindric import (
    CylindricPartition,
    Profile,
    Samples,
    sample,
    sample_macdonald,
    sample_of_weight,
)
from tests.cylindric.commands.test_main import run


def test_samples_are_those_of_the_seed(capsys):
    status, out, err = run(capsys, "sample", "11010", "--z", "0.8", "--size", "4", "--seed", "3")
    assert (status, err) == (0, "")
    assert out.splitlines() == [str(c) for c in sample(Profile("11010"), 0.8, 4, rng=3)]
    assert run(capsys, "sample", "2,1", "--z", "4/5", "--size", "4", "--seed", "3") == (0, out, "")


def test_a_weight(capsys):
    status, out, err = run(capsys, "sample", "11010", "--weight", "30", "--seed", "3")
    assert (status, err) == (0, "")
    assert out == f"{sample_of_weight(Profile('11010'), 30, rng=3)}\n"


def test_json_of_open_and_refined(capsys):
    z = ["--z", "0.5,0.8,1.2,7", "--size", "9", "--seed", "1"]
    status, out, _ = run(capsys, "sample", "1100", "--open", "--json", *z)
    assert status == 0
    found = [CylindricPartition(Profile("1100"), json.loads(line)) for line in out.splitlines()]
    law = [0.5, 0.8, 1.2, 7]
    assert found == list(sample(Profile("1100"), law, 9, rng=1, open=True))
    assert run(capsys, "sample", "1", "--z", "0.5,", "--seed", "1")[0] == 0


def test_the_seed_is_told_so_that_a_run_can_be_repeated(capsys):
    status, out, err = run(capsys, "sample", "11010", "--z", "0.9")
    assert status == 0
    word, seed = err.split()
    assert word == "seed"
    assert run(capsys, "sample", "11010", "--z", "0.9", "--seed", seed) == (0, out, "")


def test_macdonald_weights_and_arrays(capsys, tmp_path):
    file = tmp_path / "walks.npz"
    line = ["sample", "1^3,0^2", "--z", "0.8", "--q", "1/3", "--t", "0", "--size", "4"]
    status, out, _ = run(capsys, *line, "--seed", "3", "--npz", str(file))
    assert status == 0
    assert out.startswith(f"{file}: <4 samples of profile 11100, weights ")
    many = sample_macdonald(Profile("11100"), 0.8, 1 / 3, 0, 4, rng=3)
    with np.load(file) as saved:
        assert Samples(Profile(str(saved["profile"])), saved["walks"]) == many
    status, out, _ = run(capsys, *line, "--seed", "3")
    assert out.splitlines() == [str(c) for c in many]


def test_the_acceptance_is_told_if_there_are_rejections(capsys):
    line = ["sample", "1010", "--z", "0.6", "--q", "0.5", "--size", "5", "--seed", "3"]
    status, out, err = run(capsys, *line, "--t", "0.9")
    assert status == 0
    many = sample_macdonald(Profile("1010"), 0.6, 0.5, 0.9, 5, rng=3)
    assert err == f"acceptance {many.law.acceptance:.6g}\n"
    assert out.splitlines() == [str(c) for c in many]
    assert run(capsys, *line, "--t", "0.5")[2] == ""


def test_exact_samples_are_those_of_the_numbers_as_they_stand(capsys):
    line = ["sample", "1010", "--z=0.3", "--q=1/2", "--t=0.2", "--size", "9", "--seed", "3"]
    status, out, err = run(capsys, *line, "--exact")
    assert (status, err) == (0, "")
    numbers = Fraction(3, 10), Fraction(1, 2), Fraction(1, 5)
    many = sample_macdonald(Profile("1010"), *numbers, 9, rng=3, exact=True)
    assert out.splitlines() == [str(c) for c in many]
    assert out != run(capsys, *line)[1]
    status, _, err = run(capsys, "sample", "1010", "--z=9/10", "--q=1/2", "--t=0", "--exact")
    assert status == 2
    assert err.endswith("limit of 20000: pass --force, or in Python a larger limit\n")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["10"], "one of the arguments --z --weight is required"),
        (["10", "--z", "0.5", "--weight", "3"], "not allowed with argument --z"),
        (["10", "--z", "half"], "must be a number, or numbers with commas between, got 'half'"),
        (["10", "--z", "1/0"], "must be a number, or numbers with commas between, got '1/0'"),
        (["10", "--z", "nan"], "z must be between 0 and 1, got nan"),
        (["10", "--z", "1"], "z must be between 0 and 1, got 1.0"),
        (["10", "--z", "0.5,0.5,0.5"], "z must be one number, or 2 for the profile 10, got 3"),
        (["10", "--z", "0.5", "--size", "0"], "must be at least 1, got 0"),
        (["11", "--weight", "3"], "weight must be that of a cylindric partition of profile 11"),
        (["10", "--z", "0.99999"], "pass --force, or in Python limit="),
        (["10", "--z", "0.5", "--q", "0.5"], "--q and --t go together, got no --t"),
        (["10", "--z", "0.5", "--t", "0.5"], "--q and --t go together, got no --q"),
        (["10", "--weight", "3", "--q", "0.5", "--t", "0"], "--weight takes no --t, use --z"),
        (["10", "--z", "0.5", "--exact"], "--exact goes with --q and --t"),
        (["10", "--weight", "3", "--exact"], "--exact goes with --q and --t"),
        (
            ["10", "--z", "0.5,0.5", "--q", "0", "--t", "0", "--exact"],
            "--z must be exact, such as 2, 1/3 or 1.5, got '0.5,0.5'",
        ),
        (
            ["10", "--z", "0.5", "--q", "1e-3", "--t", "0", "--exact"],
            "--q must be exact, such as 2, 1/3 or 1.5, got '1e-3'",
        ),
        (["10", "--z", "0.5", "--q", "1", "--t", "0"], "q must be in 0 <= q < 1, got 1.0"),
        (["10", "--z", "0.5", "--q", "x", "--t", "0"], "argument --q: must be a number, got 'x'"),
        (["10", "--z", "0.5", "--npz", "a.npz", "--json"], "--npz takes no --json"),
        (["10", "--z", "0.5", "--npz", "no/such/x"], "--npz must be a file in a folder that"),
        (["1^3,0^", "--z", "0.5"], "word must have exponents that are integers, got '1^3,0^'"),
        (["10^3", "--z", "0.5"], "word must have 0 or 1 before each ^, got '10^3'"),
        (["1^99999999999999999", "--z", "0.5"], "letters, got '1^99999999999999999'"),
        (["10", "--weight", "1000000"], "pass --force, or in Python limit=1000001"),
    ],
)
def test_bad_input_is_one_line_and_status_2(capsys, arguments, says):
    status, out, err = run(capsys, "sample", *arguments)
    assert (status, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1


def test_force_goes_on(capsys):
    arguments = ["sample", "10", "--z", "0.9999", "--seed", "1"]
    assert run(capsys, *arguments)[0] == 2
    status, out, _ = run(capsys, *arguments, "--force")
    assert status == 0
    assert out.startswith("(")
