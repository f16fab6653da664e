"""The bounds of degrees and coefficients, against the rational functions themselves (sympy)."""

from math import log2, prod

import pytest
from sympy import ZZ, field

from cylindric import Partition, Profile, cylindric_partitions
from cylindric.objects.decompositions import decompositions
from cylindric.randomised import bounds
from cylindric.randomised.cell_weights import inners, outers
from cylindric.randomised.flows import built, by_sizes, peeled
from tests.cylindric import definitions as brute

FIELD, q, t = field("q,t", ZZ)


def at(product):
    return prod(((1 - q**a * t**b) ** e for (a, b), e in product.factors.items()), start=FIELD.one)


def bits_and_degree(polynomial):
    """Of an element of the field that must be a polynomial."""
    assert polynomial.denom.is_ground
    terms = (polynomial.numer / polynomial.denom.LC).terms() if polynomial else []
    assert all(int(c) == c for _, c in terms)
    degree = max((sum(e) for e, _ in terms), default=0)
    return degree, log2(sum(abs(int(c)) for _, c in terms) or 1)


def cells():
    shapes = [Partition(shape) for shape in brute.shapes_up_to(3)]
    return [(a, b, s) for a in shapes for b in shapes for s in range(6) if outers(a, b, s)]


@pytest.mark.slow
def test_bounds_of_cells():
    for left, right, size in cells():
        terms = [
            [
                bounds.strip_down(left, inner)
                * bounds.strip_up(right, inner)
                * bounds.label_weight(m)
                for inner, m in inners(left, right, size)
            ],
            [
                bounds.strip_up(outer, left) * bounds.strip_down(outer, right)
                for outer in outers(left, right, size)
            ],
        ]
        for products, bound in zip(terms, bounds.cell_bounds(left, right, size), strict=True):
            _, common = bounds.over_one_denominator(products)
            degree, bits = bits_and_degree(at(common) * sum(map(at, products), FIELD.zero))
            assert degree <= bound.degree
            assert bits <= bound.bits


class Symbolic:
    """The independent rule by the definitions, over Q(q, t); and what its cells are divided by."""

    def __init__(self):
        self.laws = {}

    def peel(self, left, right, outer):
        law = self.law("inners", left, right, sum(outer))
        return [((Partition(inner), m), value) for (inner, m), value in law.items()]

    def build(self, inner, left, right, label):
        law = self.law("outers", left, right, sum(left) + sum(right) + label - sum(inner))
        return [(Partition(outer), value) for outer, value in law.items()]

    def law(self, side, left, right, size):
        key = side, left, right, size
        if key not in self.laws:
            law = getattr(brute, side)(left, right, size, q, t)
            self.laws[key] = {end: value / sum(law.values()) for end, value in law.items()}
        return self.laws[key]


def groups(word, weight):
    profile = Profile(word)
    walks = [(c.partitions[-1], *c.partitions[:-1]) for c in cylindric_partitions(profile, weight)]
    pairs = list(decompositions(profile, weight))
    for sizes, group in by_sizes(walks).items():
        yield group, [pair for pair in pairs if pair.refined_weight(profile) == sizes]


def denominator(profile, walks, side):
    """A*: at every place the product over the cells that are met there."""
    value = FIELD.one
    for met in bounds.corners_met(profile, walks):
        for left, right, size in met:
            if side == "inners":
                ends = [
                    bounds.strip_down(left, inner)
                    * bounds.strip_up(right, inner)
                    * bounds.label_weight(m)
                    for inner, m in inners(left, right, size)
                ]
            else:
                ends = [
                    bounds.strip_up(outer, left) * bounds.strip_down(outer, right)
                    for outer in outers(left, right, size)
                ]
            _, common = bounds.over_one_denominator(ends)
            value *= at(common) * sum(map(at, ends), FIELD.zero)
    return value


@pytest.mark.slow
@pytest.mark.parametrize(
    ("word", "weights"), [("10", range(1, 5)), ("1010", (2, 5)), ("110", (4,))]
)
def test_bounds_of_flows(word, weights):
    """Flows from some of the objects are false statements: F is bounded as is said, and not 0."""
    profile, rule, seen = Profile(word), Symbolic(), 0
    for weight in weights:
        for walks, pairs in groups(word, weight):
            sides, _ = bounds.group_bounds(profile, walks, pairs)
            ws = {walk: bounds.walk_weight(word, walk) for walk in walks}
            gs = {
                pair: bounds.QTProduct.of(map(bounds.label_weight, pair.labels.values()))
                for pair in pairs
            }
            for side, flow, way, starts, claims, bound in (
                ("inners", peeled, rule.peel, ws, gs, sides.peel),
                ("outers", built, rule.build, gs, ws, sides.build),
            ):
                whole = flow(profile, {key: at(w) for key, w in starts.items()}, way)
                assert whole == {key: at(g) for key, g in claims.items()}  # over Q(q, t)
                first = next(iter(starts))
                part = flow(profile, {first: at(starts[first])}, way)
                _, common = bounds.over_one_denominator(list(starts.values()))
                scale = at(common) * denominator(profile, walks, side)
                for key, product in claims.items():
                    v = prod(
                        (
                            at(bounds.QTProduct({f: -e}))
                            for f, e in product.factors.items()
                            if e < 0
                        ),
                        start=FIELD.one,
                    )
                    f = v * scale * (part.get(key, FIELD.zero) - at(product))
                    degree, bits = bits_and_degree(f)
                    assert degree <= bound.degree
                    assert bits <= bound.bits
                    seen += bool(f)
    assert seen
