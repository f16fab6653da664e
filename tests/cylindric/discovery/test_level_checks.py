"""Properties of all polynomials of a level: claims, their ranges, counterexamples."""

from concurrent.futures import ThreadPoolExecutor
from math import gcd

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cylindric import Claim, Level, Polynomial
from cylindric.discovery.level_checks import not_log_concave, not_positive, not_unimodal

lists = st.lists(st.integers(-1, 4), max_size=6).map(Polynomial)


def has_even_degree(p):
    return p.degree % 2 == 0


@given(lists)
def test_the_properties_by_definition(p):
    a = list(p)
    rises_then_falls = any(
        a[: k + 1] == sorted(a[: k + 1]) and a[k:] == sorted(a[k:], reverse=True)
        for k in range(len(a))
    )
    inside = range((p.valuation or 0) + 1, p.degree)
    concave = all(x >= 0 for x in a) and all(
        a[k] > 0 and a[k] ** 2 >= a[k - 1] * a[k + 1] for k in inside
    )
    assert (not_positive(p) is None) == all(x >= 0 for x in a)
    assert (not_unimodal(p) is None) == (rises_then_falls or not a)
    assert (not_log_concave(p) is None) == concave


def test_positivity_is_checked_for_a_range_that_is_said():
    claim = Level(3, 4).check("positive", n=6)
    assert claim.status == "checked"
    assert claim.statement == "no coefficient of Q_(c,n) is negative"
    assert claim.range == (
        "n = 0..6, all profiles of rank 3, level 4 (15 compositions, 5 up to rotation)"
    )
    assert claim.tried.startswith("35 polynomials")
    assert eval(claim.reproduce) == claim
    assert Claim.from_json(claim.to_json()) == claim
    assert "CHECKED" in claim.to_latex()
    assert "<caption>no coefficient" in claim._repr_html_()


def test_a_refutation_has_the_least_n_and_is_true():
    claim = Level(2, 3).check("unimodal", n=range(1, 9), of="N")
    assert claim.status == "checked"
    claim = Level(3, 4).check("log-concave", n=range(1, 4))
    assert claim.counterexample == (
        "n = 1, c = (4,0,0): the coefficients of q^4, q^5, q^6 are 1, 0, 1"
    )
    assert claim.tried.startswith("3 of 15 polynomials") or "of 15 polynomials" in claim.tried
    assert eval(claim.reproduce) == claim
    later = Level(3, 5).check(lambda p: p.degree < 9, n=[0, 2, 1])
    assert later.counterexample.startswith("n = 2, c = (5,0,0): not so for 2*q**6 + q**7")
    assert later.counterexample.endswith("+ .., of degree 24")
    assert later.reproduce == "Level(3, 5).check(function, n=[0, 1, 2])"


def test_a_function_and_a_choice_of_profiles():
    level = Level(3, 4)
    claim = level.check(has_even_degree, n=iter([1]), compositions=[(0, 4, 0), (0, 2, 2)])
    assert claim.range == "n = 1, rank 3, level 4, c = (4,0,0) (2,2,0)"
    assert claim.statement == "has_even_degree(Q_(c,n)) is true"
    assert claim.status == "checked"
    assert not level.check(has_even_degree, n=1)
    assert claim.reproduce == (
        "Level(3, 4).check(has_even_degree, n=[1], compositions=[(4, 0, 0), (2, 2, 0)])"
    )
    assert level.check("positive", n=range(3, 0, -1)).range.startswith("n = 1..3,")
    assert "n in {0, 2}" in level.check("positive", n=[2, 0, 2]).range


def test_what_is_proved_says_so():
    for of in ("N", "P"):
        claim = Level(3, 4).check("positive", n=5, of=of)
        assert claim.status == "proved"
        assert claim.proof
    assert Level(3, 4).check("positive", n=3, of="H").status == "checked"
    assert Level(3, 4).check("unimodal", n=0, of="N").status == "checked"


def test_duality_is_said():
    claim = Level(4, 3).check("positive", n=3)
    assert claim.range.endswith("; computed by duality, as rank 3")
    assert claim.source == Level(3, 4).check("positive", n=3).source
    assert Level(3, 3).check("positive", n=2).source == "no source found"


