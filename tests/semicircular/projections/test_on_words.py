"""The projection of words: what it kills, its entries, insertion, rotated generators."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from semicircular import Vector, adjoint, commutator, projection, rotated_commutator, split
from semicircular import strategies as some
from semicircular.matrices.elimination import columns_of, matrix_of, onto_kernel
from semicircular.projections.on_words import RotatedProjection, WordProjection, distance2
from tests.semicircular.definitions import all_words

letters = st.integers(1, 3)
H = (Fraction(3, 5), Fraction(4, 5))


@pytest.mark.slow
@given(some.vectors(3), some.vectors(3), letters)
def test_orthogonal_projection(x, y, i):
    p = projection(i, 4)
    image = p @ x
    assert p @ image == image
    assert image.dot(y) == x.dot(p @ y)
    assert image.norm2 <= x.norm2
    assert p @ adjoint(x) == adjoint(image)
    assert all(len(w) >= 4 for w in commutator(i, image))


@given(some.vectors(2, max_degree=4), letters)
def test_commutators_are_killed(x, i):
    assert not projection(i, 5) @ commutator(i, x)


@given(some.vectors(2, max_degree=3), letters)
def test_the_norm_falls_towards_the_pure_part(x, i):
    pure = Vector({w: c for w, c in x.terms.items() if not split(w, i).core})
    norms = [(projection(i, degree) @ x).norm2 for degree in range(3, 10)]
    assert norms == sorted(norms, reverse=True)
    assert norms[-1] >= pure.norm2


@pytest.mark.parametrize("i", [1, 2])
@pytest.mark.parametrize("degree", range(5))
def test_entries_are_those_of_apply(i, degree):
    p = projection(i, degree)
    for w in all_words(2, degree):
        column = p @ Vector.basis(w)
        for w2 in all_words(2, degree):
            assert p[w, w2] == p[w2, w] == column[w2] == p[w[::-1], w2[::-1]]


@pytest.mark.parametrize("degree", range(7))
def test_dimension(degree):
    """dim V(L) (-) [s_i, V(L-1)] = n^L + L."""
    for n in (2, 3):
        words = all_words(n, min(degree, 5))
        p = projection(1, min(degree, 5))
        assert sum(Fraction(p[w, w]) for w in words) == n ** min(degree, 5) + min(degree, 5)


@given(some.impure_words(3, 2, max_length=5), st.integers(5, 9))
def test_distance(word, degree):
    p = projection(2, degree)
    assert distance2(word, 2, degree) == p[word, word]
    assert distance2(word, 2, degree) == (p @ Vector.basis(word)).norm2


def test_strong_limit_is_not_a_limit_in_norm():
    """The entry at a core tends to 0, at rate 1/M; in the whole each P_L has fixed vectors."""
    for degree in (10, 100, 1000):
        assert distance2((2,), 1, degree) <= Fraction(3, degree)
    fixed = projection(1, 30) @ Vector.basis((1,) * 14 + (2,) + (1,) * 15)
    assert projection(1, 30) @ fixed == fixed != Vector()


@settings(max_examples=20)
@given(some.vectors(2, max_degree=3, max_terms=3), some.vectors(2, max_degree=3, max_terms=3))
def test_rotated_generator(x, y):
    p = projection(H, 3)
    image = p @ x
    assert p @ image == image
    assert image.dot(y) == x.dot(p @ y)
    assert all(len(w) >= 3 for w in rotated_commutator(H, image))
    below = Vector({w: c for w, c in x.terms.items() if len(w) < 3})
    assert not p @ rotated_commutator(H, below)


@pytest.mark.parametrize("degree", range(4))
def test_rotated_generator_by_linear_algebra(degree):
    words, p = all_words(2, degree), projection(H, degree)
    below = [w for w in words if len(w) < degree]
    columns = [5 * rotated_commutator(H, Vector.basis(w)) for w in below]
    found = columns_of(onto_kernel(matrix_of(columns, words).transpose()), words, Vector)
    assert all(p @ Vector.basis(w) == found[w] for w in words)


def test_rotations_to_the_letters_themselves():
    for x in map(Vector.basis, all_words(2, 3)):
        assert projection((1, 0), 3) @ x == projection(1, 3) @ x
        assert projection((0, 1), 3) @ x == projection(2, 3) @ x


def test_values():
    for p in (projection(2, 5), projection(H, 5)):
        assert eval(repr(p)) == p
        assert type(p) in (WordProjection, RotatedProjection)


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: projection(0, 3), ValueError, "letter must be at least 1"),
        (lambda: projection("1", 3), TypeError, "letter must be an integer"),
        (lambda: projection(1, -1), ValueError, "degree must be at least 0"),
        (lambda: projection(1, 2) @ Vector({"121": 1}), ValueError, "at most 2 letters, got 121"),
        (lambda: projection(1, 2)["121", ()], ValueError, "at most 2 letters, got 121 of 3"),
        (lambda: projection(1, 2)["12"], TypeError, "two words"),
        (lambda: projection(1, 10**5) @ Vector({"2": 1}), ValueError, "GB"),
        (lambda: projection((1, 1), 3), ValueError, "unit vector"),
        (lambda: distance2((1, 1), 1, 3), ValueError, "power of 1"),
    ],
)
def test_bad_input(call, error, message):
    with pytest.raises(error, match=message):
        call()


def test_pure_words_are_fixed():
    p = projection(1, 6)
    for j, k in product(range(7), repeat=2):
        assert p[(1,) * j, (1,) * k] == (j == k)
