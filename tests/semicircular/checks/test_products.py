"""Products of words and certificates; the mutants of the fusion rule and of the rest."""

from dataclasses import replace

import pytest

from semicircular import Vector, check_certificates, check_products
from semicircular.algebra import fock
from semicircular.checks import products


def test_they_agree():
    assert check_products(6)
    assert check_products(3, 3)
    assert check_products(5, 1)
    assert check_certificates(4)
    assert check_certificates(3, 3)


def short_by_one(u, w):
    yield u + w
    for k in range(1, min(len(u), len(w))):
        if u[-k] != w[k - 1]:
            return
        yield u[:-k] + w[k:]


def from_one_on(u, w):
    return list(true_fused(u, w))[1:]


true_fused = fock._fused


@pytest.mark.parametrize("wrong", [short_by_one, from_one_on])
def test_a_fusion_range_off_by_one_is_seen(monkeypatch, wrong):
    monkeypatch.setattr(fock, "_fused", wrong)
    assert not check_products(3)


def test_a_certificate_that_is_not_best_is_seen(monkeypatch):
    true = products.certificate

    def lazy(word, letter, degree):
        made = true(word, letter, degree)
        return replace(made, eta=Vector(), rho=Vector.basis(word), norm2=1)

    monkeypatch.setattr(products, "certificate", lazy)
    first = check_certificates(3).first_difference
    assert first.values[2] == "fails (3) words of [s_1, rho] shorter than 2"


def test_a_wrong_distance_is_seen(monkeypatch):
    monkeypatch.setattr(products, "distance2", lambda word, letter, degree: 1)
    assert not check_certificates(3)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: check_products(18), "more than the limit"),
        (lambda: check_products(60, 1), "products, long ones several times"),
        (lambda: check_certificates(0), "bound must be at least 1"),
        (lambda: check_certificates(12), "entries of a matrix"),
    ],
)
def test_bad_input(call, message):
    with pytest.raises(ValueError, match=message):
        call()
