r"""A level: all compositions c_1 + .. + c_r = l up to rotation, and the polynomials that they have.

    F_{c,m}   partitions of profile c with parts at most m, by weight; F_c(z) by the largest part
    N_{c,m} = (q^r; q^r)_m F_{c,m}                     tight ones: coefficients >= 0, sum C^m
    P_{c,n} = (q^r; q^r)_n [z^n] F_c(z)                coefficients >= 0, sum C^n
    H_{c,m} = (q^G; q^G)_m F_{c,m}                     a polynomial, G = gcd(l, r)
    Q_{c,n} = (q^G; q^G)_n [z^n] (z q; q)_inf F_c(z)   a polynomial, sum (G (C - r) / r)^n

C = binom(l + r - 1, r - 1) is the number of compositions.  That P and N are not negative is proved,
that Q is not a conjecture: [CDU] and [W23] for r = 3 and l not divisible by 3.  All orbits are made
at once, exactly, by `cylindric.sums.orbit_layers`; what is known about their sums is compared
whenever they are made.  Profiles read backwards have the same objects with r and l exchanged, hence
the same F, H and Q; the side of the smaller rank is the one that is computed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import cached_property
from math import gcd
from operator import index
from typing import Any

from flint import fmpz_poly

from cylindric.algebra.polynomials import Polynomial, from_flint
from cylindric.algebra.series import Series, from_poly
from cylindric.discovery.level_checks import check_polynomials, require_of
from cylindric.discovery.level_polynomials import Layer, alternating, differences, index_quotient
from cylindric.objects.orbits import Composition, number_of_orbits, orbit_of
from cylindric.objects.profiles import Profile
from cylindric.sums.orbit_layers import OrbitLayers, number_of_compositions
from termwise.arguments import require_integer, shown
from termwise.claims import Claim as Claim
from termwise.doors import door
from termwise.formats import Storable
from termwise.running import Progress

ORBITS_SHOWN = 12


class _Made:
    """What has been computed for the side of smaller rank, l >= r, kept by its Level."""

    def __init__(self, rank: int, level: int) -> None:
        self.layers = OrbitLayers(rank, level)
        self.numerators = [[fmpz_poly([1])] * len(self.layers.orbits)]
        self.series: list[fmpz_poly] = []
        self.order = 0
        self.quotients: dict[int, list[fmpz_poly]] = {}  # H_{c,0}, H_{c,1}, ..
        self.common = gcd(rank, level)

    def extend(self, n: int, executor: Executor | None, progress: Progress) -> None:
        known = self.numerators
        if n >= len(known):
            more = self.layers.numerators(known, n, executor=executor, progress=progress)
            self.numerators = [*known, *more]  # at once: another thread may be doing the same

    def bounded(self, at: int, n: int) -> list[fmpz_poly]:
        """Return H_{c,0}, .., H_{c,n} of an orbit.

        Raises:
            ArithmeticError: the division leaves a remainder.
        """
        found = list(self.quotients.get(at, ()))
        for m in range(len(found), n + 1):
            below, rest = index_quotient(self.layers.rank, self.common, m), fmpz_poly()
            quotient = self.numerators[m][at]
            if below.degree() > 0:
                quotient, rest = divmod(quotient, below)
            if rest.degree() >= 0:
                raise ArithmeticError(f"(q^G; q^G)_{m} F_(c,{m}) is no polynomial: a bug")
            found.append(quotient)
        self.quotients[at] = found
        return found[: n + 1]


@dataclass(frozen=True)
class Level(Storable):
    """The orbits of the compositions of a rank and a level, and their polynomials.

    Everything that is computed is kept as long as the object is.  A composition may be given in
    any rotation, or as a Profile.

    Args:
        rank: r, the number of rows, at least 1.
        level: l, the sum of a composition, at least 1.

    Raises:
        TypeError: rank or level is no integer.
        ValueError: one of them is below 1, or there are too many compositions.

    Source: [CDU], [W23] for Q_{c,n} at rank 3.

    >>> level = Level(3, 4)
    >>> print(level)
    rank 3, level 4: 15 compositions, 5 orbits
    >>> for c in level.orbits:
    ...     print(c, level.Q(c, 1))
    (4, 0, 0) q**2 + q**3 + q**4 + q**6
    (3, 1, 0) q + q**2 + q**3 + q**5
    (3, 0, 1) q + q**2 + q**3 + q**4
    (2, 2, 0) q + 2*q**2 + q**4
    (2, 1, 1) 2*q + q**2 + q**3
    """

    rank: int
    level: int
    _store: dict[str, Any] = field(
        default_factory=dict, init=False, repr=False, compare=False, hash=False
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "rank", require_integer("rank", self.rank, 1))
        object.__setattr__(self, "level", require_integer("level", self.level, 1))
        number_of_compositions(self.rank, self.level)
        number_of_compositions(self.level, self.rank)

    def __reduce__(self) -> tuple[type[Level], tuple[int, int]]:
        return Level, (self.rank, self.level)

    @property
    def _made(self) -> _Made:
        if "made" not in self._store:
            self._store["made"] = _Made(*sorted((self.rank, self.level)))
        made: _Made = self._store["made"]
        return made

    @property
    def dual(self) -> Level:
        """The level of the same objects read backwards: rank and level exchanged."""
        return Level(self.level, self.rank)

    @property
    def computed_as(self) -> Level:
        """The level whose layers are computed: of this one and its dual, that of smaller rank."""
        return self if self.rank <= self.level else self.dual

    @property
    def number_of_compositions(self) -> int:
        """C, the number of compositions."""
        return number_of_compositions(self.rank, self.level)

    @cached_property
    def orbits(self) -> tuple[Composition, ...]:
        """The compositions up to rotation, the largest of each orbit, from the largest down.

        >>> Level(3, 2).orbits, Level(3, 2).computed_as.orbits
        (((2, 0, 0), (1, 1, 0)), ((3, 0), (2, 1)))
        """
        found = tuple(self._made.layers.orbits)
        if self.computed_as is not self:
            found = tuple(sorted((orbit_of(_backwards(c)) for c in found), reverse=True))
        return found

    @door
    def orbit(self, composition: Profile | Iterable[int]) -> Composition:
        """Return the composition by which `orbits` calls the orbit of this one.

        Raises:
            TypeError: it is no composition.
            ValueError: it has another rank or level.

        >>> Level(3, 4).orbit((0, 1, 3)), Level(2, 3).orbit(Profile("10101"))
        ((3, 0, 1), (2, 1))
        """
        return orbit_of(self._composition(composition))

    def _composition(self, given: Any) -> Composition:
        if isinstance(given, Profile):
            given = given.composition
        try:
            c = tuple(index(part) for part in given)
        except TypeError:
            raise TypeError(
                f"composition must be a Profile or integers, got {shown(given)}"
            ) from None
        if len(c) != self.rank or sum(c) != self.level or min(c) < 0:
            raise ValueError(
                f"composition must be {self.rank} non-negative integers of sum {self.level}, "
                f"got {shown(given)}"
            )
        return c

    def _at(self, composition: Any) -> int:
        """Return the number of the orbit on the side that is computed."""
        c = self._composition(composition)
        return self._made.layers.at(c if self.rank <= self.level else _backwards(c))

    @door
    def prepare(
        self, n: int, *, executor: Executor | None = None, progress: Progress = False
    ) -> None:
        """Compute the layers of all orbits up to n now, rather than when they are asked for.

        Args:
            n: the largest part.
            executor: works on the primes of each layer.
            progress: whether, or whom, to tell how many layers are done.

        Raises:
            ValueError: they would take too much memory or time; `price(n)` says how much.
        """
        self._made.extend(require_integer("n", n, 0), executor, progress)

    @door
    def price(self, n: int) -> tuple[int, int]:
        """Return about how many additions and bytes the layers of all orbits up to n take.

        >>> Level(3, 31).price(6)
        (9849696, 26455128)
        """
        return self._made.layers.cost(require_integer("n", n, 0))

    @door
    def series(
        self, composition: Profile | Iterable[int], order: int, *, progress: Progress = False
    ) -> Series:
        """Return F_c(1), all cylindric partitions by weight, by layers: no product is used.

        Args:
            composition: c.
            order: how many coefficients.
            progress: whether, or whom, to tell how many layers are done.

        >>> print(Level(2, 3).series((2, 1), 6))
        1 + 2*q + 4*q**2 + 7*q**3 + 13*q**4 + 21*q**5 + O(q**6)
        """
        at, made = self._at(composition), self._made
        if require_integer("order", order, 1) > made.order:
            made.series = made.layers.series(order, progress)
            made.order = order
        return from_poly(made.series[at].truncate(order), order, "q")

    @door
    def layers(self, composition: Profile | Iterable[int], m: int) -> Layer:
        """Return F_{c,m}, the partitions with parts at most m, over its numerator N_{c,m}.

        >>> Level(2, 3).layers((2, 1), 2).N.coefficients
        (1, 2, 3, 3, 3, 2, 1, 1)
        """
        return Layer(
            from_flint(self._numerator(composition, require_integer("m", m, 0))), self.rank, m
        )

    @door
    def P(self, composition: Profile | Iterable[int], n: int) -> Polynomial:  # noqa: N802
        """Return P_{c,n} = (q^r; q^r)_n [z^n] F_c(z) = N_{c,n} - (1 - q^{rn}) N_{c,n-1}.

        >>> print(Level(2, 3).P((2, 1), 2))
        2*q**2 + 3*q**3 + 4*q**4 + 4*q**5 + 2*q**6 + q**7
        """
        last = self._numerator(composition, require_integer("n", n, 0))
        if n == 0:
            return from_flint(last)
        before = self._numerator(composition, n - 1)
        return from_flint(last - before + before.left_shift(self.rank * n))

    @door
    def H(self, composition: Profile | Iterable[int], m: int) -> Polynomial:  # noqa: N802
        """Return H_{c,m} = (q^G; q^G)_m F_{c,m}, G = gcd(l, r).

        >>> print(Level(3, 4).H((2, 1, 1), 1))
        1 + 2*q + q**2 + q**3
        """
        return from_flint(self._bounded(composition, require_integer("m", m, 0))[m])

    @door
    def Q(self, composition: Profile | Iterable[int], n: int) -> Polynomial:  # noqa: N802
        """Return Q_{c,n} = (q^G; q^G)_n [z^n] (z q; q)_inf F_c(z), G = gcd(l, r).

        It is the sum over m of (-1)^{n-m} q^{binom(n-m,2)} (q^G; q^G)_n H_{c,m} over
        (q; q)_{n-m} (q^G; q^G)_m.

        Raises:
            ArithmeticError: its value at 1 is not (G (C - r) / r)^n.

        >>> print(Level(3, 4).Q((2, 1, 1), 2))
        q**3 + 3*q**4 + 2*q**5 + 3*q**6 + 2*q**7 + 2*q**8 + q**9 + q**10 + q**12
        """
        return from_flint(self._characters(composition, require_integer("n", n, 0))[n])

    @door
    def check(
        self,
        property: str | Callable[[Polynomial], bool],
        *,
        n: int | Iterable[int],
        of: str = "Q",
        compositions: Iterable[Any] | None = None,
        executor: Executor | None = None,
        progress: Progress = False,
    ) -> Claim:
        """Try a property on the polynomials of all profiles, and claim it as far as that goes.

        Args:
            property: "positive", "unimodal" or "log-concave", or a function from a Polynomial to
                True or False.
            n: 0 .. n are tried, or the values that are given.
            of: which polynomials: "Q", "H", "P" or "N".
            compositions: those to try; by default one of every orbit.
            executor: works on the primes of each layer.
            progress: whether, or whom, to tell how many layers are done, and then orbits.

        Returns:
            A Claim: checked for exactly this range, or refuted by the counterexample of least n.
            That N and P are positive is proved, for the range too.

        Raises:
            TypeError: a property that is no name and no function, or a function whose answer is
                neither True nor False.
            ValueError: an unknown name, nothing to try, or too large a price.

        >>> print(Level(3, 4).check("positive", n=6))
        no coefficient of Q_(c,n) is negative
          range      n = 0..6, all profiles of rank 3, level 4 (15 compositions, 5 up to rotation)
          tried      35 polynomials; their values at 1 are as proved
          source     [CDU] Conjecture 4.2, [W23] Conjecture 2.7
          reproduce  Level(3, 4).check('positive', n=6)
        CHECKED for n = 0..6, all profiles of rank 3, level 4 (15 compositions, 5 up to rotation)
        >>> print(Level(3, 4).check("unimodal", n=6).verdict)
        REFUTED by n = 1, c = (4,0,0): the coefficients of q^4, q^5, q^6 are 1, 0, 1
        """
        return check_polynomials(self, property, n, of, compositions, executor, progress)

    @door
    def polynomials(
        self, composition: Profile | Iterable[int], n: int, *, of: str = "Q"
    ) -> tuple[Polynomial, ...]:
        """Return the polynomials of one kind and one profile, of 0, 1, .., n.

        Args:
            composition: c.
            n: the last.
            of: "Q", "H", "P" or "N".

        >>> print(*Level(2, 3).polynomials((2, 1), 3), sep="; ")
        1; q; q**4; q**9
        """
        require_of(of)
        require_integer("n", n, 0)
        self.prepare(n)
        if of == "Q":
            return tuple(map(from_flint, self._characters(composition, n)))
        if of == "H":
            return tuple(map(from_flint, self._bounded(composition, n)))
        if of == "P":
            return tuple(self.P(composition, k) for k in range(n + 1))
        return tuple(from_flint(self._numerator(composition, k)) for k in range(n + 1))

    def _numerator(self, composition: Any, m: int) -> fmpz_poly:
        at = self._at(composition)
        self.prepare(m)
        if self.rank <= self.level:
            return self._made.numerators[m][at]
        quotient = self._made.bounded(at, m)[m]  # the same on both sides
        poly = quotient * index_quotient(self.rank, self._made.common, m)
        if int(poly(1)) != self.number_of_compositions**m:
            raise ArithmeticError(f"N_(c,{m})(1) is not C^{m}: a bug")
        return poly

    def _bounded(self, composition: Any, m: int) -> list[fmpz_poly]:
        """Return H_{c,0}, .., H_{c,m}."""
        at = self._at(composition)
        self.prepare(m)
        return self._made.bounded(at, m)

    def _characters(self, composition: Any, n: int) -> list[fmpz_poly]:
        """Return Q_{c,0}, .., Q_{c,n}."""
        bounded, common = self._bounded(composition, n), self._made.common
        found = differences(bounded) if common == 1 else alternating(bounded, common)
        at_one = common * (self.number_of_compositions - self.rank) // self.rank
        for k, poly in enumerate(found):
            if int(poly(1)) != at_one**k:
                raise ArithmeticError(f"Q_(c,{k})(1) is not {at_one}^{k}: a bug")
        return found

    def __str__(self) -> str:
        orbits = number_of_orbits(self.rank, self.level)
        text = (
            f"rank {self.rank}, level {self.level}: {self.number_of_compositions} compositions, "
            f"{orbits} {'orbit' if orbits == 1 else 'orbits'}"
        )
        other = self.computed_as
        return (
            text if other is self else f"{text}, computed as rank {other.rank}, level {other.level}"
        )

    def _repr_html_(self) -> str:
        listed = ", ".join(map(str, self.orbits[:ORBITS_SHOWN]))
        return f"<p>{self}: {listed}{', ..' if len(self.orbits) > ORBITS_SHOWN else ''}</p>"


def _backwards(c: Composition) -> Composition:
    return Profile.from_composition(c).reverse_complement().composition
