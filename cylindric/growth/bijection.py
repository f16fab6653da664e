"""Growth diagrams on the cylinder: the bijection behind Borodin's identity.

While the partitions of a cylindric partition c are not all equal, the word has a corner pi_k = 1,
pi_{k+1} = 0.  *Peel* it: by a local rule replace mu^k = outer by inner, write down the label m, and
exchange the two letters.  The up step that began at i and the down step that began at j meet in the
boxes (i, j, 1), (i, j, 2), .., one a turn.  What is left is a constant nu, and

    c  <->  (nu, labels m_b > 0),     |c| = T |nu| + sum_b m_b h(b)

is a bijection, whatever the local rule and the order of peeling [Langer12, Langer13].  The sum over
all pairs (nu, m) is Borodin's product.

    >>> c = CylindricPartition(Profile("110"), [(2,), (3,), (1,)])
    >>> d = decompose(c)
    >>> d
    Decomposition(shape=Partition((1,)), labels={(2, 3, 1): 1, (1, 3, 1): 1})
    >>> compose(c.profile, d.shape, d.labels) == c
    True

RSK runs on whole batches (`toggles`), any other rule cell by cell (`diagrams`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cylindric.growth.diagrams import compose_by_cells, growth_diagram
from cylindric.growth.local_rules import RSK, LocalRule, require_rule
from cylindric.growth.toggles import Toggles
from cylindric.objects.batches import kind_for, to_array, to_partitions
from cylindric.objects.cylindric_partitions import (
    CylindricPartition,
    require_cylindric_partition,
    unchecked,
)
from cylindric.objects.decompositions import Decomposition, trusted
from cylindric.objects.profiles import Profile, require_profile
from termwise.arguments import LIMIT, require_at_most
from termwise.doors import door

STEP = 100
"""A step of a turn costs at least as much as so many cells."""


@door
def decompose(c: CylindricPartition, rule: LocalRule = RSK) -> Decomposition:
    """Return the pair (nu, labels) that corresponds to a cylindric partition.

    Args:
        c: the cylindric partition.
        rule: any local rule; RSK runs on arrays.

    Returns:
        A Decomposition with |c| = T |nu| + sum of label times hook length.

    Raises:
        TypeError: c is no CylindricPartition, rule no LocalRule.
        ValueError: the rule is wrong (the message names the cell on which it shows).

    Source: [Langer12, Langer13]; growth diagrams after Fomin, [Kra06].

    >>> from cylindric.growth.local_rules import BURGE
    >>> decompose(CylindricPartition(Profile("10"), [(3, 1), (2,)]), BURGE)
    Decomposition(shape=Partition(()), labels={(1, 2, 1): 1, (1, 2, 3): 1})
    """
    require_cylindric_partition(c)
    return decompose_all([c], rule)[0]


def decompose_all(
    objects: Sequence[CylindricPartition], rule: LocalRule = RSK
) -> list[Decomposition]:
    """Decompose many cylindric partitions of one profile, with RSK all in one computation.

    Args:
        objects: cylindric partitions of the same profile.
        rule: any local rule.

    Raises:
        TypeError: one of them is no CylindricPartition, rule no LocalRule.
        ValueError: profiles that differ, or the rule is wrong.

    >>> objects = [CylindricPartition(Profile("10"), [(n,), ()]) for n in range(3)]
    >>> [dict(d.labels) for d in decompose_all(objects)]
    [{}, {(1, 2, 1): 1}, {(1, 2, 1): 2}]
    """
    for c in objects:
        require_cylindric_partition(c)
    require_rule(rule)
    if not objects:
        return []
    profile = objects[0].profile
    if any(c.profile != profile for c in objects):
        raise ValueError(f"objects must all have the profile {profile} of the first")
    if rule != RSK:
        return [growth_diagram(c, rule).decomposition for c in objects]
    toggles = Toggles(profile)
    constants, turns = toggles.peel(to_array([c.partitions for c in objects]))
    labels = toggles.labels_of(turns, len(objects))
    pairs = zip(to_partitions(constants), labels, strict=True)
    return [trusted(shape, each) for shape, each in pairs]


@door
def compose(
    profile: Profile,
    shape: Iterable[int],
    labels: Mapping[tuple[int, int, int], int],
    rule: LocalRule = RSK,
    *,
    limit: int = LIMIT,
) -> CylindricPartition:
    """Return the cylindric partition that corresponds to (shape, labels): the inverse of decompose.

    Args:
        profile: the profile.
        shape: nu, the constant to start from.
        labels: non-negative labels of boxes (i, j, n); the other boxes have label 0.
        rule: any local rule; RSK runs on arrays.
        limit: refuse to build more cells than this: those of all turns up to the last label.

    Returns:
        A CylindricPartition of weight T |nu| + sum of label times hook length.

    Raises:
        TypeError: an argument has the wrong type.
        ValueError: shape is no partition, a label is negative or not on a box of the profile, or
            the rule is wrong (the message names the cell on which it shows).

    Source: [Langer12, Langer13]; growth diagrams after Fomin, [Kra06].

    >>> print(compose(Profile("110"), (1,), {(1, 3, 2): 2}))
    (3) ≺ (3,2) ≺ (3,2) ≻ (3)
    """
    return compose_all(profile, [Decomposition(shape, labels)], rule, limit=limit)[0]


def compose_all(
    profile: Profile,
    decompositions: Sequence[Decomposition],
    rule: LocalRule = RSK,
    *,
    limit: int = LIMIT,
) -> list[CylindricPartition]:
    """Compose many decompositions for one profile, with RSK all in one computation.

    >>> pairs = [Decomposition((), {(1, 2, 1): n}) for n in range(2)]
    >>> [str(c) for c in compose_all(Profile("10"), pairs)]
    ['∅ ≺ ∅ ≻ ∅', '∅ ≺ (1) ≻ ∅']
    """
    require_profile(profile)
    require_rule(rule)
    for d in decompositions:
        for box in d.labels:
            profile.hook_length(box)
    turns = max((n for d in decompositions for _, _, n in d.labels), default=0)
    cells = profile.rank * profile.level
    require_at_most(limit, turns * cells, "cells of a growth diagram")
    # Few cells at once cost as much as some hundred.
    steps = f"turns of {profile.period - 1} steps, each worth {STEP} cells"
    require_at_most(max(limit, LIMIT) // (STEP * profile.period), turns, steps, keyword=None)
    if not decompositions:
        return []
    if rule != RSK:
        return [compose_by_cells(profile, d, rule) for d in decompositions]
    toggles = Toggles(profile)
    largest = max(max(d.shape, default=0) + sum(d.labels.values()) for d in decompositions)
    constants = to_array([(d.shape,) for d in decompositions])[0].astype(kind_for(largest))
    labels = toggles.turns_of([d.labels for d in decompositions], kind_for(largest))
    walks = [to_partitions(rows) for rows in toggles.build(constants, labels)]
    objects = zip(*walks[1:], walks[0], strict=True)
    return [unchecked(profile, walk) for walk in objects]