def test_progress_and_a_pool():
    told = []
    with ThreadPoolExecutor(2) as pool:
        level = Level(3, 4)
        claim = level.check("positive", n=3, executor=pool, progress=lambda *at: told.append(at))
    assert claim
    assert told == [(k, 3) for k in range(4)] + [(k, 5) for k in range(6)]


@pytest.mark.parametrize(
    ("rank", "level", "n"),
    [
        (2, 12, 12),
        (2, 9, 12),
        (3, 4, 8),
        (3, 6, 6),
        (3, 10, 5),
        (4, 6, 4),
        (5, 5, 3),
        (6, 4, 3),
        (7, 3, 4),
    ],
)
def test_positivity_as_far_as_ci_goes(rank, level, n):
    """[checked] in the sources far beyond; gcd(r, l) > 1 included."""
    assert Level(rank, level).check("positive", n=n).status == "checked"


@pytest.mark.slow
def test_positivity_of_the_levels_of_the_sources():
    assert Level(3, 31).check("positive", n=6).status == "checked"
    assert Level(3, 7).check("positive", n=20).status == "checked"


EXCEPTIONS = {(3, 3): 4, (6, 3): 2, **{(3, 3 * k): 2 for k in range(2, 9)}}
"""(r, l) up to duality is unimodal beyond this n, and not up to it."""


@pytest.mark.parametrize(
    ("rank", "level"),
    [(2, 4), (2, 6), (3, 3), (3, 6), (3, 9), (4, 4), (4, 6), (6, 3), (6, 4), (5, 5), (4, 2)],
)
def test_unimodality_where_rank_and_level_have_a_common_factor(rank, level):
    last = EXCEPTIONS.get((rank, level), 1)
    made = Level(rank, level)
    for n in range(2, last + 1):
        assert not made.check("unimodal", n=[n])
    assert made.check("unimodal", n=range(last + 1, 7)).status == "checked"


@pytest.mark.parametrize(
    ("rank", "level"), [(2, 5), (3, 4), (3, 5), (4, 3), (4, 5), (5, 3), (2, 7)]
)
def test_no_character_is_unimodal_where_they_have_none(rank, level):
    def is_not_unimodal(p):
        return not_unimodal(p) is not None

    assert gcd(rank, level) == 1
    assert Level(rank, level).check(is_not_unimodal, n=range(2, 6))


def test_the_exceptions_of_that():
    for rank, level in ((1, 4), (4, 1), (2, 3), (3, 2)):
        assert Level(rank, level).check("unimodal", n=6)


@pytest.mark.parametrize(
    ("check", "error", "says"),
    [
        (lambda level: level.check("even", n=2), ValueError, "positive, unimodal, log-concave"),
        (lambda level: level.check(3, n=2), TypeError, "property must be a name or a function"),
        (lambda level: level.check(lambda p: 1, n=2), TypeError, "True or False, got 1"),
        (lambda level: level.check("positive", n=-1), ValueError, "n must be at least 0"),
        (lambda level: level.check("positive", n=[]), ValueError, "n must have a value, got none"),
        (lambda level: level.check("positive", n="6"), TypeError, "n must be an iter"),
        (lambda level: level.check("positive", n=2, of="R"), ValueError, "one of Q, H, P, N"),
        (
            lambda level: level.check("positive", n=2, compositions=[]),
            ValueError,
            "compositions must not be empty",
        ),
        (lambda level: level.check("positive", n=10**7), ValueError, "GB for the layers"),
        (lambda level: level.check("positive", n=range(10**40)), ValueError, "for the layers"),
        (lambda level: level.check("positive", n=range(0)), ValueError, "n must have a value"),
        (lambda level: level.check("positive", n=range(-2, 2)), ValueError, "at least 0, got -2"),
        (lambda level: level.check("positive", n=2, progress=3), TypeError, "progress must be"),
    ],
)
def test_bad_input(check, error, says):
    with pytest.raises(error, match=says):
        check(Level(3, 4))
