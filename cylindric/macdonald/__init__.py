"""The Macdonald weight W_c(q, t) of one cylindric partition, in forms that share no code.

    pieri            phi and psi of its steps
    paths            peaks over valleys of its lattice paths
    boxes            Vuletic's local factor of every entry
    weights          the forms by name; W_c at numbers and modulo primes
    walks            phi and psi as an arithmetic that transfer matrices carry
    specialisations  Hall-Littlewood, q-Whittaker, Jack, monomial: formulas of their own
    overpartitions   border components and overlinings, for q = 0, t = -1

Imports objects and algebra only.  Not here: sums of weights (`sums`), Langer's product
(`products`).
"""
