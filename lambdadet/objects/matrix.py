"""Alternating sign matrices, and the other ways of writing them down.

The entries are -1, 0 and 1; in every row and every column the non-zero entries alternate in sign,
and the first and the last of them is 1.  One matrix, five notations:

     0  1  0      1 1 1      2           0 0 0 0      0 1 2 3
     1 -1  1      0 . 1     1 3          0 0 1 1      1 2 1 2
     0  1  0      ..        1 2 3        0 1 1 2      2 1 2 1
                                         0 1 2 3      3 2 1 0
     entries    cumulants   monotone     corner       height
                            triangle     sums         function

Row i of the monotone triangle lists the columns whose first i entries sum to 1; the corner sum
c_ij is the sum of the first i rows and j columns, i, j = 0..n; the height is h_ij = i + j - 2 c_ij.
Listing is in `listing`, numbers are in `counts`, random matrices in `sampling.matrices`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from operator import add, index, sub

from termwise.arguments import brief, require_integer, shown
from termwise.formats import Storable

Rows = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, init=False, repr=False)
class AlternatingSignMatrix(Storable):
    """An alternating sign matrix.

    Args:
        rows: n rows of n integers each (lists, a numpy array, a sympy Matrix); () is the empty
            matrix, the one partner of the 1 x 1 matrix among compatible pairs.

    Raises:
        TypeError: an entry is not an integer.
        ValueError: the rows are not square, or a row or a column does not alternate.

    >>> a = AlternatingSignMatrix([[0, 1, 0], [1, -1, 1], [0, 1, 0]])
    >>> a.size, a.negative_ones, a.inversion_number, a.first_row_column
    (3, 1, 2, 2)
    >>> AlternatingSignMatrix([[1, 0], [1, 0]])
    Traceback (most recent call last):
    ValueError: column 1 must have non-zero entries 1, -1, 1, .., 1 in turn, got (1, 1)
    """

    rows: Rows

    def __init__(self, rows: Iterable[Iterable[int]]) -> None:
        entries = integer_rows("rows", rows)
        n = len(entries)
        for i, row in enumerate(entries, 1):
            if len(row) != n:
                raise ValueError(
                    f"rows must be square: row {i} must have {n} entries, got {len(row)}"
                )
        for name, lines in (("row", entries), ("column", tuple(zip(*entries, strict=True)))):
            for i, line in enumerate(lines, 1):
                _require_alternating(f"{name} {i}", line)
        object.__setattr__(self, "rows", entries)

    @classmethod
    def from_monotone_triangle(cls, triangle: Iterable[Iterable[int]]) -> AlternatingSignMatrix:
        """Return the matrix of a monotone triangle.

        Row i of the triangle has i strictly increasing numbers in 1..n and lies between the
        numbers of row i + 1: t_{i+1,j} <= t_ij <= t_{i+1,j+1}.

        Raises:
            TypeError: an entry is not an integer.
            ValueError: a row is too long, too short or does not increase, or two do not interlace.

        >>> print(AlternatingSignMatrix.from_monotone_triangle([[2], [1, 3], [1, 2, 3]]))
         0  1  0
         1 -1  1
         0  1  0
        """
        rows = integer_rows("triangle", triangle)
        n = len(rows)
        for i, row in enumerate(rows, 1):
            increasing = all(a < b for a, b in pairwise((0, *row, n + 1)))
            if len(row) != i or not increasing:
                raise ValueError(
                    f"row {i} of a monotone triangle must be {i} increasing numbers in 1..{n}, "
                    f"got {brief(row)}"
                )
        for i, (above, row) in enumerate(pairwise(rows), 1):
            if not all(a <= b <= c for (a, c), b in zip(pairwise(row), above, strict=True)):
                raise ValueError(
                    f"row {i} of a monotone triangle must lie between the entries of row {i + 1}, "
                    f"got {brief(above)} over {row}"
                )
        states = [[int(j in row) for j in range(1, n + 1)] for row in rows]
        return trusted(tuple(_differences(states, n)))

    @classmethod
    def from_corner_sums(cls, sums: Iterable[Iterable[int]]) -> AlternatingSignMatrix:
        """Return the matrix whose corner sums, rows and columns 0..n, are given.

        Raises:
            TypeError: an entry is not an integer.
            ValueError: row or column 0 is not zero, or the matrix is not alternating.

        >>> AlternatingSignMatrix.from_corner_sums([[0, 0, 0], [0, 0, 1], [0, 1, 2]])
        AlternatingSignMatrix(((0, 1), (1, 0)))
        """
        rows = integer_rows("sums", sums)
        n = len(rows) - 1
        if n < 0 or any(len(row) != n + 1 for row in rows):
            raise ValueError(
                f"sums must be a square of n + 1 rows and columns, got {len(rows)} rows of "
                f"lengths {[len(row) for row in rows]}"
            )
        if any(rows[0]) or any(row[0] for row in rows):
            raise ValueError(f"row and column 0 of sums must be 0, got {brief(rows)}")
        across = [tuple(map(sub, row[1:], row)) for row in rows[1:]]
        return cls(tuple(_differences(across, n)))

    @classmethod
    def from_height_function(cls, heights: Iterable[Iterable[int]]) -> AlternatingSignMatrix:
        """Return the matrix with heights h_ij = i + j - 2 c_ij, i, j = 0..n.

        Raises:
            TypeError: an entry is not an integer.
            ValueError: i + j - h_ij is odd somewhere, or these are not the heights of a matrix.

        >>> AlternatingSignMatrix.from_height_function([[0, 1, 2], [1, 0, 1], [2, 1, 0]])
        AlternatingSignMatrix(((1, 0), (0, 1)))
        """
        rows = integer_rows("heights", heights)
        for i, row in enumerate(rows):
            for j, height in enumerate(row):
                if (i + j - height) % 2:
                    raise ValueError(
                        f"height ({i}, {j}) must have the parity of {i + j}, got {brief(height)}"
                    )
        return cls.from_corner_sums(
            [(i + j - height) // 2 for j, height in enumerate(row)] for i, row in enumerate(rows)
        )

    @classmethod
    def from_permutation(cls, word: Iterable[int]) -> AlternatingSignMatrix:
        """Return the matrix with a 1 in row i and column w_i, from the word w_1 .. w_n.

        Raises:
            TypeError: a letter is not an integer.
            ValueError: the letters are not 1, .., n in some order.

        >>> AlternatingSignMatrix.from_permutation((2, 3, 1)).rows
        ((0, 1, 0), (0, 0, 1), (1, 0, 0))
        """
        (letters,) = integer_rows("word", [word])
        places = range(1, len(letters) + 1)
        if sorted(letters) != list(places):
            raise ValueError(
                f"word must have the letters 1..{len(letters)} once each, got {brief(letters)}"
            )
        return trusted(tuple(tuple(int(j == letter) for j in places) for letter in letters))

    @property
    def size(self) -> int:
        """n, the number of rows."""
        return len(self.rows)

    @property
    def left_cumulant(self) -> Rows:
        """The corner sums Abar_ij over rows <= i and columns <= j, i, j = 1..n."""
        sums = [0] * self.size
        return tuple(tuple(sums := list(map(add, sums, accumulate(row)))) for row in self.rows)

    @property
    def right_cumulant(self) -> Rows:
        """The sums Atil_ij over rows <= i and columns >= j, i, j = 1..n."""
        return tuple(row[::-1] for row in self.mirror().left_cumulant)

    @property
    def corner_sums(self) -> Rows:
        """The corner sums c_ij for i, j = 0..n: the left cumulant with a row and a column of 0."""
        return ((0,) * (self.size + 1), *((0, *row) for row in self.left_cumulant))

    @property
    def height_function(self) -> Rows:
        """The heights i + j - 2 c_ij for i, j = 0..n; neighbours differ by 1."""
        return tuple(
            tuple(i + j - 2 * c for j, c in enumerate(row))
            for i, row in enumerate(self.corner_sums)
        )

    @property
    def column_states(self) -> Rows:
        """The partial column sums v_ij = A_1j + .. + A_ij, each 0 or 1, for i = 1..n."""
        sums = [0] * self.size
        return tuple(tuple(sums := list(map(add, sums, row))) for row in self.rows)

    @property
    def inversion_number(self) -> int:
        """The sum of A_il A_kj over i < k, j < l; for a permutation, its inversions."""
        right = self.right_cumulant
        return sum(
            entry * above
            for row, sums in zip(self.rows[1:], right, strict=False)
            for entry, above in zip(row, sums[1:], strict=False)
        )

    @property
    def negative_ones(self) -> int:
        """N(A), the number of entries -1."""
        return sum(row.count(-1) for row in self.rows)

    @property
    def first_row_column(self) -> int:
        """The column, from 1, of the 1 in the first row.

        Raises:
            ValueError: the matrix is empty.
        """
        if not self.rows:
            raise ValueError("first_row_column must have a first row, got the empty matrix")
        return self.rows[0].index(1) + 1

    def to_monotone_triangle(self) -> Rows:
        """Return the monotone triangle: row i lists the columns with partial sum v_ij = 1.

        >>> AlternatingSignMatrix([[0, 1, 0], [1, -1, 1], [0, 1, 0]]).to_monotone_triangle()
        ((2,), (1, 3), (1, 2, 3))
        """
        return tuple(
            tuple(j for j, bit in enumerate(state, 1) if bit) for state in self.column_states
        )

    def transpose(self) -> AlternatingSignMatrix:
        """Return the reflection in the main diagonal."""
        return trusted(tuple(zip(*self.rows, strict=True)))

    def mirror(self) -> AlternatingSignMatrix:
        """Return the reflection in the vertical axis: columns in reverse order."""
        return trusted(tuple(row[::-1] for row in self.rows))

    def flip(self) -> AlternatingSignMatrix:
        """Return the reflection in the horizontal axis: rows in reverse order."""
        return trusted(self.rows[::-1])

    def rotate(self, turns: int = 1) -> AlternatingSignMatrix:
        """Return the matrix after that many quarter turns anticlockwise.

        >>> AlternatingSignMatrix([[0, 1, 0], [1, 0, 0], [0, 0, 1]]).rotate().rows
        ((0, 0, 1), (1, 0, 0), (0, 1, 0))
        """
        match require_integer("turns", turns) % 4:
            case 0:
                return self
            case 1:
                return self.transpose().flip()
            case 2:
                return self.mirror().flip()
            case _:
                return self.transpose().mirror()

    def __repr__(self) -> str:
        return f"AlternatingSignMatrix({self.rows})"

    def __str__(self) -> str:
        return "\n".join(" ".join(f"{entry:2}" for entry in row) for row in self.rows)

    def _repr_latex_(self) -> str:
        body = r" \\ ".join(" & ".join(map(str, row)) for row in self.rows)
        return rf"$\begin{{pmatrix}} {body} \end{{pmatrix}}$"


def trusted(rows: Rows) -> AlternatingSignMatrix:
    """Make a matrix of rows known to alternate; nothing is checked."""
    matrix = object.__new__(AlternatingSignMatrix)
    object.__setattr__(matrix, "rows", rows)
    return matrix


def require_asm(name: str, matrix: AlternatingSignMatrix) -> AlternatingSignMatrix:
    """Return the argument if it is an AlternatingSignMatrix; say what it is if not."""
    if not isinstance(matrix, AlternatingSignMatrix):
        raise TypeError(f"{name} must be an AlternatingSignMatrix, got {shown(matrix)}")
    return matrix


def integer_rows(name: str, rows: Iterable[Iterable[int]]) -> Rows:
    """Return rows of ints; say which entry is not one.

    Args:
        name: the rows, as errors call them.
        rows: of any kind that can be iterated over.

    Raises:
        TypeError: these are no rows, or an entry is not an integer.

    >>> integer_rows("rows", [[1, 0.5]])
    Traceback (most recent call last):
    TypeError: rows must be integers, got 0.5 in row 1
    """
    found = []
    try:
        lines = [list(line) for line in getattr(rows, "tolist", lambda: rows)()]
    except TypeError:
        raise TypeError(f"{name} must be rows of integers, got {shown(rows)}") from None
    for i, line in enumerate(lines, 1):
        row = []
        for entry in line:
            try:
                row.append(index(entry))
            except TypeError:
                raise TypeError(f"{name} must be integers, got {shown(entry)} in row {i}") from None
        found.append(tuple(row))
    return tuple(found)


def _require_alternating(name: str, line: Sequence[int]) -> None:
    """Refuse a row or column unless its non-zero entries are 1, -1, 1, .., 1."""
    signs = [entry for entry in line if entry]
    if signs != [1 - 2 * (k % 2) for k in range(len(signs))] or len(signs) % 2 == 0:
        raise ValueError(
            f"{name} must have non-zero entries 1, -1, 1, .., 1 in turn, got {brief(tuple(line))}"
        )


def _differences(states: Sequence[Sequence[int]], n: int) -> Iterator[tuple[int, ...]]:
    """Yield the first state and then each state minus the one before it."""
    for before, state in pairwise([(0,) * n, *states]):
        yield tuple(map(sub, state, before))
