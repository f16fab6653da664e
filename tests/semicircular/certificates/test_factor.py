"""A factor certificate: complete, checked, and told when it is not."""

import json
from dataclasses import replace

import pytest

from semicircular import FactorCertificate, Vector, certificate, factor_certificate
from semicircular.certificates.factor import expected_words

F = factor_certificate(2, 2, 6)


def test_complete():
    assert [c.word for c in F.certificates] == expected_words(2, 2)
    assert F.check()
    assert FactorCertificate.from_json(F.to_json()) == F
    assert eval(repr(F), {**vars(__import__("semicircular")), **_fractions()}) == F
    assert len(F.check().rows) == 1 + 6 * len(F.certificates)
    assert "the theorem" in F.check().notes[0]


def _fractions():
    from fractions import Fraction

    return {"Fraction": Fraction}


def test_a_missing_word_is_seen():
    first = replace(F, certificates=F.certificates[1:]).check().first_difference
    assert (first.term, first.values) == ("words of length 1 to 2 without a certificate", (0, 1))


def test_a_wrong_certificate_is_seen():
    wrong = replace(F.certificates[3], rho=Vector())
    changed = replace(F, certificates=(*F.certificates[:3], wrong, *F.certificates[4:]))
    assert changed.check().first_difference.term == "12, (2) [s_1, eta] + rho"


def test_a_word_of_a_larger_degree_does_not_count():
    larger = factor_certificate(2, 2, 7).certificates
    assert replace(F, certificates=(larger[0], *F.certificates[1:])).check().differences


def test_a_longer_word_does_not_count():
    changed = replace(F, certificates=(*F.certificates[:5], certificate("122", 1, 6)))
    assert changed.check().first_difference.values == (0, 1)


def test_a_letter_that_is_none_does_not_count():
    """w = [s_3, eta] + rho is true, and says nothing of what commutes with s_1 and s_2."""
    other = certificate("12", 3, 6)
    assert other.check()
    changed = replace(F, certificates=(*F.certificates[:3], other, *F.certificates[4:]))
    assert changed.check().first_difference.values == (0, 1)


def test_saved(tmp_path):
    assert FactorCertificate.from_json(F.save(tmp_path / "f.json").read_text()) == F


def broken(**changes):
    return json.dumps(json.loads(F.to_json()) | changes)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x", "text must be the JSON of a FactorCertificate"),
        ("{}", "format must be"),
        (broken(n=1), "n must be at least 2, got 1"),
        (broken(certificates={}), "type must be a text"),
        (broken(certificates=[1]), "certificates must be a tuple of Certificates"),
        (broken(degree="6"), "degree must be an integer"),
    ],
)
def test_no_factor_certificates(text, message):
    with pytest.raises(ValueError, match=message):
        FactorCertificate.from_json(text)


def test_fields():
    with pytest.raises(TypeError, match="certificates must be a tuple"):
        replace(F, certificates=[])
