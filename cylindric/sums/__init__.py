"""The left-hand sides: sums over cylindric partitions, by routes that know no product.

    listing        every object of a weight or below an order, allowed once
    transfer       trace of transfer matrices, over any arithmetic
    layers         largest parts taken off
    layer_values   the same at a number z, far, and in the open case
    corteel_welsh  the functional equation of F_c(x, z)
    counts         the sum of 1, by any method
    weighted       the sum of Macdonald weights

One arrow runs between the sides of the identities: `listing` asks `products.borodin` how many
objects there will be, to refuse what is too large.  No number that is compared comes from there.
"""
