"""Rings of sympy expressions: every entry in canonical form, every 0 decided or refused.

Rational functions of symbols, with coefficients that are algebraic numbers, have a canonical form:
they are elements of one of sympy's domains, and 0 is 0.  Symbols are taken as independent, and so
are f(x), A[0, 0] and other names with simple arguments.

With anything else in them (sin(x), log(2), pi together with E, sqrt(x)) expressions may be 0 and
not look it.  They are worked with as they are; whether one is 0 is proved, by its form if it is and
by its value at a point if it is not, or it is `NotDecided`.

    >>> from sympy.abc import x
    >>> ring = sympy_ring([1, (x + 1) ** 2 - x**2 - 2 * x - 1], field=False)
    >>> bool(ring.convert((x + 1) ** 2 - x**2 - 2 * x - 1))
    False
"""

from __future__ import annotations

from typing import Any

from lambdadet.algebra.polynomial import LaurentPolynomial
from lambdadet.recurrence.errors import NotDecided
from lambdadet.recurrence.ring import Ring
from termwise.arguments import brief

MOST_ROOTS = 3
"""The most algebraic numbers that are brought into one field."""

DIGITS = 30
"""To so many digits an expression is evaluated at a point."""


def sympy_ring(entries: list[Any], field: bool) -> Ring:
    """Return the smallest ring that holds these entries.

    Args:
        entries: expressions, LaurentPolynomials, numbers.
        field: whether it must be a field.

    Raises:
        NotDecided: an entry of which no canonical form is known.
    """
    originals = list(dict.fromkeys(map(_symbolic, entries)))
    letters = _letters(originals)
    back = {letter: name for name, letter in letters.items()}
    canonical = [_canonical(expression.xreplace(letters)) for expression in originals]
    found = _domain(canonical, field)
    if found is None:
        ring = _expressions()
        elements = [Expression(expression) for expression in canonical]
    else:
        ring, elements = _over(found[0]), found[1]
    known = dict(zip(originals, elements, strict=True))

    def element(entry: Any) -> Any:
        expression = _symbolic(entry)
        return known[expression] if expression in known else ring.convert(entry)

    return Ring(
        "sympy",
        element,
        ring.quotient,
        lambda above, below: ring.ratio(above, below).xreplace(back),
        lambda value: ring.export(value).xreplace(back),
        ring.terms,
    )


def _over(domain: Any) -> Ring:
    """Return one of sympy's domains as a ring."""
    fractions = domain.get_field()

    def ratio(above: Any, below: Any) -> Any:
        upper, lower = (fractions.convert_from(e, domain) for e in (above, below))
        return fractions.to_sympy(upper / lower)

    def terms(element: Any) -> int:
        if domain.is_FractionField:
            return len(element.numer) + len(element.denom)
        return len(element) if domain.is_PolynomialRing else 1

    return Ring("sympy", domain, domain.exquo, ratio, domain.to_sympy, terms)


def _expressions() -> Ring:
    """Return the ring of expressions as they are."""
    return Ring(
        "sympy",
        lambda value: Expression(_symbolic(value)),
        lambda above, below: above.quotient(below),
        lambda above, below: above.quotient(below).value,
        lambda element: element.value,
        lambda element: len(element.value.args) + 1,
    )


def _symbolic(entry: Any) -> Any:
    from sympy import sympify

    return sympify(entry.to_sympy() if isinstance(entry, LaurentPolynomial) else entry)


def _letters(expressions: list[Any]) -> dict[Any, Any]:
    """Return a letter for each f(x), A[0, 0], a[1]: names whose arguments are simple."""
    from sympy import Dummy, Indexed
    from sympy.core.function import AppliedUndef
    from sympy.matrices.expressions.matexpr import MatrixElement

    names = {
        name
        for expression in expressions
        for name in expression.atoms(AppliedUndef, Indexed, MatrixElement)
        if all(not argument.args for argument in name.args if hasattr(argument, "args"))
    }
    return {name: Dummy(f"letter_{k}") for k, name in enumerate(sorted(names, key=str))}


def _canonical(expression: Any) -> Any:
    """Return a quotient of expanded polynomials in lowest terms."""
    from sympy import PolynomialError, cancel, nan, oo, zoo

    try:
        found = cancel(expression)
    except (PolynomialError, NotImplementedError, AttributeError):
        found = nan
    if found.has(nan, oo, zoo):
        raise NotDecided(f"no canonical form is known of {brief(expression)}")
    return found


def _domain(expressions: list[Any], field: bool) -> tuple[Any, list[Any]] | None:
    """Return a domain of sympy's in which 0 is 0, and the expressions in it, or None."""
    from sympy import QQ, Pow
    from sympy.polys.constructor import construct_domain
    from sympy.polys.polyerrors import CoercionFailed, GeneratorsError

    domain, elements = construct_domain(expressions, field=field, extension=True)
    if not domain.is_EX:
        known = all(symbol.is_Symbol for symbol in getattr(domain, "symbols", ()))
        return (domain, elements) if known else None
    from sympy import I

    roots = {
        power
        for expression in expressions
        for power in expression.atoms(Pow)
        if power.base.is_Rational and power.exp.is_Rational
    }
    roots |= {I for expression in expressions if expression.has(I)}
    symbols = sorted(set().union(*(e.free_symbols for e in expressions)), key=str)
    if not symbols or not 1 <= len(roots) <= MOST_ROOTS:
        return None
    domain = QQ.algebraic_field(*sorted(roots, key=str)).frac_field(*symbols)
    try:
        return domain, [domain.from_sympy(expression) for expression in expressions]
    except (CoercionFailed, GeneratorsError):
        return None


class Expression:
    """An expression that may be 0 and not look it; whether it is must be decided to be asked."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = _canonical(value)

    def __add__(self, other: Expression) -> Expression:
        return Expression(self.value + other.value)

    def __sub__(self, other: Expression) -> Expression:
        return Expression(self.value - other.value)

    def __mul__(self, other: Any) -> Expression:
        if not isinstance(other, Expression):
            return NotImplemented
        return Expression(self.value * other.value)

    def quotient(self, other: Expression) -> Expression:
        """Return the quotient by what is not 0."""
        return Expression(self.value / other.value)

    def __bool__(self) -> bool:
        if self.value == 0:
            return False
        if not _is_not_zero(self.value):
            raise NotDecided(f"it is not decided whether {brief(self.value)} is 0")
        return True


def _is_not_zero(expression: Any) -> bool:
    """Return whether an expression has a value that is not 0 at some point."""
    from sympy import Rational

    symbols = sorted(expression.free_symbols, key=str)
    for attempt in (3, 17):
        point = {s: Rational(7 * k + attempt, 2 * k + 11) for k, s in enumerate(symbols)}
        try:
            value = expression.xreplace(point).evalf(DIGITS)
            if value.is_number and abs(complex(value)) > 10.0 ** (-DIGITS // 3):
                return True
        except (TypeError, ValueError, ArithmeticError, NotImplementedError):
            continue
    return False
