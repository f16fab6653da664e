"""Values of lambda-determinants at exact data with zeros in every place, by every way there is.

The value is compared with each of the others that there is at this matrix: the recurrence where
nothing that it divides by is 0, Kasteleyn's determinant where no inner entry is, the sums over
pairs and over single matrices always; these two know where there is no value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from fractions import Fraction
from functools import partial
from random import Random
from typing import Any, NamedTuple

import numpy as np

from lambdadet.checks.sides import compute
from lambdadet.determinant.generic import require_terms
from lambdadet.determinant.poles import NoValue
from lambdadet.determinant.value import lambda_determinant
from lambdadet.diamonds.kasteleyn import kasteleyn_value
from lambdadet.recurrence.octahedron import octahedron
from lambdadet.sums.matrices import site_rows
from lambdadet.sums.pairs import pair_rows
from termwise import Comparison
from termwise.arguments import require_at_most, require_integer
from termwise.doors import door
from termwise.running import Progress

LIMIT = 2**17
"""How many terms of sums a check may go through before it asks for `limit=`."""

NOTHING = "no value"

Numbers = list[list[Any]]


class Data(NamedTuple):
    """What goes into one lambda-determinant."""

    x1: Numbers
    lam: Numbers
    mu: Numbers
    x0: Numbers


@door
def check_values(
    n: int,
    samples: int = 20,
    rng: int = 0,
    *,
    limit: int = LIMIT,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Compare values of the lambda-determinant with those by every other way, on random data.

    Entries and parameters are small integers and fractions, many of them 0.

    Args:
        n: the size.
        samples: how many matrices, each with its parameters and its x[0].
        rng: the seed.
        limit: refuse more terms of sums, over all samples, than this.
        executor: as of `termwise.run`; None computes here.
        progress: as of `termwise.run`: one unit a matrix.

    Returns:
        A Comparison with one row a matrix and another way to its value.

    Raises:
        TypeError: n, samples or rng is not an integer, or as `termwise.run`.
        ValueError: n < 1, samples < 1, rng < 0, or too many terms.

    Source: [RR86]; [Langer13] for all parameters; [Kasteleyn67].

    >>> comparison = check_values(3, 5)
    >>> print(comparison.rows[0].term, comparison.agrees)
    no 0, #1, by the recurrence True
    """
    n, samples = require_integer("n", n, 1), require_integer("samples", samples, 1)
    random = Random(require_integer("rng", rng, 0))
    require_terms(limit, n)
    require_at_most(limit, samples * 2 ** (n * (n - 1) // 2), "terms")
    units = {
        f"{kind}, #{k}": partial(_both_sides, data)
        for k, (kind, data) in enumerate(random_data(n, samples, random), 1)
    }
    values, others = {}, {}
    for name, sides in compute(units, executor=executor, progress=progress).items():
        for way, (value, other) in sides.items():
            values[f"{name}, by {way}"], others[f"{name}, by {way}"] = value, other
    return Comparison.of_terms(
        f"values of the lambda-determinant on {samples} matrices of {n} x {n}",
        {"lambda-determinant": values, "the other way": others},
        meanings={
            "lambda-determinant": "condensation, and nearby where it would divide by 0",
            "the other way": "the recurrence, Kasteleyn's determinant, pair sum, one sum",
        },
    )


def random_data(n: int, samples: int, random: Random) -> Iterator[tuple[str, Data]]:
    """Yield exact data of several kinds, in turn: what is 0, and the data."""
    kinds = {
        "no 0": (0.0, 0.0),
        "0s in the matrix": (0.2, 0.0),
        "0s in the parameters": (0.0, 0.2),
        "0s everywhere": (0.15, 0.15),
        "a determinant": (0.3, None),
    }

    def table(size: int, zeros: float, values: tuple[Any, ...]) -> Numbers:
        return [
            [0 if random.random() < zeros else random.choice(values) for _ in range(size)]
            for _ in range(size)
        ]

    for k in range(samples):
        kind = list(kinds)[k % len(kinds)]
        entries, parameters = kinds[kind]
        values = random.choice(((1,), (1, -1), (1, -1, 2, -3, Fraction(1, 2))))
        if parameters is None:
            lam, mu, x0 = [[-1] * (n - 1)] * (n - 1), [[1] * (n - 1)] * (n - 1), [[1] * (n + 1)]
            x0 *= n + 1
        else:
            lam, mu = (table(n - 1, parameters, values) for _ in range(2))
            x0 = table(n + 1, 0, random.choice(((1,), values)))
        yield kind, Data(table(n, entries, values), lam, mu, x0)


def _both_sides(data: Data) -> dict[str, tuple[Any, Any]]:
    """Return the value and another, by each way that there is."""
    value = _or_nothing(lambda: lambda_determinant(*data))
    found = {}
    for way, compute_value in WAYS.items():
        other = compute_value(data)
        if other is not None:
            found[way] = value, other
    return found


def _or_nothing(call: Callable[[], Any]) -> Any:
    try:
        return call()
    except NoValue:
        return NOTHING


def _by_recurrence(data: Data) -> Any:
    try:
        return octahedron(data.x0, data.x1, data.lam, data.mu)[-1][0][0]
    except ZeroDivisionError:
        return None


def _by_kasteleyn(data: Data) -> Any:
    if not all(x for row in data.x1[1:-1] for x in row[1:-1]):
        return None
    return kasteleyn_value(len(data.x1), data.x1, data.x0, data.lam, data.mu)


def _by_pairs(data: Data) -> Any:
    return _summed(pair_rows(len(data.x1)), data)


def _by_matrices(data: Data) -> Any:
    return _summed(site_rows(len(data.x1)), data)


WAYS: dict[str, Callable[[Data], Any]] = {
    "the recurrence": _by_recurrence,
    "Kasteleyn's determinant": _by_kasteleyn,
    "the pair sum": _by_pairs,
    "the one sum": _by_matrices,
}
"""The other ways; the sums know where there is no value, the others give None where they end."""


def _summed(blocks: Iterable[Any], data: Data) -> Any:
    """Return the sum of terms whose exponents of lam, mu, x, y are given, or NOTHING.

    The weights of one monomial in x[1] are added up before a 0 to a negative power counts.
    """
    n = len(data.x1)
    first = 2 * (n - 1) ** 2
    parameters = [e for table in (data.lam, data.mu) for row in table for e in row]
    entries = [e for row in data.x1 for e in row]
    inner = [(Fraction(e), 1 / Fraction(e)) for row in data.x0[1:-1] for e in row[1:-1]]
    weights: dict[tuple[int, ...], Any] = {}
    for row in np.concatenate(list(blocks)).tolist():
        weight: Any = 1
        for base, e in zip(parameters, row[:first], strict=True):
            if e:
                weight *= base if e == 1 else Fraction(base) ** e
        if not weight:
            continue
        for (y, inverse), e in zip(inner, row[first + n * n :], strict=True):
            if e and y != 1:
                weight *= inverse if e == -1 else y**e
        monomial = tuple(row[first : first + n * n])
        weights[monomial] = weights.get(monomial, 0) + weight
    total = Fraction(0)
    for monomial, weight in weights.items():
        if weight and any(e < 0 and not x for x, e in zip(entries, monomial, strict=True)):
            return NOTHING
        for x, e in zip(entries, monomial, strict=True) if weight else ():
            if e:
                weight *= Fraction(x) ** e
        total += weight
    return total
