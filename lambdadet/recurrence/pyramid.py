"""What goes into the recurrence: x[0], x[1], lam and mu, checked and brought into one ring.

Arguments are read once, here; what follows is given a `Pyramid`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from lambdadet.algebra.polynomial import LaurentPolynomial
from lambdadet.recurrence.ring import Ring
from lambdadet.recurrence.rings import common_ring, exact_entry
from lambdadet.recurrence.swell import require_free, require_free_values
from termwise.arguments import brief, shown
from termwise.price import require_steps
from termwise.sage import is_of_sage

Grid = list[list[Any]]


@dataclass(frozen=True)
class Pyramid:
    """The data of one pyramid in one ring: x[0], x[1], lam_ij, mu_ij as full tables from 0.

    `x0` is None for x[0] = 1.  lam[i-1][j-1] = lam_ij and mu[i-1][j] = mu_ij.
    """

    ring: Ring
    x1: Grid
    x0: Grid | None
    lam: Grid
    mu: Grid

    @property
    def size(self) -> int:
        """n, the size of x[1]."""
        return len(self.x1)

    def with_matrix(self, x1: Grid) -> Pyramid:
        """Return the pyramid over another x[1]."""
        return replace(self, x1=x1)


def make_pyramid(
    x1: Any, lam: Any, mu: Any, x0: Any, *, name: str = "matrix", field: bool = False
) -> Pyramid:
    """Check matrices and parameters, and bring them into one ring.

    Args:
        x1: a square matrix: nested sequences, a numpy array of integers or objects, or sympy's.
        lam, mu: one value, or a table of (n-1) x (n-1).
        x0: None, or a matrix of (n+1) x (n+1).
        name: how errors call x1.
        field: whether sympy's domain must be a field.

    Raises:
        TypeError: a float, or another entry that is not exact.
        ValueError: a table of the wrong size.
    """
    matrix = require_square(name, x1)
    n = len(matrix)
    require_steps(100 * n**3, "steps of the recurrence")
    below = None if x0 is None else require_table("x0", x0, n + 1)
    left, right = read_parameter("lam", lam, n - 1), read_parameter("mu", mu, n - 1)
    tables = [matrix, left, right, *([below] if below else [])]
    require_free(matrix, [left, right, *([below] if below else [])])
    if field and below:
        start = [*matrix, *(row[1:-1] for row in below[1:-1])]
        values = [entry for row in start for entry in row]
        require_free_values(values, [left, right], lambda: int(2 ** (n * (n - 1) // 2)))
    ring = common_ring([entry for table in tables for row in table for entry in row], field=field)

    def convert(table: Grid) -> Grid:
        return [[ring.convert(entry) for entry in row] for row in table]

    return Pyramid(
        ring, convert(matrix), convert(below) if below else None, convert(left), convert(right)
    )


def require_square(name: str, matrix: Any) -> Grid:
    """Return the rows of a square matrix of exact entries.

    Args:
        name: the matrix, as errors call it.
        matrix: nested sequences, a numpy array, or sympy's.

    Raises:
        TypeError: this is no matrix, or an entry is not exact.
        ValueError: it is not square, or empty.

    >>> require_square("matrix", [[1, 2], [3]])
    Traceback (most recent call last):
    ValueError: matrix must be square: row 2 has 1 entry, expected 2
    """
    rows = _rows(name, matrix)
    if not rows:
        raise ValueError(f"{name} must have at least one row, got none")
    for k, row in enumerate(rows, 1):
        if len(row) != len(rows):
            entries = "1 entry" if len(row) == 1 else f"{len(row)} entries"
            raise ValueError(f"{name} must be square: row {k} has {entries}, expected {len(rows)}")
    return _exact_rows(name, rows)


def require_table(name: str, table: Any, size: int) -> Grid:
    """Return the rows of a size x size table of exact entries.

    Args:
        name: the table, as errors call it.
        table: nested sequences, a numpy array, or sympy's.
        size: how many rows and columns it must have.

    Raises:
        TypeError: this is no table, or an entry is not exact.
        ValueError: another size.

    >>> require_table("lam", [[1]], 2)
    Traceback (most recent call last):
    ValueError: lam must be 2 x 2, got 1 rows of 1
    """
    rows = _rows(name, table)
    if len(rows) != size or any(len(row) != size for row in rows):
        widths = sorted({len(row) for row in rows})
        given = f"{len(rows)} rows of {' or '.join(map(str, widths)) or 0}"
        raise ValueError(f"{name} must be {size} x {size}, got {brief(given)}")
    return _exact_rows(name, rows)


def read_parameter(name: str, value: Any, size: int) -> Grid:
    """Return a size x size table of exact entries, from one or from one entry for all.

    Args:
        name: "lam" or "mu", for errors.
        value: the table, or the entry.
        size: how many rows and columns.

    Raises:
        TypeError: an entry is not exact.
        ValueError: another size.

    >>> read_parameter("lam", 3, 2)
    [[3, 3], [3, 3]]
    """
    if _is_table(value):
        return require_table(name, value, size)
    entry = exact_entry(name, value)
    return [[entry] * size for _ in range(size)]


def _is_table(value: Any) -> bool:
    if isinstance(value, LaurentPolynomial | str):
        return False
    has_shape = hasattr(value, "shape") and value.shape != ()
    return isinstance(value, Sequence) or has_shape or is_of_sage(value, "Matrix")


def _rows(name: str, matrix: Any) -> list[list[Any]]:
    shape = getattr(matrix, "shape", None)
    if shape is not None and len(shape) != 2 and 0 not in shape:
        raise ValueError(f"{name} must have two dimensions, got shape {tuple(shape)}")
    if is_of_sage(matrix, "Matrix"):
        matrix = list(map(list, matrix))
    if isinstance(getattr(matrix, "rows", None), tuple):  # an AlternatingSignMatrix
        matrix = matrix.rows
    if hasattr(matrix, "tolist"):
        matrix = matrix.tolist()
    if isinstance(matrix, str) or not isinstance(matrix, Sequence):
        raise TypeError(f"{name} must be a matrix (rows of entries), got {shown(matrix)}")
    for row in matrix:
        if isinstance(row, str) or not isinstance(row, Sequence):
            raise TypeError(f"{name} must be a matrix (rows of entries), got the row {shown(row)}")
    return [list(row) for row in matrix]


def _exact_rows(name: str, rows: Grid) -> Grid:
    return [
        [exact_entry(f"{name}[{i}][{j}]", entry) for j, entry in enumerate(row)]
        for i, row in enumerate(rows)
    ]
