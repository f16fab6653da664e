"""The layout is the design: data flows one way, and every file has its place."""

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Floor by floor; a room uses only rooms on floors below its own, or to its left.
FLOORS = {
    "termwise": [
        "arguments",
        "exact",
        "rows",
        "notation",
        "report",
        "comparison",
        "running",
        "commands",
        "pictures",
        "sliders",
        "__init__",
    ],
    "cylindric": [
        "partitions",
        "profiles",
        "series",
        "qt_products",
        "qt_printing",
        "qt_fractions",
        "qt_parameters",
        "points",
        "multiseries",
        "products",
        "macdonald_products",
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
        "macdonald_steps",
        "lattice_paths",
        "vuletic_boxes",
        "specialisations",
        "overpartitions",
        "weights",
        "weighted_walks",
        "weight_sums",
        "identities",
        "bijections",
        "certificates",
        "macdonald_identities",
        "weight_identities",
        "special_identities",
        "boltzmann",
        "sampling",
        "recursive_sampling",
        "macdonald_sampling",
        "unrolled_drawing",
        "heat_drawing",
        "path_drawing",
        "surface_drawing",
        "cylinder_drawing",
        "array_drawing",
        "diagram_drawing",
        "growth_drawing",
        "sample_drawing",
        "strategies",
        "__init__",
        "qt_commands",
        "draw_commands",
        "cli",
        "__main__",
    ],
    "lambdadet": [
        "matrices",
        "bulk",
        "symmetry",
        "random_asms",
        "pairs",
        "lattice",
        "tilings",
        "matchings",
        "shuffling",
        "six_vertex",
        "drawing",
        "six_vertex_drawing",
        "lattice_drawing",
        "printing",
        "evaluation",
        "laurent",
        "entries",
        "condensation",
        "octahedron",
        "modular",
        "pair_sum",
        "one_sum",
        "closed_form",
        "matching_sum",
        "poles",
        "perturbation",
        "residues",
        "site_sum",
        "determinant",
        "identities",
        "strategies",
        "__init__",
        "cli",
        "__main__",
    ],
}


@cache
def imported(path):
    """Return the modules that a file imports, but for types and what notebook methods need."""
    tree = ast.parse(path.read_text())
    exempt = {
        id(inner)
        for node in ast.walk(tree)
        if (
            isinstance(node, ast.FunctionDef)
            and (node.name.startswith("_repr_") or node.name == "__str__")
        )
        or (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
        for inner in ast.walk(node)
    }
    found = []
    for node in ast.walk(tree):
        if id(node) not in exempt:
            if isinstance(node, ast.ImportFrom):
                # `from package import room` imports a room, too.
                rooms = FLOORS.get(node.module, [])
                found += [f"{node.module}.{a.name}" for a in node.names if a.name in rooms]
                if not any(a.name in rooms for a in node.names):
                    found.append(node.module)
            elif isinstance(node, ast.Import):
                found += [alias.name for alias in node.names]
    return found


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
OBJECTS = {
    "partitions",
    "profiles",
    "series",
    "multiseries",
    "qt_products",
    "qt_printing",
    "qt_fractions",
    "qt_parameters",
    "points",
}
SIDES = [
    {"products", "macdonald_products"},
    {"layers"},
    {"transfer"},
    {"corteel_welsh"},
    {"local_rules", "turns", "toggles", "growth"},
    {"macdonald_steps"},
    {"lattice_paths"},
    {"vuletic_boxes"},
    {"specialisations"},
    {"overpartitions"},
]
LAMBDA_SIDES = [
    {"condensation", "octahedron"},
    {"tilings", "matching_sum"},
    {"pair_sum"},
    {"one_sum"},
]


def needed(room, package="cylindric"):
    """Return everything in the package that a room imports, near or far."""
    found, queue = set(), [room]
    while queue:
        for module in imported(ROOT / package / f"{queue.pop()}.py"):
            wing, _, other = module.partition(".")
            if wing == package and other not in found:
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


def test_recurrence_matchings_and_matrices_share_no_code():
    for side in LAMBDA_SIDES:
        others = set().union(*(other for other in LAMBDA_SIDES if other is not side))
        for room in side:
            assert not needed(room, "lambdadet") & others, room
