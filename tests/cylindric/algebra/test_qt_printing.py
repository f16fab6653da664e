"""Products and fractions in q and t on paper."""

import pytest

from cylindric import QTFraction, QTProduct


@pytest.mark.parametrize(
    ("fraction", "text", "latex"),
    [
        (QTFraction({}), "0", "0"),
        (QTFraction({(0, 0): -3}), "-3", "-3"),
        (QTFraction({(1, 0): -1}), "-q", "-q"),
        (QTFraction({(1, 2): 2}), "2*q*t**2", "2 q t^{2}"),
        (QTFraction({(0, 0): -1, (1, 0): 1}), "-(1 - q)", "-(1 - q)"),
        (
            QTFraction({(0, 0): 1, (0, 1): 1}, {(1, 1): -2}),
            "(1 + t)/(1 - q*t)**2",
            r"\frac{1 + t}{(1 - q t)^{2}}",
        ),
        (
            QTFraction({(0, 0): 1}, {(1, 0): -1, (0, 2): -1}),
            "1/((1 - q)*(1 - t**2))",
            r"\frac{1}{(1 - q)(1 - t^{2})}",
        ),
    ],
)
def test_golden_texts(fraction, text, latex):
    assert (str(fraction), fraction.to_latex()) == (text, latex)
    assert fraction._repr_latex_() == f"${latex}$"


def test_products_printed():
    p = QTProduct({(1, 1): 2, (0, 2): -1, (3, 0): 0})
    assert str(p) == "(1 - q*t)**2/(1 - t**2)"
    assert p.to_latex() == r"\frac{(1 - q t)^{2}}{(1 - t^{2})}"
    assert str(QTProduct()) == "1" == QTProduct().to_latex()
    assert str(QTProduct({(1, 0): -1})) == "1/(1 - q)"
    assert (3, 0) not in p.factors
