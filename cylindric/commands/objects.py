"""The commands about objects: `decompose`, `weight` and `enumerate`."""

from __future__ import annotations

import argparse
import json
from typing import Any

from cylindric.commands.options import (
    add_force,
    add_open,
    add_partitions,
    add_profile_command,
    add_rule,
)
from cylindric.growth.diagrams import growth_diagram
from cylindric.growth.local_rules import RULES
from cylindric.macdonald.weights import FORMS, weight_factors
from cylindric.objects.cylindric_partitions import CylindricPartition
from cylindric.products.borodin import number_of_cylindric_partitions
from cylindric.sums.listing import cylindric_partitions, reverse_plane_partitions
from termwise.arguments import LIMIT, NO_LIMIT
from termwise.commands import at_least
from termwise.reading import fraction


def add_decompose(commands: Any) -> None:
    """Add the command `decompose`."""
    decompose = add_profile_command(
        commands,
        "decompose",
        _decompose,
        "peel a cylindric partition: its growth diagram, shape and labels",
        "cylindric decompose 1100 2 3,1 2 1     mu^1 = (2), mu^2 = (3,1), mu^3 = (2), mu^4 = (1)\n"
        "cylindric decompose 110 0 2 0          0 is the empty partition",
    )
    add_partitions(decompose)
    add_rule(decompose)
    decompose.add_argument("--json", action="store_true", help="print shape and labels as JSON")


def add_weight(commands: Any) -> None:
    """Add the command `weight`."""
    weight = add_profile_command(
        commands,
        "weight",
        _weight,
        "print the Macdonald weight of a cylindric partition, factor by factor",
        "cylindric weight 1010 2 1 2,1 1\n"
        "cylindric weight 1010 2 1 2,1 1 --form paths         peaks over valleys\n"
        "cylindric weight 1010 2 1 2,1 1 --q 1/3 --t 2/7",
    )
    add_partitions(weight)
    weight.add_argument(
        "--form",
        choices=FORMS,
        default="pieri",
        metavar="NAME",
        help=f"which formula: {', '.join(FORMS)} (default pieri)",
    )
    for letter in "qt":
        weight.add_argument(
            f"--{letter}", type=fraction, metavar="X", help=f"a number: 1/3, or --{letter}=-1/3"
        )
    weight.add_argument("--json", action="store_true", help="print the factors as JSON")


def add_enumerate(commands: Any) -> None:
    """Add the command `enumerate`."""
    listing = add_profile_command(
        commands,
        "enumerate",
        _enumerate,
        "list the cylindric partitions of a weight",
        "cylindric enumerate 1010 --weight 3\ncylindric enumerate 1100 --weight 100 --count",
    )
    listing.add_argument(
        "--weight",
        type=at_least(0),
        required=True,
        metavar="N",
        help="the weight |mu^1| + .. + |mu^T|",
    )
    how = listing.add_mutually_exclusive_group()
    how.add_argument(
        "--count", action="store_true", help="print their number only, without listing"
    )
    how.add_argument("--json", action="store_true", help="print each as a JSON list of lists")
    add_open(listing)
    add_force(listing)


def _decompose(options: argparse.Namespace) -> int:
    profile = options.profile
    c = CylindricPartition(profile, options.partitions)
    rule = RULES[options.rule or "rsk"]
    diagram = growth_diagram(c, rule)
    d = diagram.decomposition
    labels = [{"box": list(box), "label": label} for box, label in d.labels.items()]
    if options.json:
        answer = {"weight": c.weight, "rule": rule.name, "shape": list(d.shape), "labels": labels}
        print(json.dumps(answer))
        return 0
    print(f"c = {c}\nprofile {profile}, weight {c.weight}, largest part {c.largest_part}\n")
    print(f"{diagram}\n\nup steps lead up, down steps lead right; peeled by {rule.name}\n")
    print("box (i, j, n)   hook   label")
    for box, label in d.labels.items():
        print(f"{box!r:<16}{profile.hook_length(box):>4}{label:>8}")
    print(f"\nnu = {d.shape}")
    hooks = d.weight(profile) - profile.period * d.shape.size
    print(f"|c| = T |nu| + sum of label * hook = {profile.period} * {d.shape.size} + {hooks}")
    return 0


def _weight(options: argparse.Namespace) -> int:
    if (options.q is None) != (options.t is None):
        raise ValueError("--q and --t go together")
    c = CylindricPartition(options.profile, options.partitions)
    weight = weight_factors(c, options.form)
    value = None if options.q is None else weight.product.at(options.q, options.t)
    if options.json:
        factors = [{"name": name, "factor": str(factor)} for name, factor in weight.factors]
        answer = {"form": options.form, "factors": factors, "weight": str(weight.product)}
        print(json.dumps(answer if value is None else {**answer, "value": str(value)}))
        return 0
    print(f"c = {c}\n\n{weight}")
    if value is not None:
        print(f"\nat q = {options.q}, t = {options.t}: {value}")
    return 0


def _enumerate(options: argparse.Namespace) -> int:
    profile, weight = options.profile, options.weight
    if options.count:
        limit = {"limit": NO_LIMIT} if options.force else {}
        print(number_of_cylindric_partitions(profile, weight, open=options.open, **limit))
        return 0
    listing = reverse_plane_partitions if options.open else cylindric_partitions
    for c in listing(profile, weight, limit=NO_LIMIT if options.force else LIMIT):
        print(json.dumps([list(mu) for mu in c.partitions]) if options.json else c)
    return 0
