"""Cylindric partitions, growth diagrams on the cylinder, Borodin's identity term by term."""

from cylindric.bijections import check_bijection, check_last_passage
from cylindric.boltzmann import expected_weight, solve_z, variance_weight
from cylindric.counting import count_series
from cylindric.cylindric_partitions import (
    CylindricPartition,
    cylindric_partitions,
    reverse_plane_partitions,
)
from cylindric.decompositions import Decomposition
from cylindric.growth import GrowthDiagram, compose, decompose, growth_diagram
from cylindric.identities import check_borodin, check_largest_part, check_refined
from cylindric.last_passage import last_passage_time
from cylindric.layers import largest_part_series
from cylindric.local_rules import BURGE, RSK, LocalRule, check_local_rule
from cylindric.multiseries import MultiSeries
from cylindric.partitions import Partition, partitions
from cylindric.products import (
    borodin_product,
    borodin_series,
    number_of_cylindric_partitions,
    refined_series,
)
from cylindric.profiles import Profile
from cylindric.recursive_sampling import sample_of_weight
from cylindric.sampling import Samples, sample
from cylindric.series import Series
from cylindric.tableaux import inverse_rsk, rsk

__all__ = [
    "BURGE",
    "RSK",
    "CylindricPartition",
    "Decomposition",
    "GrowthDiagram",
    "LocalRule",
    "MultiSeries",
    "Partition",
    "Profile",
    "Samples",
    "Series",
    "borodin_product",
    "borodin_series",
    "check_bijection",
    "check_borodin",
    "check_largest_part",
    "check_last_passage",
    "check_local_rule",
    "check_refined",
    "compose",
    "count_series",
    "cylindric_partitions",
    "decompose",
    "expected_weight",
    "growth_diagram",
    "inverse_rsk",
    "largest_part_series",
    "last_passage_time",
    "number_of_cylindric_partitions",
    "partitions",
    "refined_series",
    "reverse_plane_partitions",
    "rsk",
    "sample",
    "sample_of_weight",
    "solve_z",
    "variance_weight",
]
