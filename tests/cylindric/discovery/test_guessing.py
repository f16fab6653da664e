"""Recurrences from terms alone: golden ones, negative controls, bad input."""

import random

import pytest
from flint import fmpz_poly

from cylindric import Level, Recurrence, guess_recurrence
from cylindric.algebra.polynomials import to_flint
from cylindric.discovery.guessing import RecurrenceSearch
from tests.cylindric.discovery.recurrence_definitions import numerators, q_polynomials
from tests.cylindric.discovery.test_recurrences import N_21


def test_rogers_ramanujan():
    """N_(2,1) has (2, 3), Q_(2,1): Q_{n+1} = q^{2n+1} Q_n."""
    terms = numerators((2, 1), 24)
    found = guess_recurrence(terms)
    assert isinstance(found, RecurrenceSearch)
    assert found
    assert (found.order, found.degree, found.spare, found.status) == (2, 3, 10, "candidate")
    assert found.recurrence == N_21
    more = numerators((2, 1), 27)
    assert [to_flint(p) for p in found.next_terms(3)] == more[24:]
    assert found.check(more).verdict == "CERTIFIED on 3 further terms"
    assert found.check(terms).status == "checked"
    assert RecurrenceSearch.from_json(found.to_json()) == found
    more[-1] += 1
    assert found.check(more).counterexample == "n = 24: the sum is 1"
    q_terms = guess_recurrence(q_polynomials((2, 1), 20))
    assert q_terms.recurrence == Recurrence([[[], [], [0, -1]], [[1]]])


def test_the_order_two_of_q_of_4_0_0_from_forty_terms():
    """Order 2, degree 9, from 40 terms, 8 equations to spare; with 39 it is not found."""
    terms = Level(3, 4).polynomials((4, 0, 0), 39)
    found = guess_recurrence(terms, max_order=2)
    assert (found.order, found.degree, found.spare) == (2, 9, 8)
    assert "CANDIDATE, 8 terms to spare" in str(found)
    assert not guess_recurrence(terms[:39], max_order=2)


def test_a_random_sequence_has_none():
    rng = random.Random(1)
    for terms in (20, 33):
        sequence = [[rng.randint(-9, 9) for _ in range(2 * n + 1)] for n in range(terms)]
        found = guess_recurrence(sequence)
        assert not found
        assert found.recurrence is None
        assert found.order is None
        last = (terms - 9) // 2
        assert str(found).startswith(f"no recurrence found up to order {last}: degree at most ")
        assert found.status == "checked"
        with pytest.raises(ValueError, match=r"^no recurrence was found"):
            found.next_terms(1)


def test_what_is_not_reported_is_said():
    terms = numerators((2, 1), 30)
    terms[-1] += 1
    found = guess_recurrence(terms, max_order=2)
    assert not found
    assert found.claim.statement.endswith("; of order 2 and degree 4 one leaves a(29) undetermined")
    huge = guess_recurrence([(10**100 + 3) ** n for n in range(12)])
    assert "; of order 1 and degree 0 one has integers beyond 2^240" in huge.claim.statement
    assert not huge


@pytest.mark.parametrize("first", [[5], [5, 7]])
def test_a_term_that_is_out_of_line(first):
    """Of several solutions one may not ask for a(n), and another one does."""
    terms = first + [2**n for n in range(30)]
    assert Recurrence([[[2], [-2]], [[-3], [1]], [[1]]]).check([5, *terms[len(first) :]])
    found = guess_recurrence(terms)
    assert found.status == "candidate"
    assert found.recurrence.check(terms)


def test_of_several_the_one_of_fewest_coefficients_is_shown():
    """By hand: 4 (X - 1) a(n) - 2 X a(n+1) + a(n+2), where a(0) is 5 for 1/2."""
    found = guess_recurrence([5] + [2**n for n in range(30)])
    assert str(found.recurrence) == "-(4 - 4 X) a(n) - 2 X a(n+1) + a(n+2) = 0,  X = q^n"
    assert found.recurrence.degrees == (0, 1)


def test_zero_is_zero_is_no_evidence():
    found = guess_recurrence([1, 5, 7, 3] + [0] * 30)
    assert not found
    assert "; of order 1 and degree 2 one has 0 equations to spare, but for 0 = 0" in str(found)


def test_integers_of_several_primes():
    found = guess_recurrence([[0] * n + [(10**60 + 7) ** n] for n in range(14)])
    assert found.recurrence == Recurrence([[[0, -(10**60) - 7]], [[1]]])


@pytest.mark.parametrize("at", [0, 5, 11, 22, 23])
def test_one_changed_coefficient_and_there_is_none(at):
    """Not even one that leaves the changed term undetermined, by a factor that is zero there."""
    terms = numerators((2, 1), 24)
    terms[at] += fmpz_poly([0, 1])
    assert not guess_recurrence(terms)


def test_numbers():
    found = guess_recurrence([2**n + 3**n for n in range(14)])
    assert found.recurrence == Recurrence([[[6]], [[-5]], [[1]]])
    found = guess_recurrence([0] * 3 + [1] * 14)  # holds from n = 3 on
    assert found.order is None
    assert found.claim.statement.endswith("; of order 1 and degree 1 one leaves a(3) undetermined")


def test_other_terms_confirm_nothing_of_a_guess():
    found = guess_recurrence([2**n for n in range(14)])
    assert found.check([2**n for n in range(16)]).status == "certified"
    assert found.check([3 * 2**n for n in range(16)]).status == "checked"


def test_integers_and_large_coefficients_with_a_denominator():
    """The leading coefficient is no unit: a(n+1) (3 + 2 q) = (10^6 q - 7) a(n) X .."""
    terms = [fmpz_poly([3, 2]) ** 15]
    for n in range(15):
        (quotient, rest) = divmod(
            terms[-1] * fmpz_poly([-7, 10**6]).left_shift(n), fmpz_poly([3, 2])
        )
        assert rest.degree() < 0
        terms.append(quotient)
    found = guess_recurrence(terms)
    assert found.recurrence == Recurrence([[[], [7, -(10**6)]], [[3, 2]]])


def test_progress_is_told():
    told = []
    guess_recurrence(numerators((2, 1), 24), progress=lambda done, total: told.append(done))
    assert told[0] == 0
    assert len(told) > 16


def test_bad_input():
    with pytest.raises(ValueError, match=r"^polynomials must be 11 or more .* got 10$"):
        guess_recurrence([1] * 10)
    with pytest.raises(ValueError, match=r"^polynomials must be 19 for the order 5, got 12$"):
        guess_recurrence([1] * 12, max_order=5)
    with pytest.raises(ValueError, match=r"^max_order must be at least 1, got 0$"):
        guess_recurrence([1] * 12, max_order=0)
    with pytest.raises(ValueError, match=r"^max_degree must be at least 0, got -1$"):
        guess_recurrence([1] * 12, max_degree=-1)
    with pytest.raises(ValueError, match=r"^polynomials must not all be zero$"):
        guess_recurrence([0] * 12)
    with pytest.raises(TypeError, match=r"^polynomials must be integers or lists"):
        guess_recurrence([0.5] * 12)
    with pytest.raises(ValueError, match=r"^this takes about"):
        guess_recurrence(range(10**4))
