"""What else an alternating sign matrix is.

Its corner sums make it a node of a distributive lattice, the completion of Bruhat order; its
partial sums put arrows on the edges of a grid, square ice; every second arrow kept is a fully
packed loop, whose link pattern gyration turns by one step.  Pictures of these are in `drawing`: an
object shows itself by the drawing function that is entered for it in `termwise.pictures`.

In order: lattice, ice, loops (made of ice).
"""
