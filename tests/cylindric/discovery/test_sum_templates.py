"""Templates: how they are read, sums against the definition, what is refused."""

from functools import cache
from itertools import product, repeat

import pytest

from cylindric import SumTemplate, nahm, qpochhammer


@cache
def gaussian(m, j, order):
    """The Gaussian binomial by Pascal's rule."""
    if not 0 <= j <= m:
        return [0] * order
    if j in (0, m):
        return [1] + [0] * (order - 1)
    first, second = gaussian(m - 1, j - 1, order), gaussian(m - 1, j, order)
    return [first[k] + (second[k - j] if k >= j else 0) for k in range(order)]


@cache
def over_pochhammer(m, order):
    """1/(q)_m, divided factor by factor."""
    series = [1] + [0] * (order - 1)
    for n in range(1, m + 1):
        for k in range(n, order):
            series[k] += series[k - n]
    return series if m >= 0 else [0] * order


def times(first, second):
    return [sum(first[i] * second[k - i] for i in range(k + 1)) for k in range(len(first))]


def by_definition(below, binomials, matrix, vector, order, reach):
    """Add up every term with n < reach; the forms are functions of n."""
    total = [0] * order
    for n in product(range(reach), repeat=len(vector)):
        k = range(len(n))
        twice = sum(n[i] * matrix[i][j] * n[j] for i in k for j in k)
        twice += sum(b * x for b, x in zip(vector, n, strict=True))
        term = [1] + [0] * (order - 1)
        for form in below:
            term = times(term, over_pochhammer(form(*n), order))
        for upper, lower in binomials:
            term = times(term, gaussian(upper(*n), lower(*n), order))
        for power, c in enumerate(term[: max(order - twice // 2, 0)]):
            total[power + twice // 2] += c
    return tuple(total)


@pytest.mark.parametrize(
    ("template", "below", "binomials", "matrix", "vector"),
    [
        (nahm(1), [lambda n: n], [], ((2,),), (0,)),
        (nahm(1), [lambda n: n], [], ((1,),), (3,)),
        (nahm(2), [lambda n, m: n, lambda n, m: m], [], ((4, 2), (2, 2)), (2, 0)),
        (nahm(2), [lambda n, m: n, lambda n, m: m], [], ((2, -1), (-1, 2)), (0, 0)),
        (
            SumTemplate("1/(q)_n1 [2n1+1, n2]"),
            [lambda n, m: n],
            [(lambda n, m: 2 * n + 1, lambda n, m: m)],
            ((2, -1), (-1, 2)),
            (0, 2),
        ),
        (
            SumTemplate("1/((q)_{2n1 + 1} (q)_n2) [n1, n2]", linear=[0]),
            [lambda n, m: 2 * n + 1, lambda n, m: m],
            [(lambda n, m: n, lambda n, m: m)],
            ((2, 1), (1, 0)),
            (0, 0),
        ),
        (
            SumTemplate("1/(q)_{n1-n2} 1/(q)_n2"),
            [lambda n, m: n - m, lambda n, m: m],
            [],
            ((2, 0), (0, 2)),
            (0, 0),
        ),
    ],
)
def test_a_sum_is_the_sum_of_its_terms(template, below, binomials, matrix, vector):
    order = 10
    expected = by_definition(below, binomials, matrix, vector, order, 8)
    assert template.series(matrix, vector, order).coefficients == expected


def test_terms_cut_by_a_variable_are_the_sum():
    template = SumTemplate("1/(q)_n1 [2n1, n2]")
    terms = template.terms(((2, -1), (-1, 2)), (0, 0), 20)
    total = sum(terms.values())
    series = template.series(((2, -1), (-1, 2)), (0, 0), 20)
    assert tuple(int(total[k]) for k in range(20)) == series.coefficients


def test_rogers_ramanujan_to_order_500():
    assert nahm(1).series([[2]], [0], 500) == 1 / qpochhammer((1, 4), 5, 500)
    assert nahm(1).series([[2]], [2], 500) == 1 / qpochhammer((2, 3), 5, 500)


def test_how_factors_are_read():
    template = SumTemplate("1/((q)_{2n1 - n2 + 3}(q)_n3) [ 3*n1, n2-1 ]")
    assert template.variables == 3
    assert template.parsed == (((2, -1, 0, 3), (0, 0, 1, 0)), (((3, 0, 0, 0), (0, 1, 0, -1)),))
    assert template.bounds[2:] == ((0, 1, 0, -1), (3, -1, 0, 1))
    assert SumTemplate("[n1, n2]").parsed == ((), (((1, 0, 0), (0, 1, 0)),))


def test_candidates_have_whole_exponents():
    template = nahm(2, diagonal=[1, 2], off_diagonal=[0, 1], linear=[0, 1, 2])
    listed = [(a, b) for a in template.matrices() for b in template.vectors(a)]
    assert len(set(listed)) == len(listed) == template.number_of_candidates == 2 * 3 * 3
    for a, b in listed:
        assert all((a[i][i] + b[i]) % 2 == 0 for i in range(2))
        assert a[0][1] == a[1][0]


def test_a_sum_is_written_as_it_is_read():
    assert nahm(1).written(((1,),), (1,)) == "sum q^((n1^2 + n1)/2) 1/(q)_n1"
    assert nahm(1).written(((0,),), (0,)) == "sum q^(0) 1/(q)_n1"
    template = SumTemplate("1/(q)_n1 [2n1, n2]")
    text = "sum q^(n1^2 - n1*n2 + n2^2 - n1 + n2) 1/(q)_n1 [2n1, n2]"
    assert template.written(((2, -1), (-1, 2)), (-2, 2)) == text


@pytest.mark.parametrize(
    ("factors", "says"),
    [
        ("", "variables n1"),
        ("hello", "variables n1"),
        ("1/(q)_n7", "variables n1 .. n6"),
        ("1/(q)_n0", "variables n1"),
        ("1/(q)_n1 + 1", "factors must be such as"),
        ("(q)_n1", "below the line"),
        ("q^n1/(q)_n1", "factors must be such as"),
        ("n1", "factors must be such as"),
        ("1/n1", "factors must be such as"),
        ("1/(q)_{n1/2}", "indices such as 2n1"),
        ("1/(q)_{2}[n1, x]", "indices such as 2n1"),
        ("[n1, n2", "factors must be such as"),
        ("1/((q)_n1", "factors must be such as"),
        ("1/(q)_n1)(", "factors must be such as"),
        ("1/(q)_{n1 n2}", "indices such as 2n1"),
    ],
)
def test_factors_that_cannot_be_read(factors, says):
    with pytest.raises(ValueError, match=says) as error:
        SumTemplate(factors)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: nahm(0), "k must be at least 1"),
        (lambda: nahm(7), "k must be at most 6"),
        (lambda: nahm(1, diagonal=[]), "diagonal must have an entry"),
        (lambda: nahm(1, linear=[10**30]), "linear must be from -100000 to 100000"),
        (lambda: nahm(1, diagonal=range(10**9)), "diagonal must be from -100000 to 100000"),
        (lambda: nahm(1, linear=repeat(2)), "linear must be at most 200001 entries"),
        (lambda: nahm(2).series([[0, 0], [0, 0]], [2, 2], 3000), "steps of going through a box"),
        (lambda: nahm(1, diagonal=[1], linear=[0, 2]), "all exponents are fractions"),
        (lambda: nahm(1).series([[1]], [0], 9), "vector must make whole exponents: A_11"),
        (lambda: nahm(1).series([[2]], [-4], 9), "no negative exponent, got -1 at n = "),
        (lambda: nahm(1).series([[-2]], [0], 9), "finite to every order"),
        (lambda: nahm(1).series([[0]], [0], 9), "finite to every order"),
        (lambda: nahm(2).series([[2, 1], [0, 2]], [0, 0], 9), "symmetric, 2 by 2"),
        (lambda: nahm(2).series([[2]], [0, 0], 9), "symmetric, 2 by 2"),
        (lambda: nahm(2).series([[2, 1], [1, 2]], [0], 9), "vector must have 2 entries"),
        (lambda: nahm(1).series([[2]], [0], 0), "order must be at least 1"),
        (
            lambda: nahm(6).series(
                [[2 * (i == j) for j in range(6)] for i in range(6)], [0] * 6, 10**4
            ),
            "more than",
        ),
    ],
)
def test_what_is_refused_in_one_line(call, says):
    with pytest.raises(ValueError, match=says) as error:
        call()
    assert "\n" not in str(error.value)


def test_entries_are_integers():
    with pytest.raises(TypeError, match="linear must be an integer"):
        nahm(1, linear=[0.5])
    with pytest.raises(TypeError, match="matrix must be an integer"):
        nahm(1).series([[2.0]], [0], 5)
