"""The command `picture`: pictures of projections and certificates, into files."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from semicircular.certificates.construction import certificate, letter_for
from semicircular.commands.options import add_degree, add_letter, add_letters, add_size, word
from semicircular.drawing.blocks import draw_block
from semicircular.drawing.certificates import draw_certificate
from semicircular.drawing.columns import draw_column
from semicircular.drawing.curves import draw_central_bound, draw_spectrum
from semicircular.drawing.numerators import draw_numerators
from semicircular.drawing.rays import draw_rays
from semicircular.drawing.words import draw_words
from semicircular.projections.blocks import block_projection
from semicircular.projections.kinds import KINDS
from semicircular.projections.numerators import PARITIES
from termwise.commands import add_command, at_least
from termwise.pictures import Picture

Drawn = Callable[[argparse.Namespace], Picture]


def add_picture(commands: Any) -> None:
    """Add the command and its kinds of pictures."""
    picture = add_command(
        commands,
        "picture",
        run_picture,
        "draw a projection or a certificate into a file, .svg, .pdf or .png",
        "semicircular picture numerators --M 16 --out nested.svg\n"
        "semicircular picture words --L 7 --out words.svg --theme dark\n"
        "semicircular picture rays --length 8 --out rays.svg\n"
        "semicircular picture column 6 2 --M 14 --kind square --out billiard.svg\n"
        "semicircular picture bound 12 --L 60 --out bound.svg",
    )
    kinds = picture.add_subparsers(dest="what", required=True, metavar="PICTURE")

    def add(name: str, says: str, draw: Drawn) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = kinds.add_parser(name, help=says)
        parser.set_defaults(draw=draw)
        return parser

    numerators = add("numerators", "the numerators in graded order: nested X's", _numerators)
    add_size(numerators, 16)
    numerators.add_argument("--parity", choices=PARITIES, default="even", metavar="NAME")
    block = add("block", "a projection of a block", _block)
    add_size(block, 6)
    words = add("words", "the numerators on all words, in shortlex order", _words)
    add_degree(words, 7)
    add_letter(words, 1)
    add_letters(words)
    rays = add("rays", "the words of one length in binary: dyadic rays", _rays)
    rays.add_argument("--length", type=at_least(0), default=8, metavar="K")
    column = add("column", "a column of a block: a light cone", _column)
    column.add_argument("pair", type=at_least(0), nargs=2, metavar="N", help="a and b")
    add_size(column, 16)
    for parser in (block, column):
        parser.add_argument("--kind", choices=tuple(KINDS), default="block", metavar="NAME")
    made = add("certificate", "eta of the certificate of a word", _certificate)
    add_letter(made)
    bound = add("bound", "how the bound of a central vector falls", _bound)
    for parser, degree in ((made, 12), (bound, 60)):
        parser.add_argument("word", type=word, metavar="WORD", help="such as 121")
        add_degree(parser, degree)
    add_size(add("spectrum", "the singular values of blocks, and the gap", _spectrum), 30)
    for parser in kinds.choices.values():
        parser.add_argument("--out", required=True, metavar="FILE", help=".svg, .pdf or .png")
        parser.add_argument("--theme", choices=("light", "dark"), default="light", metavar="NAME")


def run_picture(options: argparse.Namespace) -> int:
    """Draw what is asked for, save it, and say what it is."""
    picture: Picture = options.draw(options)
    print(f"{picture.save(options.out)}: {picture.says}")
    return 0


def _numerators(options: argparse.Namespace) -> Picture:
    return draw_numerators(options.size, options.parity, theme=options.theme)


def _block(options: argparse.Namespace) -> Picture:
    return draw_block(block_projection(options.size, options.kind), theme=options.theme)


def _words(options: argparse.Namespace) -> Picture:
    return draw_words(options.degree, options.letter, options.n, theme=options.theme)


def _rays(options: argparse.Namespace) -> Picture:
    return draw_rays(options.length, theme=options.theme)


def _column(options: argparse.Namespace) -> Picture:
    projection = block_projection(options.size, options.kind)
    return draw_column(projection, tuple(options.pair), theme=options.theme)


def _certificate(options: argparse.Namespace) -> Picture:
    letter = options.letter or letter_for(options.word)
    return draw_certificate(certificate(options.word, letter, options.degree), theme=options.theme)


def _bound(options: argparse.Namespace) -> Picture:
    return draw_central_bound(options.word, options.degree, theme=options.theme)


def _spectrum(options: argparse.Namespace) -> Picture:
    return draw_spectrum(options.size, theme=options.theme)
