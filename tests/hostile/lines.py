"""Hostile command lines, each in a process that may die of it.

A command ends with 0, with 1 when a term differs and says so, or with 2 and one line of error.
Anything else is a failure.
"""

import contextlib
import io
import sys
import time
from random import Random

import cylindric.commands.main
import lambdadet.commands.main
import semicircular.commands.main
from termwise.sweeps.commands import WITHOUT_OUTCOME
from tests.hostile.calls import SECONDS, Hang, run

MAIN = {
    "cylindric": cylindric.commands.main.main,
    "lambdadet": lambdadet.commands.main.main,
    "semicircular": semicircular.commands.main.main,
}

COMMANDS = {
    "cylindric": {
        "verify": ["PROFILE", "--order", "N"],
        "series": ["PROFILE"],
        "decompose": ["PROFILE", "MU", "MU"],
        "weight": ["PROFILE", "MU", "MU"],
        "enumerate": ["PROFILE", "--weight", "N"],
        "sample": ["PROFILE", "--z", "Z"],
        "draw": ["KIND", "PROFILE", "MU", "MU", "--out", "FILE"],
        "view": ["PROFILE", "MU", "MU", "--out", "FILE"],
        "recheck": ["FILE"],
        "product": ["PROFILE"],
        "level": ["N", "N"],
        "recurrence": ["PROFILE"],
        "sweep": ["--max-period", "N", "--workers", "1"],
        "journal": ["FILE"],
        "search": ["--nahm", "N", "--level", "PAIR"],
        "family": ["RULE", "PROFILE"],
    },
    "lambdadet": {
        "verify": ["N"],
        "expand": ["N"],
        "asm": ["N"],
        "det": ["FILE"],
        "draw": ["ASM", "--order", "N", "--out", "FILE"],
        "sweep": ["--n", "N", "--workers", "1"],
    },
    "semicircular": {
        "matrix": ["--M", "N"],
        "certify": ["LETTERS", "--L", "N"],
        "check": ["FILE"],
        "verify": ["N", "--check", "NAME"],
        "ranks": ["--L", "N"],
        "picture": ["PICTURE", "--out", "FILE"],
        "sweep": ["--bound", "N", "--workers", "1"],
    },
}

WORDS = {
    "PROFILE": ["10", "1010", "11010", "2,1", "1", "0011"],
    "PAIR": ["2,3", "3,4", "1,1"],
    "RULE": ["tight", "row-strict", "doubled", "all", "bounded-rows"],
    "LETTERS": ["12", "2", "121", "11", "()", "1,2"],
    "PICTURE": [
        *["numerators", "block", "words", "rays", "column", "certificate", "spectrum", "bound"],
    ],
    "MU": ["0", "1", "2,1", "1,1"],
    "N": ["1", "2", "3", "5"],
    "Z": ["0.5", "1/3", "0.5,0.7"],
    "FILE": ["a.svg", "a.html", "b.json", "c.csv", "-", "/nowhere/x.svg", "."],
    "KIND": ["paths", "surface", "cylinder", "array", "growth", "diagram"],
    "ASM": ["matrix", "heights", "tiling", "six-vertex", "loops", "lattice"],
}

OPTIONS = [
    ["--order", "N"],
    ["--check", "NAME"],
    ["--method", "NAME"],
    ["--rule", "rsk"],
    ["--rule", "burge"],
    ["--open"],
    ["--qt"],
    ["--q", "Z"],
    ["--t", "Z"],
    ["--alpha", "2"],
    ["--refined"],
    ["--points", "N"],
    ["--seed", "N"],
    ["--json"],
    ["--force"],
    ["--form", "NAME"],
    ["--largest-part"],
    ["--count"],
    ["--size", "N"],
    ["--weight", "N"],
    ["--theme", "dark"],
    ["--turns", "N"],
    ["--constant"],
    ["--x0"],
    ["--latex"],
    ["--random"],
    ["--list"],
    ["--lam", "Z"],
    ["--mu", "Z"],
    ["--lam", "[[1]]"],
    ["--x1", "FILE"],
    ["--file", "FILE"],
    ["--chi"],
    ["--hold", "N"],
    ["--polynomial"],
    ["--max-period", "N"],
    ["--kind", "NAME"],
    ["--letter", "N"],
    ["--length", "N"],
    ["--n", "N"],
    ["--of", "N"],
    ["--from", "N"],
    ["--profile", "PROFILE"],
    ["--stop"],
    ["--recheck", "N"],
    ["--journal", "FILE"],
    ["--export", "FILE"],
    ["--trials", "N"],
    ["--help"],
    ["--version"],
]

