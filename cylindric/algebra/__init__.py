"""Numbers and series, exact; nothing here knows a partition.

    series          power series in z over the integers
    multiseries     tables of coefficients in several variables
    qt_products     products of factors 1 - q^a t^b: equal exactly when their factors are
    qt_printing     polynomials in q and t, written factored
    qt_fractions    rational functions of q and t in lowest terms
    qt_parameters   what may be given for q and t
    modular_points  points (q, t) modulo primes, many at once

The arithmetic is python-flint's; what is added is that a series owns its order and a fraction its
factors.  Imports `termwise` only.
"""
