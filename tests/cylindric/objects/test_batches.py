"""Many objects in one array: a sequence, and checked."""

import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cylindric import CylindricPartition, Profile, Samples, sample
from cylindric.strategies import profiles


def test_samples_is_a_sequence_on_one_array():
    many = sample(Profile("11010"), 0.7, 20, rng=1)
    assert many != sample(Profile("11010"), 0.7, 20, rng=2)
    assert len(many) == len(list(many)) == 20
    assert many[-1] == many[19] == list(many)[19]
    assert many[np.int64(3)] == many[3]
    part = many[2:8:2]
    assert isinstance(part, Samples)
    assert list(part) == [many[2], many[4], many[6]]
    assert {part: 1}[Samples(part.profile, many.walks[:, 2:8:2])] == 1
    assert many != list(many)
    assert many[4] in many
    walk = many[4].partitions
    for k, mu in enumerate((walk[-1], *walk[:-1])):
        assert [part for part in many.walks[k, 4].tolist() if part] == list(mu)
    assert many.weights.dtype == many.largest_parts.dtype == np.int64
    with pytest.raises(ValueError, match="read-only"):
        many.walks[0, 0, 0] = 1
    with pytest.raises(IndexError):
        many[20]
    with pytest.raises(TypeError):
        many["first"]
    with pytest.raises(AttributeError):
        many.walks = many.walks
    kept = pickle.loads(pickle.dumps(many))
    assert kept == many
    assert not kept.walks.flags.writeable
    assert repr(many[:0]) == "<no samples of profile 11010>"
    assert repr(many).startswith("<20 samples of profile 11010, weights ")
    long = repr(sample(Profile("10" * 50), 0.1, 2, rng=1))
    assert long.startswith(f"<2 samples of profile {'10' * 20}.. (T = 100), weights ")


def test_samples_are_checked():
    pi = Profile("10")
    good = np.array([[[1, 0]], [[2, 1]]])
    assert Samples(pi, good)[0] == CylindricPartition(pi, [(2, 1), (1,)])
    good[1, 0, 0] = 7
    for walks, says in [
        (good[:1], r"shape \(T, size, rows\), T = 2"),
        (good[..., 0], "shape"),
        (good[::-1], "up by a horizontal strip at step 1 of 10"),
        (np.array([[[2, 0]], [[2, 3]]]), "horizontal strip"),
        (np.array([[[-1]], [[2]]]), "negative"),
    ]:
        with pytest.raises(ValueError, match=says):
            Samples(pi, walks)
    with pytest.raises(TypeError, match="array of integers"):
        Samples(pi, good / 2)
    with pytest.raises(TypeError, match="array of integers"):
        Samples(pi, good.tolist())


@given(profiles(), st.integers(0, 2**32))
def test_statistics_are_those_of_the_objects(pi, seed):
    many = sample(pi, 0.6, 6, rng=seed)
    walks = [c.partitions for c in many]
    assert many.sizes.tolist() == [[mu.size for mu in walk] for walk in walks]
    assert many.lengths.tolist() == [max(len(mu) for mu in walk) for walk in walks]
    heights = many.heights()
    for b, walk in enumerate(walks):
        for k, mu in enumerate(walk, 1):
            assert [h for h in heights[k % pi.period, b].tolist() if h] == list(mu.conjugate())
            places = many.particles(k, 7)[b]
            parts = [*mu, *[0] * 7][:7]
            assert places.tolist() == [2 * part - 2 * i + 1 for i, part in enumerate(parts, 1)]
    table = many.statistics()
    assert table["weight"].tolist() == [c.weight for c in many]
    assert table["trace"].tolist() == [c.trace for c in many]
    assert table[f"size_{pi.period}"].tolist() == table["trace"].tolist()
    assert {len(column) for column in table.values()} == {6}


def test_pandas_takes_the_statistics_as_they_are():
    pandas = pytest.importorskip("pandas")
    many = sample(Profile("11010"), 0.7, 9, rng=1)
    table = pandas.DataFrame(many.statistics())
    assert list(table.columns[:4]) == ["weight", "trace", "largest_part", "length"]
    assert list(table.columns[4:]) == [f"size_{k}" for k in range(1, 6)]
    assert table.weight.tolist() == [c.weight for c in many]
    assert (table.filter(like="size_").sum(axis=1) == table.weight).all()
    assert {kind.kind for kind in table.dtypes} == {"i"}


def test_places_that_are_none_are_refused():
    many = sample(Profile("10"), 0.5, 3, rng=1)
    with pytest.raises(ValueError, match=r"k must be in 0 \.\. 2, got 3"):
        many.particles(3)
    with pytest.raises(TypeError, match="rows must be an integer"):
        many.particles(1, 2.5)
    with pytest.raises(ValueError, match="GB for the particles"):
        many.particles(1, 10**12)


@pytest.mark.parametrize("kind", [np.int8, np.uint8, np.int16, np.int64])
def test_places_of_particles_do_not_wrap_around(kind):
    most = int(np.iinfo(kind).max)
    samples = Samples(Profile("10"), np.array([[[most]]] * 2, kind))
    assert samples.particles(1).tolist() == [[2 * most - 1]]
