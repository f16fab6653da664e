"""The catalogue has every check of the front door, and all take their arguments in one order."""

from concurrent.futures import ThreadPoolExecutor

import pytest

import semicircular
from semicircular.checks.catalogue import CHECKS, options_of


def test_every_check_of_the_door_is_here():
    door = {name for name in semicircular.__all__ if name.startswith("check_")}
    assert {check.__name__ for check in CHECKS.values()} == door


@pytest.mark.parametrize("name", CHECKS)
def test_arguments_come_in_one_order(name):
    assert options_of(CHECKS[name])[-3:] == ("limit", "executor", "progress")
    assert CHECKS[name].__name__ == "check_" + name.replace("-", "_")


@pytest.mark.parametrize("name", CHECKS)
def test_every_check_runs_elsewhere_and_tells(name):
    told = []
    with ThreadPoolExecutor(2) as executor:
        there = CHECKS[name](2, executor=executor, progress=lambda *at: told.append(at))
    assert there == CHECKS[name](2)
    assert there.agrees
    assert told[0] == (0, told[-1][1])
    assert told[-1][0] == told[-1][1]
