"""Which sums of a template are infinite products, no series being given: the scan of Nahm sums.

Every candidate is expanded, with the proof of `sum_boxes` that no term is missing, and tried for a
product; a product that is found is compared again with the sum to twice the order.  A sum that
falls apart into sums over one variable each is listed apart.

Source: [Z] asks which Nahm sums are modular.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from flint import fmpz_poly

from cylindric.algebra.series import from_poly
from cylindric.discovery.found_products import (
    SPARE,
    ProductSearch,
    find_product,
    is_product,
    remade_from,
)
from cylindric.discovery.hits import Hits, products_found
from cylindric.discovery.sum_boxes import Matrix, Vector
from cylindric.discovery.sum_search import one_of_all_orders
from cylindric.discovery.sum_templates import NoSum, SumTemplate
from termwise.arguments import (
    require_at_most,
    require_integer,
    require_text,
    shown,
)
from termwise.doors import door
from termwise.formats import Storable
from termwise.price import require_bytes, require_steps
from termwise.running import Progress, run

LIMIT = 10**5
"""So many candidates take minutes."""


@dataclass(frozen=True)
class SumProduct(Storable):
    """A sum that is an infinite product.

    Args:
        template: the factors of the sum.
        matrix, vector: A and b.
        search: the product, and its claim.
        trivial: why it is no find, or nothing.
    """

    template: SumTemplate
    matrix: Matrix
    vector: Vector
    search: ProductSearch
    trivial: str = ""

    def __post_init__(self) -> None:
        if not isinstance(self.template, SumTemplate):
            raise TypeError(f"template must be a SumTemplate, got {shown(self.template)}")
        if not isinstance(self.search, ProductSearch):
            raise TypeError(f"search must be a ProductSearch, got {shown(self.search)}")
        require_text("trivial", self.trivial)

    def __str__(self) -> str:
        return f"{self.template.written(self.matrix, self.vector)} = {self.search.product}"


@dataclass(frozen=True)
class SumScan(Hits[SumProduct], Storable):
    """The sums of a template that are products; true if there is one that is not trivial.

    Args:
        template: the factors, and what was tried.
        hits: the products.
        trivial: those that are sums over one variable each, multiplied.
        refused: how many candidates have a negative exponent, or cannot be shown to be finite.
        order: the sums were expanded to q^(order - 1).
        fell: how many products to that order the longer sum refuted.
    """

    template: SumTemplate
    hits: tuple[SumProduct, ...]
    trivial: tuple[SumProduct, ...]
    refused: int
    order: int
    fell: int = 0

    def __post_init__(self) -> None:
        if not isinstance(self.template, SumTemplate):
            raise TypeError(f"template must be a SumTemplate, got {shown(self.template)}")
        self._keep("hits", SumProduct)
        self._keep("trivial", SumProduct)
        require_integer("refused", self.refused, 0)
        require_integer("order", self.order, 1)
        require_integer("fell", self.fell, 0)

    @property
    def summary(self) -> str:
        """How many were tried and found, to which order, in one line."""
        return (
            f"{products_found(len(self.hits), self.order)} among "
            f"{self.template.number_of_candidates} sums to q^{self.order - 1} "
            f"({self.refused} refused, {len(self.trivial)} trivial"
            f"{f', {self.fell} refuted by further terms' if self.fell else ''})"
        )

    def __str__(self) -> str:
        return "\n".join(
            [
                self.summary,
                *(f"{hit}   ({hit.search.claim.verdict})" for hit in self.hits),
                *(f"trivial: {hit}, {hit.trivial}" for hit in self.trivial),
            ]
        )

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{escape(str(hit))}</td>"
            f"<td>{escape(hit.trivial or hit.search.claim.verdict)}</td></tr>"
            for hit in (*self.hits, *self.trivial)
        )
        return f"<table><caption>{escape(self.summary)}</caption><tbody>{rows}</tbody></table>"


@door
def scan_sums(
    template: SumTemplate,
    order: int = 80,
    *,
    confirm: bool = True,
    limit: int = LIMIT,
    progress: Progress = False,
) -> SumScan:
    """Look for infinite products among all sums of a template.

    Args:
        template: a SumTemplate.
        order: the sums are expanded to q^(order - 1); periods up to a third of that are found.
        confirm: whether to compare each product with the sum to twice the order, too.
        limit: refuse to try more candidates than this.
        progress: whether, or whom, to tell how many matrices are done.

    Returns:
        A SumScan.  Sums that differ in the names of their variables alone are one.

    Raises:
        ValueError: too few terms to show a period, or too many candidates.

    >>> from cylindric.discovery.sum_templates import nahm
    >>> print(scan_sums(nahm(1, diagonal=[2, 3, 4], linear=range(5)), 60))
    2 products of period at most 17 among 8 sums to q^59 (0 refused, 0 trivial)
    sum q^(n1^2) 1/(q)_n1 = 1/(q, q^4; q^5)_inf   (CERTIFIED on 60 further terms)
    sum q^(n1^2 + n1) 1/(q)_n1 = 1/(q^2, q^3; q^5)_inf   (CERTIFIED on 60 further terms)
    """
    if require_integer("order", order) < 4 + SPARE:
        raise ValueError(f"order must be at least {4 + SPARE} to show a period, got {shown(order)}")
    require_at_most(limit, template.number_of_candidates, "candidates")
    require_bytes(400 * template.number_of_matrices, "the matrices")
    require_steps(20 * template.number_of_candidates * order**2, "steps of finding products")
    seen: set[str] = set()

    def products(matrix: Matrix) -> tuple[int, list[SumProduct]]:
        refused, hits = 0, []
        for vector in template.vectors(matrix):
            try:
                poly = _sum(template, matrix, vector, order)
            except NoSum:
                refused += 1
                continue
            name = one_of_all_orders(template, matrix, vector)
            if name in seen or not is_product(poly, order):
                continue
            seen.add(name)
            trivial = _trivial(template, matrix)
            longer = None
            if confirm and not trivial:
                whole = _sum(template, matrix, vector, 2 * order)
                longer = from_poly(whole, 2 * order, "q")
            search = find_product(from_poly(poly, order, "q"), confirm=longer)
            terms = order if longer is None else longer.order
            text = f"SumTemplate({template.factors!r}).series({matrix}, {vector}, {terms})"
            search = remade_from(search, terms, text)
            hits.append(SumProduct(template, matrix, vector, search, trivial))
        return refused, hits

    found = run(products, list(template.matrices()), progress=progress, description="sums")
    hits = [hit for _, some in found for hit in some]
    fell = [hit for hit in hits if not hit.trivial and not hit.search]
    return SumScan(
        template,
        tuple(hit for hit in hits if not hit.trivial and hit.search),
        tuple(hit for hit in hits if hit.trivial),
        sum(refused for refused, _ in found),
        order,
        len(fell),
    )


def _sum(template: SumTemplate, matrix: Matrix, vector: Vector, order: int) -> fmpz_poly:
    return sum(template.terms(matrix, vector, order).values(), fmpz_poly())


def _trivial(template: SumTemplate, matrix: Matrix) -> str:
    """Say whether a sum over several variables falls apart, or nothing."""
    below, binomials = template.parsed
    apart = not binomials and all(sum(c != 0 for c in form[:-1]) <= 1 for form in below)
    diagonal = not any(x for i, row in enumerate(matrix) for j, x in enumerate(row) if i != j)
    if template.variables > 1 and diagonal and apart:
        return "a product of sums over one variable"
    return ""
