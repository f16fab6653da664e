"""Families: what is known of each, all ways to count it, and what is refused."""

import pytest

from cylindric import Family, Profile, Series, borodin_series, find_product, qpochhammer
from cylindric.discovery.families import METHODS, NAMES

ROW_STRICT = {
    (1, 1): (2, 0, 0, 2, 0, 1, 2, -1, 2, 1, 0, 2, 0, 0, 2, 0),
    (3, 1): (2, 0, 1, 1, 1, 1, 1, 1, 1, 0, 2, 0),
    (3, 2, 0): (2, 1, 2, 1, 2, 0, 2, 1, 2, 0, 2, 1, 2, 1, 2, 0),
    (3, 0, 2): (2, 1, 2, 1, 2, 0, 2, 1, 2, 0, 2, 1, 2, 1, 2, 0),
    (3, 1, 1): (3, 0, 1, 2, 1, 1, 3, -1, 3, 1, 1, 2, 1, 0, 3, 0),
    (1, 1, 0, 0): (2, 1, 1, 1, 1, 2, 1, 1, 1, 1, 2, 0),
}
"""Exponents of the period."""

ROW_STRICT_PERIODS = {
    (3, 0, 0): 24,
    (2, 0, 1, 0, 0): 16,
    (2, 0, 0, 1, 0): 16,
    (1, 1, 1, 0, 0): 16,
    (5, 1, 0): 54,
    (5, 0, 1): 54,
    (4, 2, 0): 54,
    (4, 0, 2): 54,
    (4, 3, 0): 50,
    (3, 1, 0, 0): 32,
    (3, 1, 1, 0, 0): 40,
    (2, 0, 1, 0, 0, 0): 27,
}


@pytest.mark.parametrize("c", ROW_STRICT)
def test_row_strict_products(c):
    found = find_product(
        Family("row-strict").series(c, 60), confirm=Family("row-strict").series(c, 120)
    )
    assert (found.exponents, found.status) == (ROW_STRICT[c], "certified")


@pytest.mark.parametrize("c", ROW_STRICT_PERIODS)
def test_row_strict_products_of_long_periods(c):
    period = ROW_STRICT_PERIODS[c]
    found = find_product(Family("row-strict").series(c, 3 * period + 12))
    assert found.period == period


def test_the_row_strict_product_of_one_term():
    expected = qpochhammer(2, 2, 200) * qpochhammer(3, 3, 200) / qpochhammer(1, 1, 200) ** 2
    for c in ((2, 1, 0), (2, 0, 1)):
        assert Family("row-strict").series(c, 200) == expected


def test_tight_is_borodin_without_the_common_values():
    for c in ((2, 1), (2, 1, 0), (1, 1, 1, 1)):
        borodin = borodin_series(Profile.from_composition(c), 40)
        tight = qpochhammer(len(c), len(c), 40) * borodin
        assert Family("tight").series(c, 40) == tight


def test_even_parts_are_everything_at_the_square():
    for c in ((2, 1), (2, 1, 0)):
        borodin = borodin_series(Profile.from_composition(c), 20).named("q")
        assert Family("even parts").series(c, 39).coefficients[::2] == borodin.coefficients


def walks(c, steps):
    """Walks of c_i -> c_i - 1, c_{i+1} -> c_{i+1} + 1: their numbers, step by step."""
    counts, states = [], {c: 1}
    for _ in range(steps):
        counts.append(sum(states.values()))
        after = {}
        for d, number in states.items():
            for i in range(len(d)):
                if d[i]:
                    e = list(d)
                    e[i] -= 1
                    e[(i + 1) % len(d)] += 1
                    after[tuple(e)] = after.get(tuple(e), 0) + number
        states = after
    return counts


