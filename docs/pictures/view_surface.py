"""A cylindric partition as cubes to turn with the mouse, in a page of its own or in a notebook."""

from cylindric import Profile, sample, view_surface

view_surface(sample(Profile("1" * 6 + "0" * 6), 0.9, rng=1))
