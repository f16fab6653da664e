"""Profiles up to rotation and reading backwards, against the classes found by brute force."""

from itertools import product

import pytest

from cylindric import Profile, borodin_series, profiles
from cylindric.objects.necklaces import number_of_profiles


def class_of(word):
    """All words that rotating, reversing and exchanging makes of a word, step by step."""
    found, queue = set(), [word]
    while queue:
        word = queue.pop()
        if word not in found:
            found.add(word)
            exchanged = "".join("1" if letter == "0" else "0" for letter in reversed(word))
            queue += [word[1:] + word[:1], exchanged]
    return frozenset(found)


@pytest.mark.parametrize("period", range(1, 12))
def test_each_class_once_by_its_greatest_word(period):
    classes = {class_of("".join(letters)) for letters in product("01", repeat=period)}
    found = [profile.word for profile in profiles(period, up_to_rotation=True)]
    assert found == sorted(map(max, classes), reverse=True)
    assert len(found) == number_of_profiles(period)


@pytest.mark.parametrize("period", [12, 13, 16])
def test_there_are_as_many_as_burnside_counts(period):
    found = list(profiles(period))
    assert len(set(found)) == len(found) == number_of_profiles(period)


def test_all_words():
    words = [profile.word for profile in profiles(3, up_to_rotation=False)]
    assert words == ["111", "110", "101", "100", "011", "010", "001", "000"]


def test_the_number_of_objects_belongs_to_the_class():
    for word in ("11010", "11100", "110100"):
        (series,) = {borodin_series(Profile(other), 30) for other in class_of(word)}
        assert series[0] == 1


def test_bad_periods():
    with pytest.raises(ValueError, match="period must be at least 1, got 0"):
        profiles(0)
    with pytest.raises(ValueError, match=r"2\^1000000 words or more"):
        profiles(10**6)
    with pytest.raises(ValueError, match="16777216 words, more than the limit"):
        profiles(24)
    with pytest.raises(TypeError, match="up_to_rotation must be True or False, got 1"):
        profiles(3, up_to_rotation=1)
    with pytest.raises(ValueError, match="more than the 10000 that are possible"):
        number_of_profiles(10**5)
