"""Pictures, one file each; matplotlib is imported when something is drawn.

Numerators have a colour each: 1, 2, 3, 4 are blues, -1 is red, what lies outside is grey.  Colours,
themes and the canvas are `termwise.pictures`.  The front door and the commands alone import this
room; objects that show themselves find their picture in the table of `termwise.pictures`.

In order: sheet (cells, colours, legend), numerators, blocks, words, rays, columns, certificates,
curves (bounds and singular values).
"""
