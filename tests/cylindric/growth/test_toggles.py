"""RSK on whole batches: no overflow, and no argument changed."""

from cylindric import (
    RSK,
    LocalRule,
    Profile,
    compose,
    cylindric_partitions,
    decompose,
    last_passage_time,
)
from cylindric.growth.toggles import Toggles
from cylindric.objects.batches import to_array


def test_small_array_types_do_not_overflow():
    """Labels that fit 16 bits each, and add up to more along a path."""
    pi = Profile("111000")
    labels = dict.fromkeys(pi.open_boxes(), 8000)
    c = compose(pi, (), labels)
    assert c.largest_part == 5 * 8000 == last_passage_time(pi, (), labels)
    assert compose(pi, (), labels, LocalRule("cells", RSK.forward, RSK.backward)) == c
    assert dict(decompose(c).labels) == labels


def test_toggles_leave_their_arrays_alone():
    pi = Profile("11010")
    walks = to_array([c.partitions for c in cylindric_partitions(pi, 7)])
    before = walks.copy()
    constants, turns = Toggles(pi).peel(walks)
    assert (walks == before).all()
    kept = constants.copy(), [turn.copy() for turn in turns]
    assert (Toggles(pi).build(constants, turns)[..., : walks.shape[2]] == walks).all()
    assert (constants == kept[0]).all()
    assert all((a == b).all() for a, b in zip(turns, kept[1], strict=True))
