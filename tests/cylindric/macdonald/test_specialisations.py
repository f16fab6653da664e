"""Direct formulas at special q and t, against the general weights."""

from fractions import Fraction

import pytest
import sympy
from flint import fmpq
from sympy.abc import alpha, t

from cylindric import (
    CylindricPartition,
    Profile,
    QTProduct,
    cylindric_partitions,
    hall_littlewood_weight,
    jack_weight,
    macdonald_weight,
    overlinings,
    peaks_and_valleys,
    q_whittaker_weight,
    reverse_plane_partitions,
    weight_factors,
)
from cylindric.macdonald.specialisations import SPECIALISATIONS
from tests.cylindric import definitions as brute

F = Fraction
WORDS = ["10", "0011", "1010", "11010", "1110100", "1", "0"]


def objects(word, order):
    for weight in range(order):
        yield from cylindric_partitions(Profile(word), weight)
        yield from reverse_plane_partitions(Profile(word), weight)


@pytest.mark.parametrize("name", SPECIALISATIONS)
def test_direct_formulas_are_the_general_weight(name):
    direct, symbols = SPECIALISATIONS[name]
    for word in WORDS:
        for c in objects(word, 7 if len(word) < 6 else 5):
            assert direct(c) == weight_factors(c).product.specialise(*symbols)


@pytest.mark.parametrize("word", WORDS)
def test_direct_formulas_are_the_definition_at_numbers(word):
    x = F(2, 7)
    for c in objects(word, 6 if len(word) < 6 else 5):
        assert hall_littlewood_weight(c).at(5, x) == brute.macdonald_weight(
            word, c.partitions, F(0), x
        )
        assert q_whittaker_weight(c).at(x, 5) == brute.macdonald_weight(word, c.partitions, x, F(0))
        assert brute.macdonald_weight(word, c.partitions, x, x) == 1
        constant = len(set(c.partitions)) == 1
        assert macdonald_weight(c, x, 1) == (1 if constant else 0)


def test_hall_littlewood_by_hand():
    """(2,1) over (1): columns 2, so i = 2 counts with m_2 = 1, and i = 1 (0, 1) down."""
    c = CylindricPartition(Profile("10"), [(2, 1, 1), (2, 1)])
    assert hall_littlewood_weight(c) == QTProduct({(0, 2): 1})
    c = CylindricPartition(Profile("10"), [(2, 1), (1, 1)])
    assert hall_littlewood_weight(c) == QTProduct({(0, 1): 1, (0, 2): 1})
    assert q_whittaker_weight(CylindricPartition(Profile("10"), [(2,), ()])) == QTProduct(
        {(1, 0): -1, (2, 0): -1}
    )


@pytest.mark.parametrize("a", [F(1, 2), 1, 2, F(7, 3), 1000])
def test_jack_is_the_limit(a):
    for word in ("11010", "0011"):
        for c in objects(word, 6):
            assert jack_weight(c, a) == weight_factors(c).product.jack(a)
            if a == 1:
                assert jack_weight(c, a) == 1


def test_jack_with_a_symbol_and_as_a_true_limit():
    for c in objects("110", 5):
        symbolic = jack_weight(c, alpha)
        general = weight_factors(c).product.jack(alpha)
        assert sympy.cancel(symbolic - general) == 0
        assert sympy.sympify(symbolic).subs(alpha, 3) == jack_weight(c, 3)
        # In lowest terms t = 1 is no pole, and the limit a value.
        near = sympy.cancel(weight_factors(c).product.at(t**2, t))
        assert sympy.sympify(near).subs(t, 1) == jack_weight(c, 2)
    assert jack_weight(c, fmpq(3, 2)) == fmpq(*jack_weight(c, F(3, 2)).as_integer_ratio())


def test_jack_refuses():
    c = CylindricPartition(Profile("10"), [(2,), (1,)])
    with pytest.raises(TypeError, match=r"alpha must be an exact number.* got 0.5"):
        jack_weight(c, 0.5)
    with pytest.raises(ZeroDivisionError, match="got alpha = -1, arm = 1, leg = 0"):
        jack_weight(c, -1)
    with pytest.raises(ZeroDivisionError, match="got alpha = 0, arm = 0, leg = 0"):
        jack_weight(c, 0)


def test_what_is_no_cylindric_partition_is_refused():
    for function in (
        hall_littlewood_weight,
        q_whittaker_weight,
        lambda c: jack_weight(c, 2),
        lambda c: next(overlinings(c)),
        peaks_and_valleys,
    ):
        with pytest.raises(TypeError, match="c must be a CylindricPartition, got 'c'"):
            function("c")
