"""Sums and differences of characters: the golden table, and what is refused."""

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace

import pytest

import cylindric
from cylindric import Level, Series, etaq, qpochhammer, scan_combinations
from tests.cylindric.discovery.product_definitions import ScannedLevel

GOLDEN = {
    **{(2, level): 0 for level in range(3, 9)},
    (3, 3): 0,
    (3, 4): 0,
    (3, 5): 2,
    (3, 6): 3,
    (3, 7): 4,
    (4, 4): 4,
    (4, 5): 3,
    (4, 6): 12,
}


def test_the_28_products_among_3962_combinations():
    tried = 0
    for (rank, level), number in GOLDEN.items():
        scan = scan_combinations(ScannedLevel(rank, level))
        assert len(scan) == number, (rank, level)
        assert all(hit.search.claim.status == "certified" for hit in scan)
        assert all(hit.search.claim.further == 140 for hit in scan)
        tried += scan.tried
    assert tried == 3962
    assert sum(GOLDEN.values()) == 28


def test_cubes_of_rogers_ramanujan_at_level_7():
    scan = scan_combinations(ScannedLevel(3, 7))
    found = {(h.first, h.second, h.sign, h.shift): h.search.product for h in scan}
    cube = 1 / qpochhammer((1, 4), 5, 200) ** 3
    other = 1 / qpochhammer((2, 3), 5, 200) ** 3
    assert found[(3, 2, 2), (6, 1, 0), 1, 1].series(200) == cube
    assert found[(5, 2, 0), (7, 0, 0), -1, 1].series(200) == other
    assert "chi_(5,2,0) - q chi_(7,0,0) = 1/(q^2, q^3; q^5)_inf^3" in str(scan)
    assert "4 products of period at most 43 among 392 combinations to q^139" in str(scan)
    assert scan.reproduce == "scan_combinations(Level(3, 7), 140, shifts=[0, 1, 2, 3])"
    assert scan.reproduce in str(scan)
    assert "<td>CERTIFIED on 140 further terms</td>" in scan._repr_html_()


@pytest.mark.parametrize("confirm", [True, False])
def test_a_scan_is_made_again(confirm):
    scan, names = (
        scan_combinations(Level(3, 5), 70, shifts=[0, 1], confirm=confirm),
        vars(cylindric),
    )
    assert {hit.sign for hit in scan} == {1, -1}
    assert any(hit.shift for hit in scan)
    assert eval(scan.reproduce, dict(names)) == scan
    assert all(eval(hit.search.claim.reproduce, dict(names)) for hit in scan)


@pytest.mark.parametrize(("rank", "level"), [(2, 5), (3, 5), (4, 4)])
def test_a_level_has_the_products_of_the_series_by_layers(rank, level):
    """The series of a Level know no product; those of the tests are Borodin's."""
    told = []
    with ThreadPoolExecutor(2) as pool:
        scan = scan_combinations(
            Level(rank, level), executor=pool, progress=lambda done, total: told.append(done)
        )
    assert scan == scan_combinations(ScannedLevel(rank, level))
    assert len(scan) == GOLDEN[rank, level]
    pairs = told[-1]
    assert told == list(range(pairs + 1))


def test_a_scan_by_other_processes():
    with ProcessPoolExecutor(2) as pool:
        scan = scan_combinations(Level(3, 5), executor=pool)
    assert scan == scan_combinations(Level(3, 5))


def test_the_shape_of_a_scan():
    scan = scan_combinations(Level(3, 5), 80)
    assert replace(scan, hits=list(scan.hits)) == scan
    with pytest.raises(TypeError, match="hits must be Combinations, got 3"):
        replace(scan, hits=[3])
    with pytest.raises(TypeError, match="trivial must be pairs of labels, got 3"):
        replace(scan, trivial=[3])
    with pytest.raises(ValueError, match="sign must be 1 or -1, got 2"):
        replace(scan.hits[0], sign=2)
    with pytest.raises(TypeError, match="search must be a ProductSearch"):
        replace(scan.hits[0], search=None)


