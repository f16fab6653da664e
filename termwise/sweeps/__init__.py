"""Sweeps: one check over many units, on this machine or on many, killed at any moment, resumed.

    units      what is checked: small JSON values, each with its canonical key
    batches    so many units that a batch takes about half a second
    engines    a plain loop, or the workers of Dask
    journal    one SQLite file, in which only the client writes
    sweep      all of them together; a summary at the end

What is *not* here: any mathematics.  The wings say what a unit is and which check it goes to.
"""
