from .algebra.polynomial import InexactDivision, LaurentPolynomial
from .checks.counts import check_counts
from .checks.determinants import (
    check_determinant,
    check_lambda_determinant,
    check_laurent,
    check_vandermonde,
)
from .checks.values import check_values
from .determinant.generic import (
    di_francesco,
    generic_lambda_determinant,
    robbins_rumsey,
)
from .determinant.poles import NoValue
from .determinant.residue import lambda_determinant_mod
from .determinant.value import lambda_determinant
from .diamonds.graph import aztec_diamond
from .drawing.heights import draw_heights
from .drawing.ice import draw_six_vertex
from .drawing.lattice import draw_lattice
from .drawing.loops import draw_loops
from .drawing.matrix import draw_matrix
from .drawing.pyramid import draw_pyramid
from .drawing.tilings import draw_tiling
from .models.ice import SixVertexState
from .models.lattice import asm_lattice
from .models.loops import FullyPackedLoop
from .objects.bulk import asm_chunks
from .objects.counts import count_asms, count_symmetric_asms
from .objects.listing import alternating_sign_matrices, symmetric_asms
from .objects.matrix import AlternatingSignMatrix
from .objects.pairs import CompatiblePair, compatible_pairs
from .objects.statistics import asm_statistics
from .recurrence.errors import NotDecided
from .recurrence.generic import generic_octahedron_from
from .recurrence.octahedron import octahedron
from .recurrence.surfaces import octahedron_from
from .sampling.matrices import random_asm
from .sampling.tilings import random_tiling

__version__: str

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
    "generic_octahedron_from",
    "lambda_determinant",
    "lambda_determinant_mod",
    "octahedron",
    "octahedron_from",
    "random_asm",
    "random_tiling",
    "robbins_rumsey",
    "symmetric_asms",
]
