"""How identities, their sides and their monomials are called; one copy for all checks."""

from __future__ import annotations

from collections.abc import Sequence

from cylindric.growth.local_rules import LocalRule
from cylindric.macdonald.weights import FORMS
from cylindric.objects.profiles import Profile
from termwise.notation import CARET

MEANINGS = {
    "enumeration": "objects listed from the definition, and counted",
    "layers": "largest parts taken off, layer by layer",
    **{name: f"objects listed, {form.says.format('their')}" for name, form in FORMS.items()},
}
"""What the sides do that bear the same name in every check."""

STEPS = "trace over partitions of the steps once round the cylinder"
"""Transfer, where walks are counted."""

WEIGHED_STEPS = "phi and psi carried round the cylinder, walks that meet together"
"""Transfer, where walks are weighed."""

QT_PRODUCT = "prod_n 1/(1-z^nT) * prod_b (t z^h(b); q)/(z^h(b); q), from hooks"


def name_of(profile: Profile, open: bool, *, qt: bool = False) -> str:
    """Return what the identity of a profile is called.

    >>> name_of(Profile("10"), False)
    "Borodin's identity for the profile 10, T = 2"
    """
    closed, opened = ("Langer", "Okada") if qt else ("Borodin", "Gansner")
    kind = f"{opened}'s identity for the open" if open else f"{closed}'s identity for the"
    return f"{kind} profile {profile}, T = {profile.period}"


def product_of(profile: Profile, open: bool) -> str:
    """Say what the product of Borodin's identity is."""
    if open:
        return "prod_b 1/(1-z^h(b)) over the boxes i < j, one division"
    return f"prod_n 1/(1-z^({profile.period}n)) * prod_b 1/(1-z^h(b)), one division of theta series"


def peeling_by(rule: LocalRule) -> str:
    """Say what the side of the bijection is."""
    return f"objects peeled by {rule.name}; different (nu, m), by weight T|nu| + sum_b m_b h(b)"


def monomial(variables: Sequence[str], exponents: Sequence[int]) -> str:
    """Return the name of a term; of one variable, of any power of it.

    >>> monomial(("z_1", "z_2"), (2, 1)), monomial(("z_1", "z_2"), (0, 0)), monomial(("z",), (0,))
    ('z_1^2*z_2', '1', 'z^0')
    """
    if len(variables) == 1:
        return CARET.power.format(variables[0], exponents[0])
    return CARET.monomial(variables, exponents)
