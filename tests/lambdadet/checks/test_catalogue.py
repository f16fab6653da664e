"""The catalogue has every check of the front door, and all take their arguments in one order."""

import pytest

import lambdadet
from lambdadet.checks.catalogue import CHECKS, options_of


def test_every_check_of_the_door_is_here():
    door = {name for name in lambdadet.__all__ if name.startswith("check_")}
    assert {check.__name__ for check in CHECKS.values()} == door


@pytest.mark.parametrize("name", CHECKS)
def test_arguments_come_in_one_order(name):
    assert options_of(CHECKS[name])[-3:] == ("limit", "executor", "progress")
    assert CHECKS[name].__name__ == "check_" + name.replace("-", "_")
