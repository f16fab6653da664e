"""Random cylindric partitions, exactly, without a Markov chain.

Under the bijection c <-> (nu, labels) the Boltzmann law P(c) ~ z^|c| is a product of geometric
laws, one a factor of Borodin's product: draw the labels, and build c.

    factors           the law of the labels: factors of the product, with q and t
    boltzmann         its moments: expected weight, variance, solve_z
    exact_laws        moments of the sizes of all mu^k, the law of the largest part
    particles         Maya diagrams: the shift, and the probabilities of particles
    perfect           sample: the Boltzmann law, plain or refined
    random_integers   uniform integers of any size
    uniform           sample_of_weight: all objects of one weight equally likely
    macdonald         sample_macdonald: P(c) ~ W_c(q, t) z^|c|, of any size
    randomised_rules  its growth at q = 0 and t = 0: nothing is rejected
    heat_bath         its growth at general q and t, by rejection
    listing           the same law for small weights, from lists: the oracle

Floats are allowed here where a docstring says so, and nowhere below.
"""
