"""Certificates: a word as a commutator and a small rest, and what that says of central vectors.

    w = [s_i, eta] + rho,    ||rho||^2 = (2 + [a = b]) / (M' + 3),    w = i^a v i^b

If xi commutes with s_i, then |<xi, w>| <= ||rho|| ||xi||.  A certificate holds eta and rho, and is
checked by the definition of the commutator alone: `certificates` and `factor` know no formula of
`projections`.  `construction` does.

In order: certificates, factor, duhamel (eta), construction.
"""
