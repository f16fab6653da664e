"""Values of Laurent polynomials, and the road to sympy and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from flint import fmpq

from termwise.exact import as_number, to_flint, to_python

if TYPE_CHECKING:
    from lambdadet.laurent import LaurentPolynomial


def evaluate(polynomial: LaurentPolynomial, values: Mapping[str, Any]) -> Any:
    """Return the value of a Laurent polynomial; see `LaurentPolynomial.evaluate`."""
    kind = type(polynomial)
    checked = {name: _require_value(kind, name, value) for name, value in values.items()}
    for name in checked:
        if name not in polynomial.variables:
            raise ValueError(f"{name} must be one of {', '.join(polynomial.variables)}")
    _refuse_poles(polynomial, checked)
    if any(_is_symbolic(value) for value in checked.values()):
        return _evaluate_sympy(polynomial, checked)
    if len(checked) == len(polynomial.variables) and all(
        as_number(value) is not None for value in checked.values()
    ):
        return _evaluate_numbers(polynomial, checked)
    return _evaluate_polynomials(polynomial, checked)


def to_sympy(polynomial: LaurentPolynomial) -> Any:
    """Return the sum as a sympy expression."""
    from sympy import Symbol

    return _sum_sympy(polynomial, [Symbol(name) for name in polynomial.variables])


def from_sympy(
    expression: Any, variables: Sequence[str] | None
) -> tuple[dict[tuple[int, ...], Any], tuple[str, ...]]:
    """Return terms and variables of a sympy expression."""
    from sympy import QQ, Poly, PolynomialError, Symbol, fraction, sympify, together
    from sympy.polys.polyerrors import CoercionFailed

    expression = sympify(expression)
    names = sorted(map(str, expression.free_symbols)) if variables is None else list(variables)
    symbols = [Symbol(name) for name in names]
    try:
        above, below = (
            _sympy_terms(part, symbols, Poly, QQ) for part in fraction(together(expression))
        )
        ((shift, divisor),) = below.items()
    except (PolynomialError, CoercionFailed, ValueError, TypeError):
        raise ValueError(
            f"expression must be a polynomial in {', '.join(names)} over a monomial, "
            f"with rational coefficients, got {expression}"
        ) from None
    terms = {
        tuple(a - b for a, b in zip(e, shift, strict=True)): c / divisor for e, c in above.items()
    }
    return terms, tuple(names)


def _sympy_terms(part: Any, symbols: list[Any], poly: Any, domain: Any) -> dict[Any, Any]:
    if not symbols:
        number = as_number(part)
        if number is None:
            raise TypeError
        return {(): to_flint(number)} if number else {}
    found = poly(part, *symbols, domain=domain).as_dict()
    return {e: to_flint(as_number(c) or 0) for e, c in found.items()}


def _require_value(kind: type[LaurentPolynomial], name: str, value: Any) -> Any:
    number = as_number(value)
    if number is not None:
        return number
    if isinstance(value, kind):
        return value
    if _is_symbolic(value) and not value.has(_sympy_float()):
        return value
    raise TypeError(
        f"{name} must be an exact number, a sympy expression or a LaurentPolynomial, got {value!r}"
    )


def _is_symbolic(value: Any) -> bool:
    return hasattr(value, "free_symbols")


def _sympy_float() -> Any:
    from sympy import Float

    return Float


def _refuse_poles(polynomial: LaurentPolynomial, values: Mapping[str, Any]) -> None:
    zeros = [name for name, value in values.items() if value == 0]
    if zeros and polynomial:
        lowest = polynomial._as_table()[0].min(axis=0)
        for name in zeros:
            power = int(lowest[polynomial.variables.index(name)])
            if power < 0:
                raise ZeroDivisionError(f"{name} must not be 0: it occurs to the power {power}")


def _evaluate_numbers(polynomial: LaurentPolynomial, values: Mapping[str, Any]) -> Any:
    exponents, coefficients = polynomial._as_table()
    bases = [to_flint(values[name]) for name in polynomial.variables]
    powers: list[dict[int, Any]] = [{} for _ in bases]
    total = fmpq(0)
    for row, coefficient in zip(exponents.tolist(), coefficients, strict=True):
        product = to_flint(coefficient)
        for k, e in enumerate(row):
            if e:
                known = powers[k]
                if e not in known:
                    known[e] = bases[k] ** e
                product *= known[e]
        total += product
    return to_python(total)


def _evaluate_polynomials(polynomial: LaurentPolynomial, values: Mapping[str, Any]) -> Any:
    kind = type(polynomial)
    own = kind.generators(*polynomial.variables)
    bases = [values.get(name, x) for name, x in zip(polynomial.variables, own, strict=True)]
    exponents, coefficients = polynomial._as_table()
    low = [min(int(e), 0) for e in exponents.min(axis=0)] if len(exponents) else [0] * len(bases)
    zero = kind.constant(0, polynomial.variables)
    above = zero
    for row, coefficient in zip(exponents.tolist(), coefficients, strict=True):
        product = zero + coefficient
        for base, e, lowest in zip(bases, row, low, strict=True):
            if e != lowest:
                product *= base ** (e - lowest)
        above += product
    below = zero + 1
    for base, lowest in zip(bases, low, strict=True):
        below *= base**-lowest
    return above / below


def _evaluate_sympy(polynomial: LaurentPolynomial, values: Mapping[str, Any]) -> Any:
    from sympy import Symbol, sympify

    bases = []
    for name in polynomial.variables:
        value = values.get(name, Symbol(name))
        bases.append(value.to_sympy() if hasattr(value, "to_sympy") else sympify(value))
    return _sum_sympy(polynomial, bases)


def _sum_sympy(polynomial: LaurentPolynomial, bases: list[Any]) -> Any:
    from sympy import Add, Mul, Pow, Rational

    exponents, coefficients = polynomial._sorted_table()
    return Add(
        *(
            Mul(
                Rational(c.numerator, c.denominator),
                *(Pow(base, e) for base, e in zip(bases, row, strict=True) if e),
            )
            for row, c in zip(exponents.tolist(), coefficients, strict=True)
        )
    )
