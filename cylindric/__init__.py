"""Cylindric partitions, growth diagrams on the cylinder, Borodin's identity term by term."""

from cylindric.algebra.multiseries import MultiSeries
from cylindric.algebra.polynomials import Polynomial
from cylindric.algebra.q_products import etaq, qpochhammer
from cylindric.algebra.qt_fractions import QTFraction
from cylindric.algebra.qt_products import QTProduct
from cylindric.algebra.series import Series
from cylindric.checks.bijection import check_bijection, check_local_rule
from cylindric.checks.borodin import check_borodin, check_refined
from cylindric.checks.certificates import Certificate, macdonald_certificate
from cylindric.checks.largest_part import check_largest_part, check_last_passage
from cylindric.checks.macdonald import check_macdonald
from cylindric.checks.particles import check_particles
from cylindric.checks.randomised_growth import check_randomised_growth
from cylindric.checks.randomised_rules import check_cells, check_probabilistic_rule
from cylindric.checks.series import compare_series
from cylindric.checks.special import check_overpartitions, check_specialisation
from cylindric.checks.weights import check_weight_forms, check_weight_symmetry
from cylindric.discovery.difference_equations import DifferenceEquation
from cylindric.discovery.euler_products import EulerProduct
from cylindric.discovery.exponents import exponents
from cylindric.discovery.families import Family
from cylindric.discovery.family_scans import FamilyHit, FamilyScan
from cylindric.discovery.found_products import ProductSearch, find_product
from cylindric.discovery.guessing import RecurrenceSearch, guess_recurrence
from cylindric.discovery.level_polynomials import Layer
from cylindric.discovery.levels import Level
from cylindric.discovery.recurrences import Recurrence
from cylindric.discovery.scans import Combination, CombinationScan, scan_combinations
from cylindric.discovery.sum_products import SumProduct, SumScan, scan_sums
from cylindric.discovery.sum_search import SumHit, SumSearch, search_sums
from cylindric.discovery.sum_templates import SumTemplate, nahm
from cylindric.discovery.uncoupling import Uncoupled, uncouple
from cylindric.drawing.array import draw_array
from cylindric.drawing.cylinder import draw_cylinder
from cylindric.drawing.diagram import draw_diagram
from cylindric.drawing.growth import draw_growth
from cylindric.drawing.limit_shape import draw_limit_shape
from cylindric.drawing.paths import draw_paths
from cylindric.drawing.peel import draw_peel
from cylindric.drawing.ratios import draw_ratios
from cylindric.drawing.statistics import draw_correlations, draw_largest_part, draw_particles
from cylindric.drawing.surface import draw_surface
from cylindric.growth.bijection import compose, decompose
from cylindric.growth.diagrams import GrowthDiagram, growth_diagram
from cylindric.growth.last_passage import last_passage_time
from cylindric.growth.local_rules import BURGE, RSK, LocalRule
from cylindric.growth.tableaux import inverse_rsk, rsk
from cylindric.macdonald.overpartitions import overlinings
from cylindric.macdonald.paths import peaks_and_valleys
from cylindric.macdonald.pieri import b as b
from cylindric.macdonald.pieri import phi, psi
from cylindric.macdonald.specialisations import (
    hall_littlewood_weight,
    jack_weight,
    q_whittaker_weight,
)
from cylindric.macdonald.weights import macdonald_weight, macdonald_weights_mod, weight_factors
from cylindric.objects.batches import Samples
from cylindric.objects.cylindric_partitions import CylindricPartition
from cylindric.objects.decompositions import Decomposition
from cylindric.objects.necklaces import profiles
from cylindric.objects.partitions import Partition, partitions
from cylindric.objects.profiles import Profile
from cylindric.products.borodin import (
    borodin_product,
    borodin_series,
    number_of_cylindric_partitions,
    refined_series,
)
from cylindric.products.macdonald import macdonald_series
from cylindric.products.particles import particle_series
from cylindric.randomised.rules import INDEPENDENT, ProbabilisticRule, mixture
from cylindric.sampling.boltzmann import expected_weight, solve_z, variance_weight
from cylindric.sampling.exact_laws import covariance_sizes, expected_sizes, largest_part_law
from cylindric.sampling.macdonald import sample_macdonald
from cylindric.sampling.particles import particle_density, shift_mix
from cylindric.sampling.perfect import sample
from cylindric.sampling.uniform import sample_of_weight
from cylindric.sums.corteel_welsh import corteel_welsh_series
from cylindric.sums.counts import count_series
from cylindric.sums.layers import largest_part_series
from cylindric.sums.listing import cylindric_partitions, reverse_plane_partitions
from cylindric.sums.weighted import weight_series
from cylindric.view.surface import view_surface
from termwise.claims import Claim
from termwise.release import __version__ as __version__

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
