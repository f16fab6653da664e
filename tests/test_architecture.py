"""The layout is the design: the folders say which way data flows, and this reads the imports.

Imports inside functions count like others, and so do those for types.  Nothing is exempt by its
name.
"""

import ast
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# What each folder of a wing may import of its own wing, besides itself; `termwise` goes without
# saying.  "" is the wing's own folder: the door, the strategies, `python -m`.
ROOMS = {
    "termwise": {"": {"sweeps.sweep", "sweeps.journal"}, "sweeps": {""}},  # the door hands on
    "cylindric": {
        "objects": set(),
        "algebra": set(),
        "products": {"objects", "algebra"},
        "growth": {"objects"},
        "macdonald": {"objects", "algebra"},
        "randomised": {"objects", "algebra", "growth", "macdonald"},
        "sums": {"objects", "algebra", "growth", "macdonald", "products.borodin"},
        # Pictures of samples have their exact laws beside them.
        "drawing": {
            "objects",
            "algebra",
            "growth",
            "macdonald",
            "randomised",
            "products",
            "sampling",
        },
        "view": {"objects", "drawing"},
        "checks": {
            "objects",
            "algebra",
            "products",
            "growth",
            "macdonald",
            "randomised",
            "sums",
        },
        "sampling": {"objects", "algebra", "products", "growth", "macdonald", "sums"},
        "discovery": {
            "objects",
            "algebra",
            "products",
            "growth",
            "macdonald",
            "sums",
            "checks",
        },
    },
    "lambdadet": {
        "objects": set(),
        "algebra": set(),
        "models": {"objects"},
        "diamonds": {"objects", "algebra"},
        "sampling": {"objects", "algebra", "diamonds"},
        "recurrence": {"algebra"},
        "sums": {"objects", "algebra", "diamonds"},
        "drawing": {"objects", "algebra", "models", "diamonds", "sampling"},
        "determinant": {"objects", "algebra", "recurrence", "sums"},
        "checks": {"objects", "algebra", "models", "diamonds", "recurrence", "sums", "determinant"},
    },
    "semicircular": {
        "objects": set(),
        "algebra": {"objects"},
        "projections": {"objects", "algebra"},
        "matrices": {"objects", "algebra"},
        "certificates": {"objects", "algebra", "projections"},
        "drawing": {"objects", "algebra", "projections", "certificates"},
        "checks": {"objects", "algebra", "projections", "matrices", "certificates"},
    },
}
for wing, rooms in ROOMS.items():
    if wing != "termwise":
        rooms[""] = {*rooms, ""}
        rooms["commands"] = set(rooms)

# The one import between the two sides of an identity: how many objects there will be.
BETWEEN = ("cylindric.sums.listing", "cylindric.products.borodin")

# Each of these reaches objects and algebra only: it is one side, or one form, of an identity.
ALONE = {
    "cylindric": [
        "sums.transfer",
        "sums.layers",
        "sums.corteel_welsh",
        "sums.orbit_layers",
        "macdonald.pieri",
        "macdonald.paths",
        "macdonald.boxes",
        "macdonald.specialisations",
        "macdonald.overpartitions",
    ],
    "lambdadet": ["sums.pairs", "sums.matrices"],
}

HEAVY = {"matplotlib", "sympy", "rich", "hypothesis", "dask", "distributed"}
# not imported before they are needed


def modules(wing):
    """Return every module of a wing by its dotted name."""
    found = {}
    for path in (ROOT / wing).rglob("*.py"):
        if path.with_suffix(".pyi").exists():  # a front door, which hands on what this names
            path = path.with_suffix(".pyi")
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts).removesuffix(".__init__")] = path
    return found


MODULES = {name: path for wing in ROOMS for name, path in modules(wing).items()}


def is_door(name):
    return MODULES[name].name == "__init__.py"


def room_of(name):
    """Return the folder of a module inside its wing, "" for the wing's own folder."""
    parts = MODULES[name].relative_to(ROOT).parts
    return parts[1] if len(parts) > 2 else ""


def import_statements(name):
    """Yield (dotted module, whether at the top of the file) of every import."""
    tree, door = parsed(name), MODULES[name].suffix == ".pyi"
    top = set(map(id, tree.body))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            module = f"{name}.{node.module}" if door else node.module
            assert node.level == door, "imports are written in full"
            for alias in node.names:
                whole = f"{module}.{alias.name}"
                yield (whole if whole in MODULES else module), id(node) in top
        elif isinstance(node, ast.Import):
            yield from ((alias.name, id(node) in top) for alias in node.names)


@cache
def parsed(name):
    return ast.parse(MODULES[name].read_text())


@cache
def imported(name):
    """Return the modules of the house that a module imports, wherever in its text."""
    return frozenset(m for m, _ in import_statements(name) if m in MODULES) - {name}


@cache
def reached(name):
    """Return all that a module imports, near or far; doors of folders are docstrings."""
    found, queue = set(), [name]
    while queue:
        for module in imported(queue.pop()) - found:
            found.add(module)
            queue.append(module)
    return frozenset(found)


@pytest.mark.parametrize("wing", ROOMS)
def test_every_file_lies_in_a_room(wing):
    assert {room_of(name) for name in modules(wing)} == set(ROOMS[wing])


