"""The Macdonald-weighted law by listing: the exact law of the weight, and of the objects."""

from collections import Counter
from fractions import Fraction

import pytest
from flint import arb, ctx

from cylindric import Profile, cylindric_partitions, macdonald_weight, reverse_plane_partitions
from cylindric.sampling.listing import WeightLaw, sample_macdonald_by_listing
from tests.cylindric.sampling.test_perfect import chi_square_is_small
from tests.hostile.threads import in_threads

Q, T, Z = Fraction(1, 2), Fraction(1, 4), Fraction(1, 3)


@pytest.mark.parametrize(("word", "open"), [("10", False), ("1101", False), ("1100", True)])
def test_the_probabilities_of_all_weights_add_up_to_one(word, open):
    law = WeightLaw(Profile(word), Z, Q, T, open)
    total = sum((law.probability(n) for n in range(50)), arb(0))
    assert 1 - 1e-12 < float(total) < 1


def test_schur_weights_give_the_boltzmann_law():
    # At q = t the product is Borodin's: for the profile 10, F(z) = prod 1/(1 - z^n).
    law = WeightLaw(Profile("10"), Z, Q, Q, False)
    euler = 1.0
    for n in range(1, 60):
        euler *= 1 - float(Z) ** n
    assert float(law.probability(0)) == pytest.approx(euler, rel=1e-12)
    assert float(law.probability(4)) == pytest.approx(5 * euler * float(Z) ** 4, rel=1e-12)


@pytest.mark.parametrize(
    ("word", "open", "q", "t"),
    [("10", False, Q, T), ("110", False, Fraction(0), Fraction(1, 5)), ("1100", True, T, Q)],
)
def test_chi_square_over_all_objects_of_small_weight(word, open, q, t):
    profile, number = Profile(word), 4000
    listing = reverse_plane_partitions if open else cylindric_partitions
    objects = [c for n in range(3) for c in listing(profile, n)]
    empty = float(WeightLaw(profile, Z, q, t, open).probability(0))
    expected = {c: number * empty * float(macdonald_weight(c, q, t) * Z**c.weight) for c in objects}
    drawn = Counter(sample_macdonald_by_listing(profile, Z, q, t, number, rng=5, open=open))
    found = [drawn[c] for c in objects]
    chi_square_is_small(
        [*found, number - sum(found)], [*expected.values(), number - sum(expected.values())]
    )


def test_a_seed_repeats_and_one_object_comes_alone():
    first, again = (
        sample_macdonald_by_listing(Profile("1010"), Z, Q, T, 20, rng=3) for _ in range(2)
    )
    assert first == again
    assert sample_macdonald_by_listing(Profile("1010"), Z, Q, T, rng=3).profile == Profile("1010")


@pytest.mark.slow
def test_threads_draw_what_one_would_draw():
    """The precision of the enclosures is the process's: it is one thread's at a time."""

    def drawn(seed):
        return sample_macdonald_by_listing(Profile("10"), Q, Z, Q, 2, rng=seed).walks.tolist()

    right, before, wrong = [drawn(seed) for seed in range(6)], ctx.prec, []

    def work(shift):
        for seed in range(6):
            at = (seed + shift) % 6
            if drawn(at) != right[at]:
                wrong.append(at)

    in_threads(work, range(6))
    assert not wrong
    assert ctx.prec == before


@pytest.mark.parametrize(
    ("z", "q", "t", "error", "says"),
    [
        (0.5, Q, T, TypeError, "z must be an exact number"),
        (Z, 0.5, T, TypeError, "q must be an exact number"),
        (1, Q, T, ValueError, "z must be in 0 < z < 1, got 1"),
        (0, Q, T, ValueError, "z must be in 0 < z < 1, got 0"),
        (Z, 1, T, ValueError, "q must be in 0 <= q < 1, got 1"),
        (Z, Q, Fraction(-1, 2), ValueError, "t must be in 0 <= t < 1, got -1/2"),
    ],
)
def test_bad_numbers(z, q, t, error, says):
    with pytest.raises(error, match=says):
        sample_macdonald_by_listing(Profile("10"), z, q, t)


def test_other_bad_arguments():
    with pytest.raises(ValueError, match="size must be at least 1, got 0"):
        sample_macdonald_by_listing(Profile("10"), Z, Q, T, 0)
    with pytest.raises(TypeError, match="rng must be a numpy Generator"):
        sample_macdonald_by_listing(Profile("10"), Z, Q, T, rng="seven")
    with pytest.raises(ValueError, match=r"cylindric partitions of weight .* limit of 1"):
        sample_macdonald_by_listing(Profile("1010"), Fraction(9, 10), Q, T, rng=1, limit=1)
