"""Commutators in semicircular systems: exact projections, certificates, ranks, checked."""

from semicircular.algebra.blocks import block_commutator
from semicircular.algebra.chebyshev import on_vacuum, word_polynomial
from semicircular.algebra.fock import adjoint, commutator, left, multiply, right, trace
from semicircular.algebra.rotations import rotated_commutator
from semicircular.certificates.certificates import Certificate
from semicircular.certificates.construction import (
    central_bound,
    certificate,
    factor_certificate,
    letter_for,
)
from semicircular.certificates.factor import FactorCertificate
from semicircular.checks.products import check_certificates, check_products
from semicircular.checks.projections import (
    check_numerators,
    check_projection,
    check_variants,
    check_word_projection,
)
from semicircular.checks.ranks import check_ranks
from semicircular.checks.similarity import check_self_similarity
from semicircular.checks.spectrum import check_determinants, check_gap, check_spectrum
from semicircular.drawing.blocks import draw_block
from semicircular.drawing.certificates import draw_certificate
from semicircular.drawing.columns import draw_column
from semicircular.drawing.curves import draw_central_bound, draw_spectrum
from semicircular.drawing.numerators import draw_numerators
from semicircular.drawing.rays import draw_rays
from semicircular.drawing.words import draw_words
from semicircular.objects.necklaces import count_necklaces, necklaces
from semicircular.objects.vectors import BlockVector, Vector
from semicircular.objects.words import cores, split, words
from semicircular.projections.blocks import BlockProjection, block_projection
from semicircular.projections.kernels import dalembert, kernel_vector
from semicircular.projections.numerators import NumeratorMatrix, denominator, numerator
from semicircular.projections.on_words import RotatedProjection, WordProjection, projection
from semicircular.projections.spectrum import gap, gram_determinant, singular_values
from termwise.release import __version__ as __version__

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
