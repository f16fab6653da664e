from .building import compare
from .claims import Claim
from .comparison import Comparison
from .findstat import findstat_lines
from .formats import from_json, to_json
from .graphs import to_graphml, to_node_link
from .oeis import BFile, find_in_oeis, from_bfile, to_bfile
from .report import to_html, to_latex, to_rich, to_text, verdict
from .rows import MISSING, Row
from .running import run
from .sliders import explore
from .strips import side_by_side
from .sweeps.journal import Journal
from .sweeps.sweep import Sweep

__version__: str

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
    "find_in_oeis",
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
