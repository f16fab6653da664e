"""A short run of the hostile calls and command lines; the long one is in CONTRIBUTING.md."""

import copy
import pickle
from importlib import import_module
from operator import neg

import pytest

from tests.hostile import calls, lines, pools

CALLS = 1500
LINES = 200


def failures(found):
    return "\n".join(f"{at}  {call}\n    {said}" for at, call, said in found)


@pytest.mark.slow
def test_calls():
    wrong = list(calls.run("ci", 0, CALLS))
    assert not wrong, failures(wrong)


@pytest.mark.slow
def test_command_lines():
    wrong = list(lines.run("ci", 0, LINES, lines.plan, lines.verdict, lines.line))
    assert not wrong, failures(wrong)


def crash(seed, number):
    """Three calls: one that dies, one that never ends, one that is fine."""
    does = [_die, _never_end, int][number]
    return does.__name__, does, [], {}, False


def _die():
    import os

    os.abort()


def _never_end():
    while True:
        pass


def test_the_trial_itself_sees_what_dies_and_what_does_not_end(monkeypatch):
    monkeypatch.setattr(calls, "SECONDS", 1)
    found = [(at, said) for at, _, said in calls.run("x", 0, 3, crash)]
    assert found == [(0, "the process died of SIGABRT"), (1, "did not end within 1 s")]


@pytest.mark.parametrize(
    ("function", "given", "says"),
    [
        (lambda: [].pop(), [], "from inside"),
        (lambda x: x.nothing, [1], "AttributeError"),
        (lambda x: x.append(2), [[1]], "changed"),
        (neg, [1], None),
    ],
)
def test_the_trial_itself_judges(function, given, says):
    said = calls.verdict("f", function, given, {}, False)
    assert said is None if says is None else says in said


VALUES = [thing for thing in pools.INSTANCES if type(thing).__name__ != "Picture"]


@pytest.mark.parametrize("thing", VALUES, ids=lambda thing: type(thing).__name__)
def test_every_public_value_is_pickled_and_copied(thing):
    for again in (pickle.loads(pickle.dumps(thing)), copy.deepcopy(thing)):
        assert again == thing
        assert type(again) is type(thing)
        assert hash(again) == hash(thing)


PROMISED = (
    "Partition Profile CylindricPartition Decomposition Series MultiSeries QTProduct QTFraction "
    "EulerProduct BFile Certificate AlternatingSignMatrix CompatiblePair LaurentPolynomial Row "
    "Vector BlockVector NumeratorMatrix BlockProjection WordProjection FactorCertificate"
)


@pytest.mark.parametrize("name", PROMISED.split())
def test_a_repr_builds_the_object_again(name):
    from fractions import Fraction

    import termwise

    things = [thing for thing in pools.INSTANCES if type(thing).__name__ == name]
    assert things
    for thing in things:
        wing = import_module(type(thing).__module__.partition(".")[0])
        space = {**vars(termwise), **vars(wing), "Fraction": Fraction}
        assert eval(repr(thing), space) == thing
