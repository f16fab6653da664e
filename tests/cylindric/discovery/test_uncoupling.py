"""Recurrences with a proof: golden ones, changed ones, bad input."""

import pickle
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from cylindric import Profile, Recurrence, Uncoupled, guess_recurrence, uncouple
from cylindric.algebra.polynomials import to_flint
from cylindric.discovery.layer_rows import LayerRows
from cylindric.objects.orbits import number_of_orbits, orbits_with_index
from tests.cylindric.discovery.recurrence_definitions import numerators
from tests.cylindric.discovery.test_recurrences import N_21, changed
from tests.cylindric.discovery.uncoupling_definitions import recurrence_by_minors

# composition: order = number of orbits, degree in X, degree in q
GOLDEN = {
    (2, 1): (2, 3, 5),
    (2, 2): (3, 4, 10),
    (2, 1, 0): (4, 12, 39),
    (1, 1, 1): (4, 12, 35),
    (2, 1, 1): (5, 17, 65),
    (4, 0, 0): (5, 16, 65),
}


@pytest.mark.slow
@pytest.mark.parametrize("c", GOLDEN)
def test_golden_sizes_proved_and_true_of_the_terms(c):
    found = uncouple(c)
    in_q, in_x = found.recurrence.degrees
    assert (found.order, in_x, in_q) == GOLDEN[c]
    assert found.order == number_of_orbits(len(c), sum(c))
    claim = found.prove()
    assert (claim.status, claim.range) == ("proved", "all n >= 0")
    assert found.recurrence.check(numerators(c, found.order + 4))
    assert found.check(found.order + 2).verdict == "CERTIFIED on 3 further terms"


@pytest.mark.slow
@pytest.mark.parametrize("c", GOLDEN)
def test_it_is_the_one_of_symbolic_minors(c):
    found = [{(j, k): v for j, k, v in p.terms()} for p in uncouple(c).recurrence.coefficients]
    expected = recurrence_by_minors(c)
    assert found in (expected, [{e: -v for e, v in p.items()} for p in expected])


def test_the_recurrence_of_2_1_is_the_golden_one_and_the_guessed_one():
    assert uncouple((2, 1)).recurrence == N_21
    assert str(uncouple(Profile.from_composition((1, 2)))) == str(N_21)
    guessed = guess_recurrence(numerators((2, 2), 36)).recurrence
    assert guessed == uncouple((2, 2)).recurrence


@pytest.mark.slow
def test_the_recurrence_of_5_0_0():
    found = uncouple((5, 0, 0))
    assert (found.order, found.recurrence.degrees) == (7, (149, 26))
    assert found.prove().status == "proved"
    assert found.check(9)


@pytest.mark.parametrize("shape", [(1, 1), (1, 5), (2, 1), (2, 5), (3, 1), (3, 2), (4, 2), (5, 1)])
def test_every_orbit_of_small_levels(shape):
    """The order is the number of orbits in all cases."""
    orbits, _ = orbits_with_index(*shape)
    for c in orbits:
        found = uncouple(c)
        assert found.order == len(orbits)
        assert found.prove().status == "proved"
        assert found.recurrence.check(numerators(c, found.order + 3))


def test_a_changed_coefficient_fails():
    """Every coefficient of (2, 1); of (2, 1, 0), of each p_i the first and the last."""
    small, large = uncouple((2, 1)), uncouple((2, 1, 0))
    for found, only in ((small, False), (large, True)):
        for i, p in enumerate(found.recurrence.coefficients):
            terms = list(p.terms())
            for j, k, _ in (terms[0], terms[-1]) if only else terms:
                for by in (1, -1):
                    rows = changed([p.rows for p in found.recurrence.coefficients], i, k, j, by)
                    if not any(map(any, rows[i])):
                        continue
                    claim = replace(found, recurrence=Recurrence(rows)).prove()
                    assert claim.status == "refuted"
                    assert claim.counterexample.startswith("the coefficient of ")


def test_the_next_terms_are_compared():
    found = uncouple((2, 1))
    terms = [to_flint(p) for p in found.numerators(12)]
    assert terms == numerators((2, 1), 13)
    assert [to_flint(p) for p in found.numerators(0)] == terms[:1]
    wrong = replace(found, recurrence=uncouple((3, 0)).recurrence)
    assert wrong.recurrence != found.recurrence
    claim = wrong.check(4)
    assert (claim.status, claim.counterexample) == ("refuted", "n = 2")


def test_it_can_be_saved_and_proved_again():
    found = uncouple((2, 1, 0))
    read = Uncoupled.from_json(found.to_json())
    assert read == found
    assert read.prove().status == "proved"
    assert read.to_latex() == found.recurrence.to_latex()
    assert read._repr_latex_().startswith("$")


def test_progress_is_told():
    told = []
    uncouple((2, 1), progress=lambda done, total: told.append((done, total)))
    assert told[0] == (0, 12)


def test_a_pool_finds_the_same():
    rows = LayerRows((2, 1, 0))
    again = pickle.loads(pickle.dumps(rows))  # as a process gets it
    assert again.solution(12345, 4, 30) == rows.solution(12345, 4, 30)
    with ThreadPoolExecutor(2) as pool:
        assert uncouple((2, 1, 0), executor=pool) == uncouple((2, 1, 0))


def test_bad_input():
    for bad in ((), (0, 0), (2, -1)):
        with pytest.raises(ValueError, match=r"^composition must be "):
            uncouple(bad)
    with pytest.raises(ValueError, match=r"^profile must have a 0 to have rows, got 111$"):
        uncouple(Profile("111"))
    for bad in (3, (0.5, 1), "x"):
        with pytest.raises(TypeError, match=r"^composition must be "):
            uncouple(bad)
    with pytest.raises(TypeError, match=r"^recurrence must be a Recurrence, got 3$"):
        Uncoupled((2, 1), 3)
    for bad in ((3, 3, 0), (1, *[0] * 60), (1, *[0] * 10**5), (10**5000,)):
        with pytest.raises(
            ValueError, match=r"at most 8 orbits .*, got .*: guess_recurrence, --guess may do$"
        ):
            uncouple(bad)
    with pytest.raises(ValueError, match=r"^composition must have at most 13 parts .*, got 15: "):
        uncouple((1, 1, *[0] * 13))
    assert uncouple((1, *[0] * 13)).order == 1
    with pytest.raises(ValueError, match=r"^n must be at least 2, got 1$"):
        uncouple((2, 1)).check(1)
    with pytest.raises(ValueError, match=r"^of must be 'F' or 'G', got 'H'$"):
        uncouple((2, 1)).difference_equation("H")
