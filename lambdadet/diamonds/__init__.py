"""The Aztec diamond: its perfect matchings are the compatible pairs, weights included.

With parameters on its edges the matchings of the diamond of order n add up to x[n+1]_11, and a
Kasteleyn orientation makes a determinant of them.  The graph and the matchings know no matrix; only
the bijection does.  Random tilings are in `sampling`, the sum over matchings is in `sums`.

In order: graph (cells, edges, weights), matchings, bijection (with pairs), kasteleyn.
"""
