"""Coefficients, order by order, as ratios."""

from cylindric import Profile, borodin_series, draw_ratios

draw_ratios(borodin_series(Profile("11010"), 120))