NAMES = [
    *["borodin", "refined", "bijection", "largest-part", "last-passage", "macdonald", "schur"],
    *["weight-forms", "weight-symmetry", "jack", "overpartitions", "transfer", "layers"],
    *["enumeration", "paths", "boxes", "latex", "text", "sympy", "counts", "laurent"],
    *["lambda-determinant", "determinant", "vandermonde", "values", "octahedron", "closed_form"],
    *["projection", "word-projection", "numerators", "variants", "self-similarity", "ranks"],
    *["determinants", "spectrum", "gap", "certificates", "products", "block", "square", "graded"],
]

ABSURD = [
    *["", "x", "-1", "0", "1e9", "0.1", "nan", "inf", "99999999999", "99999999999,1", "9" * 5000],
    *[
        "1/0",
        "[[[[",
        "[" * 3000,
        "1" * 40,
        "∅",
        "10\n01",
        "--",
        "-",
        "\x00",
        "1,2,3",
        "None",
        "200",
    ],
    *["10" * 2000, "[[1]]", "100000", "../..", "😀", "1 0"],
]

FILES = {
    "b.json": '[["1/3", 2], [3, 4]]',
    "c.csv": "1,2\n3,x\n",
    "d.csv": "1," + "9" * 200_000 + "\n",
    "e.json": "[" * 5000,
    "f.json": '{"profile": "' + "10" * 30000 + '", "order": 3, "open": false, "seed": 1, '
    '"points": [[2, 1, 1]], "product": [[1], [1], [1]], "transfer": [[1], [1], [1]]}',
    "g.csv": "\n".join(",".join(["1"] * 40) for _ in range(40)),
}
WORDS["FILE"] += FILES


def plan(seed, number):
    """Return the number-th command line: the program, its main, its arguments."""
    random = Random(f"{seed}:{number}")
    program = random.choice(list(COMMANDS))
    command = random.choice(list(COMMANDS[program]))
    words = [command, *COMMANDS[program][command]]
    for _ in range(random.choice((0, 0, 1, 1, 2, 3))):
        words += random.choice(OPTIONS)
    hostile = random.random() < 0.7
    given = []
    for word in words:
        pool = NAMES if word == "NAME" else WORDS.get(word, [word])
        absurd = hostile and word != command and random.random() < 0.2
        given.append(random.choice(ABSURD if absurd else pool))
    if random.random() < 0.05:
        given.pop(random.randrange(len(given)))
    return program, MAIN[program], given, {}, False


def verdict(program, main, given, named, loose):
    """Run a command line, and return what is wrong with what it did, or None."""
    for name, text in FILES.items():
        with open(name, "w") as file:
            file.write(text)
    out, err = io.StringIO(), io.StringIO()
    sys.stdin = io.StringIO("1,2\n3,4\n")
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = main(given)
    except SystemExit as end:
        status = end.code
    except Hang:  # who says --force has asked for it
        return None if "--force" in given else f"did not end within {SECONDS} s"
    except BaseException as error:
        return f"{type(error).__name__} reached the shell: {str(error)[:100]}"
    said = err.getvalue()
    if status in (0, None):
        return None
    if status == 1 and any(word in out.getvalue() for word in ("DIFFERS", "REFUTED", "refuted")):
        return None
    if status == WITHOUT_OUTCOME and ("FAILED" in out.getvalue() or "--json" in given):
        return None
    errors = [line for line in said.splitlines() if "error: " in line]
    if status == 2 and len(errors) == 1 and said.count("\n") == 1 and len(said) < 600:
        return None
    return f"status {status}, said {said[-300:]!r}"


def line(program, given, named):
    """Write a command line as one would type it."""
    return (
        f"{program} {' '.join(word if len(word) < 80 else word[:77] + '...' for word in given)!r}"
    )


def main():
    """Run many: python -m tests.hostile.lines NUMBER [SEED [FIRST]]."""
    given = sys.argv[1:]
    number, seed, first = map(int, (*given, *("1000", "1", "0")[len(given) :]))
    started, wrong = time.time(), 0
    for at, call, said in run(seed, first, first + number, plan, verdict, line):
        wrong += 1
        print(f"{seed}:{at}  {call}\n    {said}", flush=True)
    print(f"{number} command lines, {wrong} wrong, {time.time() - started:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
