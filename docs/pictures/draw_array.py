"""The entries of a cylindric partition, written as an array of numbers."""

from cylindric import Profile, draw_array, sample, solve_z

profile = Profile.from_composition((3, 1, 0))
draw_array(sample(profile, solve_z(profile, 60), rng=2))
