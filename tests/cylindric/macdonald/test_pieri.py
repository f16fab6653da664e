"""phi, psi and b are the definitions."""

import pytest
import sympy
from sympy.abc import q, t

from cylindric import macdonald_weight, partitions, phi, psi
from cylindric.macdonald.pieri import b
from cylindric.objects.partitions import interlacing_below
from tests.cylindric import definitions as brute
from tests.cylindric.macdonald.test_weights import POINTS, F, objects


def test_phi_psi_and_b_are_the_definitions():
    for lam in (lam for size in range(7) for lam in partitions(size)):
        boxes = [(i, j) for i, part in enumerate(lam) for j in range(part)]
        for x, y in POINTS[:2]:
            value = F(1)
            for i, j in boxes:
                value *= brute.b_box(lam, i, j, x, y)
            assert b(lam).at(x, y) == value
            for mu in interlacing_below(lam):
                assert phi(lam, mu).at(x, y) == brute.phi(lam, mu, x, y)
                assert psi(lam, mu).at(x, y) == brute.psi(lam, mu, x, y)


def test_b_telescopes_between_phi_and_psi():
    """phi / psi = b_lam / b_mu, so that phi and psi may be exchanged round a cylinder."""
    for lam in (lam for size in range(6) for lam in partitions(size)):
        for mu in interlacing_below(lam):
            assert phi(lam, mu) / psi(lam, mu) == b(lam) / b(mu)
    for c in objects("11010", 6):
        walk, (x, y) = c.partitions, POINTS[0]
        exchanged = brute.macdonald_weight("11010", walk, x, y, up=brute.psi, down=brute.phi)
        assert exchanged == macdonald_weight(c, x, y)


def test_phi_and_psi_as_rational_functions():
    assert sympy.cancel(phi((2, 1), (1,)).to_sympy() - brute.phi((2, 1), (1,), q, t)) == 0
    assert sympy.cancel(psi((4, 2), (2, 1)).to_sympy() - brute.psi((4, 2), (2, 1), q, t)) == 0
    assert str(phi((1,), ())) == "(1 - t)/(1 - q)"
    assert phi((), ()) == psi((3,), ()) == b(()) == 1


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: phi((2, 2), (1,)), ValueError, r"horizontal strip, got \(2,2\)/\(1\)"),
        (lambda: psi((1,), (2,)), ValueError, r"horizontal strip, got \(1\)/\(2\)"),
        (lambda: phi((1.5,), ()), TypeError, "parts must be integers"),
        (lambda: b((1, 2)), ValueError, "weakly decreasing"),
    ],
)
def test_steps_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make()
