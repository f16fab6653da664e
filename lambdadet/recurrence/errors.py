"""What can be wrong inside a pyramid: a 0 that is divided by, a 0 that is not known to be one."""

from __future__ import annotations


class ZeroInside(ArithmeticError):  # noqa: N818
    """An entry of the pyramid by which the recurrence divides is 0; `place` is (k, i, j)."""

    def __init__(self, k: int, i: int, j: int) -> None:
        super().__init__(f"x[{k}]_{{{i},{j}}} = 0, and the recurrence divides by it")
        self.place = (k, i, j)


class NotDecided(ValueError):  # noqa: N818
    """What is asked for may well exist, but it is not known here; the message says what is not.

    >>> from sympy import cos, sin
    >>> from sympy.abc import x
    >>> from lambdadet.determinant.value import lambda_determinant
    >>> one = sin(x) ** 2 + cos(x) ** 2
    >>> lambda_determinant([[1, 2, 3], [4, one - 1, 6], [7, 8, 9]], lam=1)
    Traceback (most recent call last):
    lambdadet.recurrence.errors.NotDecided: it is not decided whether sin(x)**2 + cos(x)**2 - 1 is 0
    """
