"""The site, built by `sphinx-build -W docs docs/_build/html` and read without a network."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))  # for the extensions beside this file
sys.path.insert(0, str(HERE.parent))

project = "cylindric"
author = "the authors of cylindric"
copyright = author  # noqa: A001
html_title = "cylindric"

extensions = [
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinxcontrib.katex",
    "myst_nb",
    "extensions.docstrings",
    "extensions.rooms",
    "extensions.gallery",
    "extensions.notebooks",
    "extensions.sources",
]

# Notebooks are shown as they were committed; their own tests run them again.
nb_execution_mode = "off"
highlight_language = "text"  # formulas; doctests are known by their prompt
myst_enable_extensions = ["dollarmath", "colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_use_legacy_class_based = False
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 80
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_rtype = False

# The script comes with the extension; style and fonts of exactly its version lie in the tree.
katex_css_path = "katex/katex.min.css"
katex_options = "throwOnError: true"

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_extra_path = ["gallery/pages"]  # surfaces to turn; looked for before the gallery is made
(HERE / html_extra_path[0]).mkdir(parents=True, exist_ok=True)
html_show_sourcelink = False
html_theme_options = {"navigation_with_keys": True}
exclude_patterns = ["_build", "extensions"]
suppress_warnings = ["mystnb.unknown_mime_type"]
