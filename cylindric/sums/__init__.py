"""The left-hand sides: sums over cylindric partitions, by routes that know no product.

    listing        every object of a weight or below an order, allowed once
    transfer       trace of transfer matrices, over any arithmetic
    layers         largest parts taken off
    layer_values   the same at a number z, far, and in the open case
    corteel_welsh  the functional equation of F_c(x, z)
    counts         the sum of 1, by any method
    weighted       the sum of Macdonald weights
    layer_rules    layers that obey a rule, or are weighed by rows or slices
    row_strict     rows of distinct parts: free fermions, and binomials for two rows
    bounded_rows   rows of bounded length: determinants
    free_ends      walks with free ends, and symmetric cylindric partitions

One arrow runs between the sides of the identities: `listing` asks `products.borodin` how many
objects there will be, to refuse what is too large.  No number that is compared comes from there.
"""
