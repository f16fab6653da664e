"""Every check of a profile can be swept by its name, and so can one's own."""

import pytest

from cylindric.checks.catalogue import CHECKS
from cylindric.discovery.units import check_level, check_profile
from termwise import Comparison, Sweep

UNIT = {"profile": "10", "order": 3}


@pytest.mark.parametrize("name", CHECKS)
def test_every_check_by_its_name(name):
    parameters = {"check": name}
    if name == "jack":
        parameters["alpha"] = "1/2"
    if name == "randomised-growth":
        parameters |= {"q": "1/3", "t": "2/7"}
    if name == "bijection":
        parameters["rule"] = "burge"
    assert Sweep(name, [UNIT], check_profile, parameters).run()


def one_too_many(profile, order):
    """Count one object too many of weight 2."""
    found = check_profile({"profile": profile.word, "order": order}, check="borodin")
    counts = {row.term: row.left for row in found.rows}
    return Comparison.of_terms(
        "one too many", {"product": counts, "wrong": counts | {"z^2": counts["z^2"] + 1}}
    )


def test_a_wrong_one_is_found():
    parameters = {"check": f"{__name__}:one_too_many"}
    summary = Sweep("wrong", [UNIT], check_profile, parameters).run()
    assert summary.differ == 1
    assert summary.examples[0][1].startswith("DIFFERS at z^2: product = 2, wrong = 3")


def test_levels_are_tried_and_refuted():
    assert check_level({"rank": 3, "level": 4, "n": 3}, property="positive")
    units = [{"rank": 3, "level": level, "n": 2} for level in (2, 4)]
    summary = Sweep("unimodal", units, check_level, {"property": "unimodal"}).run()
    assert not summary
    assert "c = (4,0,0)" in summary.examples[0][1]
