"""The version of the distribution, the same for all its packages; setup.cfg reads it here."""

__version__ = "0.1.0"
