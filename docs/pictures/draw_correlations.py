"""Correlations of the sizes of all partitions: of samples above the diagonal, exact below."""

from cylindric import Profile, draw_correlations, sample

room = Profile("1" * 12 + "0" * 12)
draw_correlations(sample(room, 0.93, 2000, rng=1))
