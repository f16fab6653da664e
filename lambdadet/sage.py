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


def to_sage(
    value: AlternatingSignMatrix | SixVertexState | FullyPackedLoop | LaurentPolynomial,
) -> Any:
    """Return SageMath's object for one of ours.

    Args:
        value: an alternating sign matrix, a six-vertex state, a fully packed loop, or a Laurent
            polynomial, which is then one over QQ in its variables.

    Raises:
        TypeError: a value of another type.
        ModuleNotFoundError: SageMath is not installed.
    """
    if isinstance(value, AlternatingSignMatrix):
        matrix = sage("combinat.alternating_sign_matrix", "AlternatingSignMatrix")
        return matrix([list(row) for row in value.rows])
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


def from_sage(value: Any) -> Any:
    """Return our object for one of SageMath's.

    Args:
        value: an alternating sign matrix, a state of the square ice model with domain walls, a
            fully packed loop, or a Laurent polynomial over ZZ or QQ.

    Raises:
        TypeError: a value of another type, or a coefficient that is not rational.
        ValueError: a six-vertex state of other boundaries.
    """
    if is_of_sage(value, "AlternatingSignMatrix"):
        return AlternatingSignMatrix([[int(c) for c in row] for row in value.to_matrix().rows()])
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
        "value must be an alternating sign matrix, six-vertex state, fully packed loop or Laurent "
        f"polynomial of Sage, got {shown(value)}"
    )


def _rational(value: Any) -> int | Fraction:
    number = as_number(value)
    if number is None:
        raise TypeError(f"coefficients must be rational, got {shown(value)}")
    return number
