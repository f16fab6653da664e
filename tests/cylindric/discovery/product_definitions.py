"""Products of series from their definition: slow, and obviously right."""

from itertools import product

from cylindric import Profile, borodin_series


def exponents_by_division(coefficients):
    """Return a_1, a_2, .. of a list that starts with 1: the first that is left is the next a_n."""
    left, found = list(coefficients), []
    for n in range(1, len(left)):
        a = left[n]
        found.append(a)
        for _ in range(abs(a)):
            left = times_one_minus(left, n) if a > 0 else over_one_minus(left, n)
    return tuple(found)


def multiplied_out(exponents, order):
    """Return the coefficients of prod (1 - q^n)^(-a_n)."""
    series = [1] + [0] * (order - 1)
    for n, a in enumerate(exponents, 1):
        for _ in range(abs(a)):
            series = over_one_minus(series, n) if a > 0 else times_one_minus(series, n)
    return series


def times_one_minus(series, n):
    return [c - (series[k - n] if k >= n else 0) for k, c in enumerate(series)]


def over_one_minus(series, n):
    quotient = []
    for k, c in enumerate(series):
        quotient.append(c + (quotient[k - n] if k >= n else 0))
    return quotient


class ScannedLevel:
    """The orbits of the compositions of a level, and their series by Borodin's product."""

    def __init__(self, rank, level):
        self.rank, self.level = rank, level
        words = [c for c in product(range(level + 1), repeat=rank) if sum(c) == level]
        self.orbits = sorted({max(c[i:] + c[:i] for i in range(rank)) for c in words}, reverse=True)

    def series(self, c, order):
        return borodin_series(Profile.from_composition(c), order)
