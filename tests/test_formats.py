"""Every public type of every package has its JSON: round trips, and none may be missing."""

import inspect
import re
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cylindric
import lambdadet
import semicircular
import termwise
from cylindric import (
    BURGE,
    INDEPENDENT,
    RSK,
    CylindricPartition,
    Decomposition,
    EulerProduct,
    MultiSeries,
    Partition,
    Profile,
    QTFraction,
    QTProduct,
    Samples,
    Series,
    check_borodin,
    check_macdonald,
    find_product,
    growth_diagram,
    macdonald_certificate,
    mixture,
    sample,
    scan_combinations,
)
from cylindric import strategies as cylindrical
from cylindric.algebra.polynomials import Polynomial
from cylindric.discovery.level_polynomials import Layer
from cylindric.discovery.levels import Level
from cylindric.randomised.rules import ProbabilisticRule
from lambdadet import AlternatingSignMatrix, FullyPackedLoop, LaurentPolynomial, SixVertexState
from lambdadet import strategies as alternating
from semicircular import (
    NumeratorMatrix,
    Vector,
    block_projection,
    certificate,
    factor_certificate,
    projection,
)
from semicircular import strategies as circular
from termwise import BFile, Claim, Row, from_json, to_json
from termwise.formats import TYPES, Storable

A = AlternatingSignMatrix([[0, 1, 0], [1, -1, 1], [0, 1, 0]])
R, S = 1 / cylindric.qpochhammer((1, 4), 5, 40), 1 / cylindric.qpochhammer((2, 3), 5, 40)
SUMS = cylindric.search_sums(cylindric.nahm(1), {"R": 1 / cylindric.qpochhammer((1, 4), 5, 60)})
SUM_PRODUCTS = cylindric.scan_sums(cylindric.nahm(1), 40)
FAMILIES = cylindric.Family("row-strict").scan(3, 3, 40)
SCAN = scan_combinations({"R": R, "S": S, "1/P": R}, 40, shifts=[0])
SEARCH = find_product(cylindric.borodin_series(Profile("110"), 40))

EXAMPLES = [
    Partition((3, 1)),
    Profile("11010"),
    CylindricPartition(Profile("1100"), [(2,), (3, 1), (2,), (1,)]),
    Decomposition((1,), {(1, 2, 1): 3}),
    growth_diagram(CylindricPartition(Profile("110"), [(2,), (3,), (1,)]), BURGE),
    RSK,
    INDEPENDENT,
    sample(Profile("110"), Fraction(1, 2), size=5, rng=0),
    Samples(Profile("10"), np.zeros((2, 0, 0), int)),
    Series((1, -1, 10**5000), variable="q"),
    MultiSeries(
        ("x", "y"), {(0, 0): 1, (1, 2): Fraction(1, 3), (1, 0): QTFraction({(0, 1): 2})}, 4
    ),
    Polynomial((0, 1, 2)),
    Layer(Polynomial((1, 2)), 2, 1),
    Level(3, 4),
    QTProduct({(1, 1): 2, (0, 2): -1}),
    QTFraction({(0, 0): 1, (0, 1): 1}, {(2, 0): -1}),
    EulerProduct((1, 0, 0, 1, 0), sign=-1, power=2),
    cylindric.weight_factors(CylindricPartition(Profile("10"), [(2,), (1,)]), "paths"),
    SEARCH,
    SCAN,
    cylindric.Combination("R", "S", 1, 2, SEARCH),
    cylindric.Recurrence([[[0, 1], [2]], [[1]]], "b_(2,1)"),
    cylindric.guess_recurrence([2**n for n in range(12)]),
    cylindric.uncouple((1, 0, 1)),
    cylindric.uncouple((1, 1)).difference_equation("G"),
    cylindric.guess_recurrence([n**n for n in range(12)]),
    SUMS,
    *SUMS,
    cylindric.nahm(2),
    cylindric.Family("tight", (1, 2)),
    FAMILIES,
    *FAMILIES,
    SUM_PRODUCTS,
    *SUM_PRODUCTS,
    macdonald_certificate(Profile("10"), 3, points=2),
    A,
    next(iter(lambdadet.compatible_pairs(3))),
    SixVertexState.from_asm(A),
    FullyPackedLoop.from_asm(A),
    lambdadet.octahedron(None, [[1, 2], [3, Fraction(1, 2)]]),
    lambdadet.generic_lambda_determinant(3),
    LaurentPolynomial({(1, -1): 2, (0, 0): Fraction(1, 2)}, ("x", "y")),
    Vector({"121": 2, (2,): Fraction(-1, 3)}),
    semicircular.BlockVector({(0, 1): Fraction(1, 2)}),
    block_projection(5),
    NumeratorMatrix("odd"),
    projection(1, 4),
    projection((Fraction(3, 5), Fraction(4, 5)), 3),
    certificate("121", 1, 6),
    factor_certificate(2, 1, 4),
    check_borodin(Profile("110"), 5),
    check_macdonald(Profile("10"), 3),
    lambdadet.check_lambda_determinant(2),
    semicircular.check_projection(3),
    Claim("n^2 >= n", "n = 0..8", "checked"),
    Row("z^1", (1, 2)),
    BFile((1, 2, 3), 1, ("a comment",)),
]

