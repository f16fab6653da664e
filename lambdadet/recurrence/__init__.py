"""The octahedron recurrence as it stands.

    x[k+1]_ij x[k-1]_{i+1,j+1} = mu_{i,n-k-j} x[k]_ij x[k]_{i+1,j+1}
                                 + lam_ij x[k]_{i,j+1} x[k]_{i+1,j}

It stands on algebra alone: no matrix, no pair, no matching is known here, for the sums over these
are what it is compared with.  How it goes on where it divides by 0 is in `determinant`.

In order: errors, ring, symbolic and rings (what there is to calculate in), pyramid (arguments, read
once), octahedron (any ring), surfaces (any initial surface), modular (a prime), series (power
series modulo a prime), generic (letters for entries).
"""
