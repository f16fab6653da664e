"""q-Pochhammer symbols against their factors, one after the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cylindric import MultiSeries, Series, etaq, qpochhammer

ORDER = 15


def multiplied(powers, base, length, sign, times=False):
    """Multiply the factors 1 - s x q^k as tables of x and q."""
    total = MultiSeries(("x", "q"), {(0, 0): 1}, ORDER, (0, 1))
    for start in powers:
        for i in range(ORDER if length is None else length):
            k = start + base * i
            if k < ORDER:
                e = (1 if times else 0, k)
                total = total - total * MultiSeries(("x", "q"), {e: sign}, ORDER, (0, 1))
    return total


@given(
    st.lists(st.integers(0, 5), max_size=2),
    st.integers(1, 4),
    st.none() | st.integers(0, 5),
    st.sampled_from([1, -1]),
)
def test_from_the_factors(powers, base, length, sign):
    one = qpochhammer(powers, base, ORDER, length=length, sign=sign)
    table = multiplied(powers, base, length, sign)
    assert one == Series([table[0, k] for k in range(ORDER)])
    assert one.variable == "q"
    two = qpochhammer(powers, base, ORDER, length=length, sign=sign, times="x")
    assert two == multiplied(powers, base, length, sign, times=True)


def test_classical_identities():
    assert etaq(1, 200) == qpochhammer(1, 1, 200)
    assert etaq(3, 100) == qpochhammer(3, 3, 100) == etaq(1, 100).substitute(3).truncate(100)
    distinct, odd = qpochhammer(1, 1, 90, sign=-1), 1 / qpochhammer(1, 2, 90)
    assert distinct == odd
    gauss = etaq(2, 60) ** 2 / etaq(1, 60)
    triangular = {n * (n + 1) // 2 for n in range(60)}
    assert gauss.coefficients == tuple(int(k in triangular) for k in range(60))
    assert qpochhammer(0, 1, 5) == Series([], 5)
    assert qpochhammer(0, 1, 5, length=0) == Series([1], 5)
    assert qpochhammer(0, 1, 9, sign=-1) == 2 * qpochhammer(1, 1, 9, sign=-1)
    assert str(qpochhammer(1, 1, 3, variable="z")) == "1 - z - z**2 + O(z**3)"
    assert str(etaq(1, 3, variable="t")) == "1 - t - t**2 + O(t**3)"


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: qpochhammer(-1, 1, 5), ValueError, "powers must be at least 0, got -1"),
        (lambda: qpochhammer(0.5, 1, 5), TypeError, "powers must be an integer"),
        (lambda: qpochhammer("12", 1, 5), TypeError, "powers must be an iterable"),
        (lambda: qpochhammer(1, 0, 5), ValueError, "base must be at least 1"),
        (lambda: qpochhammer(1, 1, 0), ValueError, "order must be at least 1"),
        (lambda: qpochhammer(1, 1, 5, length=-1), ValueError, "length must be at least 0"),
        (lambda: qpochhammer(1, 1, 5, sign=0), ValueError, "sign must be 1 or -1, got 0"),
        (lambda: qpochhammer(1, 1, 10**7), ValueError, "GB"),
        (lambda: qpochhammer(1, 1, 50_000, times="x"), ValueError, "additions of coefficients"),
        (lambda: qpochhammer(1, 1, 5, times="1"), ValueError, "times must be a name"),
        (lambda: etaq(0, 5), ValueError, "power must be at least 1"),
        (lambda: etaq(1, 10**12), ValueError, "GB"),
    ],
)
def test_bad_input(make, error, says):
    with pytest.raises(error, match=says):
        make()
