"""The law of weighted tilings: every sequence of coins, exactly, against the closed form."""

import random
from collections import Counter
from fractions import Fraction
from itertools import product

import numpy as np
import pytest

from lambdadet.recurrence.octahedron import octahedron
from lambdadet.sampling import odds as module
from lambdadet.sampling.odds import DIGITS, DOUBT, Odds
from lambdadet.sampling.tilings import grown_sums, random_tiling, shuffled
from tests.lambdadet import definitions as brute


def square(size, rng, zeros=0.0):
    numbers = [
        0 if rng.random() < zeros else Fraction(rng.randint(1, 9), rng.randint(1, 5))
        for _ in range(size * size)
    ]
    return [numbers[k : k + size] for k in range(0, size * size, size)]


def weights(order, seed, zeros=0.0):
    """Random lam, mu, x1, x0."""
    rng = random.Random(seed)
    parameters = [square(order, rng, zeros) for _ in range(2)]
    return *parameters, square(order + 1, rng), square(order + 2, rng)


def closed_form(order, lam, mu, x1, x0):
    """{(A, B): probability} over all pairs that a search finds, or None if all weights are 0."""
    found = {}
    for a, b, exponents in brute.pairs(order + 1):
        weight = Fraction(1)
        for (kind, i, j), e in exponents.items():
            weight *= Fraction(lam[i - 1][j - 1] if kind == "lam" else mu[i - 1][j]) ** e
        for i, j in product(range(order + 1), repeat=2):
            weight *= Fraction(x1[i][j]) ** a[i][j]
        for i, j in product(range(order), repeat=2):
            weight *= Fraction(x0[i + 1][j + 1]) ** -b[i][j]
        if weight:
            found[a, b] = weight
    total = sum(found.values())
    return {pair: weight / total for pair, weight in found.items()} or None


def probabilities(odds, block=4):
    """A table a level of the lower values' probabilities, to 310 binary digits."""
    number = DIGITS * (block + 1)
    return [
        [[Fraction(int(d), 2**number) for d in row] for row in table]
        for table in odds.digits(block)
    ]


def law(order, tables):
    """{(A, B): probability} from every sequence of coins, with the odds of each."""
    states = {(((0, 0), (0, 1)), ()): Fraction(1)}
    for table in reversed(tables):
        after = Counter()
        for (larger, _), probability in states.items():
            sums = np.array(larger)
            places = []
            grown_sums(sums, lambda ones, _, to=places: to.extend(np.argwhere(ones)) or 0, None)
            for coins in product((False, True), repeat=len(places)):
                share = probability
                for (i, j), upper in zip(places, coins, strict=True):
                    share *= 1 - table[i][j] if upper else table[i][j]
                if share:
                    grown = grown_sums(sums, lambda ones, _, up=coins: np.array(up), None)
                    after[tuple(map(tuple, grown.tolist())), larger] += share
        states = after
    return {tuple(map(entries, pair)): share for pair, share in states.items()}


def agree(one, other):
    """Whether two laws are equal, in the first 85 decimals."""
    return one.keys() == other.keys() and all(
        abs(share - other[pair]) * 10**85 < 1 for pair, share in one.items()
    )


def entries(sums):
    rows = np.diff(np.diff(np.array(sums), axis=0), axis=1).tolist()
    return tuple(map(tuple, rows))


@pytest.mark.parametrize("order", [1, 2, 3])
@pytest.mark.parametrize("seed", range(4))
def test_the_law_is_the_closed_form(order, seed):
    given = weights(order, seed)
    found = law(order, probabilities(Odds(order, *given)))
    assert agree(found, closed_form(order, *given))
    only = *given[:2], [[1] * (order + 1)] * (order + 1), [[1] * (order + 2)] * (order + 2)
    found = law(order, probabilities(Odds(order, *given[:2], None, None)))
    assert agree(found, closed_form(order, *only))


@pytest.mark.slow
def test_the_law_with_weights_0():
    """Also where levels have zeros inside; where all tilings have weight 0, there is no law."""
    none = inside = 0
    for seed in range(160):
        order = 2 + seed % 2
        given = weights(order, seed, zeros=0.4)
        expected = closed_form(order, *given)
        if expected is None:
            none += 1
            with pytest.raises(ValueError, match="must leave a tiling whose weight is not 0"):
                Odds(order, *given)
            continue
        assert agree(law(order, probabilities(Odds(order, *given))), expected), seed
        try:
            octahedron(given[3], given[2], given[0], given[1])
        except ZeroDivisionError:
            inside += 1
    assert none > 10
    assert inside > 3


def shifted(rows):
    return [[*row[-1:], *row[:-1]] for row in rows]


