"""What a release says of itself, in the places that say it."""

import re
from configparser import ConfigParser
from pathlib import Path

from termwise import __version__

ROOT = Path(__file__).parent.parent
SETUP = ConfigParser()
SETUP.read(ROOT / "setup.cfg", encoding="utf-8")


def test_one_version():
    cited = re.search(r"^version: (\S+)", (ROOT / "CITATION.cff").read_text(), re.MULTILINE)
    assert cited[1].strip("\"'") == __version__
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_licence_names_what_is_brought_along():
    """three.js, in the assets of the view, is under the MIT licence."""
    assert SETUP["metadata"]["license_expression"] == "BSD-3-Clause AND MIT"
    names = SETUP["metadata"]["license_files"].split()
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in names]
    assert "Redistribution and use in source and binary forms" in texts[0]
    assert "Permission is hereby granted, free of charge" in texts[1]


def test_all_is_every_place_where_a_person_works():
    extras = SETUP["options.extras_require"]
    named = re.fullmatch(r"\s*cylindric\[(.*)\]", extras["all"])[1].split(",")
    assert set(named) == {"notebooks", "sweep", "view", "sage"}
    assert set(named) <= set(extras)
