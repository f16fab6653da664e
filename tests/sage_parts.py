"""Parts of SageMath for the tests, which are skipped where it is not installed."""

import pytest

from termwise.sage import sage


def from_sage_alone(module):
    """Return a module of SageMath, in a session that has begun as ours do."""
    try:
        sage("structure.sage_object", "SageObject")
    except ModuleNotFoundError:
        pytest.skip("needs SageMath: the extra sage")
    return pytest.importorskip(f"sage.{module}", reason="needs SageMath: the extra sage")
