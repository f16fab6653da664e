"""What the notebook tests need beyond the extra `test`: without it they are skipped, and say why.

With NOTEBOOK_TESTS=required in the environment, as in .ci/run, they fail instead.
"""

import os
from importlib.util import find_spec

import pytest

INSTALL = 'pip install -e ".[notebooks,view,browser]"'


def require(*modules):
    """Skip the calling test file if a module is missing, or fail where nothing may be skipped."""
    missing = [name for name in modules if find_spec(name) is None]
    if missing:
        give_up(f"{', '.join(missing)} not installed: {INSTALL}")


def give_up(reason):
    if os.environ.get("NOTEBOOK_TESTS") == "required":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason, allow_module_level=True)
