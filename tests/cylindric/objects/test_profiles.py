"""Profiles, boxes and hook lengths: the definition, and the bad input."""

import pytest

from cylindric import Profile
from tests.cylindric import definitions as brute


def test_profile_reads_words_and_compositions():
    assert Profile.from_composition((3, 1, 0)) == Profile("1110100")
    assert Profile("1110100").composition == (3, 1, 0)
    for word in brute.words(6):
        pi = Profile(word)
        assert pi.period == len(word) == pi.rank + pi.level
        assert [pi.rotate(k).word for k in range(pi.period)] == [
            word[k:] + word[:k] for k in range(pi.period)
        ]
        assert pi.rotate(-1).rotate(1) == pi
        assert pi.reverse_complement().reverse_complement() == pi
        assert eval(repr(pi)) == pi
        if pi.rank:
            again = Profile.from_composition(pi.composition)
            assert again in {pi.rotate(k) for k in range(pi.period)}
            assert word[-1] == "1" or again == pi


def test_boxes_are_those_of_the_definition():
    for word in brute.words(5):
        pi = Profile(word)
        for bound in (0, 1, pi.period, 2 * pi.period + 1):
            boxes = pi.boxes(bound)
            assert {tuple(box): hook for box, hook in boxes.items()} == brute.hooks(word, bound)
            assert list(boxes.values()) == sorted(boxes.values())
            assert all(pi.hook_length(box) == hook for box, hook in boxes.items())
        first = list(brute.hooks(word, pi.period - 1).values())
        assert pi.hook_multiplicities() == tuple(first.count(h) for h in range(1, pi.period))
        assert pi.hook_multiplicities() == pi.hook_multiplicities()[::-1]
        assert all(i < j and n == 1 for i, j, n in pi.open_boxes())


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: Profile(""), ValueError, "non-empty string of 0s and 1s, got ''"),
        (lambda: Profile("102"), ValueError, "got '102'"),
        (lambda: Profile(101), TypeError, "string of 0s and 1s, got 101"),
        (lambda: Profile.from_composition(()), ValueError, "non-empty list"),
        (lambda: Profile.from_composition((2, -1)), ValueError, r"non-negative integers, got \[2"),
        (lambda: Profile.from_composition((1.0,)), TypeError, "composition must be integers"),
        (lambda: Profile("11").composition, ValueError, "must have a 0"),
        (lambda: Profile("10").hook_length((2, 1, 1)), ValueError, "pi_i = 1"),
        (lambda: Profile("10").hook_length((1, 1, 1)), ValueError, "pi_j = 0"),
        (lambda: Profile("10").hook_length((1, 2, 0)), ValueError, "n >= 1"),
        (lambda: Profile("10").hook_length((1, 2)), TypeError, "three integers"),
        (lambda: Profile("10").hook_length((0, 2, 1)), ValueError, "got i = 0"),
        (lambda: Profile("10").rotate(1.0), TypeError, "steps must be an integer"),
        (lambda: Profile("10").boxes(2.5), TypeError, "max_hook must be an integer"),
    ],
)
def test_profile_refuses(make, error, says):
    with pytest.raises(error, match=says):
        make()
