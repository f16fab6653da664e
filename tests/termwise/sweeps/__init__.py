"""Sweeps on a plain loop, and on real workers that die."""