@pytest.mark.parametrize("c", [(2, 1), (2, 1, 0), (3, 0, 1), (1, 1, 1, 1)])
def test_distinct_parts_are_walks(c):
    """sum_n w_n q^{n(n+1)/2}/(q)_n"""
    order = 60
    expected = Series([0], order)
    for n, number in enumerate(walks(c, 11)):
        room = [0] * (n * (n + 1) // 2) + [number]
        if len(room) <= order:
            expected += Series(room, order) / qpochhammer(1, 1, order, length=n)
    assert Family("distinct").series(c, order) == expected


def test_numbers_of_walks():
    assert walks((2, 1), 8) == [1, 2, 3, 5, 8, 13, 21, 34]
    assert walks((2, 1, 0), 8) == [2**n for n in range(8)]


def test_even_multiplicities_of_two_rows_are_products():
    """The level floor(l/2), or l/2 - 1 if both c_i are odd, at q^2, times (q^4)/(q^2)."""
    order = 46
    factor = qpochhammer(4, 4, order) / qpochhammer(2, 2, order)
    for level in range(1, 7):
        for i in range(level // 2 + 1):
            c = (level - i, i)
            below = ((level - i) // 2, i // 2)
            product = borodin_series(Profile.from_composition(below), order // 2)
            square = Series([x for n in product.coefficients for x in (n, 0)], order)
            assert Family("even multiplicities").series(c, order) == factor * square, c


def test_all_ways_to_count():
    for name, methods in METHODS.items():
        family = Family(name, bound=2 if name == "bounded rows" else None)
        assert family.methods == methods
        profile = Profile("1101" if name in ("doubled", "symmetric") else "10110")
        ways = [family.series(profile, 24, method=method) for method in methods]
        assert all(way == ways[0] for way in ways), name
        assert any(ways[0].coefficients[1:])


def test_slices_two_ways():
    for word in ("10110", "011"):
        family = Family(slices=range(1, len(word) + 1))
        assert family.methods == ("layers", "product")
        product = family.series(Profile(word), 30, method="product")
        assert family.series(Profile(word), 30) == product
    ends = Family("doubled", slices=(3, 1, 2, 1))
    assert ends.series(Profile("101"), 20) == ends.series(Profile("101"), 20, method="product")


def test_weights_of_rows_are_not_rotated():
    family = Family("distinct", weights=(1, 2))
    assert family.series((2, 0), 20) != family.series((0, 2), 20)
    assert family.series((0, 2), 20) == Family("distinct", weights=(2, 1)).series((2, 0), 20)


def test_a_rule_of_ones_own():
    own = Family(lambda m, f: max(f) <= 1)
    assert own.series((2, 1, 0), 12) == Family("row-strict").series((2, 1, 0), 12)
    with pytest.raises(TypeError, match="value must be one that JSON"):
        own.to_json()


def test_bounded_rows_of_gaussian_binomials():
    """One row of at most b parts, at most m: [b + m, b]."""
    assert Family("bounded rows", bound=2).series((0,), 9, largest=2).coefficients == (
        *(1, 1, 2, 1, 1),
        *(0, 0, 0, 0),
    )


@pytest.mark.parametrize("family", [Family(), Family("tight", (1, 2)), Family(slices=[1, 2, 3])])
def test_it_prints_what_it_is(family):
    assert eval(repr(family)) == family
    assert str(Family("tight", (1, 2))) == "tight, row weights (1, 2)"
    assert str(Family("bounded rows", bound=2)) == "bounded rows, at most 2 parts"


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda: Family("thight"), ValueError, "rule must be one of all, tight"),
        (lambda: Family(3), TypeError, "rule must be a name or a function"),
        (lambda: Family(weights=[0, 1]), ValueError, "weights must be at least 1, got 0"),
        (lambda: Family(weights=[10**10]), ValueError, "weights must be at most 1000000000"),
        (lambda: Family("bounded rows", bound=10**5000), ValueError, "parts a row, more than"),
        (lambda: Family(weights=[0.5]), TypeError, "weights must be an integer"),
        (lambda: Family(weights=[1], slices=[1]), ValueError, "slices must not be given with"),
        (lambda: Family("bounded rows"), ValueError, "bound must be given for bounded rows"),
        (lambda: Family("tight", bound=2), ValueError, "bound must be given for bounded rows"),
        (lambda: Family("bounded rows", (1,), bound=2), ValueError, "weights must not be given"),
        (lambda: Family("symmetric", slices=(1, 1)), ValueError, "slices must not be given for s"),
        (lambda: Family().series(Profile("1"), 5), ValueError, "profile must have a 0"),
        (lambda: Family().series((2, 1), 0), ValueError, "order must be at least 1"),
        (lambda: Family(weights=(1, 2)).series((2,), 5), ValueError, "weights must be 1 for"),
        (lambda: Family(slices=(1, 2)).series((2,), 5), ValueError, "slices must be 3 for"),
        (lambda: Family("doubled", slices=(1, 2)).series((2,), 5), ValueError, "slices must be 4"),
        (lambda: Family().series((2,), 5, method="fermions"), ValueError, "method must be one of"),
        (lambda: Family().series((2,), 5, method="product", largest=1), ValueError, "largest must"),
        (
            lambda: Family("row-strict").series((2, 1, 1), 5, method="binomials"),
            ValueError,
            "unless the rank is 2",
        ),
        (lambda: Family().series((9,) * 12, 50), ValueError, "steps of listing layers"),
        (lambda: Family(lambda m, f: None).series((2, 1), 9), TypeError, "rule must return True"),
        (lambda: Family(lambda m, f: "no").series((2, 1), 9), TypeError, "got 'no' of "),
        (lambda: Family("doubled").series(Profile("10" * 40), 50), ValueError, "this takes"),
    ],
)
def test_what_is_refused_in_one_line(call, error, says):
    assert set(METHODS) == set(NAMES)
    with pytest.raises(error, match=says) as raised:
        call()
    assert "\n" not in str(raised.value)
