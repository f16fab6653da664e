"""Definitions, slow and obviously right: the free Fock space on dicts, the formulas as printed."""

from fractions import Fraction
from itertools import product

from semicircular.objects.vectors import Vector


def all_words(n, length):
    return [w for k in range(length + 1) for w in product(range(1, n + 1), repeat=k)]


def fused(u, w):
    """The product of words: the sum over k, from the sentence that says it."""
    total = {}
    for k in range(min(len(u), len(w)) + 1):
        if u[len(u) - k :] == w[:k][::-1]:
            word = u[: len(u) - k] + w[k:]
            total[word] = total.get(word, 0) + 1
    return Vector(total)


def commuted(i, x):
    """C_i, term by term as it is printed."""
    total = Vector()
    for w, c in x.terms.items():
        total += c * Vector.basis((i, *w))
        total -= c * Vector.basis((*w, i))
        if w and w[0] == i:
            total += c * Vector.basis(w[1:])
        if w and w[-1] == i:
            total -= c * Vector.basis(w[:-1])
    return total


def rotations(word):
    return {word[k:] + word[:k] for k in range(len(word))} or {()}


def light_cone(p, q):
    """N as the indicator of a light cone, odd under reflection in the walls a = -1 and b = -1."""
    x, y, x2, y2 = p[0] + 1, p[1] + 1, q[0] + 1, q[1] + 1
    return sum(
        e1 * e2 * ((x + y == e1 * x2 + e2 * y2) + (x - y == e1 * x2 - e2 * y2))
        for e1, e2 in product((1, -1), repeat=2)
    )


def duhamel(r, core, letter):
    """eta by the free difference quotient: the sum of r(a, b) i^k v (U_{a-1-k} U_b)."""
    i, total = letter, Vector()
    for (a, b), value in r.items():
        for k in range(a):
            j = a - 1 - k
            for c in range(abs(j - b), j + b + 1, 2):
                total += value * Vector.basis((i,) * k + core + (i,) * c)
    return total


def core_eta(core, letter, degree):
    """eta of a core itself, in closed form."""
    i, m = letter, (degree - len(core)) // 2
    total = Vector()
    for k in range(m):
        total += Vector.basis((i,) * (k + 1) + core + (i,) * k) * (m - k)
        total -= Vector.basis((i,) * k + core + (i,) * (k + 1)) * (m - k)
    return total * Fraction(1, 2 * m + 3)
