"""Pairs (shape, labels): the faces, all of them whole or in parts, the bad input."""

import pickle
from collections import Counter

import pytest

from cylindric import Decomposition, Partition, Profile
from cylindric.objects.decompositions import decompositions


def test_decomposition_faces_and_refusals():
    d = Decomposition((2, 1), {(1, 2, 1): 3, (1, 2, 4): 0})
    assert dict(d.labels) == {(1, 2, 1): 3}
    assert eval(repr(d), {"Decomposition": Decomposition, "Partition": Partition}) == d
    assert pickle.loads(pickle.dumps(d)) == d
    assert hash(d) == hash(Decomposition((2, 1), {(1, 2, 1): 3}))
    labels = {(1, 2, 1): 3, (1, 2, 2): 1}
    backwards = dict(reversed(labels.items()))
    assert hash(Decomposition((), labels)) == hash(Decomposition((), backwards))
    assert d._repr_latex_() == r"$\nu = (2,1);\ m_{1,2,1} = 3$"
    assert Decomposition((), {})._repr_latex_() == r"$\nu = \emptyset;\ m = 0$"
    with pytest.raises(TypeError):
        d.labels[1, 2, 1] = 4


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: Decomposition((), None), TypeError, "labels must be a mapping"),
        (lambda: Decomposition((), {(1, 2, 0): 1}), ValueError, "i, j, n >= 1"),
        (lambda: Decomposition((), {}).weight("10"), TypeError, "profile must be a Profile"),
        (lambda: Decomposition((), {}).refined_weight(None), TypeError, "must be a Profile"),
    ],
)
def test_decompositions_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make()


@pytest.mark.parametrize("parts", [1, 2, 3, 7, 64])
@pytest.mark.parametrize("open", [False, True])
@pytest.mark.parametrize("word", ["10", "1010", "11010", "1110100", "01", "0", "11"])
def test_parts_are_together_every_pair_once(word, open, parts):
    pi = Profile(word)
    for weight in range(8):
        pairs = Counter(decompositions(pi, weight, open=open))
        assert set(pairs.values()) <= {1}
        assert pairs == Counter(
            d
            for part in range(parts)
            for d in decompositions(pi, weight, open=open, share=(part, parts))
        )
