r"""Sums that a search tries: one shape of a term, many quadratic forms in the exponent.

    sum over n in N^k of q^{(n^t A n + b.n)/2} prod 1/(q)_{lin} prod [lin, lin]

with A a symmetric matrix and b a vector of integers, lin affine in n, (q)_m = (1 - q) .. (1 - q^m)
and [m, j] the Gaussian binomial: 1/(q)_m is zero for m < 0, [m, j] unless 0 <= j <= m.

A sum is expanded to an order only with a proof that nothing outside a box contributes.  Below the
order the exponent is bounded

    by an ellipsoid                  if A is positive definite,
    variable by variable             if no entry of A off the diagonal is negative,
    by lin >= 0, [m, j] having j <= m   where the exponent does not bound a variable;

a sum that none of these bounds is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product

from flint import fmpz_poly

from cylindric.algebra.power_series import divide_by_one_minus
from cylindric.algebra.series import Series, from_poly
from cylindric.discovery.sum_boxes import Affine, Matrix, Vector, box_of
from termwise.arguments import require_integer, require_iterable, require_text, shown
from termwise.doors import door
from termwise.formats import Storable
from termwise.price import require_bytes, require_steps

MAX_VARIABLES = 6
MAX_ENTRY = 10**5

TERM = re.compile(r"([+-]?)\s*(?:(\d*)\s*\*?\s*n(\d+)|(\d+))\s*")
BETWEEN = re.compile(r"[\s*()]*(?:1\s*/)?[\s()]*")
FACTOR = re.compile(
    r"\(q\)_(?:\{(?P<below>[^{}]*)\}|(?P<bare>n\d+))|\[(?P<upper>[^,\[\]]*),(?P<lower>[^,\[\]]*)\]"
)


class NoSum(ValueError):  # noqa: N818
    """A sum that has a negative exponent, or that cannot be shown to be finite."""


@dataclass(frozen=True)
class SumTemplate(Storable):
    """The factors of a term, and the entries of A and b that a search tries.

    Args:
        factors: such as "1/(q)_n1 [2n1 + 1, n2]"; every (q) is in the denominator, its index is
            one variable or stands in braces, "(q)_{n1 + n2}".  The largest index of a variable is
            k.
        diagonal: the entries A_ii to try.
        off_diagonal: the entries A_ij to try.
        linear: the entries b_i to try.

    Raises:
        TypeError: an entry that is no integer.
        ValueError: factors that cannot be read, no entries to try, or none with whole exponents:
            A_ii + b_i must be even.

    >>> template = SumTemplate("1/(q)_n1 [2n1, n2]", diagonal=[2], off_diagonal=[-1], linear=[0, 2])
    >>> template.number_of_candidates
    4
    >>> print(template.series([[2, -1], [-1, 2]], (0, 2), 6))
    1 + q + 2*q**2 + 3*q**3 + 5*q**4 + 7*q**5 + O(q**6)
    """

    factors: str
    diagonal: Iterable[int] = range(1, 5)
    off_diagonal: Iterable[int] = range(-1, 3)
    linear: Iterable[int] = range(5)

    def __post_init__(self) -> None:
        require_text("factors", self.factors)
        for name in ("diagonal", "off_diagonal", "linear"):
            object.__setattr__(self, name, _entries(name, getattr(self, name)))
        if not self.number_of_candidates:
            raise ValueError(
                f"diagonal and linear must have entries of even sum, or all exponents are "
                f"fractions, got {shown(self.diagonal)} and {shown(self.linear)}"
            )

    @cached_property
    def parsed(self) -> tuple[tuple[Affine, ...], tuple[tuple[Affine, Affine], ...]]:
        """The forms below (q), and those of the binomials."""
        below, binomials, end = [], [], 0
        text = self.factors
        before, pochhammers, _ = text.partition("(q)")
        if pochhammers and "/" not in before:
            raise ValueError(f"factors must have (q) below the line, got {shown(text)}")
        names = {int(i) for i in re.findall(r"n(\d{1,9})", text)}
        if not names or min(names) < 1 or max(names) > MAX_VARIABLES:
            raise ValueError(
                f"factors must have variables n1 .. n{MAX_VARIABLES}, got {shown(self.factors)}"
            )
        k = max(names)
        for found in FACTOR.finditer(text):
            if not BETWEEN.fullmatch(text, end, found.start()):
                break
            end = found.end()
            if found["upper"] is not None:
                binomials.append((_affine(found["upper"], k), _affine(found["lower"], k)))
            else:
                below.append(_affine(found["below"] or found["bare"], k))
        if not end or not BETWEEN.fullmatch(text, end) or not _balanced(FACTOR.sub("", text)):
            raise ValueError(f"factors must be such as 1/(q)_n1 [2n1, n2], got {shown(text)}")
        return tuple(below), tuple(binomials)

    @property
    def variables(self) -> int:
        """k, the number of variables."""
        below, binomials = self.parsed
        return len((below or binomials[0])[0]) - 1

    @cached_property
    def bounds(self) -> tuple[Affine, ...]:
        """The affine forms that must not be negative, or the term is zero."""
        below, binomials = self.parsed
        gaps = (tuple(a - b for a, b in zip(u, v, strict=True)) for u, v in binomials)
        return (*below, *(lower for _, lower in binomials), *gaps)

    @property
    def number_of_matrices(self) -> int:
        """How many A there are, with b or without."""
        k = self.variables
        sizes = len(tuple(self.diagonal)), len(tuple(self.off_diagonal))
        return int(sizes[0] ** k * sizes[1] ** (k * (k - 1) // 2))

    @cached_property
    def number_of_candidates(self) -> int:
        """How many A and b with whole exponents there are."""
        k, off = self.variables, len(tuple(self.off_diagonal))
        even = sum((a + b) % 2 == 0 for a in self.diagonal for b in self.linear)
        return int(off ** (k * (k - 1) // 2) * even**k)

    def matrices(self) -> Iterator[Matrix]:
        """Yield the matrices A to try, in order."""
        k = self.variables
        pairs = list(combinations(range(k), 2))
        for diagonal in product(self.diagonal, repeat=k):
            for off in product(self.off_diagonal, repeat=len(pairs)):
                entry = dict(zip(pairs, off, strict=True))
                yield tuple(
                    tuple(diagonal[i] if i == j else entry[min(i, j), max(i, j)] for j in range(k))
                    for i in range(k)
                )

    def vectors(self, matrix: Matrix) -> Iterator[Vector]:
        """Yield the b to try that make whole exponents with A."""
        choices = (
            [b for b in self.linear if (b + row[i]) % 2 == 0] for i, row in enumerate(matrix)
        )
        return product(*choices)

    def box(self, matrix: Matrix, vector: Vector, order: int) -> Vector | None:
        """Return m with n <= m for all n of an exponent below the order, or None: no proof."""
        return box_of(matrix, vector, self.bounds, order)

    @door
    def series(self, matrix: Iterable[Iterable[int]], vector: Iterable[int], order: int) -> Series:
        """Expand one sum to an order.

        Args:
            matrix: A, symmetric.
            vector: b.
            order: how many coefficients.

        Raises:
            ValueError: an A or b of another size, A not symmetric, exponents that are fractions or
                negative, a sum that cannot be shown to be finite to this order.

        >>> print(nahm(1).series([[2]], [0], 8))
        1 + q + q**2 + q**3 + 2*q**4 + 2*q**5 + 3*q**6 + 3*q**7 + O(q**8)
        >>> nahm(1).series([[2]], [1], 8)
        Traceback (most recent call last):
        ValueError: vector must make whole exponents: A_11 + b_1 must be even, got 2 + 1
        """
        a, b = self._require(matrix, vector)
        total = sum(self.terms(a, b, require_integer("order", order, 1)).values(), fmpz_poly())
        return from_poly(total, order, "q")

    def terms(self, matrix: Matrix, vector: Vector, order: int) -> dict[Vector, fmpz_poly]:
        """Return the terms that are not zero to the order, by their n.

        Raises:
            NoSum: a negative exponent, or a sum that cannot be shown to be finite.
            ValueError: a box that is too large to be gone through.
        """
        edges = self.box(matrix, vector, order)
        if edges is None:
            raise NoSum(
                f"matrix must make a sum that is finite to every order, and shown to be so, got "
                f"{shown(matrix)} with {shown(vector)}"
            )
        points = 1
        for edge in edges:
            points *= edge + 1
        # About half of the box is below the order, and a term has half of the coefficients.
        factors_of_a_term = len(self.parsed[0]) + 3 * len(self.parsed[1])
        require_steps(
            100 * points + 5 * points * factors_of_a_term * order, "steps of going through a box"
        )
        require_bytes(4 * order * points, "the terms")
        found, factors = {}, Factors(self, order)
        for n in product(*(range(edge + 1) for edge in edges)):
            if any(value_of(form, n) < 0 for form in self.bounds):
                continue
            exponent = exponent_of(matrix, vector, n)
            if exponent < 0:
                raise NoSum(
                    f"matrix and vector must have no negative exponent, got {exponent} at n = {n}"
                )
            if exponent < order:
                found[n] = factors(n, order - exponent).left_shift(exponent)
        return found

    def _require(
        self, matrix: Iterable[Iterable[int]], vector: Iterable[int]
    ) -> tuple[Matrix, Vector]:
        k = self.variables
        a = tuple(
            tuple(require_integer("matrix", x) for x in require_iterable("matrix", row))
            for row in require_iterable("matrix", matrix)
        )
        b = tuple(require_integer("vector", x) for x in require_iterable("vector", vector))
        if len(a) != k or any(len(row) != k for row in a) or a != tuple(zip(*a, strict=True)):
            raise ValueError(f"matrix must be symmetric, {k} by {k}, got {shown(matrix)}")
        if len(b) != k:
            raise ValueError(f"vector must have {k} entries, got {shown(vector)}")
        for i in range(k):
            if (a[i][i] + b[i]) % 2:
                raise ValueError(
                    f"vector must make whole exponents: A_{i + 1}{i + 1} + b_{i + 1} must be even, "
                    f"got {a[i][i]} + {b[i]}"
                )
        return a, b

    def written(self, matrix: Matrix, vector: Vector) -> str:
        """Return a sum as text.

        >>> nahm(2).written(((4, 2), (2, 2)), (2, 0))
        'sum q^(2*n1^2 + 2*n1*n2 + n2^2 + n1) 1/((q)_n1 (q)_n2)'
        """
        k = self.variables
        doubled = [(matrix[i][i], f"n{i + 1}^2") for i in range(k)]
        mixed = ((2 * matrix[i][j], f"n{i + 1}*n{j + 1}") for i, j in combinations(range(k), 2))
        doubled[1:1] = mixed
        doubled += [(vector[i], f"n{i + 1}") for i in range(k)]
        halved = any(c % 2 for c, _ in doubled)
        terms = [(c if halved else c // 2, name) for c, name in doubled if c]
        text = " + ".join(name if c == 1 else f"{c}*{name}" for c, name in terms) or "0"
        text = text.replace("+ -1*", "- ").replace("+ -", "- ").removeprefix("1*")
        power = f"(({text})/2)" if halved else f"({text})"
        return f"sum q^{power} {self.factors}"


@door
def nahm(
    k: int,
    *,
    diagonal: Iterable[int] = range(1, 5),
    off_diagonal: Iterable[int] = range(-1, 3),
    linear: Iterable[int] = range(5),
) -> SumTemplate:
    """Return the template of Nahm sums, q^{(n^t A n + b.n)/2} / ((q)_n1 .. (q)_nk).

    Args:
        k: the number of variables, at most 6.
        diagonal, off_diagonal, linear: the entries of A and b to try.

    Raises:
        ValueError: k is outside, or no exponents are whole.

    Source: [Z] for the sums that are modular.

    >>> nahm(2).factors, nahm(1).number_of_candidates
    ('1/((q)_n1 (q)_n2)', 10)
    """
    if require_integer("k", k, 1) > MAX_VARIABLES:
        raise ValueError(f"k must be at most {MAX_VARIABLES}, got {shown(k)}")
    below = " ".join(f"(q)_n{i}" for i in range(1, k + 1))
    factors = f"1/{below}" if k == 1 else f"1/({below})"
    return SumTemplate(factors, diagonal, off_diagonal, linear)


class Factors:
    """The factors of a term to an order: 1/(q)_m and Gaussian binomials, kept as they are made."""

    def __init__(self, template: SumTemplate, order: int) -> None:
        self.below, self.binomials = template.parsed
        self.order = order
        self._above = [fmpz_poly([1])]  # (q)_m
        self._inverse = [fmpz_poly([1])]
        require_bytes(64 * order**2, f"the factors of {shown(order)} coefficients")

    def __call__(self, n: Sequence[int], room: int) -> fmpz_poly:
        """Return the product of the factors of the term n, to an order of at most `order`."""
        term = fmpz_poly([1])
        for form in self.below:
            term = term.mul_low(self._over(value_of(form, n)), room)
        for upper, lower in self.binomials:
            m, j = value_of(upper, n), value_of(lower, n)
            if not 0 <= j <= m:
                return fmpz_poly()
            for part in (self._pochhammer(m), self._over(j), self._over(m - j)):
                term = term.mul_low(part, room)
        return term

    def _over(self, m: int) -> fmpz_poly:
        """Return 1/(q)_m."""
        if m < 0:
            return fmpz_poly()
        m = min(m, self.order)  # further factors do not matter to this order
        while len(self._inverse) <= m:
            last = self._inverse[-1]
            self._inverse.append(divide_by_one_minus(last, len(self._inverse), self.order))
        return self._inverse[m]

    def _pochhammer(self, m: int) -> fmpz_poly:
        """Return (q)_m."""
        m = min(m, self.order)
        while len(self._above) <= m:
            last = self._above[-1]
            self._above.append((last - last.left_shift(len(self._above))).truncate(self.order))
        return self._above[m]


def exponent_of(matrix: Matrix, vector: Vector, n: Sequence[int]) -> int:
    """Return (n^t A n + b.n)/2."""
    twice = sum(
        x * (b + sum(a * y for a, y in zip(row, n, strict=True)))
        for x, b, row in zip(n, vector, matrix, strict=True)
    )
    return twice // 2


def value_of(form: Affine, n: Sequence[int]) -> int:
    """Return an affine form at n.

    >>> value_of((2, 0, 1), (3, 5))
    7
    """
    return form[-1] + sum(c * x for c, x in zip(form, n, strict=False))


def _entries(name: str, given: Iterable[int]) -> tuple[int, ...]:
    """Return the entries in order, each checked as it is read: there may be no end to them."""
    entries: set[int] = set()
    for read, entry in enumerate(require_iterable(name, given)):
        if abs(require_integer(name, entry)) > MAX_ENTRY:  # exponents are added up in 64 bits
            raise ValueError(f"{name} must be from -{MAX_ENTRY} to {MAX_ENTRY}, got {shown(entry)}")
        if read > 2 * MAX_ENTRY:
            raise ValueError(f"{name} must be at most {2 * MAX_ENTRY + 1} entries, got more")
        entries.add(entry)
    if not entries:
        raise ValueError(f"{name} must have an entry to try, got none")
    return tuple(sorted(entries))


def _balanced(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return False
    return not depth


def _affine(text: str, k: int) -> Affine:
    """Read an affine form in n1 .. nk."""
    form, end = [0] * (k + 1), 0
    for found in TERM.finditer(text := text.strip()):
        sign, times, index, constant = found.groups()
        if found.start() != end or (end and not sign):
            break
        end = found.end()
        at = k if index is None else int(index) - 1
        form[at] += (-1 if sign == "-" else 1) * int((constant if index is None else times) or 1)
    if not text or end != len(text) or len(text) > 100:
        raise ValueError(f"factors must have indices such as 2n1 + 1, got {shown(text)}")
    return tuple(form)
