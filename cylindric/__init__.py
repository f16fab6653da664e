"""Cylindric partitions, growth diagrams on the cylinder, Borodin's identity term by term."""

from cylindric.array_drawing import draw_array
from cylindric.bijections import check_bijection, check_last_passage
from cylindric.boltzmann import expected_weight, solve_z, variance_weight
from cylindric.certificates import Certificate, macdonald_certificate
from cylindric.counting import count_series
from cylindric.cylinder_drawing import draw_cylinder
from cylindric.cylindric_partitions import (
    CylindricPartition,
    cylindric_partitions,
    reverse_plane_partitions,
)
from cylindric.decompositions import Decomposition
from cylindric.diagram_drawing import draw_diagram
from cylindric.growth import GrowthDiagram, compose, decompose, growth_diagram
from cylindric.growth_drawing import draw_growth
from cylindric.identities import check_borodin, check_largest_part, check_refined
from cylindric.last_passage import last_passage_time
from cylindric.lattice_paths import peaks_and_valleys
from cylindric.layers import largest_part_series
from cylindric.local_rules import BURGE, RSK, LocalRule, check_local_rule
from cylindric.macdonald_identities import check_macdonald
from cylindric.macdonald_products import macdonald_series
from cylindric.macdonald_sampling import sample_macdonald
from cylindric.macdonald_steps import b as b  # not in __all__: too short a name to come by itself
from cylindric.macdonald_steps import phi, psi
from cylindric.multiseries import MultiSeries
from cylindric.overpartitions import overlinings
from cylindric.partitions import Partition, partitions
from cylindric.path_drawing import draw_paths
from cylindric.products import (
    borodin_product,
    borodin_series,
    number_of_cylindric_partitions,
    refined_series,
)
from cylindric.profiles import Profile
from cylindric.qt_fractions import QTFraction
from cylindric.qt_products import QTProduct
from cylindric.recursive_sampling import sample_of_weight
from cylindric.sample_drawing import draw_limit_shape, draw_ratios
from cylindric.sampling import Samples, sample
from cylindric.series import Series
from cylindric.special_identities import check_overpartitions, check_specialisation
from cylindric.specialisations import hall_littlewood_weight, jack_weight, q_whittaker_weight
from cylindric.surface_drawing import draw_surface
from cylindric.tableaux import inverse_rsk, rsk
from cylindric.weight_identities import check_weight_forms, check_weight_symmetry
from cylindric.weight_sums import weight_series
from cylindric.weights import macdonald_weight, macdonald_weights_mod, weight_factors

__all__ = [
    "BURGE",
    "RSK",
    "Certificate",
    "CylindricPartition",
    "Decomposition",
    "GrowthDiagram",
    "LocalRule",
    "MultiSeries",
    "Partition",
    "Profile",
    "QTFraction",
    "QTProduct",
    "Samples",
    "Series",
    "borodin_product",
    "borodin_series",
    "check_bijection",
    "check_borodin",
    "check_largest_part",
    "check_last_passage",
    "check_local_rule",
    "check_macdonald",
    "check_overpartitions",
    "check_refined",
    "check_specialisation",
    "check_weight_forms",
    "check_weight_symmetry",
    "compose",
    "count_series",
    "cylindric_partitions",
    "decompose",
    "draw_array",
    "draw_cylinder",
    "draw_diagram",
    "draw_growth",
    "draw_limit_shape",
    "draw_paths",
    "draw_ratios",
    "draw_surface",
    "expected_weight",
    "growth_diagram",
    "hall_littlewood_weight",
    "inverse_rsk",
    "jack_weight",
    "largest_part_series",
    "last_passage_time",
    "macdonald_certificate",
    "macdonald_series",
    "macdonald_weight",
    "macdonald_weights_mod",
    "number_of_cylindric_partitions",
    "overlinings",
    "partitions",
    "peaks_and_valleys",
    "phi",
    "psi",
    "q_whittaker_weight",
    "refined_series",
    "reverse_plane_partitions",
    "rsk",
    "sample",
    "sample_macdonald",
    "sample_of_weight",
    "solve_z",
    "variance_weight",
    "weight_factors",
    "weight_series",
]
