"""The scan of Nahm sums: those of Zagier's list with whole exponents, nothing else on the way."""

import pytest

import cylindric
from cylindric import SumTemplate, etaq, nahm, qpochhammer, scan_sums


def test_sums_of_one_variable():
    """A = 0, 1, 2: Euler twice, and Rogers-Ramanujan; A = 3 .. 6 have none."""
    scan = scan_sums(nahm(1, diagonal=range(7), linear=range(7)))
    assert [(hit.matrix, hit.vector) for hit in scan] == [
        (((0,),), (2,)),
        (((1,),), (1,)),
        (((2,),), (0,)),
        (((2,),), (2,)),
    ]
    assert all(hit.search.claim.status == "certified" for hit in scan)
    assert scan.refused == 1  # A = b = 0 is infinite
    assert not scan.trivial


@pytest.fixture(scope="module")
def two_variables():
    return scan_sums(nahm(2, linear=range(3)))


def test_matrices_of_zagiers_list(two_variables):
    assert {hit.matrix for hit in two_variables} == {
        ((1, -1), (-1, 2)),
        ((1, 1), (1, 2)),
        ((1, 1), (1, 4)),
        ((2, -1), (-1, 2)),
        ((2, 2), (2, 4)),
    }
    assert {hit.trivial for hit in two_variables.trivial} == {"a product of sums over one variable"}


def test_products_of_two_variables(two_variables):
    found = {(h.matrix, h.vector): h.search.product.series(150) for h in two_variables}
    gordon = ((2, 2), (2, 4))
    assert found[gordon, (0, 0)] == 1 / qpochhammer((1, 2, 5, 6), 7, 150)
    assert found[gordon, (0, 2)] == 1 / qpochhammer((1, 3, 4, 6), 7, 150)
    eta = etaq(2, 150) ** 5 / (etaq(1, 150) ** 3 * etaq(4, 150) ** 2)
    assert found[((2, -1), (-1, 2)), (0, 0)] == eta


def test_what_it_says(two_variables):
    text = str(two_variables)
    assert text.splitlines()[0] == (
        "8 products of period at most 23 among 144 sums to q^79 (1 refused, 6 trivial)"
    )
    assert "trivial: sum q^(n1^2 + n2^2) 1/((q)_n1 (q)_n2) = 1/(q, q^4; q^5)_inf^2, a prod" in text
    assert "<td>CERTIFIED on 80 further terms</td>" in two_variables._repr_html_()


def test_binomials():
    template = SumTemplate("1/(q)_n1 [2n1, n2]", diagonal=[2], off_diagonal=[-1], linear=[0, 2])
    scan = scan_sums(template, 60, confirm=False)
    assert {hit.search.claim.status for hit in scan} == {"checked"}
    assert all(eval(hit.search.claim.reproduce, dict(vars(cylindric))) for hit in scan)
    assert {hit.vector: hit.search.period for hit in scan} == {(0, 0): 7, (0, 2): 7, (2, 2): 7}


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: scan_sums(nahm(1), 11), "order must be at least 12"),
        (lambda: scan_sums(nahm(4)), "candidates, more than the limit"),
        (lambda: scan_sums(nahm(1), 10**4), "steps of finding products"),
    ],
)
def test_what_is_refused(call, says):
    with pytest.raises(ValueError, match=says):
        call()


def test_what_the_longer_sum_refutes_is_no_hit():
    """sum q^(50 n^2) / (q)_n begins 1 + q^50 + ..: to q^39 it is the product 1."""
    scan = scan_sums(nahm(1, diagonal=[100], linear=[0]), 40)
    assert (len(scan), scan.fell) == (0, 1)
    assert str(scan).endswith("(0 refused, 0 trivial, 1 refuted by further terms)")


def test_progress_is_told():
    told = []
    scan_sums(nahm(1), 20, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (4, 4)
