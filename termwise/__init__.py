"""What "checked term by term" means: comparisons, how they are shown, how long checks run."""

from lazy_loader import attach_stub

from termwise.release import __version__ as __version__

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
