"""Every check by name: its options, one ending of every signature, and the same rows in parts."""

from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction
from functools import partial
from inspect import Parameter, signature

import pytest

import cylindric
from cylindric import Profile
from cylindric.checks.catalogue import CHECKS, options_of
from cylindric.sums import listing

ENDING = ("limit", "executor", "progress")
OPTIONS = {
    "borodin": ("methods", "rule", "open"),
    "refined": ("rule", "open"),
    "bijection": ("rule", "open"),
    "largest-part": (),
    "last-passage": ("rule",),
    "particles": ("open",),
    "macdonald": ("mode", "q", "t", "refined", "points", "seed", "open"),
    "randomised-growth": ("q", "t", "rule", "mode", "direction", "points", "seed", "open"),
    "weight-forms": ("open",),
    "weight-symmetry": ("q", "t", "open"),
    "schur": ("open",),
    "hall-littlewood": ("open",),
    "q-whittaker": ("open",),
    "monomial": ("open",),
    "jack": ("alpha", "open"),
    "overpartitions": ("open",),
}


@pytest.mark.parametrize("name", CHECKS)
def test_options_of_every_check(name):
    assert options_of(name) == (*OPTIONS[name], *ENDING)


def test_the_catalogue_has_every_check_of_the_door():
    assert set(OPTIONS) == set(CHECKS)
    functions = {check.func if isinstance(check, partial) else check for check in CHECKS.values()}
    at_the_door = {name for name in cylindric.__all__ if name.startswith("check_")}
    # Rules and cells have no profile.
    others = {"check_local_rule", "check_probabilistic_rule", "check_cells"}
    assert {function.__name__ for function in functions} == at_the_door - others


@pytest.mark.parametrize("name", [n for n in cylindric.__all__ if n.startswith("check_")])
def test_every_check_ends_in_limit_executor_and_progress(name):
    *_, limit, executor, progress = signature(getattr(cylindric, name)).parameters.values()
    assert (limit.name, executor.name, progress.name) == ENDING
    assert {each.kind for each in (limit, executor, progress)} == {Parameter.KEYWORD_ONLY}
    assert (executor.default, progress.default) == (None, False)


GIVEN = [
    ("borodin", {}),
    ("borodin", {"methods": ("enumeration", "transfer", "bijection")}),
    ("borodin", {"open": True}),
    ("refined", {}),
    ("refined", {"open": True}),
    ("bijection", {}),
    ("bijection", {"open": True}),
    ("largest-part", {}),
    ("last-passage", {}),
    ("particles", {}),
    ("particles", {"open": True}),
    ("macdonald", {}),
    ("macdonald", {"refined": True}),
    ("macdonald", {"q": Fraction(1, 3), "t": Fraction(2, 7)}),
    ("macdonald", {"q": Fraction(1, 3), "t": Fraction(2, 7), "open": True}),
    ("randomised-growth", {}),
    ("randomised-growth", {"mode": "points", "points": 1, "open": True}),
    ("weight-forms", {}),
    ("weight-forms", {"open": True}),
    ("weight-symmetry", {}),
    *((name, {}) for name in ("schur", "hall-littlewood", "q-whittaker", "monomial")),
    ("jack", {"alpha": Fraction(2, 3)}),
    ("overpartitions", {}),
    ("overpartitions", {"open": True}),
]
NAMES = [" ".join([name, *options]) for name, options in GIVEN]


@pytest.fixture(scope="module")
def pool():
    with ProcessPoolExecutor(2) as executor:
        yield executor


def here_and_in_parts(monkeypatch, pool, name, options):
    """Return a check as it runs here, and cut into parts of five objects for a pool."""
    word, order = ("111000", 9) if options.get("open") else ("1010", 7)
    check = partial(CHECKS[name], Profile(word), order, **options)
    monkeypatch.setattr(listing, "SMALLEST_PART", 5)
    told = []
    here = check()
    parts = check(executor=pool, progress=lambda *done: told.append(done))
    assert max(total for _, total in told) > order  # weights were cut
    return here, parts


@pytest.mark.slow
@pytest.mark.parametrize(("name", "options"), GIVEN, ids=NAMES)
def test_parts_give_the_same_rows_in_the_same_order(monkeypatch, pool, name, options):
    here, parts = here_and_in_parts(monkeypatch, pool, name, options)
    assert here.agrees
    assert parts == here
