"""Exact is exact, what is made stays as it is, and a string is never run."""

import json
import os
import subprocess
import sys

import numpy as np
import pytest
from flint import ctx, fmpz_poly

from cylindric import (
    CylindricPartition,
    Profile,
    QTFraction,
    QTProduct,
    Samples,
    Series,
    borodin_series,
    cylindric_partitions,
    macdonald_weights_mod,
    sample,
)
from cylindric.algebra.power_series import divide
from cylindric.commands.main import main
from termwise import Comparison, Row, to_json, to_latex, to_text
from tests.hostile.threads import in_threads

LONG = 10**5000 + 7


def test_threads_divide_exactly():
    """Each thread has its own order; a bound that they share would cut the quotients."""
    wrong, before = [], ctx.cap
    numerator, denominator = fmpz_poly([1, 2, 3]), fmpz_poly([1, -1, -1])
    right = {order: divide(numerator, denominator, order) for order in range(2, 60)}

    def work(shift):
        for at in range(400):
            order = 2 + (at * 7 + shift) % 58
            if divide(numerator, denominator, order) != right[order]:
                wrong.append(order)

    in_threads(work, range(16))
    assert not wrong
    assert ctx.cap == before


@pytest.mark.parametrize("order", [1, 2, 3, 4, 5, 7, 8, 9, 31, 32, 33, 200])
@pytest.mark.parametrize("sign", [1, -1])
def test_quotients_times_divisors(order, sign):
    above, below = Series([3, -1, 4], max(order, 3)), Series([sign, 5, 0, -2], max(order, 4))
    quotient = above.truncate(order) / below.truncate(order)
    assert quotient * below.truncate(order) == above.truncate(order)


@pytest.mark.parametrize("kind", [np.uint8, np.uint32, np.uint64, np.int64])
def test_samples_do_not_wrap(kind):
    part = min(int(np.iinfo(kind).max), 2**63 - 1)
    walks = np.zeros((2, 1, 1), kind)
    walks[:] = part
    samples = Samples(Profile("10"), walks)
    assert samples.weights.tolist() == [2 * part]
    assert samples.largest_parts.tolist() == [part]
    assert str(2 * part)[:5] in repr(samples).replace(".", "")
    assert samples[0] == CylindricPartition(Profile("10"), [(part,), (part,)])


def test_samples_stay_as_they_are():
    samples = sample(Profile("1010"), 0.5, 3, rng=1)
    with pytest.raises(ValueError, match="WRITEABLE"):
        samples.walks.setflags(write=True)
    with pytest.raises(ValueError, match="read-only"):
        samples.walks[0, 0, 0] = 1


def test_a_comparison_keeps_no_list_of_its_maker():
    rows = [Row("z^0", (1, 1))]
    comparison = Comparison("s", [("a", ""), ("b", "")], rows)
    rows.append(Row("z^1", (1, 2)))
    assert comparison.agrees
    assert len(comparison.rows) == 1


def test_a_product_is_no_array():
    assert not np.any(QTProduct({(0, 1): 1}) == np.array([1, 2]))
    assert QTProduct() == 1
    assert QTProduct() != 2
    assert QTProduct({(0, 1): 1}) != 1


def test_bools_are_no_residues():
    c = CylindricPartition(Profile("10"), [(1,), ()])
    with pytest.raises(TypeError, match="q must be integers"):
        macdonald_weights_mod([c], np.array([True]), np.array([True]), 7)


@pytest.mark.parametrize("text", ["__import__('os').abort()", "z", "1/(1 - z)"])
def test_strings_are_refused_and_never_run(text):
    with pytest.raises(TypeError, match="exact sympy expression"):
        Series.from_sympy(text, 3)


def test_long_integers_are_printed():
    comparison = Comparison("s", (("a", ""), ("b", "")), (Row("t", (LONG, LONG)),))
    digits = "1" + "0" * 4999 + "7"
    assert digits in to_text(comparison)
    assert digits in to_latex(comparison)
    assert to_json(comparison).count(digits) == 2
    assert digits in repr(Series([LONG]))
    assert digits in str(Series([LONG]))
    assert digits in repr(QTFraction({(0, 0): LONG}))
    assert json.loads(to_json(Comparison("s", (("a", ""), ("b", "")), (Row("t", (1, 1)),))))


def run(*words, **environment):
    command = [sys.executable, "-m", "cylindric", *words]
    done = subprocess.run(
        command, capture_output=True, env={**os.environ, **environment}, check=False
    )
    return done.returncode, done.stdout, done.stderr


def test_the_command_line_reads_and_prints_long_integers(capsys):
    assert main(["decompose", "10", "9" * 5000, "0"]) == 0
    assert "9" * 5000 in capsys.readouterr().out
    assert main(["enumerate", "10", "--weight", "9" * 5000]) == 2
    assert "(5001 digits)" in capsys.readouterr().err


def test_ascii_output_is_spelled():
    status, out, err = run("enumerate", "10", "--weight", "1", PYTHONIOENCODING="ascii")
    assert (status, out, err) == (0, b"{} < (1) > {}\n", b"")


@pytest.mark.parametrize(
    "words",
    [
        ("series", "99999999999,1", "--order", "3"),
        ("series", "1" * 3_000_000),
        ("verify", "10", "--check", "[" * 4000),
        ("enumerate", "10\n01", "--weight", "1"),
        ("recheck", "/nowhere\n/at all"),
    ],
)
def test_bad_input_is_one_line_and_status_2(capsys, words):
    try:
        status = main(list(words))
    except SystemExit as end:
        status = end.code
    said = capsys.readouterr()
    assert (status, said.out) == (2, "")
    assert said.err.count("\n") == 1
    assert len(said.err) < 700


def test_a_profile_of_a_tampered_certificate_is_refused_at_once(tmp_path, capsys):
    text = {"order": 3, "open": False, "seed": 1, "points": [[7, 2, 3]]}
    sides = {"product": [[1]] * 3, "transfer": [[1]] * 3}
    path = tmp_path / "c.json"
    head = {"format": "termwise", "version": 1, "type": "cylindric.Certificate"}
    path.write_text(json.dumps({**head, "profile": "10" * 30_000, **text, **sides}))
    assert main(["recheck", str(path)]) == 2
    assert "period 60000" in capsys.readouterr().err


def test_every_check_counts_what_it_lists():
    """The same number by the guard and by the list, whatever the letters."""
    for word in ("1", "0", "11", "10", "0011", "10101"):
        profile = Profile(word)
        for weight in range(6):
            number = borodin_series(profile, weight + 1)[weight]
            assert sum(1 for _ in cylindric_partitions(profile, weight)) == number


def test_an_interrupt_during_the_imports_ends_in_silence():
    """The console script is interrupted while it imports: no traceback, and not the status 1."""
    code = (
        "import builtins, os, signal, sys; real = builtins.__import__\n"
        "def slow(name, *rest):\n"
        "    if name == 'cylindric.commands.main': os.kill(os.getpid(), signal.SIGINT)\n"
        "    return real(name, *rest)\n"
        "builtins.__import__ = slow\n"
        "import importlib; importlib.import_module = lambda name: slow(name)\n"
        "import _command_lines; _command_lines.import_module = slow; _command_lines.cylindric()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (-2, b"", b"")
