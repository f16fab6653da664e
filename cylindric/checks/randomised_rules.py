"""Randomised growth, cell by cell: the cell equation, and rules that draw.

check_cells                both sides of the cell equation, from phi, psi and g_m alone
check_probabilistic_rule   probabilities, sums, corners, detailed balance
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from functools import partial
from itertools import chain
from typing import Any

from cylindric.checks.bijection import MAX_CELLS, require_cells
from cylindric.growth.local_rules import LocalRule
from cylindric.objects.partitions import Partition, partitions
from cylindric.randomised.cell_weights import inners, outers, weights_at
from cylindric.randomised.flows import origins_problem, outers_problem, read_law, sum_problem
from cylindric.randomised.points import Point, read_point
from cylindric.randomised.rules import ProbabilisticRule, probabilistic, require_at
from termwise import Comparison, Row, run
from termwise.arguments import require_integer
from termwise.doors import door
from termwise.running import Progress

Corners = tuple[Partition, Partition]


@door
def check_cells(
    q: Any,
    t: Any,
    max_size: int = 4,
    *,
    limit: int = MAX_CELLS,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Check the cell equation of the (q,t)-analog, for all left, right and sizes up to a bound.

        sum over outer, |outer| = s, of phi_{outer/left} psi_{outer/right}
            = sum over (inner, m), |inner| + s = |left| + |right| + m,
                  of psi_{left/inner} phi_{right/inner} (t;q)_m/(q;q)_m

    It is what lets weights flow through a growth diagram, whatever the rule.

    Args:
        q, t: exact numbers; or residues modulo one prime, FLINT's nmod.
        max_size: the largest size of outer; a bound on the cells with finitely many.
        limit: refuse more cells than this, those of an outer counted by their left and right.
        executor: where the pairs of left and right are tried.
        progress: whether, or whom, to tell how many pairs are done.

    Returns:
        A Comparison with a row for each left, right and size for which a side has terms.

    Raises:
        TypeError: q or t is a float or a symbol, max_size no integer.
        ValueError: max_size is negative, or there are more cells than the limit.
        ZeroDivisionError: a weight has a pole at (q, t); the message names the factor.

    Source: the skew Cauchy identity [Mac95, VI.7] for one variable on each side.

    >>> from fractions import Fraction
    >>> comparison = check_cells(Fraction(2, 3), Fraction(3, 7), max_size=2)
    >>> comparison.agrees, comparison.rows[3]
    (True, Row(term='left=∅ right=(1) |outer|=1', values=(Fraction(12, 7), Fraction(12, 7))))
    """
    point = read_point(q, t)
    bound = _read_bound(max_size, limit)
    rows = run(
        partial(_sides, point, bound),
        _corners(bound),
        executor=executor,
        progress=progress,
        description="cells",
    )
    return Comparison(
        f"the cell equation with |outer| <= {bound}, at {point}",
        (
            ("outer", "sum over outer of phi_{outer/left} psi_{outer/right}"),
            ("inner", "sum over (inner, m) of psi_{left/inner} phi_{right/inner} g_m"),
        ),
        tuple(chain.from_iterable(rows)),
    )


