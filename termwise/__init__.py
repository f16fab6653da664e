"""What "checked term by term" means: comparisons, how they are shown, how long checks run."""

from termwise.building import compare
from termwise.claims import Claim
from termwise.comparison import Comparison
from termwise.findstat import findstat_lines
from termwise.formats import from_json, to_json
from termwise.graphs import to_graphml, to_node_link
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
    "findstat_lines",
    "from_bfile",
    "from_json",
    "run",
    "side_by_side",
    "to_bfile",
    "to_graphml",
    "to_html",
    "to_json",
    "to_latex",
    "to_node_link",
    "to_rich",
    "to_text",
    "verdict",
]