MUTANTS = {
    "lam and mu swapped": lambda lam, mu, x1, x0: (mu, lam, x1, x0),
    "lam shifted": lambda lam, mu, x1, x0: (shifted(lam), mu, x1, x0),
    "mu shifted": lambda lam, mu, x1, x0: (lam, shifted(mu), x1, x0),
    "lam transposed": lambda lam, mu, x1, x0: (list(zip(*lam, strict=True)), mu, x1, x0),
    "mu transposed": lambda lam, mu, x1, x0: (lam, list(zip(*mu, strict=True)), x1, x0),
    "x1 transposed": lambda lam, mu, x1, x0: (lam, mu, list(zip(*x1, strict=True)), x0),
    "x0 transposed": lambda lam, mu, x1, x0: (lam, mu, x1, list(zip(*x0, strict=True))),
    "mu reversed": lambda lam, mu, x1, x0: (lam, [row[::-1] for row in mu], x1, x0),
    "x0 left out": lambda lam, mu, x1, x0: (lam, mu, x1, None),
    "x0 from its corner": lambda lam, mu, x1, x0: (lam, mu, x1, shifted(x0)),
}


@pytest.mark.parametrize("name", MUTANTS)
def test_mutants_have_another_law(name):
    given = weights(3, 1)
    found = law(3, probabilities(Odds(3, *MUTANTS[name](*given))))
    assert not agree(found, closed_form(3, *given))


def test_a_mutant_that_takes_the_other_value_is_seen():
    given = weights(2, 1)
    other = [[[1 - p for p in row] for row in table] for table in probabilities(Odds(2, *given))]
    assert not agree(law(2, other), closed_form(2, *given))


class Script:
    """A generator of given digits."""

    def __init__(self, digits):
        self.digits = iter(digits)

    def integers(self, least, most, size=None):
        assert (least, most) == (0, 4)
        return next(self.digits) if size is None else np.array([next(self.digits)])


@pytest.mark.parametrize(("lam", "mu"), [(0, 8), (5, 8), (Fraction(3, 8), 8), (8, 8), (5, 0)])
def test_a_coin_is_right_whatever_the_digits(monkeypatch, lam, mu):
    """All strings of 8 binary digits, read in pairs: what is decided is so for all that follow."""
    monkeypatch.setattr(module, "DIGITS", 2)
    coin = Odds(1, [[lam]], mu, None, None)
    p = Fraction(lam, lam + mu)
    outcomes = Counter()
    for drawn in product(range(4), repeat=4):
        least = Fraction(int("".join(map(str, drawn)), 4), 4**4)
        try:
            upper = bool(coin.upper(np.array([[True]]), Script(drawn))[0])
        except StopIteration:
            outcomes["not yet"] += 1
            continue
        outcomes[upper] += 1
        assert least >= p if upper else least + Fraction(1, 4**4) <= p
    assert outcomes["not yet"] <= 3
    assert not (lam == 0 and outcomes[False])
    assert not (mu == 0 and outcomes[True])


def wild(order, seed):
    """Weights that are far apart."""
    rng = random.Random(seed)
    return [
        [
            [Fraction(rng.randint(1, 99)) * Fraction(10) ** rng.randint(-99, 99) for _ in row]
            for row in t
        ]
        for t in weights(order, seed)
    ]


@pytest.mark.parametrize(("order", "make"), [(1, weights), (4, weights), (12, weights), (7, wild)])
def test_the_digits_are_those_of_the_recurrence(order, make):
    """The numbers of the recurrence, not rounded; the digits are off by 1 at most."""
    lam, mu, x1, x0 = make(order, 5)
    levels = octahedron(x0, x1, lam, mu)
    odds, n = Odds(order, lam, mu, x1, x0), order + 1
    for block, k in product(range(3), range(1, n)):
        table = odds.digits(block)[k - 1]
        assert table.shape == (n - k, n - k)
        for i, j in np.ndindex(table.shape):
            anti = lam[i][j] * levels[k][i][j + 1] * levels[k][i + 1][j]
            main = mu[i][n - k - j - 1] * levels[k][i][j] * levels[k][i + 1][j + 1]
            exact = int(anti / (anti + main) * 2 ** (DIGITS * (block + 1)))
            assert abs(exact - int(table[i, j])) <= DOUBT


@pytest.mark.slow
def test_the_digits_of_a_large_order_agree_with_longer_ones():
    """More digits are made from numbers of more bits: from another run of the recurrence."""
    rng = random.Random(7)
    lam, mu = ([[rng.randint(least, 9) for _ in range(60)] for _ in range(60)] for least in (0, 1))
    odds = Odds(60, lam, mu, None, None)
    for short, long in zip(odds.digits(0), odds.digits(1), strict=True):
        off = (short - np.array(long >> DIGITS, dtype=np.int64)).ravel()
        assert max(abs(off)) <= DOUBT


