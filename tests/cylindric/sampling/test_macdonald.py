"""The Macdonald law at any size: chi-square on all small objects, moments, and planted mistakes."""

from fractions import Fraction
from functools import cache
from math import prod

import numpy as np
import pytest

from cylindric import (
    CylindricPartition,
    Profile,
    cylindric_partitions,
    expected_weight,
    macdonald_weight,
    reverse_plane_partitions,
    sample_macdonald,
    variance_weight,
)
from cylindric.sampling import macdonald, perfect, randomised_rules
from cylindric.sampling.heat_bath import HeatBath, LocalLaw
from cylindric.sampling.listing import sample_macdonald_by_listing
from cylindric.sampling.perfect import LabelPoints
from cylindric.sampling.randomised_rules import HallLittlewood, QWhittaker
from tests.cylindric.sampling.test_perfect import monomials, tally

HALF, THIRD, LARGE = Fraction(1, 2), Fraction(1, 3), Fraction(9, 10)
GRID = [
    (Fraction(0), Fraction(0)),
    (THIRD, THIRD),
    (Fraction(0), HALF),
    (Fraction(2, 5), Fraction(0)),
    (HALF, THIRD),
    (THIRD, HALF),
    (LARGE, Fraction(4, 5)),
    (Fraction(4, 5), LARGE),
    (Fraction(0), LARGE),
    (Fraction(3, 4), Fraction(0)),
    (LARGE, Fraction(0)),
]
# Profile, z, open; in a refined law the z_k differ; a busy one has partitions of many rows.
LAWS = {
    "10": ("10", 0.3, False),
    "1010": ("1010", 0.3, False),
    "11010": ("11010", 0.3, False),
    "open": ("11010", 0.35, True),
    "busy": ("1010", 0.55, False),
    "refined": ("11010", [0.25, 0.15, 0.2, 0.3, 0.1], False),
}


@cache
def law(name, q, t):
    """The objects of small weight, and the probability of each, from the definition."""
    word, z, is_open = LAWS[name]
    refined = z if isinstance(z, list) else [z] * len(word)
    listing = reverse_plane_partitions if is_open else cylindric_partitions
    weight = 8 if name == "busy" else 4
    objects = [c for n in range(weight + 1) for c in listing(Profile(word), n)]
    powers = float(q) ** np.arange(400 if q else 1)
    product = 1.0
    for x, hook in monomials(word, refined, is_open, turns=40):
        if hook % len(word) == 0:  # nu: no q and t
            product /= 1 - x
        else:
            product *= ((1 - float(t) * powers * x) / (1 - powers * x)).prod()
    weights = [
        float(macdonald_weight(c, q, t))
        * prod(x**mu.size for x, mu in zip(refined, c.partitions, strict=True))
        for c in objects
    ]
    return dict(zip(objects, (w / product for w in weights), strict=True))


def deviation(name, q, t, size=10_000, seed=1):
    """How many standard deviations chi-square is above its mean, for samples against the law."""
    word, z, is_open = LAWS[name]
    found = tally(sample_macdonald(Profile(word), z, q, t, size, rng=seed, open=is_open))
    pairs = [(found[c], size * p) for c, p in law(name, q, t).items() if size * p >= 10]
    seen, expected = np.array(pairs).T
    seen, expected = np.append(seen, size - seen.sum()), np.append(expected, size - expected.sum())
    degrees = len(seen) - 1
    return (((seen - expected) ** 2 / expected).sum() - degrees) / (2 * degrees) ** 0.5


@pytest.mark.slow
@pytest.mark.parametrize(("q", "t"), GRID)
@pytest.mark.parametrize("name", [name for name in LAWS if name != "busy"])
def test_law_on_all_small_objects(name, q, t):
    """Chi-square below 3.5 standard deviations above its mean; the seed is fixed."""
    assert deviation(name, q, t, 2000 if q and t and q != t else 10_000) < 3.5


