"""Maya diagrams of one partition of every sample, and how likely a particle is at a place."""

from cylindric import Profile, draw_particles, sample

samples = sample(Profile("11010"), 0.95, 2000, rng=1)
draw_particles(samples, 2)
