"""What an import brings along: the packages that are needed at once, and nothing heavy."""

import subprocess
import sys

import pytest

NEEDED = {
    "termwise": {"numpy", "flint"},
    "cylindric": {"numpy", "flint", "termwise"},
    "lambdadet": {"numpy", "flint", "termwise", "networkx"},
    "semicircular": {"numpy", "flint", "termwise"},
}

SEEN = """
import sys
before = set(sys.modules)
import {wing}
new = {{name.partition(".")[0] for name in set(sys.modules) - before}}
print(*sorted(name for name in new - set(sys.stdlib_module_names) if name[0] != "_"))
"""


@pytest.mark.parametrize("wing", NEEDED)
def test_nothing_heavy_is_imported(wing):
    command = [sys.executable, "-c", SEEN.format(wing=wing)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert set(run.stdout.split()) - {"cython_runtime"} == NEEDED[wing] | {wing}
