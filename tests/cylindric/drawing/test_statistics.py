"""Pictures of statistics show the samples, and the exact laws that others compute."""

import numpy as np
import pytest

from cylindric import (
    Profile,
    Samples,
    covariance_sizes,
    draw_correlations,
    draw_largest_part,
    draw_particles,
    largest_part_law,
    particle_density,
    sample,
    sample_macdonald,
    shift_mix,
)
from cylindric.drawing import statistics
from cylindric.drawing.heat_maps import heat_map
from tests.cylindric.drawing.shown import lines

MANY = sample(Profile("11010"), 0.8, 300, rng=1)
HUGE = Samples(Profile("10"), np.array([[[0]], [[10**15]]]))
UNKNOWN = Samples(MANY.profile, MANY.walks)


def test_particles_are_those_of_the_samples():
    picture = draw_particles(MANY, 2)
    ((x, y),) = lines(picture, "seen")
    particles = MANY.particles(2, 60)
    for place, share in zip((2 * x).astype(int).tolist(), y.tolist(), strict=True):
        assert share == pytest.approx((particles == place).any(axis=1).mean())
    ((x, exact),) = lines(picture, "exact")
    assert exact == pytest.approx(particle_density(MANY.profile, 0.8, 2, (2 * x).astype(int)))
    rows = lines(picture, "diagram")
    assert len(rows) == statistics.SHOWN
    for at, (row, _) in enumerate(rows):
        assert set((2 * row).astype(int)) == {p for p in particles[at].tolist() if p >= 2 * x[0]}


def test_shifted_particles_and_their_density():
    shifts = shift_mix(MANY, 5)
    picture = draw_particles(MANY, 2, shifts=shifts)
    ((x, y),) = lines(picture, "seen")
    particles = MANY.particles(2, 80) + 2 * shifts[:, None]
    places = (2 * x).astype(int)
    for place, share in zip(places.tolist(), y.tolist(), strict=True):
        assert share == pytest.approx((particles == place).any(axis=1).mean())
    ((_, exact),) = lines(picture, "exact")
    assert exact == pytest.approx(particle_density(MANY.profile, 0.8, 2, places, u=1))
    assert np.abs(y - exact).max() < 4 * 0.5 / 300**0.5
    for at, (row, _) in enumerate(lines(picture, "diagram")):
        assert set((2 * row).astype(int)) == {p for p in particles[at].tolist() if p >= places[0]}


@pytest.mark.parametrize("known", [True, False])
def test_correlations_are_exact_below_the_diagonal(monkeypatch, known):
    seen = []

    def kept(matrix, **rest):
        seen.append(matrix)
        return heat_map(matrix, **rest)

    monkeypatch.setattr(statistics, "heat_map", kept)
    draw_correlations(MANY if known else UNKNOWN)
    (matrix,) = seen
    sampled = np.corrcoef(MANY.sizes.T)
    exact = covariance_sizes(MANY.profile, 0.8)
    deviations = np.diag(exact) ** 0.5
    exact = exact / np.outer(deviations, deviations)
    for k in range(5):
        for i in range(5):
            expected = exact if i > k and known else sampled
            assert matrix[i, k] == pytest.approx(max(0, expected[i, k]))


def test_a_size_that_is_always_the_same_has_no_correlations():
    assert "and exact" in draw_correlations(sample(Profile("10"), 0.5, 30, 1, open=True)).says


@pytest.mark.parametrize("is_open", [False, True])
def test_the_largest_part_and_its_law(is_open):
    many = sample(Profile("1101"), 0.8, 500, rng=1, open=is_open)
    picture = draw_largest_part(many)
    law = largest_part_law(many.profile, 0.8, open=is_open)
    ((x, y),) = lines(picture, "exact")
    assert y == pytest.approx(np.append(law, np.zeros(100))[x])
    bars = [bar for bar in picture.figure.axes[0].patches if bar.get_gid() == "seen"]
    for bar in bars:
        part = round(bar.get_x() + bar.get_width() / 2)
        assert bar.get_height() == pytest.approx((many.largest_parts == part).mean())


@pytest.mark.slow
def test_no_exact_law_where_none_is_known():
    whittaker = sample_macdonald(Profile("11010"), 0.7, 0.5, 0, 30, rng=1)
    refined = sample(Profile("10"), [0.5, 0.6], 30, rng=1)
    long = sample(Profile("1" * 30 + "0" * 30), 0.9, 30, rng=1)  # too many layers
    for picture in (
        draw_particles(whittaker),
        draw_particles(UNKNOWN),
        draw_largest_part(whittaker),
        draw_largest_part(refined),
        draw_largest_part(long),
        draw_largest_part(UNKNOWN),
    ):
        assert "exact" not in picture.says
        assert not lines(picture, "exact")
    assert "exact" in draw_correlations(whittaker).says
    assert "exact" in draw_particles(refined, 1).says


@pytest.mark.parametrize(
    ("draw", "error", "says"),
    [
        (lambda: draw_particles([1]), TypeError, "samples must be a Samples"),
        (lambda: draw_particles(MANY, 6), ValueError, r"k must be in 0 \.\. 5, got 6"),
        (lambda: draw_particles(MANY[:0]), ValueError, "samples must be at least 1, got 0"),
        (lambda: draw_particles(MANY, shifts=[1]), ValueError, "shifts must be 300 of at most 10"),
        (lambda: draw_particles(MANY, shifts=[0.5]), TypeError, "shifts must be an integer"),
        (lambda: draw_particles(HUGE), ValueError, "parts of at most 100000, got 1000000000000"),
        (lambda: draw_largest_part(HUGE), ValueError, "parts of at most 100000, got 100000000000"),
        (lambda: draw_correlations(MANY[:1]), ValueError, "samples must be at least 2, got 1"),
        (lambda: draw_largest_part(MANY, theme="pink"), ValueError, "theme must be light or dark"),
    ],
)
def test_bad_input(draw, error, says):
    with pytest.raises(error, match=says):
        draw()
