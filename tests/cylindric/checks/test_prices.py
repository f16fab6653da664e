"""What a check takes in unasked is what it can do in seconds, whatever is done with an object."""

import time

import pytest

from cylindric import (
    BURGE,
    Profile,
    borodin_series,
    check_bijection,
    check_borodin,
    check_largest_part,
    check_last_passage,
    check_macdonald,
    check_overpartitions,
    check_refined,
    check_specialisation,
    check_weight_forms,
    check_weight_symmetry,
    count_series,
    weight_series,
)
from cylindric.sums.listing import CARRIED, LISTED, PEELED, WEIGHED, below

PI = Profile("1010")


def order_above(number):
    """Return the least order up to which the reverse plane partitions are more than a number."""
    total = 0
    for weight, coefficient in enumerate(borodin_series(PI, 1000, open=True).coefficients):
        total += coefficient
        if total > number:
            return weight + 1
    raise AssertionError


REFUSED = [
    (LISTED, lambda order, **how: check_borodin(PI, order, ["enumeration"], **how)),
    (LISTED, lambda order, **how: count_series(PI, order, "enumeration", **how)),
    (PEELED, lambda order, **how: check_borodin(PI, order, ["bijection"], **how)),
    (PEELED, lambda order, **how: check_borodin(PI, order, rule=BURGE, **how)),
    (PEELED, lambda order, **how: count_series(PI, order, "bijection", **how)),
    (PEELED, lambda order, **how: check_bijection(PI, order, **how)),
    (PEELED, lambda order, **how: check_refined(PI, order, **how)),
    (WEIGHED, lambda order, **how: check_macdonald(PI, order, **how)),
    (WEIGHED, lambda order, **how: check_macdonald(PI, order, q=2, t=3, **how)),
    (WEIGHED, lambda order, **how: check_overpartitions(PI, order, **how)),
    (WEIGHED, lambda order, **how: check_specialisation(PI, order, "schur", **how)),
    (WEIGHED, lambda order, **how: check_weight_forms(PI, order, **how)),
    (WEIGHED, lambda order, **how: check_weight_symmetry(PI, order, **how)),
    (WEIGHED, lambda order, **how: weight_series(PI, order, **how)),
    (CARRIED, lambda order, **how: count_series(PI, order, "transfer", **how)),
]


@pytest.mark.parametrize(("usual", "call"), REFUSED, ids=range(len(REFUSED)))
def test_the_least_order_above_the_default_is_refused_at_once(usual, call):
    order = order_above(usual)
    number = sum(borodin_series(PI, order, open=True).coefficients)
    says = f"takes {number} cylindric partitions .* more than the limit of {usual}: pass limit="
    started = time.process_time()
    for how in ({}, {"limit": None}):
        with pytest.raises(ValueError, match=says):
            call(order, open=True, **how)
    assert time.process_time() - started < 1
    assert below(PI, order - 1, usual, open=True).price <= usual
    with pytest.raises(ValueError, match="more than the limit of 5: pass limit="):
        call(4, open=True, limit=5)


@pytest.mark.parametrize("check", [check_largest_part, check_last_passage])
def test_labels_are_listed_as_dearly_as_they_are_peeled(check):
    with pytest.raises(ValueError, match=f"more than the limit of {PEELED}: pass limit="):
        check(Profile("11010"), 28)


def test_a_bijection_of_many_objects_is_refused():
    with pytest.raises(ValueError, match=r"takes 457878 cylindric partitions"):
        check_bijection(PI, 200, open=True)


def test_the_usual_methods_leave_out_what_is_too_dear_and_say_so(monkeypatch):
    monkeypatch.setattr("cylindric.checks.borodin.PEELED", 200)
    few, many = check_borodin(PI, 9), check_borodin(PI, 10)
    assert [name for name, _ in few.sides] == ["product", "layers", "transfer", "bijection"]
    assert [name for name, _ in many.sides] == ["product", "layers", "transfer"]
    assert few.notes == ()
    (note,) = many.notes
    assert note.startswith("bijection left out: 242 objects to peel")
    for how in ({"limit": 10**7}, {"rule": BURGE}, {"methods": ["bijection"]}):
        assert "bijection" in dict(check_borodin(PI, 10, **how).sides)
