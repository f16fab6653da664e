"""Lambda-determinants, alternating sign matrices, the octahedron recurrence: exact and checked."""

from lambdadet.closed_form import di_francesco, generic_lambda_determinant, robbins_rumsey
from lambdadet.determinant import lambda_determinant
from lambdadet.drawing import draw_heights, draw_matrix, draw_tiling
from lambdadet.identities import (
    check_counts,
    check_determinant,
    check_lambda_determinant,
    check_laurent,
    check_vandermonde,
)
from lambdadet.lattice import asm_lattice
from lambdadet.lattice_drawing import draw_lattice, draw_pyramid
from lambdadet.laurent import InexactDivision, LaurentPolynomial
from lambdadet.matrices import AlternatingSignMatrix, alternating_sign_matrices, count_asms
from lambdadet.modular import lambda_determinant_mod
from lambdadet.octahedron import octahedron
from lambdadet.pairs import CompatiblePair, compatible_pairs
from lambdadet.poles import NoValue
from lambdadet.random_asms import random_asm
from lambdadet.shuffling import random_tiling
from lambdadet.six_vertex import FullyPackedLoop, SixVertexState
from lambdadet.six_vertex_drawing import draw_loops, draw_six_vertex
from lambdadet.symmetry import count_symmetric_asms, symmetric_asms
from lambdadet.tilings import aztec_diamond

__all__ = [
    "AlternatingSignMatrix",
    "CompatiblePair",
    "FullyPackedLoop",
    "InexactDivision",
    "LaurentPolynomial",
    "NoValue",
    "SixVertexState",
    "alternating_sign_matrices",
    "asm_lattice",
    "aztec_diamond",
    "check_counts",
    "check_determinant",
    "check_lambda_determinant",
    "check_laurent",
    "check_vandermonde",
    "compatible_pairs",
    "count_asms",
    "count_symmetric_asms",
    "di_francesco",
    "draw_heights",
    "draw_lattice",
    "draw_loops",
    "draw_matrix",
    "draw_pyramid",
    "draw_six_vertex",
    "draw_tiling",
    "generic_lambda_determinant",
    "lambda_determinant",
    "lambda_determinant_mod",
    "octahedron",
    "random_asm",
    "random_tiling",
    "robbins_rumsey",
    "symmetric_asms",
]