@pytest.mark.parametrize(
    ("q", "t"), [(Fraction(2, 5), Fraction(0)), (Fraction(1, 5), Fraction(0)), (Fraction(0), LARGE)]
)
def test_the_busy_law_holds_where_mistakes_are_planted(q, t):
    assert deviation("busy", q, t, 40_000) < 3.5


def fails(*cases):
    """Some of the cases, the law of some profile at q and t, is now seen to be wrong."""
    return max(deviation(name, q, t) for name, q, t in cases) > 10


def test_a_missing_factor_is_found(monkeypatch):
    """(q; q)_{b - few} forgotten in the law of what moves, row by row."""
    right = QWhittaker.product

    def wrong(self, n):
        calls.append(0)
        return right(self, n) * (len(calls) % 4 != 2)

    calls = []
    monkeypatch.setattr(QWhittaker, "product", wrong)
    assert deviation("busy", Fraction(2, 5), Fraction(0), 40_000) > 10


def test_a_missing_factor_of_the_heat_bath_is_found(monkeypatch):
    """f(n, 0) = (t q^n; q)_oo / (q^{n+1}; q)_oo forgotten between row and row."""
    right = HeatBath.h
    monkeypatch.setattr(HeatBath, "h", lambda self, n, d: right(self, n, d) - self.f(n, d - 1))
    assert fails(("1010", HALF, THIRD), ("refined", HALF, THIRD))


@pytest.mark.parametrize("rule", [HallLittlewood, QWhittaker])
def test_the_forgotten_first_row_is_found(monkeypatch, rule):
    """Labels go nowhere: the first row is none that can grow by itself."""
    right = rule.draw
    monkeypatch.setattr(
        rule,
        "draw",
        lambda self, inner, left, right_, labels, rng: right(
            self, inner, left, right_, 0 * labels, rng
        ),
    )
    assert fails(("10", Fraction(0), HALF), ("10", Fraction(2, 5), Fraction(0)))


def test_the_forgotten_first_row_of_the_heat_bath_is_found(monkeypatch):
    """The first row stays at its least value, where it can grow by itself."""
    right = LocalLaw.propose

    def wrong(self, cells, rng):
        drawn = right(self, cells, rng)
        drawn[:, 0] = self.least[cells, 0]
        return drawn

    monkeypatch.setattr(LocalLaw, "propose", wrong)
    assert fails(("10", HALF, THIRD), ("open", HALF, THIRD))


@pytest.mark.parametrize(("q", "t"), [(Fraction(0), HALF), (HALF, Fraction(0)), (HALF, THIRD)])
def test_the_wrong_turn_is_found(monkeypatch, q, t):
    """x_b of the box one turn further on."""
    right = macdonald.boltzmann_factors

    def wrong(*given, **named):
        factors = right(*given, **named)
        boxes = len(factors.counts) - factors.trace
        factors.log_x[:-1, :boxes] = factors.log_x[1:, :boxes]
        return factors

    monkeypatch.setattr(macdonald, "boltzmann_factors", wrong)
    assert fails(("1010", q, t), ("refined", q, t))


def test_a_hall_littlewood_chain_run_in_the_wrong_direction_is_found(monkeypatch):
    """The ones of a cluster stay at its right end."""
    monkeypatch.setattr(randomised_rules, "_move", lambda *given: None)
    assert deviation("busy", Fraction(0), LARGE, 40_000) > 10


def test_a_q_whittaker_chain_run_in_the_wrong_direction_is_found(monkeypatch):
    """The random word is read from its other end: V is as far above its least value."""
    right = QWhittaker.move

    def wrong(self, low, high, b, rng):
        most, least = low.copy(), np.maximum(low.astype(int) + high - b, 0)
        right(self, low, high, b, rng)
        low[:] = most + least - low

    monkeypatch.setattr(QWhittaker, "move", wrong)
    assert deviation("busy", Fraction(1, 5), Fraction(0), 40_000) > 10


