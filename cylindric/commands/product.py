"""The command `product`: is this series an infinite product?"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from cylindric.algebra.q_products import etaq
from cylindric.commands.options import add_force, read_profile
from cylindric.discovery.found_products import ProductSearch, find_product
from cylindric.products.borodin import borodin_series
from cylindric.sums.layers import layers_cost, layers_series
from termwise.arguments import NO_LIMIT, brief, require_integer
from termwise.commands import add_command, at_least, show
from termwise.json_text import json_text
from termwise.oeis import MAX_DIGITS, from_bfile

ORDER = 80

COUNTED = "F_c(1) counted by layers: no product was put in"

SOURCE = "F_c(1) from the product of [Borodin07], since there are too many layers to count by"

MOST_COUNTED = 2 * 10**5
"""So many hundreds of sums are done in a second or two; beyond, Borodin's product is expanded."""


def add_product(commands: Any) -> None:
    """Add the command `product`."""
    product = add_command(
        commands,
        "product",
        _product,
        "find the infinite product, periodic or finite, that a series is",
        "cylindric product 2,1                  F_c(1), confirmed on twice the order\n"
        "cylindric product 2,1 --order 60 --chi  the same times (q; q)_inf\n"
        "cylindric product --file b003114.txt --hold 40\n"
        "echo 1,1,2,3,5,7,11,15,22,30,42,56 | cylindric product --file -",
    )
    source = product.add_mutually_exclusive_group(required=True)
    source.add_argument(
        "profile",
        nargs="?",
        type=read_profile,
        metavar="PROFILE",
        help="a word (11010 or 1^3,0^2) or a composition (3,1,0): its series F_c(1)",
    )
    source.add_argument(
        "--file",
        metavar="FILE",
        help="a b-file of the OEIS, or integers with commas or blanks between; - is standard input",
    )
    product.add_argument(
        "--order",
        type=at_least(1),
        metavar="N",
        help=f"use the terms of degree 0 .. N-1 (default {ORDER}; of a file, all)",
    )
    product.add_argument(
        "--chi", action="store_true", help="multiply by (q; q)_inf: the character of a profile"
    )
    product.add_argument(
        "--hold",
        type=at_least(1),
        metavar="K",
        help="hold the last K terms of a file back, and confirm with them",
    )
    product.add_argument(
        "--polynomial", action="store_true", help="the terms are all: a polynomial (of a file)"
    )
    product.add_argument(
        "--max-period", type=at_least(1), metavar="P", help="try no longer period than P"
    )
    product.add_argument("--json", action="store_true", help="print product and claim as JSON")
    add_force(product)


def _product(options: argparse.Namespace) -> int:
    search = _of_file(options) if options.profile is None else _of_profile(options)
    if options.json:
        print(json_text(_document(search)))
        return 0 if search.claim.holds else 1
    return show(search.claim, as_json=False)


def _of_profile(options: argparse.Namespace) -> ProductSearch:
    for flag in ("hold", "polynomial"):
        if getattr(options, flag):
            raise ValueError(f"--{flag} goes with --file only")
    limit: dict[str, Any] = {"limit": NO_LIMIT} if options.force else {}
    order = options.order or ORDER
    by_layers = layers_cost(options.profile, 2 * order) <= MOST_COUNTED

    # The longer series first: what it is refused for is known before the work.
    count = layers_series if by_layers else borodin_series
    longer = count(options.profile, 2 * order, **limit).named("q")
    if options.chi:
        longer = etaq(1, 2 * order) * longer
    search = find_product(longer.truncate(order), confirm=longer, max_period=options.max_period)
    again = f"cylindric product {options.profile} --order {order}{' --chi' * options.chi}"
    return replace(
        search,
        claim=replace(search.claim, source=COUNTED if by_layers else SOURCE, reproduce=again),
    )


def _of_file(options: argparse.Namespace) -> ProductSearch:
    if options.chi:
        raise ValueError("--chi goes with a profile only")
    terms = read_terms(options.file)
    if options.order is not None:
        if options.order > len(terms):
            raise ValueError(f"--order must be at most the {len(terms)} terms of the file")
        terms = terms[: options.order]
    if options.polynomial and options.max_period is not None:
        raise ValueError("--max-period must not be given with --polynomial")
    if options.hold is None:
        return find_product(terms, max_period=options.max_period, polynomial=options.polynomial)
    if options.polynomial or options.hold >= len(terms):
        raise ValueError(f"--hold must leave some of {len(terms)} terms, and is for no polynomial")
    return find_product(terms[: -options.hold], confirm=terms, max_period=options.max_period)


def read_terms(path: str) -> list[int]:
    """Read the integers of a b-file, or of a list with commas, blanks or JSON brackets.

    A list in which a line has more or fewer than two numbers is no b-file; so is one with commas.

    Raises:
        ValueError: what is no integer, an index that is not the next, nothing at all.
        OSError: a file that cannot be read.
    """
    text = sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8-sig")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if len(lines) > 1 and all(len(line.split()) == 2 and "," not in line for line in lines):
        terms = from_bfile(text)
        if terms.offset < 0:
            raise ValueError(f"the file must begin at 0 or later, got {brief(terms.offset)}")
        return [0] * require_offset(terms.offset) + list(terms.values)
    text = "\n".join(lines).strip().removeprefix("[").removesuffix("]")
    words = text.replace(",", " ").split()
    if not words:
        raise ValueError("the file must hold integers, got nothing")
    for word in words:
        digits = word.removeprefix("-")
        if not (digits.isascii() and digits.isdecimal() and len(digits) <= MAX_DIGITS):
            raise ValueError(f"the file must hold integers, got {brief(word)}")
    return [int(word) for word in words]


def require_offset(offset: int) -> int:
    """Return the index of the first term, which is a power of q, if it is not absurd."""
    if require_integer("offset", offset, 0) > 10**6:
        raise ValueError(f"the file must begin before 10^6, got {brief(offset)}")
    return offset


def _document(search: ProductSearch) -> dict[str, Any]:
    product = search.product
    return {
        "product": None if product is None else str(product),
        "period": search.period,
        "exponents": None if product is None else list(product.exponents),
        "sign": search.sign,
        "power": search.power,
        "evidence": search.evidence,
        "claim": json.loads(search.claim.to_json()),
    }
