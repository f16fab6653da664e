"""The boxes of a profile with their hook lengths, two turns of the cylinder."""

from cylindric import Profile, draw_diagram

draw_diagram(Profile.from_composition((3, 1, 0)))
