"""Cylindric partitions, growth diagrams on the cylinder, Borodin's identity term by term."""

from lazy_loader import attach_stub

from termwise.release import __version__ as __version__

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
__all__.remove("b")  # too short a name to come with `import *`