PACKAGES = (termwise, cylindric, lambdadet, semicircular)

WITHOUT = {"Picture", "Strip", "View", "Journal", "Sweep"}
"""Types that are not data: pictures are saved as pictures, a journal is a file, a sweep is code."""


@pytest.mark.parametrize("value", EXAMPLES, ids=lambda value: type(value).__name__)
def test_round_trip(value):
    text = value.to_json()
    again = from_json(text)
    assert type(again) is type(value)
    assert again == value
    assert type(value).from_json(text) == value
    assert again.to_json() == text


DOCUMENTED = (Path(__file__).parents[1] / "docs" / "formats.md").read_text(encoding="utf-8")


def public_types():
    """Return the classes of our own that are public, or that a public function returns."""
    found = set()
    for package in PACKAGES:
        for name in package.__all__:
            member = getattr(package, name)
            if inspect.isclass(member):
                found.add(member)
            elif inspect.isfunction(member):
                inside = inspect.unwrap(member)
                names = re.findall(r"\w+", str(inside.__annotations__.get("return")))
                found.update(inside.__globals__.get(name) for name in names)
    wings = {package.__name__ for package in PACKAGES}
    return {
        kind
        for kind in found
        if inspect.isclass(kind)
        and kind.__module__.partition(".")[0] in wings
        and not issubclass(kind, BaseException)
        and kind.__name__ not in WITHOUT
        and not hasattr(kind, "_asdict")  # a named tuple is written as the tuple that it is
    }


@pytest.mark.parametrize("kind", sorted(public_types(), key=repr), ids=lambda kind: kind.__name__)
def test_no_public_type_lacks_it(kind):
    assert issubclass(kind, Storable)
    assert TYPES[f"{kind.__module__.partition('.')[0]}.{kind.__name__}"] is kind
    assert any(type(value) is kind for value in EXAMPLES), "an example is wanted above"
    assert re.search(rf"[`.]{kind.__name__}`", DOCUMENTED), "docs/formats.md is to say its parts"


@settings(max_examples=40)
@given(
    st.one_of(
        cylindrical.partitions(),
        cylindrical.profiles(),
        cylindrical.cylindric_partitions(),
        cylindrical.cylindric_partitions().map(growth_diagram),
        alternating.alternating_sign_matrices(max_size=5),
        alternating.compatible_pairs(max_size=4),
        alternating.exact_matrices(),
        circular.vectors(),
        circular.block_vectors(),
    )
)
def test_objects_of_the_strategies(value):
    assert from_json(to_json(value)) == value


def test_probabilistic_rules_are_made_again():
    for rule in (ProbabilisticRule.from_rule(RSK), mixture(Fraction(1, 3), RSK, INDEPENDENT)):
        again = from_json(rule.to_json())
        assert again.name == rule.name
        assert again.to_json() == rule.to_json()


def test_rules_of_ones_own_are_not_written():
    own = cylindric.LocalRule("own", RSK.forward, RSK.backward)
    with pytest.raises(TypeError, match="rule must be RSK or BURGE to be written"):
        own.to_json()
    with pytest.raises(TypeError, match="rule must be made by this package"):
        cylindric.ProbabilisticRule("own", print, print).to_json()


@pytest.mark.parametrize(
    ("value", "change", "says"),
    [
        (EXAMPLES[0], ("[3, 1]", "[1, 3]"), "weakly decreasing"),
        (EXAMPLES[1], ("11010", "11012"), "0s and 1s"),
        (EXAMPLES[2], ("[3, 1]", "[1, 1]"), "step 2 of 1100 must be up"),
        (EXAMPLES[4], ('"burge"', '"rsk"'), "shape must be"),
        (EXAMPLES[5], ('"rsk"', '"eval"'), "name must be one of rsk, burge"),
        (Vector({"1": 1}), ("[[[1], 1]]", '[[[1], 1], ["1", 2]]'), "every basis vector once"),
        (Vector({"1": 1}), ('"denominator": 1', '"denominator": 0'), "denominator must be at lea"),
        (SEARCH, ('"evidence": ', '"evidence": "a", "e": '), "evidence must be an integer"),
        (A, ("[1, -1, 1]", "[1, 1, 1]"), "must have non-zero entries"),
    ],
)
def test_a_changed_document_is_refused_by_the_constructor(value, change, says):
    text = value.to_json()
    assert change[0] in text
    with pytest.raises(ValueError, match=says):
        type(value).from_json(text.replace(*change, 1))
