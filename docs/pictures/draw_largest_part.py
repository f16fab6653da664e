"""The largest part, sampled and exact."""

from cylindric import Profile, draw_largest_part, sample

draw_largest_part(sample(Profile("1110100"), 0.9, 4000, rng=1))
