"""All orbits of a level at once: the layers of cylindric partitions modulo primes, made exact.

The partitions of profile c = (c_1, .., c_r) with parts at most m have the generating function
F_{c,m}, and N_{c,m} = (q^r; q^r)_m F_{c,m} is a polynomial.  The equation of Corteel and Welsh, cut
at the largest part and multiplied by (q^r; q^r)_m, says

    N_{c,m} = (1 - q^{rm}) N_{c,m-1} + sum over J of (-1)^{|J|-1} q^{m|J|} N_{c(J),m}

with N_{c,0} = 1, for non-empty J in {i: c_i > 0} and c(J) = c - 1_J + 1_{J+1}: 2^r terms at most.
Coefficients of degree d need those of degree d - m, d - 2m, ..; so rows of an array (degree, orbit)
are made m at a time, each by one indexed addition a size of J.  The degree of N_{c,m} is at most
(r-1) l m (m+1)/2, so nothing is cut off; its coefficients are not negative and their sum is C^m, C
the number of compositions; so enough primes give them all, and the sum is a check of each one.

Source: [CW19] for the equation; the degree and the sum by induction from the layers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from functools import partial
from itertools import combinations
from math import comb, isqrt

import numpy as np
import numpy.typing as npt
from flint import fmpz, fmpz_poly

from cylindric.objects.orbits import Composition, number_of_orbits, orbit_of, orbits_with_index
from termwise.arguments import brief
from termwise.price import require_bytes, require_steps
from termwise.running import Progress, each

Rows = npt.NDArray[np.int64]
Indices = npt.NDArray[np.intp]

LARGEST_BITS = 55
"""Primes have at most so many bits: then a double knows the quotient of a product up to 2^4."""


class OrbitLayers:
    """The orbits of a rank and a level, and which orbits the equation of each one joins.

    Args:
        rank, level: at least 1.
    """

    def __init__(self, rank: int, level: int) -> None:
        self.rank, self.level = rank, level
        self.compositions = number_of_compositions(rank, level)
        require_steps(
            50 * number_of_orbits(rank, level) * 2 ** min(rank, 64), "steps for the equations"
        )
        self.orbits, self.index = orbits_with_index(rank, level)
        self.joined = [self._joined(size) for size in range(1, rank + 1)]

    def _joined(self, size: int) -> Indices:
        """Return of each J of this size and each orbit c the index of c(J); the last means none."""
        none, rank = len(self.orbits), self.rank
        rows = []
        for chosen in combinations(range(rank), size):
            steps = [(i in chosen) - ((i - 1) % rank in chosen) for i in range(rank)]
            rows.append(
                [
                    self.index[tuple(a - s for a, s in zip(c, steps, strict=True))]
                    if all(c[i] for i in chosen)
                    else none
                    for c in self.orbits
                ]
            )
        return np.array([[*row, none] for row in rows if set(row) != {none}], np.intp).reshape(
            -1, none + 1
        )

    def degree(self, m: int) -> int:
        """Return a bound of the degree of N_{c,m}."""
        return (self.rank - 1) * self.level * m * (m + 1) // 2

    def at(self, composition: Composition) -> int:
        """Return the index of the orbit of a composition."""
        return self.index[orbit_of(composition)]

    def solve(
        self, base: Rows, m: int, moduli: int | Rows, joined_orbits: Sequence[Indices] | None = None
    ) -> Rows:
        """Return X_c = base_c + sum over J of (-1)^{|J|-1} q^{m|J|} X_{c(J)}, modulo primes.

        At most 2^r residues are added up before they are reduced.

        Args:
            base: a row a degree, a column an orbit, and one of zeros.
            m: the largest part.
            moduli: a prime, or one for each column.
            joined_orbits: in place of `joined`, if there are more columns.
        """
        rows = base.copy()
        for start in range(m, len(rows), m):
            block = rows[start : start + m]
            for size, joined in enumerate(joined_orbits or self.joined, 1):
                if start < m * size:
                    break
                below = rows[start - m * size :][: len(block)]
                if len(joined):
                    total = below[:, joined].sum(axis=1)
                    block += total if size % 2 else -total
            block %= moduli
        return rows

    def next_numerators(self, m: int, state: tuple[int, Rows]) -> tuple[int, Rows]:
        """Return the N_{c,m} modulo a prime from the N_{c,m-1}; the prime goes along with them."""
        prime, before = state
        base = np.zeros((self.degree(m) + 1, len(self.orbits) + 1), np.int64)
        base[: len(before)] = before
        shifted = base[self.rank * m :][: len(before)]
        shifted -= before[: len(shifted)]
        return prime, self.solve(base % prime, m, prime)

    def numerators(
        self,
        known: Sequence[Sequence[fmpz_poly]],
        n: int,
        *,
        executor: Executor | None = None,
        progress: Progress = False,
    ) -> Iterator[list[fmpz_poly]]:
        """Yield [N_{c,m} for each orbit c], m from what is known up to n, exactly.

        Args:
            known: the lists of m = 0, 1, .., at least the first.
            n: the last m.
            executor: works on the primes of a layer.
            progress: whether, or whom, to tell how many layers are done.

        Raises:
            ArithmeticError: N_{c,m}(1) is not C^m.
        """
        self.require(n)
        primes = primes_above(self.compositions**n, self.rank)
        states = [(p, self._residues(known[-1], p)) for p in primes]

        def layer(m: int) -> list[fmpz_poly]:
            nonlocal states
            work = executor.map if executor else map
            states = list(work(partial(self.next_numerators, m), states))
            needed = len(primes_above(self.compositions**m, self.rank))
            made = combined(states[:needed], len(self.orbits))
            for c, poly in zip(self.orbits, made, strict=True):
                if int(poly(1)) != self.compositions**m:
                    raise ArithmeticError(f"N_(c,{m})(1) of c = {c} is not C^{m}: a bug")
            return made

        yield from each(layer, range(len(known), n + 1), progress=progress, description="layers")

    def series(self, order: int, progress: Progress = False) -> list[fmpz_poly]:
        """Return F_c(1) of each orbit to an order: the layer of a part that is too heavy.

        A coefficient is at most that of 1/(q; q)^r: rows are partitions.
        """
        number = len(self.orbits) + 1
        steps = 2 * 2**self.rank * number * order * max(order, 50)
        require_steps(steps, "additions of layers")  # modulo one prime: the bound is long work, too
        bound = _coefficient_bound(self.rank, order)
        primes = primes_above(bound, self.rank)
        require_steps(steps * len(primes), "additions of layers")
        require_bytes(64 * len(primes) * number * order, "the series of a level")
        # The rows are short: all primes side by side, in one array, save most of the time.
        copies = range(len(primes))
        joined = [np.hstack([rows + number * i for i in copies]) for rows in self.joined]
        moduli = np.repeat(np.array(primes), number)
        table = np.zeros((order, number * len(primes)), np.int64)
        table[0] = 1
        table[0, number - 1 :: number] = 0

        def layer(m: int) -> None:
            nonlocal table
            table = self.solve(table, m, moduli, joined)

        for _ in each(layer, range(1, order), progress=progress, description="layers"):
            pass
        states = [(p, table[:, number * i : number * (i + 1)]) for i, p in enumerate(primes)]
        return combined(states, len(self.orbits))

    def _residues(self, polys: Sequence[fmpz_poly], prime: int) -> Rows:
        """Return the coefficients modulo a prime, a column for each; the last column is zero."""
        rows = max(map(len, polys))
        table = np.zeros((rows, len(polys) + 1), np.int64)
        for column, poly in enumerate(polys):
            table[: len(poly), column] = [int(c) % prime for c in poly.coeffs()]
        return table

    def cost(self, n: int) -> tuple[int, int]:
        """Return how many additions and bytes the layers up to n take, about."""
        rows = sum(self.degree(m) + 1 for m in range(1, min(n, 10**4) + 1))
        if n > 10**4:  # far too large; the order of magnitude will do
            rows = self.degree(n) * n // 3
        number = len(self.orbits) + 1
        bits = self.compositions.bit_length() * n
        primes = bits // prime_bits(self.rank) + 1
        exact = 2 * number * rows * (8 + (32 + bits // 16 if bits > 62 else 0))  # N, and quotients
        work = (
            number * (self.degree(n) + 1) * 8 * (2 * primes + 2 + comb(self.rank, self.rank // 2))
        )
        return primes * 2**self.rank * number * rows, exact + work

    def require(self, n: int) -> None:
        """Refuse layers that take too much time or memory."""
        steps, room = self.cost(n)
        require_bytes(room, f"the layers up to {brief(n)} of {len(self.orbits)} orbits")
        require_steps(steps, f"additions for the layers of {len(self.orbits)} orbits")


def number_of_compositions(rank: int, level: int) -> int:
    """Return C = binom(l + r - 1, r - 1), if so many can be gone through."""
    least = min(rank - 1, level)
    require_steps(2 ** min(least, 400), "compositions")
    number = comb(rank + level - 1, least)
    require_steps(20 * rank * number, "steps for the compositions")
    return number


def prime_bits(rank: int) -> int:
    """Return how long primes may be, so that 2^r residues can be added up in 62 bits."""
    return min(LARGEST_BITS, 62 - rank)


def primes_above(bound: int, rank: int) -> list[int]:
    """Return primes whose product is above a bound, the largest that may be used first."""
    primes, product, candidate = [], 1, 2 ** prime_bits(rank) - 1
    while product <= bound:
        if fmpz(candidate).is_prime():
            primes.append(candidate)
            product *= candidate
        candidate -= 2
    return primes


def combined(states: Sequence[tuple[int, Rows]], columns: int) -> list[fmpz_poly]:
    """Return the polynomials with these residues whose coefficients are 0 .. product of primes - 1.

    Garner's digits: x = d_1 + p_1 (d_2 + p_2 (d_3 + ..)), made for the whole table at once.
    """
    digits: list[Rows] = []
    for at, (prime, rows) in enumerate(states):
        digit = rows
        for earlier, (other, _) in zip(digits, states[:at], strict=True):
            digit = times((digit - earlier) % prime, pow(other, -1, prime), prime)
        digits.append(digit)
    polys = []
    for column in range(columns):
        poly = fmpz_poly()
        for (prime, _), digit in zip(reversed(states), reversed(digits), strict=True):
            poly = poly * prime + fmpz_poly(digit[:, column].tolist())
        polys.append(poly)
    return polys


def times(values: Rows, factor: int, prime: int) -> Rows:
    """Return values * factor modulo a prime of at most 55 bits.

    The quotient by the prime comes from a double, at most 13 off; the products are taken modulo
    2^64, and their difference, less than 14 p in size, is right.

    >>> times(np.array([2**54]), 2**54 - 1, 2**55 - 55) == 2**54 * (2**54 - 1) % (2**55 - 55)
    array([ True])
    """
    quotient = (values.astype(np.float64) * (factor / prime)).astype(np.int64)
    return (values * np.int64(factor) - quotient * np.int64(prime)) % prime


def _coefficient_bound(rank: int, order: int) -> int:
    """Return a bound of the coefficients of 1/(q; q)^r below q^order.

    That of q^n is at most e^(s n) times the product at e^-s, whose logarithm is below
    r pi^2 / (6 s); the best s gives exp(2 pi sqrt(r n / 6)), and 2 pi / sqrt(6) < 4 log 2.
    """
    return int(2 ** (4 * (isqrt(rank * order) + 1)))
