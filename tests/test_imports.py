"""What an import brings along: a front door brings nothing, a name what it needs, nothing heavy."""

import pickle
import subprocess
import sys

import pytest

import cylindric

WINGS = ("termwise", "cylindric", "lambdadet", "semicircular")

SEEN = """
import sys
before = set(sys.modules)
{line}
new = {{name.partition(".")[0] for name in set(sys.modules) - before}}
print(*sorted(name for name in new - set(sys.stdlib_module_names) if name[0] != "_"))
print(*sorted(name for name in sys.modules if name.partition(".")[0] in {wings}))
"""


def brought_by(line):
    """Return the packages that a line imports, the standard library aside, and our modules."""
    command = [sys.executable, "-c", SEEN.format(line=line, wings=WINGS)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    packages, modules = run.stdout.splitlines()
    return set(packages.split()) - {"cython_runtime"}, set(modules.split())


@pytest.mark.parametrize("wing", WINGS)
def test_a_front_door_imports_no_room(wing):
    """However large a wing becomes, and on every machine: its import is that of two small files."""
    packages, modules = brought_by(f"import {wing}")
    assert packages == {wing, "termwise", "lazy_loader"}
    assert modules == {wing, "termwise", "termwise.release"}


@pytest.mark.parametrize(
    ("line", "packages"),
    [
        ("from cylindric import Partition, Profile, sample", {"numpy", "flint"}),
        ("from lambdadet import AlternatingSignMatrix, random_tiling", {"numpy", "flint"}),
        ("from termwise import *", {"numpy", "flint"}),
        ("from cylindric import *", {"numpy", "flint"}),
        ("from lambdadet import *", {"numpy", "flint", "networkx"}),
        ("from semicircular import *", {"numpy", "flint"}),
    ],
)
def test_a_name_brings_what_it_needs_and_nothing_heavy(line, packages):
    found, _ = brought_by(line)
    assert found - {"termwise", "lazy_loader"} == packages | ({line.split()[1]} - {"termwise"})


@pytest.mark.parametrize("wing", WINGS)
def test_every_public_name_is_there_from_the_start(wing):
    shown = brought_by(f"import {wing}; assert set(dir({wing})) >= set({wing}.__all__)")
    assert shown[1] == {wing, "termwise", "termwise.release"}
    door = __import__(wing)
    assert len(door.__all__) == len(set(door.__all__)) > 20
    for name in door.__all__:
        assert getattr(door, name) is getattr(door, name)
    with pytest.raises(AttributeError, match="nothing_of_this_name"):
        getattr(door, "nothing_of_this_name")  # noqa: B009
    with pytest.raises(ImportError, match="nothing_of_this_name"):
        exec(f"from {wing} import nothing_of_this_name")


@pytest.mark.parametrize(
    ("names", "thing"),
    [
        (
            "cylindric: growth_diagram, Profile, CylindricPartition",
            "growth_diagram(CylindricPartition(Profile('10'), [(1,), ()]))",
        ),
        ("lambdadet: SixVertexState", "SixVertexState([[0, 1]], [[0], [1]])"),
        ("semicircular: block_projection", "block_projection(2)"),
    ],
)
def test_an_object_shows_itself_though_nobody_has_named_its_picture(names, thing):
    wing, _, wanted = names.partition(": ")
    brought_by(f"""
from {wing} import {wanted}
thing = {thing}
assert not any(".drawing." in name for name in sys.modules)
assert "<svg" in thing._repr_mimebundle_()["image/svg+xml"]
""")


def test_a_document_is_read_though_nobody_has_named_its_type():
    level = cylindric.Level(3, 2)
    brought_by(
        f"import cylindric, termwise\nassert termwise.from_json({level.to_json()!r}).rank == 3"
    )
    factors = cylindric.weight_factors(
        cylindric.CylindricPartition(cylindric.Profile("10"), [(1,), ()])
    )
    brought_by(f"import cylindric, termwise\ntermwise.from_json({factors.to_json()!r})")
    brought_by(f"import pickle\nassert pickle.loads({pickle.dumps(level)!r}).rank == 3")
