"""A cylindric partition on its cylinder."""

from cylindric import Profile, draw_cylinder, sample, solve_z

profile = Profile("1010010")
draw_cylinder(sample(profile, solve_z(profile, 40), rng=4))