def test_other_golden_identities_and_trivial_pairs():
    five = scan_combinations(ScannedLevel(3, 5), shifts=[1])
    eta = etaq(2, 99) ** 5 / (etaq(1, 99) ** 3 * etaq(4, 99) ** 2)
    (hit,) = [h for h in five if h.sign == 1]
    assert (hit.first, hit.second) == ((2, 2, 1), (5, 0, 0))
    assert hit.search.product.series(99) == eta
    assert five.trivial == (((4, 1, 0), (4, 0, 1)), ((3, 2, 0), (3, 0, 2)))
    six = scan_combinations(ScannedLevel(3, 6), shifts=[0])
    (hit,) = six
    product = hit.search.product
    assert {hit.first, hit.second} == {(3, 3, 0), (4, 1, 1)}
    assert product.exponents == (0, 1, 2, 2, 2, 2, 1, 0, 0)
    assert (product.power, hit.sign) == (1, -1)


def test_a_scan_of_given_series():
    R, S = (1 / qpochhammer(powers, 5, 90) for powers in ((1, 4), (2, 3)))  # noqa: N806
    scan = scan_combinations({"R": R, "S": S, "R once more": R}, 90, shifts=(0, 1))
    assert scan.trivial == (("R", "R once more"),)
    assert scan.tried == 2 + 4
    assert scan.reproduce == ""
    minus = {"a": etaq(1, 90) + etaq(2, 90), "b": etaq(2, 90)}
    (hit,) = scan_combinations(minus, 90, shifts=[0])
    assert str(hit) == "chi_a - chi_b = (q; q)_inf"
    assert hit.search.status == "checked"
    told = []
    scan_combinations(minus, 90, progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 1), (1, 1)]


def test_what_further_terms_refute_is_no_hit():
    """A level of its own, whose series leave the product at q^95."""

    class Changed:
        rank, level, orbits = 2, 1, ((2, 1), (3, 0))

        def series(self, c, order):
            late = Series([0] * 95 + [1] * (order - 95)) if order > 95 else 0
            return (etaq(2, order) + (etaq(1, order) + late if c == (2, 1) else 0)) / etaq(1, order)

    scan = scan_combinations(Changed(), 90, shifts=[0])
    assert (len(scan), scan.fell) == (0, 1)
    assert "0 products of period at most 27 among 2 combinations to q^89, 1 more refuted" in str(
        scan
    )
    assert len(scan_combinations(Changed(), 90, shifts=[0], confirm=False)) == 1


@pytest.mark.parametrize("terms", [23, 24])
def test_the_evidence_that_is_asked_for(terms):
    """Of period 5: 23 exponents are 18 = 2p + 8 equations."""
    fine, other = 1 / qpochhammer((1, 4), 5, terms), 1 / qpochhammer((1, 2, 2, 3), 7, terms)
    scan = scan_combinations({"sum": fine + other, "other": other}, terms, shifts=[0])
    assert [str(hit) for hit in scan if hit.sign < 0] == [
        "chi_sum - chi_other = 1/(q, q^4; q^5)_inf"
    ] * (terms == 24)


@pytest.mark.parametrize(
    ("scan", "error", "says"),
    [
        (lambda: scan_combinations(7), TypeError, "must be a Level or a mapping"),
        (lambda: scan_combinations({"a": [1] * 9}), ValueError, "140 terms of each series, got 9"),
        (lambda: scan_combinations({}, shifts=[-1]), ValueError, "shifts must be at least 0"),
        (lambda: scan_combinations({}, shifts=[140]), ValueError, "below the order 140, got 140"),
        (lambda: scan_combinations({}, 0), ValueError, "order must be at least 12"),
        (lambda: scan_combinations({}), ValueError, "level must hold a series, got none"),
        (lambda: scan_combinations({}, shifts=[]), ValueError, "shifts must hold a power"),
        (lambda: scan_combinations({"a": [0.5]}), TypeError, "integer coefficients"),
    ],
)
def test_bad_input(scan, error, says):
    with pytest.raises(error, match=says):
        scan()
