"""To SageMath and back: alternating sign matrices, their models, Laurent polynomials.

SageMath is imported when something is converted, and not before.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from lambdadet.algebra.polynomial import LaurentPolynomial
from lambdadet.models.ice import SixVertexState
from lambdadet.models.loops import FullyPackedLoop
from lambdadet.objects.matrix import AlternatingSignMatrix
from termwise.arguments import shown
from termwise.exact import as_number
from termwise.sage import is_of_sage, sage

NOTATIONS = ("entries", "monotone triangle", "corner sums", "height function")
"""The ways of writing an alternating sign matrix down that SageMath has too."""


def to_sage(
    value: AlternatingSignMatrix | SixVertexState | FullyPackedLoop | LaurentPolynomial,
    notation: str = "entries",
) -> Any:
    """Return SageMath's object for one of ours.

    Args:
        value: an alternating sign matrix, a six-vertex state, a fully packed loop, or a Laurent
            polynomial, which is then one over QQ in its variables.
        notation: how to write an alternating sign matrix down.  "entries": Sage's of that name;
            "monotone triangle": an element of `MonotoneTriangles(n)`, whose rows go up, each
            decreasing; "corner sums" or "height function": a matrix over ZZ, rows 0..n, as
            Sage has it, where the height function is the transpose of ours.

    Raises:
        TypeError: a value of another type.
        ValueError: another notation, or one for what is no alternating sign matrix.
        ModuleNotFoundError: SageMath is not installed.
    """
    _require_notation(notation)
    if isinstance(value, AlternatingSignMatrix):
        return _written(value, notation)
    if notation != "entries":
        raise ValueError(f"{notation} must be of an AlternatingSignMatrix, got {shown(value)}")
    if isinstance(value, SixVertexState | FullyPackedLoop):
        square_ice = to_sage(value.to_asm()).to_six_vertex_model()
        if isinstance(value, SixVertexState):
            return square_ice
        return sage("combinat.fully_packed_loop", "FullyPackedLoop")(square_ice)
    if isinstance(value, LaurentPolynomial):
        ring = sage("rings.polynomial.laurent_polynomial_ring", "LaurentPolynomialRing")
        fraction = sage("rings.rational_field", "QQ")
        whole = ring(fraction, list(value.variables), len(value.variables))
        terms = {
            exponents: fraction(c.numerator) / fraction(c.denominator)
            for exponents, c in value.terms.items()
        }
        return whole(terms) if terms else whole.zero()
    raise TypeError(
        "value must be an AlternatingSignMatrix, a SixVertexState, a FullyPackedLoop or a "
        f"LaurentPolynomial, got {shown(value)}"
    )


def from_sage(value: Any, notation: str = "entries") -> Any:
    """Return our object for one of SageMath's.

    Args:
        value: an alternating sign matrix, also as a monotone triangle or as a matrix of integers; a
            state of the square ice model with domain walls, a fully packed loop, or a Laurent
            polynomial over ZZ or QQ.
        notation: what the numbers in a matrix of integers are: "entries", "corner sums" or "height
            function".  Of any other value the type says what it is.

    Raises:
        TypeError: a value of another type, or a coefficient that is not rational.
        ValueError: a six-vertex state of other boundaries; numbers that are no alternating sign
            matrix in this notation.
    """
    _require_notation(notation)
    if is_of_sage(value, "AlternatingSignMatrix"):
        return AlternatingSignMatrix([[int(c) for c in row] for row in value.to_matrix().rows()])
    if is_of_sage(value, "GelfandTsetlinPattern"):
        return AlternatingSignMatrix.from_monotone_triangle(row[::-1] for row in reversed(value))
    if is_of_sage(value, "Matrix"):
        return _read([list(row) for row in value.rows()], notation)
    if is_of_sage(value, "SquareIceModel", "SixVertexConfiguration"):
        if not hasattr(value, "to_alternating_sign_matrix"):
            raise ValueError(f"value must have domain walls, got {shown(value)}")
        return SixVertexState.from_asm(from_sage(value.to_alternating_sign_matrix()))
    if is_of_sage(value, "FullyPackedLoop"):
        return FullyPackedLoop.from_asm(from_sage(value.to_alternating_sign_matrix()))
    if is_of_sage(value, "LaurentPolynomial"):
        names = [str(x) for x in value.parent().gens()]
        terms = {
            tuple(map(int, e)) if isinstance(e, Iterable) else (int(e),): _rational(c)
            for e, c in value.monomial_coefficients().items()
        }
        return LaurentPolynomial(terms, names)
    raise TypeError(
        "value must be an alternating sign matrix, monotone triangle, matrix, six-vertex state, "
        f"fully packed loop or Laurent polynomial of Sage, got {shown(value)}"
    )


def _require_notation(notation: str) -> None:
    if notation not in NOTATIONS:
        raise ValueError(f"notation must be one of {', '.join(NOTATIONS)}, got {shown(notation)}")


def _written(value: AlternatingSignMatrix, notation: str) -> Any:
    if notation == "monotone triangle":
        triangle = sage("combinat.alternating_sign_matrix", "MonotoneTriangles")(value.size)
        return triangle([list(row[::-1]) for row in reversed(value.to_monotone_triangle())])
    if notation == "entries":
        matrix = sage("combinat.alternating_sign_matrix", "AlternatingSignMatrix")
        return matrix([list(row) for row in value.rows])
    rows = value.corner_sums if notation == "corner sums" else value.transpose().height_function
    return sage("matrix.constructor", "matrix")(sage("rings.integer_ring", "ZZ"), rows)


def _read(rows: list[list[Any]], notation: str) -> AlternatingSignMatrix:
    if notation == "entries":
        return AlternatingSignMatrix(rows)
    if notation == "corner sums":
        return AlternatingSignMatrix.from_corner_sums(rows)
    if notation == "height function":
        return AlternatingSignMatrix.from_height_function(rows).transpose()
    raise ValueError("value must be a monotone triangle of Sage for this notation, got a matrix")


def _rational(value: Any) -> int | Fraction:
    number = as_number(value)
    if number is None:
        raise TypeError(f"coefficients must be rational, got {shown(value)}")
    return number
