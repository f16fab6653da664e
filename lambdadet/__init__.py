"""Lambda-determinants, alternating sign matrices, the octahedron recurrence: exact and checked."""

from lambdadet.algebra.polynomial import InexactDivision, LaurentPolynomial
from lambdadet.checks.counts import check_counts
from lambdadet.checks.determinants import (
    check_determinant,
    check_lambda_determinant,
    check_laurent,
    check_vandermonde,
)
from lambdadet.checks.values import check_values
from lambdadet.determinant.generic import (
    di_francesco,
    generic_lambda_determinant,
    robbins_rumsey,
)
from lambdadet.determinant.poles import NoValue
from lambdadet.determinant.residue import lambda_determinant_mod
from lambdadet.determinant.value import lambda_determinant
from lambdadet.diamonds.graph import aztec_diamond
from lambdadet.drawing.heights import draw_heights
from lambdadet.drawing.ice import draw_six_vertex
from lambdadet.drawing.lattice import draw_lattice
from lambdadet.drawing.loops import draw_loops
from lambdadet.drawing.matrix import draw_matrix
from lambdadet.drawing.pyramid import draw_pyramid
from lambdadet.drawing.tilings import draw_tiling
from lambdadet.models.ice import SixVertexState
from lambdadet.models.lattice import asm_lattice
from lambdadet.models.loops import FullyPackedLoop
from lambdadet.objects.bulk import asm_chunks
from lambdadet.objects.counts import count_asms, count_symmetric_asms
from lambdadet.objects.listing import alternating_sign_matrices, symmetric_asms
from lambdadet.objects.matrix import AlternatingSignMatrix
from lambdadet.objects.pairs import CompatiblePair, compatible_pairs
from lambdadet.objects.statistics import asm_statistics
from lambdadet.recurrence.errors import NotDecided
from lambdadet.recurrence.octahedron import octahedron
from lambdadet.sampling.matrices import random_asm
from lambdadet.sampling.tilings import random_tiling
from termwise.release import __version__ as __version__

__all__ = [
    "AlternatingSignMatrix",
    "CompatiblePair",
    "FullyPackedLoop",
    "InexactDivision",
    "LaurentPolynomial",
    "NoValue",
    "NotDecided",
    "SixVertexState",
    "alternating_sign_matrices",
    "asm_chunks",
    "asm_lattice",
    "asm_statistics",
    "aztec_diamond",
    "check_counts",
    "check_determinant",
    "check_lambda_determinant",
    "check_laurent",
    "check_values",
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
