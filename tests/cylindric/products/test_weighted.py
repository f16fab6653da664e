"""Borodin's product with weights of the slices: the refined series at powers of q."""

from cylindric import Profile, borodin_series, refined_series
from cylindric.products.weighted import slices_product


def test_powers_of_q_in_the_refined_product():
    order = 7
    for word in ("110", "1010", "01101"):
        refined = refined_series(Profile(word), order)
        slices = [1 + k % 3 for k in range(len(word))]
        expected = [0] * order
        for powers, count in refined.terms.items():
            at = sum(w * p for w, p in zip(slices, powers, strict=True))
            if at < order:
                expected[at] += count
        product = slices_product(word, slices, order)
        assert [int(product[n]) for n in range(order)] == expected


def test_weights_of_1():
    product = slices_product("11010", (1,) * 5, 40)
    series = borodin_series(Profile("11010"), 40)
    assert tuple(int(product[n]) for n in range(40)) == series.coefficients
