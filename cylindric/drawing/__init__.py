"""Pictures: vector graphics of objects, diagrams, samples and series.

    unrolled     what the pictures of the unrolled cylinder share
    heat_maps    arrays as colours
    paths        the columns as lattice paths, with the factors of peaks and valleys
    surface      cubes on the unrolled cylinder
    cylinder     the same on a real cylinder
    array        the entries, diagonal by diagonal
    diagram      the boxes of a profile with their hook lengths
    growth       growth diagrams
    peel         randomised peels as trees of probabilities
    limit_shape  the mean of many objects
    statistics   particles, correlations, largest parts of samples, and their exact laws
    ratios       the growth of a series

Every function returns a `termwise.pictures.Picture`.  Imported by the door and the commands alone.
"""
