"""The layout is the design: data flows one way, and every file has its place."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Floor by floor; a room uses only rooms on floors below its own, or to its left.
FLOORS = {
    "termwise": ["comparison", "running", "report", "__init__"],
    "cylindric": [
        "arguments",
        "partitions",
        "profiles",
        "series",
        "multiseries",
        "products",
        "cylindric_partitions",
        "local_rules",
        "decompositions",
        "turns",
        "toggles",
        "growth",
        "last_passage",
        "tableaux",
        "transfer",
        "layers",
        "corteel_welsh",
        "counting",
        "identities",
        "bijections",
        "strategies",
        "__init__",
        "cli",
        "__main__",
    ],
}


def imported(path):
    """Return the modules that a file imports, but for those a notebook method imports lazily."""
    tree = ast.parse(path.read_text())
    lazily = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        and (function.name.startswith("_repr_") or function.name == "__str__")
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        if id(node) not in lazily:
            if isinstance(node, ast.ImportFrom):
                yield node.module
            elif isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("package", FLOORS)
def test_every_file_has_its_place(package):
    files = {path.stem for path in (ROOT / package).glob("*.py")}
    assert files == set(FLOORS[package])


@pytest.mark.parametrize("package", FLOORS)
def test_imports_run_one_way(package):
    order = FLOORS[package]
    for path in (ROOT / package).glob("*.py"):
        for module in imported(path):
            wing, _, room = module.partition(".")
            if wing == package:
                assert order.index(room or "__init__") < order.index(path.stem), (path, module)
            else:
                assert wing not in FLOORS or wing == "termwise", (path, module)
                assert not (package == "termwise" and wing in FLOORS), (path, module)


# The sides of each identity, which may share the objects and nothing else.
OBJECTS = {"arguments", "partitions", "profiles", "series", "multiseries"}
SIDES = [
    {"products"},
    {"layers"},
    {"transfer"},
    {"corteel_welsh"},
    {"local_rules", "turns", "toggles", "growth"},
]


def needed(room):
    """Return everything in the package that a room imports, near or far."""
    found, queue = set(), [room]
    while queue:
        for module in imported(ROOT / "cylindric" / f"{queue.pop()}.py"):
            wing, _, other = module.partition(".")
            if wing == "cylindric" and other not in found:
                found.add(other)
                queue.append(other)
    return found


def test_two_sides_share_no_code_but_the_objects():
    # Enumeration and decompositions ask the product how many objects there will be, to refuse
    # what is too large; the numbers compared do not come from there.
    guards = {"cylindric_partitions", "decompositions"}
    for side in SIDES:
        others = set().union(*(other for other in SIDES if other is not side))
        for room in side:
            borrowed = needed(room) & others
            assert borrowed <= {"products"}, (room, borrowed)
            if borrowed:
                assert needed(room) & guards
            assert needed(room) <= OBJECTS | guards | side | {"products"}
