"""q-difference equations of F and G, against the functional equation of Corteel and Welsh."""

from dataclasses import replace

import pytest

from cylindric import DifferenceEquation, uncouple
from tests.cylindric.discovery.test_recurrences import changed

COMPOSITIONS = [(1,), (3,), (1, 0), (2, 0), (1, 1), (2, 1), (3, 0), (1, 1, 0), (2, 1, 0), (3, 1)]


@pytest.mark.parametrize("c", COMPOSITIONS)
@pytest.mark.parametrize("of", ["F", "G"])
def test_they_hold(c, of):
    claim = uncouple(c).difference_equation(of).check(10)
    assert (claim.status, claim.range) == ("checked", "all powers of z, q^0..q^9")


def test_the_equations_of_f_and_g_have_the_same_coefficients_and_print():
    found = uncouple((1, 0))
    f, g = (found.difference_equation(of) for of in "FG")
    assert f.coefficients == g.coefficients
    assert f.order == 2
    assert str(f) == (
        "(1 - z) F_(1,0)(z)/(1 - z) - q z F_(1,0)(z q)/(1 - z q) - F_(1,0)(z q^2)/(1 - z q^2) = 0"
    )
    assert f.to_latex() == (
        r"\left(1 - z\right) \frac{F_{(1,0)}(z)}{1 - z} - q z \frac{F_{(1,0)}(z q)}{1 - z q} "
        r"- \frac{F_{(1,0)}(z q^{2})}{1 - z q^{2}} = 0"
    )
    assert g.to_latex() == (
        r"\left(1 - z\right) G_{(1,0)}(z) - q z (z; q)_{1} G_{(1,0)}(z q) "
        r"- (z; q)_{2} G_{(1,0)}(z q^{2}) = 0"
    )
    assert g._repr_latex_() == f"${g.to_latex()}$"
    assert uncouple((2, 1, 0)).difference_equation("G")._repr_latex_() == (
        r"$G_{(2,1,0)}(z): \text{ order 18}$"
    )
    assert eval(repr(g)) == g
    assert DifferenceEquation.from_json(g.to_json()) == g


def test_every_changed_coefficient_is_refuted():
    for of in "FG":
        equation = uncouple((2, 1)).difference_equation(of)
        rows = [s.rows for s in equation.coefficients]
        for k, s in enumerate(equation.coefficients):
            for j, m, _ in s.terms():
                wrong = changed(rows, k, m, j)
                claim = DifferenceEquation((2, 1), wrong, of).check(12)
                assert claim.status == "refuted"
    assert not replace(equation, composition=(3, 0)).check(12)


def test_bad_input():
    with pytest.raises(ValueError, match=r"^of must be 'F' or 'G', got 'g'$"):
        DifferenceEquation((1,), [[[1]]], "g")
    with pytest.raises(ValueError, match=r"^coefficients must not all be zero$"):
        DifferenceEquation((1,), [[[0]]], "G")
    with pytest.raises(TypeError, match=r"^coefficients must be "):
        DifferenceEquation((1,), [[[0.5]]], "G")
    with pytest.raises(ValueError, match=r"^order must be at least 1, got 0$"):
        DifferenceEquation((1,), [[[1]]], "G").check(0)
    with pytest.raises(ValueError, match=r"^this takes about "):
        DifferenceEquation((1, 1), [[[1]], [[1]]], "G").check(10**5)
