"""Where the sides meet: every check gives a `termwise.Comparison`.

A check goes through all M, or all L, up to a bound, and compares what a formula says with what the
definition gives; it takes the bound, then what is its own, then limit, executor and progress.  The
formulas are in `projections`, the definitions in `algebra` and `matrices`; they share nothing else.

In order: sides (rows made in parallel), projections, similarity, ranks, spectrum, products
(certificates and the product of words), catalogue (every check by its name).
"""
