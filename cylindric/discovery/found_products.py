"""Find the infinite product with periodic exponents that a series is, and say how sure it is.

With a_1, .., a_N known, a period p is N - p equations a_n = a_{n+p}: the *evidence*.  A product is
reported if it is at least 2p + 8, and called a candidate if it is at least p + 8.  Only a longer
series, not used before, can confirm it.  The same with m for p where a_n = 0 for all n > m: a
finite product.  For a polynomial, of which everything is known, the answer is a proof.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from math import log10
from typing import Any

from flint import fmpz_poly

from cylindric.algebra.power_series import exponents_of
from cylindric.algebra.series import Series
from cylindric.discovery.cyclotomic import cyclotomic_product
from cylindric.discovery.euler_products import EulerProduct
from cylindric.discovery.exponents import as_polynomial, as_series, normalised
from termwise.arguments import brief, require_flag, require_integer, shown
from termwise.claims import Claim
from termwise.doors import door
from termwise.formats import Storable

SPARE = 8
"""So many equations more than the period, or than twice the period."""

WRITTEN = 60
"""A series of at most so many terms is written out in the line that makes a claim again."""


@dataclass(frozen=True)
class ProductSearch(Storable):
    """What the search for a product found; true if there is one and nothing refutes it.

    Args:
        product: the product; None if none was found, or what fits has too little evidence.
        candidate: what fits; it is the product where there is one.
        evidence: the number of equations that the candidate satisfies, N - p.
        terms: N, the number of exponents that are known.
        claim: what is claimed, on which range, and how sure it is.
    """

    product: EulerProduct | None
    candidate: EulerProduct | None
    evidence: int
    terms: int
    claim: Claim

    def __post_init__(self) -> None:
        for name in ("product", "candidate"):
            value = getattr(self, name)
            if not (value is None or isinstance(value, EulerProduct)):
                raise TypeError(f"{name} must be an EulerProduct or None, got {shown(value)}")
        require_integer("evidence", self.evidence, 0)
        require_integer("terms", self.terms, 0)
        if not isinstance(self.claim, Claim):
            raise TypeError(f"claim must be a Claim, got {shown(self.claim)}")

    @property
    def period(self) -> int | None:
        """The period of the product, or None: nothing found, or a finite product."""
        return self.product.period if self.product else None

    @property
    def exponents(self) -> tuple[int, ...] | None:
        """The exponents a_1, .., a_p of the product, or None."""
        return self.product.exponents if self.product else None

    @property
    def sign(self) -> int | None:
        """The sign before the product, or None."""
        return self.product.sign if self.product else None

    @property
    def power(self) -> int | None:
        """The power of q before the product, or None."""
        return self.product.power if self.product else None

    @property
    def status(self) -> str:
        """The status of the claim."""
        return self.claim.status

    def __bool__(self) -> bool:
        return self.product is not None and self.claim.holds

    def __str__(self) -> str:
        return str(self.claim)

    def _repr_html_(self) -> str:
        return self.claim._repr_html_()

    def _repr_latex_(self) -> str:
        return self.product._repr_latex_() if self.product else self.claim._repr_latex_()


@door
def find_product(
    series: Series | Iterable[int],
    *,
    confirm: Series | Iterable[int] | Callable[[int], Any] | None = None,
    max_period: int | None = None,
    polynomial: bool = False,
) -> ProductSearch:
    """Search for the product s q^v prod_{n>=1} (1 - q^n)^(-a_n), periodic or finite, of a series.

    Args:
        series: a Series, a list of integers, a Polynomial, a sympy series or polynomial in one
            symbol.
        confirm: a longer series, not used before; or a function from an order to a series, called
            with twice the order.
        max_period: try periods up to this; by default all that the terms allow.
        polynomial: whether the series is a polynomial: all coefficients beyond are zero.  A
            Polynomial, also one of sympy, is one.

    Returns:
        A ProductSearch.  Its claim is "checked" where the evidence is at least 2p + 8, "candidate"
        where it is at least p + 8 (there is no product then), "certified" on the terms of the
        longer series, "refuted" by the first that differs.  Without any candidate the claim is
        that there is no such product.  For a polynomial it is "proved", or "refuted".

    Raises:
        TypeError: what is given is no series.
        ValueError: a leading coefficient other than 1 or -1, too few terms for the periods asked
            for, a series to confirm that is not longer, confirm or max_period for a polynomial.

    >>> from cylindric.algebra.q_products import qpochhammer
    >>> found = find_product(1 / qpochhammer((1, 4), 5, 40), confirm=1 / qpochhammer((1, 4), 5, 80))
    >>> print(found.product, found.period, found.evidence, found.status)
    1/(q, q^4; q^5)_inf 5 34 certified
    """
    given = as_series("series", series)
    if require_flag("polynomial", polynomial) or as_polynomial(series) is not None:
        for name, value in (("confirm", confirm), ("max_period", max_period)):
            if value is not None:
                raise ValueError(f"{name} must not be given for a polynomial, got {shown(value)}")
        return _polynomial(given)
    sign, power, rest = normalised(given)
    a = rest.euler_product()
    most = _longest_period(len(a), max_period)
    found = least_candidate(a, most)
    tried = f"finite products and periods 1..{most}"
    if found is None:
        claim = Claim(
            f"no product of period at most {most}, and no finite one",
            _range(given),
            "checked",
            tried=tried,
            reproduce=f"find_product({_written(given)}, max_period={most})",
        )
        return ProductSearch(None, None, 0, len(a), claim)
    cut, periodic = found
    candidate = EulerProduct(a[:cut], periodic, sign, power, given.variable)
    evidence = len(a) - cut
    tried += _chance(a, evidence) if periodic else ""
    longer = None if confirm is None else _longer(confirm, given)
    claim = _claim(given, candidate, evidence, tried, longer)
    known = evidence + (longer.order - given.order if longer else 0)
    enough = known >= 2 * cut + SPARE
    return ProductSearch(candidate if enough else None, candidate, evidence, len(a), claim)


def remade_from(search: ProductSearch, terms: int, text: str) -> ProductSearch:
    """Return a search that found something, with a claim that names the series it is about.

    Args:
        search: what was found in it.
        terms: how many terms were compared.
        text: Python for a series of so many terms.
    """
    line = f"{search.candidate!r}.series({terms}) == {text}"
    return replace(search, claim=replace(search.claim, reproduce=line))


def _longest_period(terms: int, asked: int | None) -> int:
    """Return the longest period to try: it leaves at least p + 8 equations of N - p."""
    if asked is None:
        if terms < 2 + SPARE:
            raise ValueError(
                f"series must have {3 + SPARE} terms or more to show a period, "
                f"got {terms + 1} from its least power on"
            )
        return (terms - SPARE) // 2
    most = require_integer("max_period", asked, 1)
    if terms < 2 * most + SPARE:
        raise ValueError(
            f"series must have {shown(2 * most + SPARE + 1)} terms for the period "
            f"{shown(most)}, got {terms + 1} from its least power on"
        )
    return most


def least_candidate(a: Sequence[int], most: int) -> tuple[int, bool] | None:
    """Return how many exponents make the product, at most `most`, and whether they are a period."""
    last = max((n for n, x in enumerate(a, 1) if x), default=0)
    if last <= most:
        return last, False
    for p in range(1, most + 1):
        if a[p] == a[0] and a[p:] == a[:-p]:
            return p, True
    return None


def is_product(series: fmpz_poly, order: int) -> bool:
    """Return whether find_product would report a product, in a tenth of its time.

    Its period is at most a third of the terms, so that few more of them refute most series.
    """
    power = next((k for k, c in enumerate(series.coeffs()) if c), order)
    room = order - power
    if abs(series[power]) != 1 or room < 4 + SPARE:
        return False
    rest = series.right_shift(power) * series[power]
    most = (room - 1 - SPARE) // 3
    return all(
        least_candidate(exponents_of(rest.truncate(known), known), most) is not None
        for known in (min(most + 2 * SPARE, room), room)
    )


def _claim(
    given: Series, product: EulerProduct, evidence: int, tried: str, longer: Series | None
) -> Claim:
    statement = f"the series is {product}"
    cut = len(product.exponents)
    longest = given if longer is None else longer
    reproduce = f"{product!r}.series({longest.order}) == {_written(longest)}"
    values = product.series(longest.order)
    at = _first_difference(values, longest)
    if at is not None:
        counterexample = (
            f"{given.variable}^{at}: the series has {brief(longest[at])}, "
            f"the product {brief(values[at])}"
        )
        return Claim(
            statement,
            _range(longest),
            "refuted",
            tried=tried,
            reproduce=reproduce,
            counterexample=counterexample,
        )
    further = None
    status = "checked" if evidence >= 2 * cut + SPARE else "candidate"
    if longer is not None:
        further = longer.order - given.order
        status = "certified" if evidence + further >= 2 * cut + SPARE else "candidate"
    elif status == "candidate":
        further = evidence
    return Claim(statement, _range(longest), status, tried, reproduce, further=further)


def _longer(confirm: Any, given: Series) -> Series:
    if callable(confirm) and not hasattr(confirm, "free_symbols"):
        confirm = confirm(2 * given.order)
    longer = as_series("confirm", confirm)
    if longer.order <= given.order:
        raise ValueError(
            f"confirm must have more than the {given.order} terms of the series, got {longer.order}"
        )
    return longer.named(given.variable)


def _first_difference(left: Series, right: Series) -> int | None:
    pairs = zip(left.coefficients, right.coefficients, strict=True)
    return next((k for k, (a, b) in enumerate(pairs) if a != b), None)


def _chance(a: Sequence[int], evidence: int) -> str:
    """Say how likely a period would fit by chance, in a model that is named; nothing if a = const.

    If the exponents were drawn independently, x with the frequency f_x with which it is seen, then
    two would agree with probability sum_x f_x^2.
    """
    seen = Counter(a)
    if len(seen) == 1:
        return ""
    agree = sum(k * k for k in seen.values()) / len(a) ** 2
    return (
        f"; exponents drawn independently with the frequencies seen would fit one period "
        f"with probability 10^{evidence * log10(agree):.0f}"
    )


def _polynomial(given: Series) -> ProductSearch:
    """Decide whether a polynomial is a product of cyclotomic ones, by dividing them off."""
    known = f"all coefficients of the polynomial of degree {given.order - 1}"
    reproduce = f"find_product({_written(given)}, polynomial=True)"
    sign, power, rest = normalised(given)
    powers, left, tried = cyclotomic_product(rest)
    statement = "the polynomial is a product of cyclotomic polynomials"
    if left.degree() > 0:
        claim = Claim(
            statement,
            known,
            "refuted",
            tried=tried,
            reproduce=reproduce,
            counterexample=f"a factor of degree {left.degree()} that no cyclotomic one divides",
        )
        return ProductSearch(None, None, 0, given.order, claim)
    product = EulerProduct(powers, False, sign, power, given.variable)
    claim = Claim(
        f"the polynomial is {product}",
        known,
        "proved",
        tried=tried,
        reproduce=reproduce,
        proof="division by cyclotomic polynomials, without remainder, down to 1",
    )
    return ProductSearch(product, product, given.order, given.order, claim)


def _range(series: Series) -> str:
    return f"{series.variable}^0..{series.variable}^{series.order - 1}"


def _written(series: Series) -> str:
    return repr(series) if series.order <= WRITTEN else "series"