def test_a_heat_bath_run_in_the_wrong_direction_is_found(monkeypatch):
    """The steps of a turn in the order of peeling, not in the reverse."""
    toggles = macdonald.Toggles

    def wrong(profile):
        backwards = toggles(profile)
        backwards.steps.reverse()
        return backwards

    monkeypatch.setattr("cylindric.sampling.heat_bath.Toggles", wrong)
    assert fails(("open", HALF, THIRD), ("refined", HALF, THIRD))


@pytest.mark.parametrize(("q", "t"), [(Fraction(0), HALF), (HALF, Fraction(0)), (HALF, THIRD)])
def test_nu_drawn_with_t_is_found(monkeypatch, q, t):
    """The trace has no q and no t: its multiplicities are geometric."""
    right = perfect.draw_points

    def wrong(factors, number, rng):
        points = right(factors, number, rng)
        nu = points.rows == len(factors.members) - 1
        kept = ~nu | (rng.random(len(nu)) < 1 - float(max(q, t)) ** points.labels)
        return LabelPoints(*(column[kept] for column in points))

    monkeypatch.setattr(macdonald, "draw_points", wrong)
    monkeypatch.setattr("cylindric.sampling.heat_bath.draw_points", wrong)
    assert fails(("10", q, t))


@pytest.mark.parametrize(
    ("word", "z", "q", "t", "size"),
    [
        ("11010", 0.8, 0, 0.5, 4000),
        ("11010", 0.8, 0.5, 0, 4000),
        ("1101", [0.9, 0.7, 0.8, 1.1], 0.3, 0, 4000),
        ("111000", 0.8, 0.97, 0, 2000),
        ("1010", 0.8, 0, 0.95, 4000),
        ("1010", 0.8, 0.5, 1 / 3, 200),
        ("1010", 0.8, 1 / 3, 0.9, 200),
    ],
)
def test_mean_and_variance(word, z, q, t, size):
    """The law of large numbers, to four standard errors."""
    pi = Profile(word)
    weights = sample_macdonald(pi, z, q, t, size, rng=3).weights
    mean, variance = expected_weight(pi, z, q=q, t=t), variance_weight(pi, z, q=q, t=t)
    assert abs(weights.mean() - mean) < 4 * (variance / size) ** 0.5
    squares = (weights - mean) ** 2
    assert abs(squares.mean() - variance) < 4 * squares.std() / size**0.5


@pytest.mark.parametrize(("q", "t"), [(0, 0.5), (0.5, 0), (0.5, 1 / 3)])
def test_a_large_object(q, t):
    pi = Profile("1" * 30 + "0" * 30)
    c = sample_macdonald(pi, 0.95, q, t, rng=1)
    assert CylindricPartition(pi, c.partitions) == c
    mean, variance = expected_weight(pi, 0.95, q=q, t=t), variance_weight(pi, 0.95, q=q, t=t)
    assert abs(c.weight - mean) < 4 * variance**0.5


@pytest.mark.slow
@pytest.mark.parametrize(("q", "t"), [(0, HALF), (HALF, 0), (HALF, THIRD), (HALF, HALF)])
def test_against_listing(q, t):
    """The weights of both samplers have one law: means to four standard errors."""
    pi, size = Profile("1010"), 2000
    ours = sample_macdonald(pi, THIRD, q, t, size, rng=1).weights
    theirs = sample_macdonald_by_listing(pi, THIRD, q, t, size, rng=2).weights
    error = ((ours.var() + theirs.var()) / size) ** 0.5
    assert abs(ours.mean() - theirs.mean()) < 4 * error


