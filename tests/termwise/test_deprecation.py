"""A name that goes warns, works, and is warned of as an error in the tests."""

import pytest

from termwise.deprecation import renamed


def area(side, *, twice=False):
    """Return the area."""
    return side * side * (2 if twice else 1)


def test_the_old_name_warns_and_works():
    old = renamed("square", area, "0.3")
    with pytest.warns(DeprecationWarning, match=r"square is called area now, .* gone in 0.3") as w:
        assert old(3, twice=True) == 18
    assert w[0].filename == __file__
    assert (old.__name__, old.__doc__) == ("square", "Return the area.")


def test_nothing_of_ours_calls_an_old_name():
    with pytest.raises(DeprecationWarning):  # filterwarnings = error
        renamed("square", area, "0.3")(3)
