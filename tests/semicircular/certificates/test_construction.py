"""How certificates are made, what is refused, and the bounds they give."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semicircular import (
    BlockVector,
    Vector,
    central_bound,
    certificate,
    denominator,
    factor_certificate,
    letter_for,
    numerator,
    projection,
    split,
)
from semicircular import strategies as some
from semicircular.objects.pairs import triangle
from tests.semicircular.definitions import all_words, core_eta, duhamel


@given(some.impure_words(2, 1, max_length=5), st.integers(5, 9))
def test_the_rest_is_the_projection(word, degree):
    c = certificate(word, 1, degree)
    assert c.rho == projection(1, degree) @ Vector.basis(word)
    assert c.norm2 == c.rho[word]


@pytest.mark.parametrize("word", ["2", "12", "1121", "12211"])
def test_eta_by_the_free_difference_quotient(word):
    """eta = sum of r(a', b') i^k v (U_{a'-1-k} U_{b'}), r = e_ab - N(ab, .) / (M' + 3)."""
    a, core, b = split(word, 1)
    for degree in range(len(word), 9):
        size = degree - len(core)
        r = BlockVector({(a, b): 1}) - BlockVector(
            {q: Fraction(numerator((a, b), q), denominator(size, a + b)) for q in triangle(size)}
        )
        assert certificate(word, 1, degree).eta == duhamel(r.terms, core, 1)


@pytest.mark.parametrize("room", range(30))
def test_cores_in_closed_form(room):
    core = ((2,), (2, 1, 2), (3, 2))[room % 3]
    degree, m = room + len(core), room // 2
    c = certificate(core, 1, degree)
    assert c.eta == core_eta(core, 1, degree)
    assert c.norm2 == Fraction(3, 2 * m + 3)
    assert c.eta.norm2 == Fraction(m * (m + 1) * (2 * m + 1), 3 * (2 * m + 3) ** 2)


@pytest.mark.parametrize("n", [2, 3])
def test_bounds(n):
    for word in all_words(n, 3)[1:]:
        letter = letter_for(word)
        assert letter == (2 if set(word) == {1} else 1)
        for degree in (3, 5, 8):
            assert central_bound(word, degree) == certificate(word, letter, degree).norm2
    bounds = [central_bound("12", degree) for degree in range(2, 40)]
    assert bounds == sorted(bounds, reverse=True)
    assert bounds[-1] < Fraction(3, 40)


def test_factor_certificate_in_parallel():
    from concurrent.futures import ThreadPoolExecutor

    told = []
    with ThreadPoolExecutor(2) as executor:
        found = factor_certificate(
            2, 3, 6, executor=executor, progress=lambda done, total: told.append((done, total))
        )
    assert found == factor_certificate(2, 3, 6)
    assert told[-1] == (14, 14)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: certificate("11", 1, 5), "power of the letter 1"),
        (lambda: certificate("", 1, 5), "power of the letter 1"),
        (lambda: certificate("12", 0, 5), "letter must be at least 1"),
        (lambda: certificate("121", 1, 2), "word must have at most 2 letters, got 121 of 3"),
        (lambda: certificate("12", 1, 10**5), "GB for the words of a certificate"),
        (lambda: factor_certificate(1, 2, 5), "n must be at least 2, got 1"),
        (lambda: factor_certificate(2, 0, 5), "length must be at least 1"),
        (lambda: factor_certificate(2, 4, 3), "degree must be at least 4, got 3"),
        (lambda: factor_certificate(2, 20, 30), "words, more than the limit"),
        (lambda: central_bound("", 3), "the vacuum is central"),
        (lambda: central_bound("12", 1), "at most 1 letters, got 12"),
    ],
)
def test_bad_input(call, message):
    with pytest.raises(ValueError, match=message):
        call()
