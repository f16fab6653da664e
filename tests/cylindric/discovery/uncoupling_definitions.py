"""The recurrence of a profile by minors of symbolic rows: the slow definition of uncoupling."""

from itertools import combinations

from flint import fmpz_mpoly_ctx

from cylindric.objects.orbits import orbit_of, orbits_with_index
from tests.cylindric.discovery.recurrence_definitions import losses

CTX = fmpz_mpoly_ctx.get(("q", "X"), "lex")
Q, X = CTX.gens()


def rows_of(c, order):
    """Return w_0, .., w_R over Z[q, X], every matrix product as it stands."""
    orbits, places = orbits_with_index(len(c), sum(c))
    rows = []
    for i in range(order + 1):
        row = [CTX.from_dict({(0, 0): int(o == orbit_of(c))}) for o in orbits]
        for j in range(i, 0, -1):
            after = [CTX.from_dict({}) for _ in orbits]
            for at, orbit in enumerate(orbits):
                for f, left in losses(orbit):
                    after[places[left]] += row[at] * (Q**j * X) ** sum(f)
            row = after
        rows.append(row)
    return rows


def minors(rows):
    """Return (-1)^i times the minor without row i, of K + 1 rows of K entries.

    Columns are taken one after the other: a minor of k rows is one of its first k columns.
    """
    found = {(): CTX.from_dict({(0, 0): 1})}
    for column in range(len(rows) - 1):
        found = {
            chosen: sum(
                (
                    rows[i][column]
                    * found[(*chosen[:at], *chosen[at + 1 :])]
                    * (-1) ** (column - at)
                    for at, i in enumerate(chosen)
                ),
                CTX.from_dict({}),
            )
            for chosen in combinations(range(len(rows)), column + 1)
        }
    every = range(len(rows))
    return [found[tuple(j for j in every if j != i)] * (-1) ** i for i in every]


def recurrence_by_minors(c):
    """Return p_0, .., p_K as mappings of exponents of q and X, up to sign.

    The K + 1 rows have K entries; p_i is (-1)^i times the minor without row i, divided by what all
    of them have in common.
    """
    orbits, _ = orbits_with_index(len(c), sum(c))
    found = minors(rows_of(c, len(orbits)))
    common = CTX.from_dict({})
    for minor in found:
        common = common.gcd(minor)
    return [
        {(int(j), int(k)): int(v) for (j, k), v in (minor / common).to_dict().items()}
        for minor in found
    ]
