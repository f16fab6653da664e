"""Names of entries and parameters: golden, all different."""

import pytest

from lambdadet.algebra.names import PARAMETERS, generic_names, indexed_name, parameter_name


def test_names_are_golden():
    assert generic_names(2, "constant", False) == ("lam", "x_11", "x_12", "x_21", "x_22")
    assert generic_names(1, "constant", True) == ("lam", "x_11")
    assert indexed_name("x", 3, 10, 11) == "x_3_10"
    assert parameter_name("lam", 4, "di_francesco", 1, 3) == "lam_m2"


@pytest.mark.parametrize("parameters", PARAMETERS)
@pytest.mark.parametrize("n", [1, 2, 5, 12])
def test_names_are_different(n, parameters):
    names = generic_names(n, parameters, True)
    assert len(set(names)) == len(names)
    if parameters == "multi":
        assert len(names) == 3 * (n - 1) ** 2 + n**2
