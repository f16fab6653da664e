"""Numbers and series, exact; nothing here knows a partition.

    power_series    FLINT polynomials as truncated series: division, exponents of a product
    series          power series over the integers
    coefficients    what may be a coefficient of a series in several variables
    multiseries_products  how their terms are multiplied
    multiseries     series in several variables
    q_products      the q-Pochhammer symbols
    qt_products     products of factors 1 - q^a t^b: equal exactly when their factors are
    qt_printing     polynomials in q and t, written factored
    qt_fractions    rational functions of q and t in lowest terms
    qt_parameters   what may be given for q and t
    modular_points  points (q, t) modulo primes, many at once

The arithmetic is python-flint's; what is added is that a series owns its order and a fraction its
factors.  Imports `termwise` only.
"""
