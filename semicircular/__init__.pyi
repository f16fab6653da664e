from .algebra.blocks import block_commutator
from .algebra.chebyshev import on_vacuum, word_polynomial
from .algebra.fock import adjoint, commutator, left, multiply, right, trace
from .algebra.rotations import rotated_commutator
from .certificates.certificates import Certificate
from .certificates.construction import (
    central_bound,
    certificate,
    factor_certificate,
    letter_for,
)
from .certificates.factor import FactorCertificate
from .checks.products import check_certificates, check_products
from .checks.projections import (
    check_numerators,
    check_projection,
    check_variants,
    check_word_projection,
)
from .checks.ranks import check_ranks
from .checks.similarity import check_self_similarity
from .checks.spectrum import check_determinants, check_gap, check_spectrum
from .drawing.blocks import draw_block
from .drawing.certificates import draw_certificate
from .drawing.columns import draw_column
from .drawing.curves import draw_central_bound, draw_spectrum
from .drawing.numerators import draw_numerators
from .drawing.rays import draw_rays
from .drawing.words import draw_words
from .objects.necklaces import count_necklaces, necklaces
from .objects.vectors import BlockVector, Vector
from .objects.words import cores, split, words
from .projections.blocks import BlockProjection, block_projection
from .projections.kernels import dalembert, kernel_vector
from .projections.numerators import NumeratorMatrix, denominator, numerator
from .projections.on_words import RotatedProjection, WordProjection, projection
from .projections.spectrum import gap, gram_determinant, singular_values

__version__: str

__all__ = [
    "BlockProjection",
    "BlockVector",
    "Certificate",
    "FactorCertificate",
    "NumeratorMatrix",
    "RotatedProjection",
    "Vector",
    "WordProjection",
    "adjoint",
    "block_commutator",
    "block_projection",
    "central_bound",
    "certificate",
    "check_certificates",
    "check_determinants",
    "check_gap",
    "check_numerators",
    "check_products",
    "check_projection",
    "check_ranks",
    "check_self_similarity",
    "check_spectrum",
    "check_variants",
    "check_word_projection",
    "commutator",
    "cores",
    "count_necklaces",
    "dalembert",
    "denominator",
    "draw_block",
    "draw_central_bound",
    "draw_certificate",
    "draw_column",
    "draw_numerators",
    "draw_rays",
    "draw_spectrum",
    "draw_words",
    "factor_certificate",
    "gap",
    "gram_determinant",
    "kernel_vector",
    "left",
    "letter_for",
    "multiply",
    "necklaces",
    "numerator",
    "on_vacuum",
    "projection",
    "right",
    "rotated_commutator",
    "singular_values",
    "split",
    "trace",
    "word_polynomial",
    "words",
]