@pytest.mark.slow
def test_exact_samples_are_those_of_the_lists():
    pi, given = Profile("1010"), (THIRD, HALF, Fraction(1, 4))
    exact = sample_macdonald(pi, *given, 20, rng=1, exact=True)
    assert exact == sample_macdonald_by_listing(pi, *given, 20, rng=1)
    assert (exact.law.z, exact.law.q, exact.law.acceptance) == ((1 / 3,) * 4, 0.5, None)
    alone = sample_macdonald(pi, *given, rng=1, exact=True)
    assert alone == sample_macdonald_by_listing(pi, *given, rng=1)
    with pytest.raises(TypeError, match=r"q must be an exact number .*, got 0\.5"):
        sample_macdonald(pi, THIRD, 0.5, 0, exact=True)
    with pytest.raises(ValueError, match="more than the limit of 20000: pass a larger limit"):
        sample_macdonald(pi, Fraction(9, 10), HALF, 0, rng=1, exact=True)


def test_a_seed_repeats_and_the_acceptance_is_reported():
    rates = []
    pair = [
        sample_macdonald(Profile("1010"), 0.7, 0.5, 0.9, 20, rng=3, report=rates.append)
        for _ in range(2)
    ]
    assert pair[0] == pair[1]
    assert rates[0] == rates[1]
    assert 0 < rates[0] <= 1
    one = sample_macdonald(Profile("1010"), 0.7, 0.5, 0.9, 1, rng=3)
    alone = sample_macdonald(Profile("1010"), 0.7, 0.5, 0.9, rng=3, report=rates.append)
    assert (alone, rates[2]) == (one[0], one.law.acceptance)
    alone = sample_macdonald(Profile("1010"), 0.7, 0.5, 0, rng=3)
    assert alone == sample_macdonald(Profile("1010"), 0.7, 0.5, 0, 1, rng=3)[0]


def test_a_hopeless_acceptance_is_refused_with_the_figure(monkeypatch):
    def hopeless(self, cells, drawn):
        return np.full(len(cells), 1e-9)

    monkeypatch.setattr("cylindric.sampling.heat_bath.LocalLaw.chances", hopeless)
    with pytest.raises(ValueError, match=r"acceptance of at least 1e-06, got about 1e-09 at q = 0"):
        sample_macdonald(Profile("10"), 0.5, 0.5, 0.25, rng=1)


@pytest.mark.parametrize(
    ("z", "q", "t", "error", "says"),
    [
        ("x", HALF, THIRD, TypeError, "z must be a number or the numbers"),
        (THIRD, "x", THIRD, TypeError, "q must be a number"),
        (THIRD, None, THIRD, TypeError, "q must be a number"),
        (1, HALF, THIRD, ValueError, "z must be between 0 and 1, got 1"),
        ([2, 1], HALF, THIRD, ValueError, "z must give every box"),
        (THIRD, 1, THIRD, ValueError, "q must be in 0 <= q < 1, got 1"),
        (THIRD, HALF, -HALF, ValueError, "t must be in 0 <= t < 1, got -1/2"),
        (THIRD, 1 - Fraction(1, 10**30), HALF, ValueError, "q must be in 0 <= q < 1"),
        (THIRD, float("nan"), HALF, ValueError, "q must be in 0 <= q < 1, got nan"),
        (0.5, 1 - 1e-12, 0, ValueError, "for the moments, q being near 1"),
        (0.9999, HALF, 0, ValueError, "pass limit="),
        (0.9995, HALF, THIRD, ValueError, "steps of draws at general q and t.* pass limit="),
    ],
)
def test_bad_numbers(z, q, t, error, says):
    with pytest.raises(error, match=says):
        sample_macdonald(Profile("10") if z != 0.9999 else Profile("11010"), z, q, t)


def test_other_bad_arguments():
    with pytest.raises(ValueError, match="size must be at least 1, got 0"):
        sample_macdonald(Profile("10"), HALF, HALF, 0, 0)
    with pytest.raises(TypeError, match="rng must be a numpy Generator"):
        sample_macdonald(Profile("10"), HALF, HALF, 0, rng="seven")
    with pytest.raises(ValueError, match=r"cubes and cells .* limit of 1: pass limit="):
        sample_macdonald(Profile("1010"), HALF, HALF, 0, rng=1, limit=1)
