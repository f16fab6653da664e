"""A cylindric partition as cubes on the unrolled cylinder."""

from cylindric import Profile, draw_surface, sample, solve_z

room = Profile("1" * 12 + "0" * 12)
draw_surface(sample(room, solve_z(room, 1_500), rng=3))
