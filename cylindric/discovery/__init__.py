"""The workbench: find, prove or refute, and say how far it was checked.

levels             the orbits of a rank and a level, and all their polynomials at once
level_polynomials  the polynomials of one profile, from its layers
level_checks       positive, unimodal, log-concave, or any property of all of them, as a claim
exponents          a series as an infinite product, and what may be given as a series
euler_products     products with periodic exponents: theta and eta quotients, cyclotomic ones
cyclotomic         polynomials divided by the cyclotomic ones
found_products     find such a product, confirm it, and say how sure it is
hits               what a search or a scan has found
scans              sums and differences of the characters of a level that are products
recurrences        recurrences with coefficients in q and q^n, tried on every term
guessing           the least recurrence that a list of polynomials satisfies
solution_spaces    all that satisfy it at one q, and of them the one of fewest coefficients
sum_templates      sums over n of q^{(n^t A n + b.n)/2} times Pochhammer symbols and binomials
sum_boxes          which n matter to an order, with proof
sum_tables         many sums to a short order at once
sum_search         the sums of a template that are one of many series
uncoupling         the recurrence that the layers of a level imply, and its proof
layer_rows         the linear algebra of that, at numbers modulo a prime
row_identity       the proof: a sum of rows is zero, from the definition, by exact integers
difference_equations  the same recurrence as a q-difference equation
sum_products       the sums of a template that are products: the scan of Nahm sums
families           cylindric partitions with a rule for the layers, weights of rows or slices
family_scans       the products among the series of a family
"""
