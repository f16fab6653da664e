"""The right-hand sides: products over hook lengths, which know no cylindric partition.

    sum_c z^|c|  =  prod_{n>=1} 1/(1 - z^{nT})  prod_b 1/(1 - z^{h(b)})

    borodin    plain, refined, open, symbolic; how many objects there are
    weighted   the refined one, slices having weights
    folded     symmetric cylindric partitions, and walks with free ends
    macdonald  Langer's (q,t)-analog over any ring
    particles  where the particles of the Maya diagrams are: fermions

Not here: the left-hand sides (`sums`), and why the two are equal (`growth`).  Nothing in this
folder reaches sums, growth or macdonald; a test reads the imports.
"""
