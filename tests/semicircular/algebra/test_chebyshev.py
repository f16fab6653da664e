"""Words are polynomials in the semicircular elements."""

import pytest

from semicircular import Vector, on_vacuum, word_polynomial
from tests.semicircular.definitions import all_words


@pytest.mark.parametrize(("n", "length"), [(2, 7), (3, 4)])
def test_the_polynomial_of_a_word_makes_it_out_of_the_vacuum(n, length):
    for word in all_words(n, length):
        polynomial = word_polynomial(word)
        assert on_vacuum(polynomial) == Vector.basis(word)
        assert polynomial[word] == 1
        assert all(len(monomial) < len(word) for monomial in polynomial if monomial != word)


def test_equal_monomials_are_added():
    """11 and 11 on both sides of 22 leave the same monomial, by two ways."""
    assert word_polynomial("112211")[1, 1] == 2


def test_bad_input():
    with pytest.raises(ValueError, match="monomials of a word"):
        word_polynomial("1122" * 100)
    with pytest.raises(ValueError, match="words of a monomial"):
        on_vacuum({(1,) * 60: 1})
    with pytest.raises(TypeError, match="exact"):
        on_vacuum({(1,): 0.5})
