"""What generic entries and parameters are called.

    x_12, y_22        entries of x[1] and of x[0]; x_1_12 where n has two digits
    lam_11, mu_10     the parameters, one each ("multi")
    lam               one lam, and mu = 1 ("constant")
    lam_m1, mu_p2     parameters that depend on i - j alone: m is minus, p is plus ("di_francesco")

And what may be a name at all.
"""

from __future__ import annotations

from collections.abc import Sequence

from termwise.arguments import shown

PARAMETERS = ("multi", "constant", "di_francesco")
"""The ways to choose parameters, from all different to one."""


def indexed_name(letter: str, i: int, j: int, n: int) -> str:
    """Return the name of an entry of an n x n matrix, such as x_12; x_1_12 when n has two digits.

    >>> indexed_name("x", 1, 2, 3), indexed_name("x", 1, 2, 10)
    ('x_12', 'x_1_2')
    """
    return f"{letter}_{i}{j}" if n < 10 else f"{letter}_{i}_{j}"


def parameter_name(kind: str, n: int, parameters: str, i: int, j: int) -> str:
    """Return the name of lam_ij or mu_ij of the generic n x n matrix, "" where it is 1.

    Args:
        kind: "lam" or "mu".
        n: the size of the matrix.
        parameters: one of `PARAMETERS`.
        i, j: the indices, as written.

    >>> [parameter_name("mu", 3, words, 2, 0) for words in PARAMETERS]
    ['mu_20', '', 'mu_p2']
    """
    if parameters == "constant":
        return "lam" if kind == "lam" else ""
    if parameters == "multi":
        return indexed_name(kind, i, j, n)
    return f"{kind}_{'m' if i < j else 'p' if i > j else ''}{abs(i - j)}"


def generic_names(n: int, parameters: str, x0: bool) -> tuple[str, ...]:
    """Return the variables of the generic lambda-determinant: lam.., mu.., x.., y...

    Args:
        n: the size.
        parameters: one of `PARAMETERS`.
        x0: whether x[0] is generic too; otherwise there is no y.

    >>> generic_names(2, "multi", True)
    ('lam_11', 'mu_10', 'x_11', 'x_12', 'x_21', 'x_22', 'y_22')
    """
    square, inside = range(1, n + 1), range(2, n + 1)
    names = [parameter_name("lam", n, parameters, i, j) for i in range(1, n) for j in range(1, n)]
    names += [parameter_name("mu", n, parameters, i, j) for i in range(1, n) for j in range(n - 1)]
    names += [indexed_name("x", i, j, n) for i in square for j in square]
    if x0:
        names += [indexed_name("y", i, j, n) for i in inside for j in inside]
    if parameters == "constant":
        names.insert(0, "lam")  # also for n = 1
    return tuple(dict.fromkeys(name for name in names if name))


def require_names(variables: Sequence[str]) -> tuple[str, ...]:
    """Return names of variables as a tuple; refuse what is no name, and names given twice.

    >>> require_names(["x", "x"])
    Traceback (most recent call last):
    ValueError: variables must be all different, got 'x' twice
    """
    if isinstance(variables, str) or not isinstance(variables, Sequence):
        raise TypeError(f"variables must be a sequence of names, got {shown(variables)}")
    names = tuple(variables)
    for name in names:
        if not isinstance(name, str):
            raise TypeError(f"variables must be names, got {shown(name)}")
        if not name.isidentifier():
            raise ValueError(f"variables must be names such as x_11, got {shown(name)}")
    if len(set(names)) < len(names):
        twice = next(name for k, name in enumerate(names) if name in names[:k])
        raise ValueError(f"variables must be all different, got {shown(twice)} twice")
    return names
