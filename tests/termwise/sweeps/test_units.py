"""Keys are canonical, checks are found by name, and what a check finds is kept in a line."""

import json

import pytest

from termwise import Comparison
from termwise.sweeps.units import (
    ATTEMPTS,
    Failure,
    import_check,
    key_of,
    outcome_of,
    path_of,
    run_batch,
)
from tests.termwise.sweeps import units_to_check

HERE = "tests.termwise.sweeps.units_to_check"


def test_a_key_does_not_depend_on_the_order_of_names():
    assert (
        key_of({"b": 1, "a": [1, "é"]}) == key_of({"a": [1, "é"], "b": 1}) == '{"a":[1,"é"],"b":1}'
    )


@pytest.mark.parametrize(
    "unit", [(1, 2), {1: 2}, {"a": {3}}, float("nan"), b"x", object(), [(1,)], "\ud800"]
)
def test_what_is_no_json_is_refused(unit):
    with pytest.raises(ValueError, match="units must be JSON values, got"):
        key_of(unit)


def test_a_unit_is_small_and_not_too_deep():
    with pytest.raises(ValueError, match="at most 10000 characters, got 20002"):
        key_of("x" * 20_000)
    deep = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(ValueError, match="JSON"):
        key_of(deep)


def test_a_function_is_its_path():
    path = f"{HERE}:square"
    assert path_of(units_to_check.square) == path_of(path) == path
    assert import_check(path) is units_to_check.square
    for nothing in (lambda unit: unit, 3, None, units_to_check):
        with pytest.raises(ValueError, match="check must be"):
            path_of(nothing)


@pytest.mark.parametrize(
    "path", ["", "nowhere", "nowhere:f", "math:", f"{HERE}:absent", f"{HERE}:NOT_A_FUNCTION", ":x"]
)
def test_a_path_that_leads_nowhere(path):
    with pytest.raises(ValueError, match="check must be") as error:
        import_check(path)
    assert "\n" not in str(error.value)


def test_a_disagreement_is_kept_whole():
    (found,) = run_batch(f"{HERE}:square", '{"wrong": 2}', ["2"])
    assert not found.agrees
    assert found.left != found.right
    assert found.difference == "DIFFERS at 2: sum = 3, square = 4 (1 of 3 terms)"
    assert [row["values"] for row in json.loads(found.whole)["rows"]] == [[0, 0], [1, 1], [3, 4]]


def test_digests_see_every_term_and_value_and_are_equal_only_if_the_sides_agree():
    def digests(left, right):
        found = outcome_of(Comparison.of_terms("s", {"a": left, "b": right}), 0)
        assert found.agrees == (found.left == found.right)
        return found.left, found.right

    seen = [
        digests({0: 1, 1: 2}, {0: 1, 1: 2}),
        digests({0: 1, 2: 2}, {0: 1, 2: 2}),
        digests({0: 1, 1: 3}, {0: 1, 1: 3}),
        digests({0: 1, 1: 2}, {0: 1, 1: 4}),
        digests({0: 10**5000}, {0: 10**5000}),
    ]
    assert len({left for left, _ in seen}) == 4
    assert len(set(seen)) == 5


def test_what_raises_is_tried_again_and_said_in_a_line():
    agreed, failed = run_batch(f"{HERE}:raising", "{}", ["2", "3"])
    assert agreed.agrees
    assert failed == Failure("ZeroDivisionError: nothing is divided by 3", ATTEMPTS)
    (wrong,) = run_batch(f"{HERE}:no_comparison", "{}", ["0"])
    assert wrong.error == "TypeError: check must return a Comparison or a Claim, got True"


def test_claims_are_kept_like_comparisons():
    holds, refuted = run_batch(f"{HERE}:claim", "{}", ["1", "5"])
    assert (holds.agrees, holds.difference) == (True, None)
    assert (refuted.agrees, refuted.difference) == (False, "n = 5")
    assert json.loads(refuted.whole)["counterexample"] == "n = 5"
    assert refuted.left != refuted.right
