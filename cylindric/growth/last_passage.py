"""Last passage times: the largest part of a cylindric partition, read off its RSK labels.

    G(b) = m_b + max(G(left of b), G(right of b)),   G = nu_1 far away from the boundary

where the neighbours of the box of the steps i and j are the boxes one up step back and one down
step ahead.  With RSK the largest part of c is max(nu_1, max_b G(b)), the largest sum of labels
along a path of boxes that runs into the boundary [BO21].  The proof needs
only that outer_1 = max(left_1, right_1) + m; Burge's rule has no such first row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cylindric.objects.decompositions import Decomposition
from cylindric.objects.profiles import Profile, require_profile
from termwise.doors import door

FEW = 10**6
"""So many pairs of labels are compared; with more, all boxes up to the last are gone through."""


@door
def last_passage_time(
    profile: Profile, shape: Iterable[int], labels: Mapping[tuple[int, int, int], int]
) -> int:
    """Return the last passage time of labels on the boxes of a profile.

    Args:
        profile: the profile.
        shape: nu; only its largest part matters.
        labels: non-negative labels of boxes (i, j, n).

    Returns:
        max(nu_1, max_b G(b)): the largest part of compose(profile, shape, labels).

    Raises:
        TypeError: profile is no Profile, a label no integer.
        ValueError: shape is no partition, a label is negative or not on a box of the profile.

    Source: [BO21]; RSK, whose first row obeys outer_1 = max(left_1, right_1) + m.

    >>> last_passage_time(Profile("1010"), (1,), {(1, 2, 1): 2, (1, 4, 1): 3, (3, 4, 1): 5})
    9
    """
    require_profile(profile)
    d = Decomposition(shape, labels)
    if len(d.labels) ** 2 <= FEW:
        return _among_labels(profile, d)
    furthest = max(map(profile.hook_length, d.labels), default=0)
    period, ups, downs = profile.period, profile.ups, profile.downs
    base = max(d.shape, default=0)
    # A box is named by its up step i and its hook length; beyond the labels nothing has passed.
    passed: dict[tuple[int, int], int] = {}
    for (i, j, n), hook in reversed(profile.boxes(furthest).items()):
        before, after = ups[ups.index(i) - 1], downs[(downs.index(j) + 1) % len(downs)]
        back = (i - before - 1) % period + 1
        ahead = (after - j - 1) % period + 1
        left = passed.get((before, hook + back), base)
        right = passed.get((i, hook + ahead), base)
        passed[i, hook] = d.labels.get((i, j, n), 0) + max(left, right)
    return max(passed.values(), default=base)


def _among_labels(profile: Profile, d: Decomposition) -> int:
    """Return the largest sum of labels along a path, when there are few of them.

    On the unrolled boundary the box of hook h in the row of i lies at (i, i + h), and at all
    translates by T.  A path goes from a box to those with no smaller i and no larger i + h.
    """
    period, base = profile.period, max(d.shape, default=0)
    found = ((profile.hook_length(box), box[0], m) for box, m in d.labels.items())
    boxes = sorted(found, reverse=True)
    passed: list[tuple[int, int, int]] = []
    for hook, i, m in boxes:
        best = base
        for before, end, total in passed:
            shift = (i - before) // period * period
            if end + shift >= i + hook:
                best = max(best, total)
        passed.append((i, i + hook, best + m))
    return max((total for _, _, total in passed), default=base)
