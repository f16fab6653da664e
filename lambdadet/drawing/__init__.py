"""Pictures, one file each; matplotlib is imported when something is drawn.

Up to a size every entry, number, arrow or domino is drawn on its own; above it the picture is an
image of one pixel a cell, and says so.  Colours, themes and the canvas are `termwise.pictures`.
The front door and the commands alone import this room; objects that show themselves find their
picture in the table of `termwise.pictures`.

In order: sheet (size, unit, limits), grid (edges), matrix, heights, tilings, ice, loops, lattice,
pyramid.
"""
