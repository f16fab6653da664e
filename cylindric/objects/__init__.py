"""What there is: partitions, profiles, cylindric partitions, and what they are peeled to.

A cylindric partition is a closed walk of partitions, each a horizontal strip over or under the one
before, up or down as the word of the profile says.

    partitions            integer partitions and interlacing
    profiles              words in 0 and 1; boxes, hook lengths, and where a box is drawn
    cylindric_partitions  the closed walks: the type alone
    enumeration           every object of a weight, from the definition; refuses nothing
    decompositions        pairs (shape, labels), and every pair of a weight
    batches               many objects in one array

Imports `termwise` only.  Not here: how an object becomes a pair (`growth`), how many objects there
are (`products`, `sums`), and the guard before a large listing (`sums.listing`).
"""
