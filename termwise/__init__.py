"""What "checked term by term" means: comparisons, how they are shown, how long checks run."""

from termwise.building import compare
from termwise.claims import Claim
from termwise.comparison import Comparison
from termwise.formats import from_json, to_json
from termwise.oeis import BFile, from_bfile, to_bfile
from termwise.release import __version__ as __version__
from termwise.report import to_html, to_latex, to_rich, to_text, verdict
from termwise.rows import MISSING, Row
from termwise.running import run
from termwise.sliders import explore
from termwise.strips import side_by_side
from termwise.sweeps.journal import Journal
from termwise.sweeps.sweep import Sweep

__all__ = [
    "MISSING",
    "BFile",
    "Claim",
    "Comparison",
    "Journal",
    "Row",
    "Sweep",
    "compare",
    "explore",
    "from_bfile",
    "from_json",
    "run",
    "side_by_side",
    "to_bfile",
    "to_html",
    "to_json",
    "to_latex",
    "to_rich",
    "to_text",
    "verdict",
]
