"""A check of one's own, from functions."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from itertools import count

import pytest

from termwise import Comparison, compare


def squares(k):
    """Return k times k.

    Slowly.
    """
    return sum(k for _ in range(k))


def test_every_side_at_every_term():
    found = compare("k^2", range(5), term="k = {}", slow=squares, fast=lambda k: k**2 + (k == 3))
    assert found == Comparison(
        "k^2",
        (("slow", "Return k times k."), ("fast", "")),
        found.rows,
    )
    assert [row.term for row in found.rows] == [f"k = {k}" for k in range(5)]
    assert [row.values for row in found.rows] == [(0, 0), (1, 1), (4, 4), (9, 10), (16, 16)]
    assert found.first_difference.term == "k = 3"


def test_three_sides_on_a_pool():
    told = []
    with ThreadPoolExecutor(2) as executor:
        found = compare(
            "k",
            range(9),
            executor=executor,
            progress=lambda done, total: told.append((done, total)),
            a=int,
            b=abs,
            c=lambda k: k,
        )
    assert found
    assert told[-1] == (9, 9)


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda: compare("s", [1], a=int), ValueError, "at least two functions, got \\['a'\\]"),
        (lambda: compare("s", [1], a=int, b=1), TypeError, "b must be a function of a term, got 1"),
        (lambda: compare("s", count(), limit=9, a=int, b=int), ValueError, "more terms"),
        (lambda: compare("s", [1], a=float, b=int), TypeError, "got the float 1.0 at 1"),
        (lambda: compare("s", 1, a=int, b=int), TypeError, "terms must be an iterable"),
    ],
)
def test_bad_input(call, error, says):
    with pytest.raises(error, match=says):
        call()


@pytest.mark.parametrize(
    ("terms", "term", "message"),
    [
        ([], "{}", "terms must be at least one, got none"),
        ([1], "z^{x}", "term must have one {}"),
        ([1], "z^{} {}", "term must have one {}"),
        ([1], "z^{", "term must have one {}"),
    ],
)
def test_terms_are_named_before_the_work(terms, term, message):
    asked = []
    with pytest.raises(ValueError, match=message):
        compare("s", terms, term=term, a=asked.append, b=int)
    assert not asked


def test_a_long_term_has_a_name():
    assert len(compare("s", [10**5000], a=int, b=int).rows[0].term) == 5001


@pytest.mark.parametrize(
    "value", [0.5, (1, 0.5), [0.5], {1: 0.5}, {0.5}, Decimal("0.5"), [{2: (1j,)}]]
)
def test_floats_are_refused_wherever_they_stand(value):
    with pytest.raises(TypeError, match="values must be exact, got the float"):
        compare("s", [1], a=lambda k: value, b=lambda k: value)
