"""The Macdonald weight W_c(q, t) of a cylindric partition, in three forms that share no code.

    pieri   phi and psi of the steps round the cylinder           (`macdonald_steps`)
    paths   peaks over valleys of the non-crossing lattice paths  (`lattice_paths`)
    boxes   Vuletic's local factor of every entry                 (`vuletic_boxes`)

Every form is a list of named factors, which says why the weight is what it is:

    >>> from cylindric.objects.profiles import Profile
    >>> c = CylindricPartition(Profile("10"), [(2,), (1,)])
    >>> print(weight_factors(c, "paths"))
    1/B_1(1)  (1 - q**2)/(1 - q*t)
    B_2(1)    (1 - t)/(1 - q)
    B_1(2)    (1 - t)/(1 - q)
    1/B_2(2)  1
    W_c       (1 - t)**2*(1 - q**2)/((1 - q)**2*(1 - q*t))
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

import numpy as np
import numpy.typing as npt

from cylindric.algebra.modular_points import Points
from cylindric.algebra.qt_products import QTProduct
from cylindric.macdonald.boxes import box_factors
from cylindric.macdonald.paths import path_factors
from cylindric.macdonald.pieri import step_factors
from cylindric.objects.cylindric_partitions import CylindricPartition, require_weighable
from termwise.arguments import shown
from termwise.doors import door
from termwise.formats import Storable


class Form(NamedTuple):
    """A formula for the weight.

    Attributes:
        factors: the named factors of an object.
        says: what they are, in a line; {} stands for "the" or "their".
    """

    factors: Callable[[CylindricPartition], Iterator[tuple[str, QTProduct]]]
    says: str


FORMS = {
    "pieri": Form(step_factors, "phi and psi of {} steps"),
    "paths": Form(path_factors, "peaks over valleys of {} lattice paths"),
    "boxes": Form(box_factors, "Vuletic's local factor of every entry"),
}
"""Every form by name: sums, checks and commands take them from here."""


@dataclass(frozen=True)
class WeightFactors(Storable):
    """A Macdonald weight as a product of named factors.

    Made by `weight_factors`.

    Attributes:
        subject: the cylindric partition.
        form: "pieri", "paths" or "boxes".
        factors: pairs of a name and a QTProduct.
    """

    subject: CylindricPartition
    form: str
    factors: tuple[tuple[str, QTProduct], ...]

    PARTS: ClassVar[tuple[str, ...]] = ("subject", "form")

    def _derived(self) -> dict[str, Any]:
        return {"factors": self.factors}

    @classmethod
    def _of_parts(cls, parts: dict[str, Any]) -> WeightFactors:
        return weight_factors(parts["subject"], parts["form"])

    @property
    def product(self) -> QTProduct:
        """The weight, the product of all factors."""
        return QTProduct.of(factor for _, factor in self.factors)

    def __str__(self) -> str:
        rows = [*self.factors, ("W_c", self.product)]
        width = max(len(name) for name, _ in rows)
        return "\n".join(f"{name.ljust(width)}  {factor}" for name, factor in rows)

    def _repr_latex_(self) -> str:
        rows = (rf"{_latex_name(name)} &= {f.to_latex()}" for name, f in self.factors)
        lines = [*rows, rf"W_c &= {self.product.to_latex()}"]
        return r"$$\begin{aligned}" + r" \\ ".join(lines) + r"\end{aligned}$$"


@door
def weight_factors(c: CylindricPartition, form: str = "pieri") -> WeightFactors:
    """Return the Macdonald weight of a cylindric partition as a product of named factors.

    Args:
        c: the cylindric partition; for reverse plane partitions mu^0 is empty.
        form: "pieri", "paths" or "boxes".

    Raises:
        TypeError: c is no CylindricPartition.
        ValueError: an unknown form.

    Source: [Langer12], [Langer13], [Vul09].

    >>> from cylindric.objects.profiles import Profile
    >>> print(weight_factors(CylindricPartition(Profile("10"), [(1,), ()])))
    phi[(1)/∅]  (1 - t)/(1 - q)
    psi[(1)/∅]  1
    W_c         (1 - t)/(1 - q)
    """
    require_weighable(c)
    return WeightFactors(c, require_form(form), tuple(FORMS[form].factors(c)))


@door
def macdonald_weight(c: CylindricPartition, q: Any, t: Any, form: str = "pieri") -> Any:
    """Return W_c(q, t), the weight of Langer's (q,t)-analog of Borodin's identity.

    Args:
        c: the cylindric partition.
        q, t: ints or Fractions, giving an int or a Fraction; sympy expressions, giving a sympy
            product; python-flint elements, giving one.
        form: "pieri", "paths" or "boxes": three formulas for the same weight.

    Raises:
        TypeError: q or t is a float, or no number; c is no CylindricPartition.
        ValueError: an unknown form.
        ZeroDivisionError: a factor 1 - q^a t^b of the denominator vanishes at (q, t).

    Source: [Langer12], [Langer13]; [Vul09] for plane partitions.

    >>> from cylindric.objects.profiles import Profile
    >>> macdonald_weight(CylindricPartition(Profile("10"), [(1,), ()]), 2, 3)
    2
    """
    return weight_factors(c, form).product.at(q, t)


@door
def macdonald_weights_mod(
    objects: Sequence[CylindricPartition],
    q: npt.ArrayLike,
    t: npt.ArrayLike,
    modulus: int,
    form: str = "pieri",
) -> npt.NDArray[np.int64]:
    """Return the weights of many objects at many points modulo a prime.

    Args:
        objects: the cylindric partitions.
        q, t: integers, arrays of the same length.
        modulus: a prime below 2^31.
        form: "pieri", "paths" or "boxes": three formulas for the same weight.

    Returns:
        An array of shape (objects, points) of residues.

    Raises:
        TypeError: q or t is no array of integers.
        ValueError: the modulus is no prime below 2^31, lengths that differ, or an unknown form.
        ZeroDivisionError: a factor of a denominator vanishes at a point (the message says which).

    >>> from cylindric.objects.profiles import Profile
    >>> c = CylindricPartition(Profile("10"), [(1,), ()])
    >>> macdonald_weights_mod([c], [2, 5], [3, 3], 7)
    array([[2, 4]])
    """
    points = Points(q, t, modulus)
    require_form(form)
    rows = [points.value(weight_factors(c, form).product) for c in objects]
    return np.array(rows, np.int64).reshape(len(rows), len(points))


def require_form(form: str) -> str:
    """Refuse a form that does not exist."""
    if form not in FORMS:
        raise ValueError(f"form must be one of {', '.join(FORMS)}, got {shown(form)}")
    return form


def _latex_name(name: str) -> str:
    """Write phi[..], B_k(j) and mu^k_i as mathematics."""
    if name.startswith(("phi", "psi")):
        strip = name[4:-1].replace("∅", r"\emptyset")
        return rf"\{name[:3]}_{{{strip}}}"
    return name.replace("mu", r"\mu")
