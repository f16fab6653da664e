"""The commands `search` and `family`: what they print, JSON, what is refused in one line."""

import json

import pytest

from cylindric import Family, FamilyScan, Series, SumSearch, qpochhammer
from termwise import from_json
from tests.cylindric.commands.test_main import run


def test_rogers_ramanujan(capsys):
    status, out, err = run(capsys, "search", "--nahm", "1", "--level", "2,3")
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "2 sums to q^59 among 10 candidates (0 refused; 0 agreed to q^11 only)",
        "sum q^(n1^2) 1/(q)_n1 = (q; q)_inf F_(2,1)(1), with z^(n1): (z q; q)_inf F_(2,1)(z)"
        "   (CERTIFIED on 48 further terms)",
        "sum q^(n1^2 + n1) 1/(q)_n1 = (q; q)_inf F_(3,0)(1), with z^(n1): (z q; q)_inf F_(3,0)(z)"
        "   (CERTIFIED on 48 further terms)",
    ]


def test_templates_as_json(capsys):
    status, out, _ = run(
        *(capsys, "search", "1/(q)_n1 [2n1, n2]", "1/(q)_n1 [2n1 + 1, n2]", "--level", "3,4"),
        *("--diagonal", "2", "--off-diagonal=-2..0", "--linear", "0,2", "--json"),
    )
    assert status == 0
    search = SumSearch.from_json(out)
    assert len(search) == 7
    assert search.tried == 2 * 3 * 4


def test_a_series_of_a_file(capsys, tmp_path):
    path = tmp_path / "terms"
    path.write_text(", ".join(map(str, (1 / qpochhammer((1, 4), 5, 60)).coefficients)))
    status, out, _ = run(capsys, "search", "--nahm", "1", "--file", str(path))
    assert status == 0
    assert "sum q^(n1^2) 1/(q)_n1 = terms   (CERTIFIED" in out


def test_products(capsys):
    given = ("search", "--nahm", "1", "--products", "--diagonal", "2..4")
    status, out, _ = run(capsys, *given)
    assert status == 0
    assert out.splitlines()[1].startswith("sum q^(n1^2) 1/(q)_n1 = 1/(q, q^4; q^5)_inf   (CERT")
    _, out, _ = run(capsys, *given, "--json")
    assert [hit.vector for hit in from_json(out)[0]] == [(0,), (2,)]
    _, out, _ = run(capsys, *given, "--order", "60")
    assert " sums to q^59 " in out
    status, _, err = run(capsys, *given, "--confirm", "90")
    assert status == 2
    assert "--confirm goes with --level or --file" in err


def test_many_candidates_are_announced_and_too_many_refused(capsys, monkeypatch):
    monkeypatch.setattr("cylindric.commands.search.LONG", 5)
    _, _, err = run(capsys, "search", "--nahm", "1", "--level", "2,3")
    assert err == "10 candidates\n"
    monkeypatch.undo()
    given = ("search", "--nahm", "4", "--level", "2,3", "--linear", "0..20")
    status, _, err = run(capsys, *given)
    assert status == 2
    assert "candidates, more than the limit of 10000000: pass --force, or in Python" in err


def test_a_family(capsys):
    status, out, err = run(capsys, "family", "row-strict", "2,1,0", "--order", "6")
    assert (status, err) == (0, "")
    assert out == "1 + 2*q + 4*q**2 + 7*q**3 + 12*q**4 + 20*q**5 + O(q**6)\n"
    _, other, _ = run(
        capsys, "family", "Row-Strict", "2,1,0", "--order", "6", "--method", "fermions"
    )
    assert other == out
    _, out, _ = run(capsys, "family", "distinct", "2,1", "--weights", "1,2", "--json")
    assert Series.from_json(out) == Family("distinct", (1, 2)).series((2, 1), 20)
    _, out, _ = run(capsys, "family", "bounded-rows", "2,1", "--bound", "2", "--largest", "1")
    assert out == str(Family("bounded rows", bound=2).series((2, 1), 20, largest=1)) + "\n"


def test_a_scan(capsys):
    given = ("family", "row-strict", "--scan", "3", "3", "--order", "60")
    status, out, _ = run(capsys, *given)
    assert status == 0
    assert out == str(Family("row-strict").scan(3, 3, 60)) + "\n"
    _, out, _ = run(capsys, *given, "--json")
    document = json.loads(out)
    assert document["tried"] == 4
    assert FamilyScan.from_json(out).hits[0].profile == (2, 1, 0)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (("search",), "FACTORS or --nahm must be given"),
        (("search", "--nahm", "1"), "one of --level, --file and --products"),
        (("search", "--nahm", "1", "--level", "2"), "must be a rank and a level, 3,4, got '2'"),
        (("search", "--nahm", "1", "--level", "0,3"), "rank must be at least 1"),
        (("search", "--nahm", "9", "--level", "2,3"), "k must be at most 6"),
        (("search", "(q)_n1", "--level", "2,3"), "factors must have (q) below the line"),
        (("search", "--nahm", "1", "--level", "2,3", "--linear", "a"), "must be integers such as"),
        (("search", "--nahm", "1", "--level", "2,3", "--linear", "3..1"), "must be integers such"),
        (
            ("search", "--nahm", "1", "--level", "2,3", "--linear", "0..99999"),
            "must be fewer than 10000",
        ),
        (
            ("search", "--nahm", "1", "--level", "2,3", "--linear", "1", "--diagonal", "2"),
            "all exponents are fractions",
        ),
        (
            ("search", "--nahm", "1", "--level", "2,3", "--confirm", "5"),
            "confirm must be at least 8",
        ),
        (("family", "row-strict"), "either a PROFILE or --scan"),
        (("family", "strict", "2,1"), "invalid choice"),
        (("family", "tight", "--scan", "2,3", "1"), "--scan must have one rank"),
        (("family", "tight", "--scan", "2", "x"), "must be integers such as"),
        (("family", "tight", "--scan", "2", "2", "--largest", "3"), "goes with a PROFILE only"),
        (("family", "bounded-rows", "2,1"), "bound must be given"),
        (("family", "all", "1"), "profile must have a 0"),
    ],
)
def test_what_is_refused_in_one_line(capsys, given, says):
    status, out, err = run(capsys, *given)
    assert (status, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1
