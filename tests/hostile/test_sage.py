"""Numbers and partitions of Sage go in wherever ours do, and the same comes out."""

import inspect
import re
from fractions import Fraction
from itertools import islice
from random import Random

import pytest

from cylindric import Partition
from tests.hostile.calls import LONGER, TARGETS, Hang, run
from tests.hostile.pools import GOOD
from tests.sage_parts import from_sage_alone

# A row of a comparison keeps whatever it is given.
CALLED = [each for each in TARGETS if each[0] not in LONGER | {"termwise.Row"}]
NUMBERS = [1, 2, Fraction(1, 2)]
ROUNDS = 6
ADDRESS = re.compile("0x[0-9a-f]+")


def translated(value):
    """The same with Sage's Integer, Rational and Partition in it."""
    if type(value) is int:
        return from_sage_alone("rings.integer").Integer(value)
    if type(value) is Fraction:
        return from_sage_alone("rings.rational").Rational((value.numerator, value.denominator))
    if isinstance(value, Partition):
        return from_sage_alone("combinat.partition").Partition(list(value))
    if type(value) in (tuple, list):
        return type(value)(map(translated, value))
    if type(value) is dict:
        return {translated(key): translated(entry) for key, entry in value.items()}
    return value


def plan(seed, number):
    """Return the number-th call: good values for what must be given and some of the rest."""
    random = Random(f"{seed}:{number}")
    name, function, loose = CALLED[number % len(CALLED)]
    given, named = [], {}
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        parameters = ()
    for parameter in parameters:
        drawn = parameter.name in ("rng", "seed")
        optional = parameter.default is not parameter.empty
        if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD) or (
            optional and not drawn and random.random() < 0.6
        ):
            continue
        good = NUMBERS if loose else GOOD.get(parameter.name, NUMBERS)
        value = 1 if drawn else random.choice(good)
        if parameter.kind is parameter.KEYWORD_ONLY or optional or named:
            named[parameter.name] = value
        else:
            given.append(value)
    return name, function, given, named, False


def answer(function, given, named):
    try:
        found = function(*given, **named)
        found = list(islice(found, 20)) if hasattr(found, "__next__") else found
        return ADDRESS.sub("", repr(found))
    except Hang:
        raise
    except Exception as error:
        return error


def numbers_in(value):
    """Whether there is anything to translate."""
    if type(value) in (tuple, list):
        return any(map(numbers_in, value))
    if type(value) is dict:
        return any(map(numbers_in, value.items()))
    return type(value) in (int, Fraction, Partition)


def verdict(name, function, given, named, _):
    expected = answer(function, given, named)
    if isinstance(expected, Exception) or not numbers_in([given, named]):
        return None
    found = answer(function, translated(given), translated(named))
    return "agrees" if found == expected else f"{expected[:100]} but {found!r:.200}"


@pytest.mark.slow
def test_what_is_public_takes_numbers_of_sage():
    from_sage_alone("combinat.partition")
    calls = ROUNDS * len(CALLED)
    said = [(call, what) for _, call, what in run(1, 0, calls, plan, verdict)]
    assert [each for each in said if each[1] != "agrees"] == []
    names = {call.partition("(")[0] for call, _ in said}
    assert len(names) > 150
