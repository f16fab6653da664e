"""Every object of a weight, allowed once: the numbers, the limits, the parts."""

import re

import pytest

from cylindric import (
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
    count_series,
    cylindric_partitions,
    macdonald_certificate,
    number_of_cylindric_partitions,
    reverse_plane_partitions,
    weight_series,
)
from cylindric.objects.partitions import number_of_partitions
from cylindric.sums import listing
from cylindric.sums.listing import below, in_batches
from tests.cylindric import definitions as brute


@pytest.mark.slow
def test_number_is_known_beforehand_and_large_requests_say_it():
    pi = Profile("11010")
    assert number_of_cylindric_partitions(pi, 12) == sum(1 for _ in cylindric_partitions(pi, 12))
    with pytest.raises(ValueError, match=r"takes 21143475886 cylindric partitions .*pass limit="):
        cylindric_partitions(pi, 100)
    with pytest.raises(ValueError, match="limit of 3: pass limit=4"):
        cylindric_partitions(pi, 2, limit=3)
    assert next(cylindric_partitions(pi, 60, limit=10**9)).weight == 60
    with pytest.raises(ValueError, match="this takes more than 63413988 cylindric partitions"):
        cylindric_partitions(pi, 10**6)
    long = Profile("10" * 400)
    assert sum(1 for _ in cylindric_partitions(long, 1)) == 400
    assert next(cylindric_partitions(Profile("1" * 1200), 0)).weight == 0


def test_counts_agree_with_the_product_on_many_profiles():
    for word in brute.words(6):
        pi = Profile(word)
        counts = tuple(sum(1 for _ in cylindric_partitions(pi, n)) for n in range(7))
        assert counts == borodin_series(pi, 7).coefficients


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: cylindric_partitions(Profile("10"), -1), ValueError, "weight must be at least 0"),
        (lambda: cylindric_partitions(Profile("10"), 1.0), TypeError, "weight must be an integer"),
        (lambda: cylindric_partitions("10", 1), TypeError, "such as Profile"),
    ],
)
def test_listing_refuses(make, error, says):
    with pytest.raises(error, match=says):
        make()


def test_batches_and_parts_are_the_objects_of_a_weight(monkeypatch):
    objects = below(Profile("1010"), 8)
    listed = list(cylindric_partitions(Profile("1010"), 7))
    assert list(objects.of_weight(7)) == listed
    monkeypatch.setattr(listing, "BATCH", 5)
    assert [len(batch) for batch in objects.batches(7)] == [5] * 7 + [3]
    assert [c for batch in objects.batches(7) for c in batch] == listed
    parts = [c for part in range(3) for batch in objects.batches(7, (part, 3)) for c in batch]
    assert sorted(c.partitions for c in parts) == sorted(c.partitions for c in listed)
    assert list(in_batches(range(12))) == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9], [10, 11]]


PI = Profile("1010")


@pytest.mark.parametrize(
    "check",
    [
        lambda: check_bijection(PI, 12),
        lambda: check_borodin(PI, 8, ["enumeration", "transfer", "bijection"]),
        lambda: check_refined(PI, 6),
        lambda: check_macdonald(PI, 6),
        lambda: check_macdonald(PI, 6, q=2, t=3),
        lambda: check_weight_forms(PI, 6),
    ],
    ids=["bijection", "borodin", "refined", "macdonald", "macdonald at numbers", "weight forms"],
)
def test_a_check_asks_the_product_once_how_much_there_is(monkeypatch, check):
    asked = []

    def told(*given, **options):
        asked.append(given)
        return borodin_series(*given, **options)

    monkeypatch.setattr(listing, "borodin_series", told)
    assert check()
    assert len(asked) == 1


REFUSED = [
    lambda limit: cylindric_partitions(Profile("1"), 150_000, limit=limit),
    lambda limit: cylindric_partitions(Profile("1010"), 200_000, limit=limit),
    lambda limit: cylindric_partitions(Profile("1010"), 9_000, limit=limit),
    lambda limit: reverse_plane_partitions(Profile("1100"), 200_000, limit=limit),
    lambda limit: check_bijection(Profile("1"), 150_000, limit=limit),
    lambda limit: check_borodin(Profile("1"), 150_000, ["enumeration"], limit=limit),
    lambda limit: check_borodin(Profile("1"), 150_002, ["layers"], limit=limit),
    lambda limit: check_refined(Profile("1010"), 40, limit=limit),
    lambda limit: check_largest_part(Profile("1"), 150_000, limit=limit),
    lambda limit: check_last_passage(Profile("1"), 150_000, limit=limit),
    lambda limit: check_macdonald(Profile("1"), 300, limit=limit),
    lambda limit: check_overpartitions(Profile("1"), 150_000, limit=limit),
    lambda limit: check_specialisation(Profile("1"), 150_000, "schur", limit=limit),
    lambda limit: check_weight_forms(Profile("1"), 150_000, limit=limit),
    lambda limit: count_series(Profile("1"), 150_000, limit=limit),
    lambda limit: macdonald_certificate(Profile("1"), 150_000, limit=limit),
    lambda limit: weight_series(Profile("1"), 300, limit=limit),
]


@pytest.mark.parametrize("call", REFUSED, ids=range(len(REFUSED)))
def test_no_refusal_recommends_what_was_passed(call):
    limit = 150_001
    with pytest.raises(ValueError, match=f"the limit of {limit}: pass ") as refused:
        call(limit)
    said = str(refused.value)
    more, number, long = re.match(r"this takes (more than )?(\d+)(\.\.\S+)? ", said).groups()
    assert int(number) > limit
    assert said.endswith("pass a larger limit" if more or long else f"pass limit={number} to go on")


def test_walks_of_one_letter_are_refused_by_their_number():
    many = number_of_partitions(150_000)
    says = rf"takes {str(many)[:10]}\.\.{str(many)[-10:]} \(426 digits\) .*: pass a larger limit"
    with pytest.raises(ValueError, match=says):
        cylindric_partitions(Profile("1"), 150_000, limit=150_001)
    assert next(cylindric_partitions(Profile("1"), 150_000, limit=many)).weight == 150_000
    assert list(cylindric_partitions(Profile("11"), 150_001, limit=0)) == []


def test_a_recommended_limit_is_enough():
    """Few objects of a large weight: it is the product that is long."""
    with pytest.raises(ValueError, match="to go on") as refused:
        reverse_plane_partitions(Profile("10"), 300_000, limit=3)
    limit = int(re.search(r"limit=(\d+)", str(refused.value)).group(1))
    assert next(reverse_plane_partitions(Profile("10"), 300_000, limit=limit)).weight == 300_000
