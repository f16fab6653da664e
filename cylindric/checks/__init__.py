"""Where sums and products first meet: every identity checked term by term.

    statements         how identities, sides and monomials are called
    borodin            product = layers = transfer = bijection; refined in z_1 .. z_T
    largest_part       enumeration = layers = Corteel-Welsh = last passage
    particles          the one-point function of the Maya diagrams, counted and by formula
    bijection          local rules cell by cell, the bijection object by object
    certificates       random points modulo primes, with the probability of error
    macdonald          Langer's (q,t)-analog
    randomised_rules   the cell equation, and rules that draw, cell by cell
    randomised_growth  the (q,t)-analog object by object: weights through growth diagrams
    randomised_points  the same at random points, with the probability of error
    weights            the three forms of the weight, and its symmetry, object by object
    special            Hall-Littlewood, q-Whittaker, Jack, monomial, overpartitions
    catalogue          every check by name, with its options

A check returns a Comparison that keeps every term of every side; a check that did not run raises.
"""
