"""The lambda-determinant itself: x[n]_11 of numbers, polynomials, symbols, letters.

Condensation computes it without denominators in any integral domain; where it would divide by 0 the
value is a limit, or there is none, and then it is proved that there is none.  The recurrence with
all its levels is in `recurrence`, the closed forms it is compared with are in `sums`.

In order: condensation, poles (is there a value?), nearby (the one way past a 0), modular (modulo
primes, and integers from them), value, residue (modulo one prime), generic (by any of its routes).
"""
