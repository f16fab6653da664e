"""A certificate is checked by the commutator alone; a tampered one is told by its line."""

import json
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semicircular import Certificate, Vector, certificate, commutator, words
from semicircular import strategies as some


@pytest.mark.parametrize(("n", "length", "degrees"), [(2, 6, (6, 7, 8)), (3, 4, (4, 5))])
def test_all_short_words(n, length, degrees):
    """1416 certificates in all, each term by term."""
    for i in range(1, n + 1):
        for word in (w for w in words(n, length) if set(w) - {i}):
            assert all(certificate(word, i, degree).check() for degree in degrees)


@given(some.impure_words(3, 2), st.integers(6, 10))
def test_every_certificate_agrees(word, degree):
    c = certificate(word, 2, degree)
    assert c.check()
    assert Certificate.from_json(c.to_json()) == c
    assert eval(repr(c)) == c


@given(some.impure_words(2, 1, max_length=3), some.vectors(2, max_degree=7))
def test_what_a_certificate_says_of_a_vector(word, xi):
    """|<xi, w>| <= ||rho|| ||xi|| + ||eta|| ||[s_1, xi]||, floating point to 10^-9."""
    c = certificate(word, 1, 6)
    bound = float(c.norm2 * xi.norm2) ** 0.5
    bound += float(c.eta.norm2 * commutator(1, xi).norm2) ** 0.5
    assert abs(float(xi[word])) <= bound * (1 + 1e-9)


C = certificate("121", 2, 7)
OTHER = Vector.basis("1221")
SCALED = C.rho * 2
TAMPERED = [
    ({"eta": C.eta + Vector.basis("2" * 7)}, "(1) words of eta"),
    ({"rho": C.rho + Vector.basis("2" * 8)}, "(1) words of rho"),
    ({"eta": C.eta + OTHER}, "(2) [s_2, eta] + rho"),
    ({"eta": C.eta * 2}, "(2) [s_2, eta] + rho"),
    ({"rho": SCALED}, "(2) [s_2, eta] + rho"),
    ({"eta": Vector(), "rho": Vector.basis("121")}, "(3) words of [s_2, rho]"),
    ({"norm2": C.norm2 + 1}, "(4) ||rho||^2"),
    ({"degree": 9}, "(3) words of [s_2, rho]"),
    ({"word": (1, 2, 1, 1)}, "(2) [s_2, eta] + rho"),
]


@pytest.mark.parametrize(("changes", "line"), TAMPERED, ids=range(len(TAMPERED)))
def test_a_tampered_certificate_fails_by_its_line(changes, line):
    comparison = Certificate.from_json(replace(C, **changes).to_json()).check()
    assert not comparison
    assert comparison.first_difference.term.startswith(line)


def test_the_last_line_knows_the_formula():
    """A rest of the right norm by accident is not enough: the formula is asked too."""
    from semicircular.certificates import certificates

    row = C.check().rows[-1]
    assert (row.term, row.values) == ("(4) (2 + [a = b]) / (M' + 3)", (C.norm2, C.norm2))
    assert certificates.SIDES[1][1].startswith("by the definition")


def test_every_number_counts():
    """One changed coefficient anywhere is found."""
    for name in ("eta", "rho"):
        vector = getattr(C, name)
        for word in vector:
            changed = vector + Vector({word: Fraction(1, 10**6)})
            assert not replace(C, **{name: changed}).check()


def test_saved_and_read(tmp_path):
    path = C.save(tmp_path / "c.json")
    assert Certificate.from_json(path.read_text()) == C
    assert json.loads(path.read_text())["word"] == [1, 2, 1]
    for name in ("", ".", tmp_path):
        with pytest.raises(ValueError, match="path must be the name of a file, got '"):
            C.save(name)


def broken(**changes):
    return json.dumps(json.loads(C.to_json()) | changes)


def vector(items, denominator=1):
    return {
        "type": "semicircular.Vector",
        "numerators": {"type": "mapping", "items": items},
        "denominator": denominator,
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "text must be the JSON of a Certificate"),
        ("[" * 10**5, "text must be the JSON of a Certificate"),
        ("[]", "text must be the JSON of a Certificate"),
        ("{}", "format must be"),
        (broken(word=[2, 2]), "power of the letter 2"),
        (broken(word=[1, 0]), "letters of at least 1"),
        (broken(letter=True), "letter must be an integer"),
        (broken(degree=2), "at least the length 3 of the word"),
        (broken(norm2="half"), "norm2 must be an exact number"),
        (broken(norm2=None), "norm2 must be an exact number"),
        (broken(eta=vector([], 0)), "denominator must be at least 1"),
        (broken(eta=vector([[1]])), "pairs"),
        (broken(eta=vector([[[1], 0.5]])), "numbers must be exact, got 0.5"),
        (broken(rho=vector([[[1], 1], [[1], 1]])), "twice"),
        (broken(rho=vector([[[1], "1"]])), "numerators must be an integer, got '1'"),
        (broken(rho=[]), "rho must be a Vector"),
    ],
)
def test_no_certificates(text, message):
    with pytest.raises(ValueError, match=message) as error:
        Certificate.from_json(text)
    assert "\n" not in str(error.value)


def test_fields():
    with pytest.raises(TypeError, match="eta must be a Vector"):
        replace(C, eta={})
    with pytest.raises(TypeError, match="norm2 must be an exact number"):
        replace(C, norm2=0.5)
