"""Sum sides found again from the series alone, all profiles at once; misprints are not found."""

import pytest
from flint import fmpz_poly

import cylindric
from cylindric import Level, Series, SumTemplate, nahm, qpochhammer, search_sums

R5 = 1 / qpochhammer((1, 4), 5, 60)

# A = (2, -1; -1, 2) throughout: n1^2 - n1 n2 + n2^2, and b.
A2 = ((2, -1), (-1, 2))


def a2_templates():
    return [
        SumTemplate(f"1/(q)_n1 [{a}n1 + {e}, n2]", diagonal=(1, 2, 3), off_diagonal=(-2, -1, 0))
        for a in range(1, 4)
        for e in (0, 1)
    ]


@pytest.fixture(scope="module")
def level_4():
    return search_sums(a2_templates(), Level(3, 4))


def test_rogers_ramanujan():
    search = search_sums(nahm(1, diagonal=range(1, 7), linear=range(7)), Level(2, 3))
    assert search.tried == 21
    assert {(h.matrix, h.vector, h.target, h.power, h.mark) for h in search} == {
        (((2,),), (0,), (2, 1), 1, (1,)),
        (((2,),), (2,), (3, 0), 1, (1,)),
    }
    assert all(hit.claim.status == "certified" for hit in search)
    assert all(hit.claim.further == 48 and hit.claim.range == "q^0..q^59" for hit in search)


def test_andrews_gordon_at_level_5():
    template = nahm(2, diagonal=range(1, 6), off_diagonal=range(-2, 4), linear=range(-1, 6))
    levels = [Level(2, level) for level in (3, 4, 5)]
    search = search_sums(template, levels)
    (kept,) = {hit.matrix for hit in search}
    assert kept == ((2, 2), (2, 4))  # (4, 2; 2, 2) with n1 and n2 exchanged
    assert {(h.vector, h.target, h.mark) for h in search if h.power == 1} == {
        ((0, 0), (3, 2), (1, 1)),
        ((0, 2), (4, 1), (1, 1)),
        ((2, 4), (5, 0), (1, 1)),
    }
    assert search.tried == template.number_of_candidates > 1000
    assert len(search) == 3
    assert search.refused > 0


def test_all_sums_of_the_identities_mod_7(level_4):
    found = {(h.template.factors, h.vector, h.target): h.mark for h in level_4}
    even, odd = "1/(q)_n1 [2n1 + 0, n2]", "1/(q)_n1 [2n1 + 1, n2]"
    assert found == {
        (even, (0, 0), (2, 1, 1)): (1, 0),
        (even, (0, 2), (3, 1, 0)): (1, 0),
        (even, (0, 2), (3, 0, 1)): None,  # the same F_c(1), told apart by F_c(z)
        (even, (2, 2), (4, 0, 0)): (1, 0),
        (odd, (0, 2), (2, 2, 0)): None,
        (odd, (2, 0), (3, 1, 0)): None,
        (odd, (2, 0), (3, 0, 1)): None,
    }
    assert {hit.matrix for hit in level_4} == {A2}
    assert {hit.power for hit in level_4} == {1}


def test_a_misprint_in_circulation_is_refuted(level_4):
    """e = 1 and no linear term is not (2, 1, 1), nor any other profile of the level."""
    odd = SumTemplate("1/(q)_n1 [2n1 + 1, n2]")
    assert not [h for h in level_4 if h.vector == (0, 0) and h.template.factors == odd.factors]
    level = Level(3, 4)
    wrong = odd.series(A2, (0, 0), 60)
    for c in level.orbits:
        assert wrong != qpochhammer(1, 1, 60) * level.series(c, 60)


def test_the_mark_gives_q_polynomials():
    """Q_{c,n} is (q)_n times the terms with n1 = n, exactly."""
    level, order = Level(3, 4), 60
    for vector, c in (((0, 0), (2, 1, 1)), ((0, 2), (3, 1, 0)), ((2, 2), (4, 0, 0))):
        terms = SumTemplate("1/(q)_n1 [2n1, n2]").terms(A2, vector, order)
        for n in range(4):
            part = sum((t for k, t in terms.items() if k[0] == n), fmpz_poly())
            for i in range(1, n + 1):
                part = (part - part.left_shift(i)).truncate(order)
            q = level.Q(c, n).coefficients
            assert len(q) < order
            assert tuple(map(int, part.coeffs())) == q, (c, n)


def test_a_symmetric_sum_appears_twice():
    """n2 -> 2 n1 - n2 makes another A of the same sum."""
    template = SumTemplate("1/(q)_n1 [2n1, n2]", diagonal=(2, 6), off_diagonal=(-3, -1), linear=[0])
    search = search_sums(template, Level(3, 4), two_variables=False)
    assert {hit.matrix for hit in search} == {A2, ((6, -3), (-3, 2))}
    assert {hit.target for hit in search} == {(2, 1, 1)}
    assert all(hit.mark is None for hit in search)


