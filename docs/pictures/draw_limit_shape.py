"""Many samples of one profile, and the shape they gather round."""

from cylindric import Profile, draw_limit_shape, sample, solve_z

room = Profile("1" * 30 + "0" * 30)
draw_limit_shape(sample(room, solve_z(room, 20_000), size=40, rng=1), log=True)
