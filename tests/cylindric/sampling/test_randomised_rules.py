"""The rules, cell by cell: their laws as products, exactly, and the arrays against these laws."""

from collections import Counter
from fractions import Fraction
from functools import cache
from itertools import product

import numpy as np
import pytest

from cylindric import phi, psi
from cylindric.sampling.randomised_rules import HallLittlewood, QWhittaker

ROWS = 5


def pad(shape):
    return (*shape, *[0] * (ROWS - len(shape)))


def interlaces(inner, outer):
    chain = [part for pair in zip(pad(outer), pad(inner), strict=True) for part in pair]
    return chain == sorted(chain, reverse=True)


SHAPES = [
    tuple(part for part in parts if part)
    for parts in product(range(3, -1, -1), repeat=3)
    if list(parts) == sorted(parts, reverse=True)
]
CORNERS = [
    (inner, left, right)
    for left, right, inner in product(SHAPES, repeat=3)
    if interlaces(inner, left) and interlaces(inner, right)
]


def q_products(q, n):
    value = Fraction(1)
    for k in range(1, n + 1):
        value *= 1 - q**k
    return value


def binomial(q, n, k):
    return 0 if k > n else q_products(q, n) / q_products(q, k) / q_products(q, n - k)


def q_whittaker_law(inner, left, right, label, q):
    """What each row sends on is independent, and the last one sends nothing."""
    moves = []
    for i in range(ROWS):
        a, c = right[i] - inner[i], left[i] - inner[i]
        law = {}
        for v in range(min(a, c) + 1):
            if i:
                b = inner[i - 1] - inner[i]
                rest = binomial(q, b - a, c - v) / binomial(q, b, c)
            else:
                rest = q_products(q, c) / q_products(q, c - v)
            law[v] = q ** ((a - v) * (c - v)) * binomial(q, a, v) * rest
        assert sum(law.values()) == 1
        moves.append([(v, p) for v, p in law.items() if p])
    total = Counter()
    for choice in product(*moves):
        chance = Fraction(1)
        for _, p in choice:
            chance *= p
        sent = [label, *(v for v, _ in choice)]
        total[
            tuple(left[i] + right[i] - inner[i] - sent[i + 1] + sent[i] for i in range(ROWS))
        ] += chance
    return total


def hall_littlewood_law(inner, left, right, label, t):
    """Column by column: e, the bonds kept or cut, and f, from the definition."""
    most = max(left[0], right[0]) + label + 1

    def columns(shape):
        return [sum(part > j for part in shape) for j in range(most)]

    ins, lefts, rights = columns(inner), columns(left), columns(right)
    bits = [left - into for left, into in zip(lefts, ins, strict=True)]
    bonds = []
    for j in range(most - 1):
        apart = lefts[j] - lefts[j + 1]
        if lefts[j] != rights[j] or lefts[j + 1] != rights[j + 1]:
            chance = Fraction(0)
        else:
            pair = bits[j], bits[j + 1]
            kept = {(0, 1): 1 - t, (1, 0): 0}.get(pair, 1) * t**apart
            chance = kept / (1 - t**apart + kept) if kept else Fraction(0)
        bonds.append(chance)
    total = Counter()
    for choice in product((True, False), repeat=most - 1):
        chance = Fraction(1)
        for kept, p in zip(choice, bonds, strict=True):
            chance *= p if kept else 1 - p
        if not chance:
            continue
        clusters = [[0]]
        for j, kept in enumerate(choice, 1):
            if kept:
                clusters[-1].append(j)
            else:
                clusters.append([j])
        outer = [max(pair) for pair in zip(lefts, rights, strict=True)]
        for cluster in clusters:
            if lefts[cluster[0]] == rights[cluster[0]]:
                more = label if cluster is clusters[-1] else 0
                for j in cluster[: sum(bits[j] for j in cluster) + more]:
                    outer[j] += 1
        total[tuple(sum(column > i for column in outer) for i in range(ROWS))] += chance
    return total


LAWS = {
    "q-whittaker": (q_whittaker_law, Fraction(2, 5), Fraction(0), QWhittaker),
    "hall-littlewood": (hall_littlewood_law, Fraction(0), Fraction(3, 7), HallLittlewood),
}


@cache
def step(weight, outer, inner, q, t):
    return weight(outer, inner).at(q, t) if interlaces(inner, outer) else 0


def shape_of(row):
    return tuple(part for part in row if part)


@pytest.mark.slow
@pytest.mark.parametrize("name", LAWS)
def test_what_flows_into_outer_is_its_weight(name):
    """The sum over (inner, m) of psi phi g_m P is phi psi, exactly, for every outer."""
    law, q, t, _ = LAWS[name]
    flows = Counter()
    for inner, left, right in CORNERS:
        weight = Fraction(step(psi, left, inner, q, t) * step(phi, right, inner, q, t))
        for label in range(3):
            g = Fraction(1)
            for k in range(label):
                g *= (1 - t * q**k) / (1 - q ** (k + 1))
            for outer, chance in law(pad(inner), pad(left), pad(right), label, q or t).items():
                flows[left, right, shape_of(outer), label] += weight * g * chance
    sums = Counter()
    for (left, right, outer, _), flow in flows.items():
        sums[left, right, outer] += flow
    checked = 0
    for (left, right, outer), flow in sums.items():
        # Only labels up to 2 were tried: m = |outer| + |inner| - |left| - |right|.
        largest = sum(outer) + min(sum(left), sum(right)) - sum(left) - sum(right)
        if largest <= 2:
            wanted = step(phi, outer, left, q, t) * step(psi, outer, right, q, t)
            assert flow == wanted, (left, right, outer)
            checked += 1
    assert checked > 300


@pytest.mark.parametrize("name", LAWS)
@pytest.mark.parametrize("slow", [False, True])
def test_arrays_draw_from_the_law(name, slow, monkeypatch):
    """Chi-square of all cells with a choice together; 500 draws each."""
    law, q, t, rule = LAWS[name]
    if slow:
        monkeypatch.setattr("cylindric.sampling.randomised_rules.UNLIKELY", 2.0)
    rng, size = np.random.default_rng(1), 500
    drawing = rule(float(q or t))
    statistic, degrees = 0.0, 0
    for inner, left, right in CORNERS[:: 1 if name == "q-whittaker" else 2]:
        expected = law(pad(inner), pad(left), pad(right), 1, q or t)
        corners = (np.tile(pad(c), (1, size, 1)).astype(np.int16) for c in (inner, left, right))
        drawn = drawing.draw(*corners, np.full((1, size), 1, np.int16), rng)
        found = Counter(map(tuple, drawn[0].tolist()))
        assert set(found) <= set(expected)
        statistic += sum(
            (found[c] - size * float(p)) ** 2 / (size * float(p)) for c, p in expected.items()
        )
        degrees += len(expected) - 1
    assert degrees > 50
    assert abs(statistic - degrees) < 4 * (2 * degrees) ** 0.5


def test_large_parts_need_no_large_numbers():
    """Letters one by one, where the first chance is tiny."""
    rng = np.random.default_rng(2)
    rule, size = QWhittaker(0.999), 4000
    low, b = np.full((size, 2), 40), np.full((size, 2), 100)
    high = np.full((size, 2), 50)
    low[:, 0] = 0
    rule.move(low, high, b, rng)
    # About hypergeometric: 40 of 100 letters, 50 of them ones; q near 1 sends a little more.
    assert 20 < low[:, 1].mean() < 21.5
    assert (low[:, 0] == 0).all()