def test_a_target_that_differs_late_is_missed():
    changed = list(R5.coefficients)
    changed[40] += 1
    search = search_sums(nahm(1), {"R": R5, "R'": changed}, confirm=40)
    assert [hit.target for hit in search] == ["R", "R'"]
    search = search_sums(nahm(1), {"R'": changed})
    assert not search
    assert (search.missed, search.tried) == (1, 10)
    assert "0 sums to q^59 among 10 candidates (0 refused; 1 agreed to q^11 only)" in str(search)


def test_short_series_agree_if_and_only_if_their_sums_do():
    """Every candidate against every other one: the table finds each, and nothing else."""
    template = nahm(2, diagonal=[1, 2], off_diagonal=[-1, 0, 1], linear=[0, 1, 2])
    series = {
        (a, b): template.series(a, b, 20)
        for a in template.matrices()
        for b in template.vectors(a)
        if template.box(a, b, 20) is not None
    }
    search = search_sums(template, series, confirm=20)
    found = {(hit.matrix, hit.vector) for hit in search}
    for name, s in series.items():
        same = [other for other, t in series.items() if t == s]
        assert found & set(same), name
    for hit in search:
        assert template.series(hit.matrix, hit.vector, 20) == series[hit.target]


def test_powers_of_the_prefactor():
    f = R5 / qpochhammer(1, 1, 60)
    (hit,) = search_sums(nahm(1), {"F": f}, powers=(0, 1, 2))
    assert (hit.power, str(hit)) == (1, "sum q^(n1^2) 1/(q)_n1 = (q; q)_inf F")


def test_a_tuple_given_as_a_label_is_no_profile():
    hits = search_sums(nahm(1), {(2, 1): R5, (1,): R5}, powers=(0, 1))
    assert [hit.mark for hit in hits] == [None, None]
    assert [str(hit) for hit in hits] == [
        "sum q^(n1^2) 1/(q)_n1 = (2,1)",
        "sum q^(n1^2) 1/(q)_n1 = (1)",
    ]


def test_progress_is_told():
    told = []
    search_sums(nahm(1), {"R": R5}, progress=lambda done, total: told.append((done, total)))
    assert told[0] == (0, 4)
    assert told[-1] == (4, 4)


def pasted(hit):
    return eval(hit.claim.reproduce, dict(vars(cylindric)))


def test_each_claim_makes_itself_again(level_4):
    for hit in level_4.hits[::3]:
        assert hit in pasted(hit).hits
    assert level_4.hits[0].claim.tried.startswith(f"{level_4.tried} candidates")
    assert "<td>CERTIFIED on 48 further terms</td>" in level_4._repr_html_()


@pytest.mark.parametrize(
    ("template", "targets", "options"),
    [
        (nahm(1), {"F": R5 / qpochhammer(1, 1, 60), 2: R5}, {"powers": (0, 1), "order": 9}),
        (nahm(1), {"long": 1 / qpochhammer((1, 4), 5, 90)}, {"confirm": 61}),
        (nahm(1), iter([Level(2, 2), Level(2, 3)]), {"two_variables": False}),
        ([nahm(1), nahm(2, off_diagonal=[2])], Level(2, 3), {}),
    ],
)
def test_a_claim_names_all_that_its_search_was_given(template, targets, options):
    search = search_sums(template, targets, **options)
    assert search
    for hit in search:
        assert hit in pasted(hit).hits


def test_what_has_no_name_is_not_made_again():
    class Unnamed:
        orbits = ((2, 1),)

        def series(self, c, order):
            return Level(2, 3).series(c, order)

    (hit,) = search_sums(nahm(1), Unnamed())
    assert hit.claim.reproduce == ""


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda: search_sums(nahm(1), 5), TypeError, "targets must be a Level"),
        (lambda: search_sums(nahm(1), [5]), TypeError, "targets must be a Level"),
        (lambda: search_sums([nahm(1), 3], {"R": R5}), TypeError, "template must be a SumTempl"),
        (lambda: search_sums(nahm(1), {}), ValueError, "targets must hold a series"),
        (lambda: search_sums(nahm(1), {"a": [1, 2]}), ValueError, "targets must have 60 terms"),
        (
            lambda: search_sums(nahm(1), {"R": R5}, confirm=19),
            ValueError,
            "confirm must be at least 8",
        ),
        (lambda: search_sums([], {"R": R5}), ValueError, "template must hold a SumTemplate"),
        (lambda: search_sums(nahm(1), {"R": R5}, powers=[-1]), ValueError, "powers must be at l"),
        (lambda: search_sums(nahm(5), {"R": R5}), ValueError, "candidates, more than the limit"),
        (lambda: search_sums(nahm(1), {"R": 0.5}), TypeError, "targets must be a Series"),
    ],
)
def test_what_is_refused_in_one_line(call, error, says):
    with pytest.raises(error, match=says) as raised:
        call()
    assert "\n" not in str(raised.value)


def test_a_series_may_have_any_coefficients():
    target = Series([1, 10**30] + [0] * 58)
    assert not search_sums(nahm(1), {"large": target})
