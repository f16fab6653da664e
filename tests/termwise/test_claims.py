"""What a claim is: never without a range, and with the evidence of its status."""

import json
import pickle

import pytest

from termwise.claims import STATUSES, Claim
from termwise.commands import show

BY_STATUS = {
    "proved": Claim("p", "all n", "proved", proof="induction on n", source="[CW19]"),
    "certified": Claim("p", "z^0..z^59", "certified", further=1, tried="1 of 2000 series"),
    "checked": Claim("p", "n = 0..10", "checked", reproduce="check(10)"),
    "candidate": Claim("p", "z^0..z^59", "candidate", further=9),
    "refuted": Claim("a & b < c_1", "n = 0..10", "refuted", counterexample="n = 3: 2 > 1"),
}


def test_every_status_has_its_verdict():
    assert set(BY_STATUS) == set(STATUSES)
    assert {status: claim.verdict for status, claim in BY_STATUS.items()} == {
        "proved": "PROVED: induction on n",
        "certified": "CERTIFIED on 1 further term",
        "checked": "CHECKED for n = 0..10",
        "candidate": "CANDIDATE, 9 terms to spare",
        "refuted": "REFUTED by n = 3: 2 > 1",
    }
    assert Claim("p", "r", "candidate").verdict == "CANDIDATE"


def test_truth_is_that_it_is_not_refuted():
    assert [status for status, claim in BY_STATUS.items() if not claim] == ["refuted"]
    assert all(claim.holds == bool(claim) for claim in BY_STATUS.values())


@pytest.mark.parametrize("claim", BY_STATUS.values(), ids=BY_STATUS)
def test_a_claim_is_a_value(claim):
    assert eval(repr(claim)) == claim
    assert "\n" not in repr(claim)
    assert Claim.from_json(claim.to_json()) == claim
    assert pickle.loads(pickle.dumps(claim)) == claim
    assert {claim: 1}[eval(repr(claim))] == 1
    with pytest.raises(AttributeError):
        claim.status = "proved"


@pytest.mark.parametrize("empty", ["", "  ", "\n"])
def test_a_claim_that_did_not_run_is_none(empty):
    with pytest.raises(ValueError, match="range must not be empty: a claim that did not run"):
        Claim("p", empty, "checked")
    with pytest.raises(ValueError, match="statement must not be empty"):
        Claim(empty, "n = 1", "checked")


@pytest.mark.parametrize(
    ("status", "evidence", "says"),
    [
        ("true", {}, "status must be one of proved, certified, .*, got 'true'"),
        ("refuted", {}, "counterexample must be given: the claim is refuted"),
        ("refuted", {"counterexample": ""}, "counterexample must be given"),
        ("checked", {"counterexample": "n = 3"}, "counterexample must not be .* got 'n = 3'"),
        ("certified", {}, "further must be given: the claim is certified"),
        ("checked", {"further": 3}, "further must not be given: the claim is checked, got 3"),
        ("certified", {"further": 0}, "further must be at least 1, got 0"),
        ("proved", {}, "proof must be given: the claim is proved"),
        ("checked", {"proof": "seen"}, "proof must not be given: the claim is checked"),
    ],
)
def test_evidence_goes_with_the_status(status, evidence, says):
    with pytest.raises(ValueError, match=says):
        Claim("p", "n = 1", status, **evidence)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ((1, "r", "checked"), "statement must be a string, got 1"),
        (("p", None, "checked"), "range must be a string, got None"),
        (("p", "r", True), "status must be a string, got True"),
        (("p", "r", "refuted", "", "", 3), "counterexample must be a string, got 3"),
        (("p", "r", "certified", "", "", None, "s", "", True), "further must be an integer"),
    ],
)
def test_wrong_types_are_one_line(given, says):
    with pytest.raises(TypeError, match=says):
        Claim(*given)


def test_every_form_says_statement_range_verdict_and_the_line():
    for claim in BY_STATUS.values():
        document = json.loads(claim.to_json())
        assert document["verdict"] == claim.verdict
        assert document["range"] == claim.range
        text = str(claim)
        assert text.startswith(claim.statement + "\n")
        assert text.endswith("\n" + claim.verdict)
        assert claim.range in text
        assert claim.reproduce in text
        assert claim.source in text
        assert claim.tried in text


def test_pages_are_escaped():
    refuted = BY_STATUS["refuted"]
    page = refuted._repr_html_()
    assert "<caption>a &amp; b &lt; c_1</caption>" in page
    assert "REFUTED by n = 3: 2 &gt; 1" in page
    assert "#900" in page
    assert "#900" not in BY_STATUS["checked"]._repr_html_()
    assert r"\text{a \& b < c\_1} \\" in refuted._repr_latex_()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"verdict": "PROVED"}, "verdict must be 'CHECKED for n = 0..10', got 'PROVED'"),
        ({"status": "proved"}, "proof must be given"),
        ({"more": 1}, "termwise.Claim must have no 'more'"),
    ],
)
def test_a_changed_document_is_refused(change, says):
    document = json.loads(BY_STATUS["checked"].to_json()) | change
    with pytest.raises(ValueError, match=says):
        Claim.from_json(json.dumps(document))


@pytest.mark.parametrize("text", ["", "{", "[]", "1", "{}", "[" * 10**5])
def test_what_is_no_document_is_refused(text):
    with pytest.raises(ValueError, match="text must be"):
        Claim.from_json(text)


def test_a_command_shows_it_and_says_by_its_status_what_it_is(capsys):
    assert show(BY_STATUS["checked"], as_json=False) == 0
    assert show(BY_STATUS["refuted"], as_json=True) == 1
    text, _, document = capsys.readouterr().out.partition("{")
    assert text == f"{BY_STATUS['checked']}\n"
    assert Claim.from_json("{" + document) == BY_STATUS["refuted"]