def test_few_digits_give_the_same_law(monkeypatch):
    """With 2 digits at a time most coins are in doubt for a while."""
    monkeypatch.setattr(module, "DIGITS", 2)
    given = weights(2, 3)
    coins, rng = Odds(2, *given).upper, np.random.default_rng(5)
    drawn = (shuffled(2, coins, rng) for _ in range(4000))
    found = Counter((pair.larger.rows, pair.smaller.rows) for pair in drawn)
    for pair, share in closed_form(2, *given).items():
        deviation = float(4000 * share * (1 - share)) ** 0.5
        assert abs(found[pair] - 4000 * float(share)) < 3.3 * deviation


@pytest.mark.slow
def test_the_distribution_at_order_4():
    """Chi-square over all 1024 tilings; those of small weight count as one."""
    given = weights(4, 11)
    number, rng = 30000, np.random.default_rng(2024)
    coins = Odds(4, *given).upper
    drawn = (shuffled(4, coins, rng) for _ in range(number))
    found = Counter((pair.larger.rows, pair.smaller.rows) for pair in drawn)
    expected = closed_form(4, *given)
    assert found.keys() <= expected.keys()
    rest = [0, 0.0]
    chi_square = cells = 0
    for (a, b), share in expected.items():
        mean, count = float(number * share), found[a, b]
        if mean < 5:
            rest = [rest[0] + count, rest[1] + mean]
        else:
            cells += 1
            chi_square += (count - mean) ** 2 / mean
    chi_square += (rest[0] - rest[1]) ** 2 / rest[1]
    assert cells > 100
    assert chi_square < cells + 3.3 * (2 * cells) ** 0.5  # 0.1%


def test_tables_of_one_number_have_the_law_of_the_number():
    lam = [[Fraction(2, 3)] * 3] * 3
    ones = [[1] * 4] * 4, [[1] * 5] * 5
    expected = closed_form(3, lam, [[1] * 3] * 3, *ones)
    assert agree(law(3, probabilities(Odds(3, lam, 1, None, None))), expected)


def test_at_a_large_order_tables_of_one_number_have_its_odds():
    odds = Odds(40, [[Fraction(2, 3)] * 40] * 40, Fraction(1, 7), None, None)
    expected = int(Fraction(14, 17) * 2**DIGITS)
    assert all(abs(int(d) - expected) <= DOUBT for table in odds.digits(0) for d in table.flat)


def test_tables_are_read_as_they_are_written():
    lam, mu, x1, x0 = weights(4, 2, zeros=0.1)
    pair = random_tiling(4, lam, 5, mu=mu, x1=x1, x0=x0)
    scaled = [[number * 7 for number in row] for row in lam], [[7 * m for m in row] for row in mu]
    assert random_tiling(4, scaled[0], 5, mu=scaled[1], x1=np.array(x1), x0=x0) == pair
    lower = np.tril(np.ones((4, 4), int))
    assert random_tiling(4, lower, 5) == random_tiling(4, lower.tolist(), 5, mu=[[1] * 4] * 4)


@pytest.mark.parametrize(
    ("given", "error", "says"),
    [
        ({"lam": [[1]]}, ValueError, "lam must be 2 x 2, got 1 rows"),
        ({"lam": [[1, 2], [3, 0.5]]}, TypeError, "lam must be ints or Fractions, got 0.5"),
        ({"lam": [[1, 2], [-3, 1]]}, ValueError, r"lam must be at least 0, got -3 at \(2, 1\)"),
        ({"mu": [[1, 2], [-3, 1]]}, ValueError, r"mu must be at least 0, got -3 at \(2, 0\)"),
        ({"x1": [[1, 1, 0]] * 3}, ValueError, r"x1 must be positive, got 0 at \(1, 3\)"),
        ({"x0": [[1, -1, 1, 1]] * 4}, ValueError, r"x0 must be positive, got -1 at \(2, 2\)"),
        ({"lam": [[0] * 2] * 2, "mu": 0}, ValueError, "must leave a tiling whose weight is not 0"),
    ],
)
def test_bad_weights(given, error, says):
    with pytest.raises(error, match=says):
        random_tiling(2, **given)


@pytest.mark.parametrize(("order", "largest"), [(600, 9), (10**6, 1)])
def test_what_takes_minutes_is_refused(order, largest):
    size = min(order, 300)
    lam = [[i + j + largest for i in range(size)] for j in range(size)]
    with pytest.raises(ValueError, match=r"this takes about .* steps"):
        random_tiling(order, lam)
    assert random_tiling(5, [[10**3000] * 5] * 5, rng=1, mu=[[1] * 5] * 5).larger.size == 6
