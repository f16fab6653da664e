"""stub"""

from __future__ import annotations

import argparse
from fractions import Fraction

from termwise.arguments import shown


def fraction(text: str) -> Fraction:
    """Read an integer or a fraction such as 1/3; no decimals, which look inexact.

    >>> fraction("2/7")
    Fraction(2, 7)
    """
    try:
        if "." in text or "e" in text.lower():
            raise ValueError
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise argparse.ArgumentTypeError(
            f"must be an integer or a fraction such as 1/3, got {shown(text)}"
        ) from None
