"""Scans of families: products over all profiles, trivial ones apart, and where there are none."""

import pytest

import cylindric
from cylindric import Family


def found(scan):
    return {hit.profile for hit in scan}


def test_row_strict_products_of_three_rows():
    scan = Family("row-strict").scan(3, range(1, 6), 84)
    assert found(scan) == {(2, 1, 0), (3, 0, 0), (3, 1, 1), (3, 2, 0)}
    assert all(hit.search.claim.status == "certified" for hit in scan)
    assert {(hit.profile, hit.trivial) for hit in scan.trivial} == {
        ((1, 0, 0), "the only orbit of its level"),
        ((2, 0, 1), "(2,1,0) read backwards"),
        ((3, 0, 2), "(3,2,0) read backwards"),
    }
    assert scan.tried == 1 + 2 + 4 + 5 + 7
    assert scan.reproduce == "Family('row-strict').scan(3, [1, 2, 3, 4, 5], 84)"
    assert "no other of period at most 25, trivial ones apart" in scan.claim.statement
    assert scan.claim.range == "19 profiles, q^0..q^83"


@pytest.mark.parametrize("confirm", [True, False])
@pytest.mark.parametrize(
    ("family", "levels"),
    [(Family("row-strict"), 3), (Family(weights=(1, 2, 1)), range(1, 3)), (Family("doubled"), [2])],
)
def test_a_scan_and_its_hits_are_made_again(family, levels, confirm):
    scan = family.scan(3, levels, 40, confirm=confirm)
    names = dict(vars(cylindric))
    assert eval(scan.reproduce, names) == scan
    assert scan.hits or scan.trivial
    for hit in (*scan.hits, *scan.trivial):
        again = eval(hit.search.claim.reproduce, names)
        assert again is True or again == hit.search


def test_trivial_products_are_named():
    scan = Family().scan(2, 3, 60)
    assert not scan
    assert [hit.trivial for hit in scan.trivial] == ["Borodin's product"] * 2
    scan = Family("tight").scan(2, [3], 60)
    assert {hit.trivial for hit in scan.trivial} == {
        "(q^2; q^2)_inf times Borodin's product: the tight ones"
    }
    scan = Family("even parts").scan(2, 2, 60)
    assert {hit.trivial for hit in scan.trivial} == {"Borodin's product at q^2"}
    scan = Family("doubled").scan(1, 2, 60)
    assert not scan
    assert {hit.trivial for hit in scan.trivial} <= {
        "the folded product",
        "110 read backwards",
        "011 which has the same series",
        "011 read backwards",
    }
    assert len(scan.trivial) == 3


def test_weights_make_rotations_different():
    scan = Family("row-strict", weights=(1, 2)).scan(2, 2, 40)
    assert scan.tried == 3
    assert Family("row-strict", weights=(2, 2)).scan(2, 2, 40).tried == 2


@pytest.mark.parametrize("rule", ["odd parts", "odd parts distinct", "rows at most twice"])
def test_no_product_but_for_the_level_1(rule):
    for rank, levels in ((2, range(2, 7)), (3, range(2, 5)), (4, (2, 3))):
        scan = Family(rule).scan(rank, levels, 46)
        assert not scan, rule
        assert not scan.trivial
        assert "no product of period at most 12" in scan.claim.statement


def test_no_product_without_multiplicity_one():
    for rank, levels in ((2, range(2, 7)), (3, range(2, 5)), (4, (2, 3))):
        assert not Family("no multiplicity one").scan(rank, levels, 46)


def test_what_a_scan_says():
    scan = Family("row-strict").scan(3, 3, 60)
    assert str(scan).splitlines() == [
        "row-strict, rank 3, level 3: 1 product of period at most 17 among 4 profiles to q^59",
        "(2,1,0): (q^2; q^2)_inf (q^3; q^3)_inf/(q; q)_inf^2   (CERTIFIED on 60 further terms)",
        "trivial: (2,0,1), (2,1,0) read backwards",
    ]
    assert "<td>(2,1,0) read backwards</td>" in scan._repr_html_()
    quick = Family("row-strict").scan(3, 3, 60, confirm=False)
    assert [hit.search.claim.status for hit in quick] == ["checked"]
    own = Family(lambda m, f: max(f) <= 1).scan(3, 3, 60)
    assert (found(own), own.tried) == ({(2, 1, 0)}, 10)
    assert "trivial: (1,0,2), (2,1,0) rotated" in str(own)
    assert own.reproduce == ""


def test_what_further_terms_refute_is_no_hit():
    """Parts 1 and 35 only: to q^29 the product 1/(1 - q)."""
    scan = Family(lambda m, f: not any(f) or m in (1, 35)).scan(1, [1, 2], 30)
    assert (len(scan), scan.fell) == (0, 2)
    assert str(scan).endswith("among 2 profiles to q^29, 2 more refuted by further terms")


def test_a_level_that_is_given_twice_is_one():
    assert Family().scan(2, [2, 2, 1, 2], 20) == Family().scan(2, [2, 1], 20)


def test_progress_is_told():
    told = []
    Family("tight").scan(2, 2, 20, progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 2), (1, 2), (2, 2)]


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: Family().scan(0, 2), "rank must be at least 1"),
        (lambda: Family().scan(2, 0), "levels must be at least 1"),
        (lambda: Family().scan(2, []), "levels must hold a level"),
        (lambda: Family().scan(2, 2, 11), "order must be at least 12"),
        (lambda: Family(slices=(1, 1)).scan(1, 1), "slices must not be given"),
        (lambda: Family(weights=(1, 1)).scan(3, 1), "weights must be 3 for this rank"),
        (lambda: Family().scan(10**4, 1), "10000 rows, more than the 500"),
        (lambda: Family().scan(30, 30), "this takes about"),
        (lambda: Family("doubled").scan(30, 30), "this takes about"),
        (lambda: Family("doubled").scan(13, 13, 60), "steps of finding products"),
        (lambda: Family("tight", range(1, 9)).scan(8, 20, 80), "steps of finding products"),
        (lambda: Family().scan(500, 10**100), "steps of finding products"),
        (lambda: Family().scan(500, 2, 12), "steps for the compositions"),
    ],
)
def test_what_is_refused_in_one_line(call, says):
    with pytest.raises(ValueError, match=says) as raised:
        call()
    assert "\n" not in str(raised.value)
