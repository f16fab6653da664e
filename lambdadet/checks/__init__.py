"""Where the sides of the theorems meet: every check gives a `termwise.Comparison`.

A check computes one thing by ways that share no code, and compares term by term; it takes n, then
what is its own, then the keywords limit, executor and progress.  Whoever adds an identity adds it
here and to the catalogue, and nothing else knows it.

In order: sides (units of work), determinants, values, counts, catalogue (every check by its name).
"""
