from .algebra.multiseries import MultiSeries
from .algebra.polynomials import Polynomial
from .algebra.q_products import etaq, qpochhammer
from .algebra.qt_fractions import QTFraction
from .algebra.qt_products import QTProduct
from .algebra.series import Series
from .checks.bijection import check_bijection, check_local_rule
from .checks.borodin import check_borodin, check_refined
from .checks.certificates import Certificate, macdonald_certificate
from .checks.largest_part import check_largest_part, check_last_passage
from .checks.macdonald import check_macdonald
from .checks.particles import check_particles
from .checks.randomised_growth import check_randomised_growth
from .checks.randomised_rules import check_cells, check_probabilistic_rule
from .checks.series import compare_series
from .checks.special import check_overpartitions, check_specialisation
from .checks.weights import check_weight_forms, check_weight_symmetry
from .discovery.difference_equations import DifferenceEquation
from .discovery.euler_products import EulerProduct
from .discovery.exponents import exponents
from .discovery.families import Family
from .discovery.family_scans import FamilyHit, FamilyScan
from .discovery.found_products import ProductSearch, find_product
from .discovery.guessing import RecurrenceSearch, guess_recurrence
from .discovery.level_polynomials import Layer
from .discovery.levels import Claim, Level
from .discovery.recurrences import Recurrence
from .discovery.scans import Combination, CombinationScan, scan_combinations
from .discovery.sum_products import SumProduct, SumScan, scan_sums
from .discovery.sum_search import SumHit, SumSearch, search_sums
from .discovery.sum_templates import SumTemplate, nahm
from .discovery.uncoupling import Uncoupled, uncouple
from .drawing.array import draw_array
from .drawing.cylinder import draw_cylinder
from .drawing.diagram import draw_diagram
from .drawing.growth import draw_growth
from .drawing.limit_shape import draw_limit_shape
from .drawing.paths import draw_paths
from .drawing.peel import draw_peel
from .drawing.ratios import draw_ratios
from .drawing.statistics import draw_correlations, draw_largest_part, draw_particles
from .drawing.surface import draw_surface
from .growth.bijection import compose, decompose
from .growth.diagrams import GrowthDiagram, growth_diagram
from .growth.last_passage import last_passage_time
from .growth.local_rules import BURGE, RSK, LocalRule
from .growth.tableaux import inverse_rsk, rsk
from .macdonald.overpartitions import overlinings
from .macdonald.paths import peaks_and_valleys
from .macdonald.pieri import b as b
from .macdonald.pieri import phi, psi
from .macdonald.specialisations import (
    hall_littlewood_weight,
    jack_weight,
    q_whittaker_weight,
)
from .macdonald.weights import macdonald_weight, macdonald_weights_mod, weight_factors
from .objects.batches import Samples
from .objects.cylindric_partitions import CylindricPartition
from .objects.decompositions import Decomposition
from .objects.necklaces import profiles
from .objects.partitions import Partition, partitions
from .objects.profiles import Profile
from .products.borodin import (
    borodin_product,
    borodin_series,
    number_of_cylindric_partitions,
    refined_series,
)
from .products.macdonald import macdonald_series
from .products.particles import particle_series
from .randomised.rules import INDEPENDENT, ProbabilisticRule, mixture
from .sampling.boltzmann import expected_weight, solve_z, variance_weight
from .sampling.exact_laws import covariance_sizes, expected_sizes, largest_part_law
from .sampling.macdonald import sample_macdonald
from .sampling.particles import particle_density, shift_mix
from .sampling.perfect import sample
from .sampling.uniform import sample_of_weight
from .sums.corteel_welsh import corteel_welsh_series
from .sums.counts import count_series
from .sums.layers import largest_part_series
from .sums.listing import cylindric_partitions, reverse_plane_partitions
from .sums.weighted import weight_series
from .view.surface import view_surface

__version__: str

__all__ = [
    "BURGE",
    "INDEPENDENT",
    "RSK",
    "Certificate",
    "Claim",
    "Combination",
    "CombinationScan",
    "CylindricPartition",
    "Decomposition",
    "DifferenceEquation",
    "EulerProduct",
    "Family",
    "FamilyHit",
    "FamilyScan",
    "GrowthDiagram",
    "Layer",
    "Level",
    "LocalRule",
    "MultiSeries",
    "Partition",
    "Polynomial",
    "ProbabilisticRule",
    "ProductSearch",
    "Profile",
    "QTFraction",
    "QTProduct",
    "Recurrence",
    "RecurrenceSearch",
    "Samples",
    "Series",
    "SumHit",
    "SumProduct",
    "SumScan",
    "SumSearch",
    "SumTemplate",
    "Uncoupled",
    "borodin_product",
    "borodin_series",
    "check_bijection",
    "check_borodin",
    "check_cells",
    "check_largest_part",
    "check_last_passage",
    "check_local_rule",
    "check_macdonald",
    "check_overpartitions",
    "check_particles",
    "check_probabilistic_rule",
    "check_randomised_growth",
    "check_refined",
    "check_specialisation",
    "check_weight_forms",
    "check_weight_symmetry",
    "compare_series",
    "compose",
    "corteel_welsh_series",
    "count_series",
    "covariance_sizes",
    "cylindric_partitions",
    "decompose",
    "draw_array",
    "draw_correlations",
    "draw_cylinder",
    "draw_diagram",
    "draw_growth",
    "draw_largest_part",
    "draw_limit_shape",
    "draw_particles",
    "draw_paths",
    "draw_peel",
    "draw_ratios",
    "draw_surface",
    "etaq",
    "expected_sizes",
    "expected_weight",
    "exponents",
    "find_product",
    "growth_diagram",
    "guess_recurrence",
    "hall_littlewood_weight",
    "inverse_rsk",
    "jack_weight",
    "largest_part_law",
    "largest_part_series",
    "last_passage_time",
    "macdonald_certificate",
    "macdonald_series",
    "macdonald_weight",
    "macdonald_weights_mod",
    "mixture",
    "nahm",
    "number_of_cylindric_partitions",
    "overlinings",
    "particle_density",
    "particle_series",
    "partitions",
    "peaks_and_valleys",
    "phi",
    "profiles",
    "psi",
    "q_whittaker_weight",
    "qpochhammer",
    "refined_series",
    "reverse_plane_partitions",
    "rsk",
    "sample",
    "sample_macdonald",
    "sample_of_weight",
    "scan_combinations",
    "scan_sums",
    "search_sums",
    "shift_mix",
    "solve_z",
    "uncouple",
    "variance_weight",
    "view_surface",
    "weight_factors",
    "weight_series",
]
