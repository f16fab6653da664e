"""Random cylindric partitions, exactly, without a Markov chain.

Under the bijection c <-> (nu, labels) the Boltzmann law P(c) ~ z^|c| is a product of geometric
laws, one a factor of Borodin's product: draw the labels, and build c.

    boltzmann        the law of the labels: expected weight, variance, solve_z
    perfect          sample: the Boltzmann law, plain or refined
    random_integers  uniform integers of any size
    uniform          sample_of_weight: all objects of one weight equally likely
    macdonald        sample_macdonald: P(c) ~ W_c(q, t) z^|c|

Floats are allowed here where a docstring says so, and nowhere below.
"""
