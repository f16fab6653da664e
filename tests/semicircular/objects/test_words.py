"""Words, splits and cores; bad letters and too many words are refused."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semicircular import cores, split, words
from semicircular import strategies as some
from semicircular.objects.words import count_words, is_pure, join, parted, require_word, word_text
from tests.semicircular.definitions import all_words


@pytest.mark.parametrize(("n", "length"), [(1, 4), (2, 0), (2, 5), (3, 3)])
def test_words_are_all_words_in_shortlex_order(n, length):
    found = list(words(n, length))
    assert found == all_words(n, length)
    assert len(found) == count_words(n, length)


@given(some.words(3, max_length=8), st.integers(1, 3))
def test_split_is_the_one_way_to_write_a_word(word, letter):
    a, core, b = split(word, letter)
    assert join(a, core, b, letter) == word
    assert not core or letter not in (core[0], core[-1])
    assert (not core) == is_pure(word, letter) == (set(word) <= {letter})
    assert core or b == 0


@pytest.mark.parametrize(("n", "letter"), [(2, 1), (2, 2), (3, 2)])
def test_cores(n, letter):
    for length in range(1, 6):
        found = list(cores(n, letter, length))
        expected = n - 1 if length == 1 else (n - 1) ** 2 * n ** (length - 2)
        assert len(found) == expected
        assert found == [
            w for w in product(range(1, n + 1), repeat=length) if letter not in (w[0], w[-1])
        ]


def test_every_word_is_pure_or_of_one_core():
    for n, length in ((2, 6), (3, 4)):
        made = [(1,) * k for k in range(length + 1)]
        for size in range(1, length + 1):
            for core in cores(n, 1, size):
                made += [
                    join(a, core, b, 1)
                    for a, b in product(range(length), repeat=2)
                    if a + b + size <= length
                ]
        assert sorted(made) == sorted(all_words(n, length))


def test_texts():
    assert [word_text(w) for w in [(), (1, 2), (10, 1), (10,)]] == ["()", "12", "10,1", "10,"]
    assert require_word("word", "") == ()
    assert require_word("word", [3, 1]) == (3, 1)


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: split("102", 1), ValueError, "letters of at least 1"),
        (lambda: split("a", 1), ValueError, "digits"),
        (lambda: split((1, 0.5), 1), TypeError, "integers for letters"),
        (lambda: split((1, True), 1), TypeError, "integers for letters"),
        (lambda: split("12", 0), ValueError, "letter must be at least 1, got 0"),
        (lambda: words(2, 60), ValueError, "words, more than the limit"),
        (lambda: words(2, 10**9), ValueError, "words or more, above the limit"),
        (lambda: words(10**30, 2), ValueError, "words"),
        (lambda: words(0, 2), ValueError, "n must be at least 1"),
        (lambda: cores(2, 3, 1), ValueError, r"letter must be one of 1..2, got 3"),
        (lambda: cores(2, 1, 0), ValueError, "length must be at least 1"),
    ],
)
def test_bad_input(call, error, message):
    with pytest.raises(error, match=message):
        call()


def test_parted_is_split():
    assert all(parted(w, 1) == split(w, 1) for w in all_words(2, 6))
