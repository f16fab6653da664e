"""The workbench: find, prove or refute what is not in the literature yet.

exponents       a series as an infinite product, and what may be given as a series
euler_products  products with periodic exponents: theta and eta quotients, cyclotomic ones
cyclotomic      polynomials divided by the cyclotomic ones
found_products  find such a product, confirm it, and say how sure it is
scans           sums and differences of the characters of a level that are products
"""