@door
def check_probabilistic_rule(
    rule: ProbabilisticRule | LocalRule,
    q: Any,
    t: Any,
    max_size: int = 4,
    *,
    limit: int = MAX_CELLS,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Try a probabilistic rule on every cell whose outer corner has at most the given size.

    It is a rule at q, t when, for all left and right,

    - every (inner, m) gives a distribution P over corners outer, and every outer a distribution
      Q over corners inner and labels m, of sizes |outer| + |inner| = |left| + |right| + m;
    - detailed balance holds:
      psi_{left/inner} phi_{right/inner} g_m P = phi_{outer/left} psi_{outer/right} Q.

    Args:
        rule: the rule; a LocalRule is one at q = t.
        q, t: exact numbers; or residues modulo one prime, FLINT's nmod, where no probability is
            negative.
        max_size: the largest size of outer; a bound on the cells with finitely many.
        limit: refuse more cells than this, those of an outer counted by their left and right.
        executor: where the pairs of left and right are tried.
        progress: whether, or whom, to tell how many pairs are done.

    Returns:
        A Comparison with a row for every distribution and for every cell with its label.  An
        exception of the rule is its answer.

    Raises:
        TypeError: rule is no rule, q or t a float or a symbol, max_size no integer.
        ValueError: max_size is negative, there are more cells than the limit, or a rule at q = t
            is asked elsewhere.
        ZeroDivisionError: a weight has a pole at (q, t); the message names the factor.

    Source: the definition; see `randomised.rules`.

    >>> from fractions import Fraction
    >>> from cylindric.randomised.rules import INDEPENDENT
    >>> check_probabilistic_rule(INDEPENDENT, Fraction(2, 3), Fraction(3, 7), max_size=3).agrees
    True
    """
    rule, point = probabilistic(rule), read_point(q, t)
    require_at(rule, point)
    bound = _read_bound(max_size, limit)
    rows = run(
        partial(_tried, rule, point, bound),
        _corners(bound),
        executor=executor,
        progress=progress,
        description="cells",
    )
    return Comparison(
        f"{rule.name} is a probabilistic local rule on every cell with |outer| <= {bound}, "
        f"at {point}",
        (
            ("forward", "a distribution; psi_{left/inner} phi_{right/inner} g_m P"),
            ("backward", "what the rule gives; phi_{outer/left} psi_{outer/right} Q"),
        ),
        tuple(chain.from_iterable(rows)),
    )


def _read_bound(max_size: int, limit: int) -> int:
    bound = require_integer("max_size", max_size, 0)
    require_cells(bound, limit)
    return bound


def _corners(bound: int) -> list[Corners]:
    shapes = [shape for size in range(bound + 1) for shape in partitions(size)]
    return [(left, right) for left in shapes for right in shapes]


def _sizes(bound: int, left: Partition, right: Partition) -> range:
    """Return the sizes that outer may have: smaller ones have no inner either, as m >= 0."""
    return range(max(sum(left), sum(right)), bound + 1)


def _sides(point: Point, bound: int, corners: Corners) -> list[Row]:
    weights, rows = weights_at(point), []
    for size in _sizes(bound, *corners):
        sides = weights.outers(*corners, size), weights.inners(*corners, size)
        if any(sides):
            left, right = (sum(side.values(), 0 * weights.one) for side in sides)
            name = f"left={corners[0]} right={corners[1]} |outer|={size}"
            rows.append(Row(name, (point.plain(left), point.plain(right))))
    return rows


def _tried(rule: ProbabilisticRule, point: Point, bound: int, corners: Corners) -> list[Row]:
    """Return the rows of all cells with this left and right."""
    return [row for size in _sizes(bound, *corners) for row in _rows(rule, point, *corners, size)]


def _rows(
    rule: ProbabilisticRule, point: Point, left: Partition, right: Partition, size: int
) -> Iterator[Row]:
    weights = weights_at(point)
    q, t = point.elements()
    good = "a distribution"
    forward: dict[Any, Mapping[Any, Any]] = {}
    backward: dict[Any, Mapping[Any, Any]] = {}
    for inner, m in inners(left, right, size):
        cell = inner, left, right, m
        said, law = _answer(point, rule.forward, (*cell, q, t), outers_problem)
        yield Row(f"inner={inner} left={left} right={right} m={m}", (good, said))
        forward[inner, m] = law
    for outer in outers(left, right, size):
        said, law = _answer(point, rule.backward, (left, right, outer, q, t), origins_problem)
        yield Row(f"outer={outer} left={left} right={right}", (good, said))
        backward[outer] = law
    into, out = weights.inners(left, right, size), weights.outers(left, right, size)
    for inner, m in forward:
        for outer in backward:
            there = into[inner, m] * forward[inner, m].get(outer, 0)
            back = out[outer] * backward[outer].get((inner, m), 0)
            name = f"inner={inner} left={left} right={right} outer={outer} m={m}"
            yield Row(name, (point.plain(there), point.plain(back)))


def _answer(
    point: Point,
    way: Callable[..., Any],
    given: tuple[Any, ...],
    problem_of: Callable[..., str],
) -> tuple[str, Mapping[Any, Any]]:
    """Return what is to be said about a distribution of a rule, and the distribution."""
    try:
        law = read_law(point, way(*given))
        problem = problem_of(law, *given[:-2]) or sum_problem(law)
    except Exception as error:  # whatever a user's rule raises is what it does on this cell
        return f"{type(error).__name__}: {error}", {}
    negative = [] if point.p else [value for value in law.values() if value < 0]
    if negative and not problem:
        problem = f"a negative probability {negative[0]}"
    return problem or "a distribution", law