@pytest.mark.parametrize("name", MODULES)
def test_data_flows_one_way(name):
    wing, room = name.partition(".")[0], room_of(name)
    for module in imported(name):
        other = module.partition(".")[0]
        if other != wing:
            assert other == "termwise", f"{name} imports another wing: {module}"
        elif room_of(module) != room:
            allowed = ROOMS[wing][room]
            inside = module.removeprefix(f"{wing}.")
            if (name, inside) == (f"{wing}.__main__", "commands.main"):
                continue
            assert room_of(module) in allowed or inside in allowed, f"{name} -> {module}"


@pytest.mark.parametrize("wing", ROOMS)
def test_no_two_files_need_each_other(wing):
    try:
        TopologicalSorter({name: imported(name) for name in modules(wing)}).prepare()
    except CycleError as error:
        pytest.fail(f"a circle: {' -> '.join(error.args[1])}")


def test_the_product_and_the_sums_share_the_objects_and_the_algebra():
    for name in MODULES:
        if name.startswith("cylindric.products."):
            rooms = {room_of(m) for m in reached(name) if m.startswith("cylindric.")}
            assert rooms <= {"products", "objects", "algebra"}, name
        elif room_of(name) in ("sums", "growth", "macdonald", "randomised") and name.startswith(
            "cylindric."
        ):
            for module in imported(name):
                crosses = module.startswith("cylindric.products")
                assert not crosses or (name, module) == BETWEEN, f"{name} -> {module}"


@pytest.mark.parametrize("name", [f"{wing}.{name}" for wing in ALONE for name in ALONE[wing]])
def test_a_side_reaches_objects_and_algebra_only(name):
    wing = name.partition(".")[0]
    others = {m for m in reached(name) if m.startswith(f"{wing}.")}
    assert {room_of(module) for module in others} <= {"objects", "algebra"}, others


def test_the_recurrence_and_the_three_sums_share_no_code():
    """They share the algebra; the sums know no recurrence, and none of them another."""
    for name in MODULES:
        wing, room = name.partition(".")[0], room_of(name)
        if wing == "lambdadet" and room == "recurrence":
            assert {room_of(m) for m in reached(name) if m.startswith(wing)} <= {
                "algebra",
                "recurrence",
            }
        elif wing == "lambdadet" and room == "sums" and not is_door(name):
            others = {m for m in reached(name) if m.startswith(wing)}
            assert not {m for m in others if room_of(m) in ("recurrence", "sums")}, others
    matchings = {room_of(m) for m in reached("lambdadet.sums.matchings") if m.startswith(wing)}
    assert "objects" not in matchings, "a matching knows no matrix"


def test_the_formula_and_linear_algebra_share_no_code():
    """They share objects and algebra; so do they with the check of a certificate, which knows
    neither of them, nor how certificates are made."""
    for name in MODULES:
        others = {m for m in reached(name) if m.startswith("semicircular.")}
        rooms, inside = {room_of(m) for m in others}, name.removeprefix("semicircular.")
        if name.startswith("semicircular.") and room_of(name) in ("projections", "matrices"):
            assert rooms <= {"objects", "algebra", room_of(name)}, name
        elif inside in ("certificates.certificates", "certificates.factor"):
            assert rooms <= {"objects", "algebra", "certificates"}, name
            assert not {m for m in others if m.endswith((".construction", ".duhamel"))}, name


def test_the_proof_of_a_recurrence_knows_nothing_of_how_it_was_found():
    others = reached("cylindric.discovery.row_identity")
    assert {room_of(m) for m in others if m.startswith("cylindric.")} <= {"objects", "algebra"}
    assert "cylindric.algebra.interpolation" not in others


@pytest.mark.parametrize("name", [name for name in MODULES if room_of(name) and is_door(name)])
def test_the_door_of_a_room_is_a_docstring(name):
    (statement,) = ast.parse(MODULES[name].read_text()).body
    assert isinstance(statement, ast.Expr)
    assert len(statement.value.value.splitlines()) >= 5


def test_heavy_libraries_wait():
    for name in MODULES:
        for module, at_top in import_statements(name):
            if at_top and module.partition(".")[0] in HEAVY:
                assert name.endswith(".strategies"), f"{name} imports {module} at its top"


@pytest.mark.parametrize("wing", ROOMS)
def test_no_public_name_is_a_module(wing):
    door = __import__(wing)
    inside = {name.removeprefix(f"{wing}.").partition(".")[0] for name in modules(wing)}
    assert not inside & set(door.__all__)


def test_files_and_functions_fit():
    for name, path in MODULES.items():
        assert len(path.read_text().splitlines()) <= 400, name
        for node in ast.walk(parsed(name)):
            if isinstance(node, ast.FunctionDef):
                first = node.body[1] if ast.get_docstring(node) and node.body[1:] else node.body[0]
                assert node.end_lineno - first.lineno < 80, f"{name}.{node.name}"


def test_every_test_lies_where_its_subject_lies():
    """The test of wing/a/b.py is tests/wing/a/test_b.py; there may be more, and none elsewhere."""
    for wing in ROOMS.keys() - {"termwise"}:
        for path in (ROOT / "tests" / wing).rglob("test_*.py"):
            room = path.parent.relative_to(ROOT / "tests" / wing).as_posix()
            assert room in (".", *ROOMS[wing]), path
        rooms = {p.parent.name for p in (ROOT / "tests" / wing).glob("*/test_*.py")}
        assert rooms >= set(ROOMS[wing]) - {""}, rooms
