"""Rules and weights by layers against the rows themselves, from the inequalities."""

from collections import Counter

import pytest

from cylindric import Profile, cylindric_partitions
from cylindric.sums.layer_rules import RULES, LayerRule, layered
from tests.cylindric.sums.row_definitions import counted

ORDER = 8
PROFILES = [(2, 1), (0, 3), (1, 1), (2, 1, 0), (3, 0, 1), (0, 1, 1, 0), (2,)]


def values(rows):
    return Counter(x for row in rows for x in row)


def in_a_row(rows):
    """How often the rows have their values."""
    return [n for row in rows for n in Counter(row).values()]


DEFINITIONS = {
    "all": lambda rows: True,
    "tight": lambda rows: not set.intersection(*map(set, rows)),
    "distinct": lambda rows: max(values(rows).values(), default=0) <= 1,
    "row-strict": lambda rows: max(in_a_row(rows), default=0) <= 1,
    "rows at most twice": lambda rows: max(in_a_row(rows), default=0) <= 2,
    "even multiplicities": lambda rows: all(n % 2 == 0 for n in values(rows).values()),
    "no multiplicity one": lambda rows: 1 not in values(rows).values(),
    "odd parts": lambda rows: all(x % 2 for x in values(rows)),
    "even parts": lambda rows: not any(x % 2 for x in values(rows)),
    "odd parts distinct": lambda rows: all(x % 2 == 0 or n <= 1 for x, n in values(rows).items()),
}


def one(c, rule, **given):
    series = layered(len(c), sum(c), ORDER, rule, start=c, **given)[c]
    return [int(series[n]) for n in range(ORDER)]


def test_every_rule_has_a_definition():
    assert DEFINITIONS.keys() == RULES.keys()


@pytest.mark.parametrize("c", PROFILES)
@pytest.mark.parametrize("name", RULES)
def test_rules(name, c):
    assert one(c, RULES[name]) == counted(c, ORDER, DEFINITIONS[name])


@pytest.mark.parametrize("name", ["all", "row-strict", "odd parts"])
def test_bounded_parts(name):
    for largest in (0, 1, 2, 3):

        def wanted(rows, largest=largest):
            return max(values(rows), default=0) <= largest and DEFINITIONS[name](rows)

        assert one((2, 1, 0), RULES[name], largest=largest) == counted((2, 1, 0), ORDER, wanted)


@pytest.mark.parametrize("weights", [(2, 1, 1), (1, 2, 3), (2, 2, 2)])
@pytest.mark.parametrize("name", ["all", "tight", "distinct", "no multiplicity one"])
def test_row_weights(weights, name):
    def weight(rows):
        return sum(w * sum(row) for w, row in zip(weights, rows, strict=True))

    for c in ((2, 1, 0), (0, 1, 2)):
        expected = counted(c, ORDER, DEFINITIONS[name], weight)
        assert one(c, RULES[name], weights=weights) == expected


@pytest.mark.parametrize("word", ["1010", "110", "01101", "11010", "00111"])
def test_slice_weights(word):
    """Against the objects themselves, the weights being turned along with the word."""
    profile = Profile(word)
    for turn in range(profile.period):
        slices = [1 + (k + turn) % profile.period for k in range(profile.period)]
        expected = [0] * ORDER
        for n in range(ORDER):
            for walk in cylindric_partitions(profile, n):
                at = sum(w * sum(mu) for w, mu in zip(slices, walk.partitions, strict=True))
                if at < ORDER:
                    expected[at] += 1
        place = word.index("0") + 1
        assert one(profile.composition, RULES["all"], slices=slices, place=place) == expected


def test_a_rule_that_is_not_cyclic_and_depends_on_m():
    """Parts above 2 in the first row alone."""
    rule = LayerRule("own", lambda m, f: m <= 2 or not any(f[1:]), period=0, cyclic=False)

    def wanted(rows):
        return all(x <= 2 for row in rows[1:] for x in row)

    for c in ((2, 1), (1, 2), (0, 2, 1)):
        assert one(c, rule) == counted(c, ORDER, wanted)


def test_all_compositions_at_once():
    together = layered(3, 3, ORDER, RULES["row-strict"])
    assert len(together) == 10
    for c, series in together.items():
        assert [int(series[n]) for n in range(ORDER)] == one(c, RULES["row-strict"])


def test_a_wrong_rule_is_seen():
    """f_{i-1} and f_i exchanged would read a chiral profile backwards: (3, 0, 1) with a bound."""
    wrong = layered(3, 4, ORDER, RULES["all"], largest=1, start=(3, 1, 0))[3, 1, 0]
    assert [int(wrong[n]) for n in range(ORDER)] != one((3, 0, 1), RULES["all"], largest=1)


def test_what_is_too_large_is_refused():
    with pytest.raises(ValueError, match="steps of listing layers"):
        layered(8, 20, 10, RULES["all"])
    with pytest.raises(ValueError, match="additions of layers"):
        layered(2, 2, 10_000, RULES["all"])
