"""The figures of sums and families: microseconds a candidate, and scans over all profiles."""

from __future__ import annotations

from cylindric import Family, Level, SumTemplate, nahm, search_sums
from tests.benchmarks.measuring import Row, in_a_process, processor_seconds
from tests.cylindric.sums.row_definitions import counted

NAHM = nahm(2, diagonal=range(1, 9), off_diagonal=range(-5, 8), linear=range(8))
BINOMIALS = [
    SumTemplate(
        f"1/(q)_n1 [{a}n1 + {e}, n2]",
        diagonal=range(1, 7),
        off_diagonal=range(-4, 3),
        linear=range(5),
    )
    for a in range(4)
    for e in (0, 1)
]


def _one_by_one(template: SumTemplate, first: int) -> int:
    """Expand the first candidates to order 12, each by itself; return how many there were."""
    done = 0
    for matrix in template.matrices():
        for vector in template.vectors(matrix):
            if done == first:
                return done
            done += 1
            try:
                template.series(matrix, vector, 12)
            except ValueError:  # a negative exponent, or infinite
                continue
    return done


def _search(templates: list[SumTemplate], level: Level, hits: int, what: str) -> Row:
    targets = {c: level.series(c, 60) for c in level.orbits}
    found = []
    taken = processor_seconds(
        lambda: found.append(search_sums(templates, targets, powers=(1,), two_variables=False))
    )
    assert len(found[0]) == hits, found[0]
    number = 400
    slow = processor_seconds(lambda: _one_by_one(templates[-1], number)) / number
    each = taken / found[0].tried
    return (
        f"{what}, {found[0].tried} candidates, and one by one to order 12 (the first {number})",
        "<= 60 µs a candidate",
        f"{taken:.2f} s, {each * 1e6:.0f} µs ({slow * 1e6:.0f} µs, {slow / each:.0f} x)",
    )


def search_nahm() -> Row:
    """Nahm sums of two variables against level 5 of rank 2: Andrews and Gordon, in all three."""
    return _search([NAHM], Level(2, 5), 3, "Nahm sums, k = 2, against (2, 5)")


def search_binomials() -> Row:
    """Sums with a binomial against level 4 of rank 3: those modulo 7, some of them twice."""
    return _search(BINOMIALS, Level(3, 4), 8, "1/(q)_n1 [a n1 + e, n2] against (3, 4)")


def family_rules() -> Row:
    """Every rule to order 46 for a profile of level 4, against the definition, to order 8."""
    c = (3, 1, 0)
    family = Family("row-strict")
    ours = max(
        processor_seconds(lambda rule=rule: Family(rule).series(c, 46))
        for rule in ("all", "tight", "distinct", "row-strict", "even multiplicities", "odd parts")
    )
    series = family.series(c, 8)
    expected: list[list[int]] = []
    slow = processor_seconds(
        lambda: expected.append(
            counted(c, 8, lambda rows: all(len(set(row)) == len(row) for row in rows))
        )
    )
    assert tuple(expected[0]) == series.coefficients
    return (
        "a rule and a profile of level 4 to order 46; rows from the inequalities, to order 8",
        "<= 0.1 s",
        f"{ours * 1e3:.0f} ms ({slow:.2f} s)",
    )


def scan_row_strict() -> Row:
    """All row-strict series with T <= 10 to order 500."""
    program = (
        "from cylindric import Family\n"
        "found = [Family('row-strict').scan(r, range(2, 11 - r), 500, confirm=False) "
        "for r in range(2, 9)]; assert sum(map(len, found)) == 22"
    )
    _, room = in_a_process(program)
    scans = []
    taken = processor_seconds(
        lambda: scans.extend(
            Family("row-strict").scan(r, range(2, 11 - r), 500, confirm=False) for r in range(2, 9)
        )
    )
    number = sum(scan.tried for scan in scans)
    return (
        f"row-strict, all {number} profiles of T <= 10, l > 1, order 500: 22 products, "
        "9 read backwards",
        "-",
        f"{taken:.0f} s, {room:.2f} GB",
    )


SEARCHES = [search_nahm, search_binomials, family_rules, scan_row_strict]
