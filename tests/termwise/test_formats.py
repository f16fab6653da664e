"""The one mechanism of JSON: what is written, what is read, and what is refused."""

import json
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import pytest
from flint import fmpq

import cylindric
import lambdadet
from termwise import MISSING, BFile, Claim, Comparison, Row, from_json, to_json
from termwise.formats import MOST_DIGITS, Storable
from termwise.json_text import json_text

CHECK = Comparison.of_terms(
    "p",
    {"a": {0: 1, 1: Fraction(1, 3), 2: 10**5000}, "b": {0: 1, 1: "x"}},
    meanings={"a": "one way"},
    term="z^{}",
    notes=["a note"],
)
CLAIM = Claim("n^2 >= n", "n = 0..8", "checked")


@pytest.mark.parametrize(
    "value",
    [
        *(None, True, 0, -(10**5000), "z\0", (), (1, ("a",)), Fraction(-1, 3), MISSING),
        {(1, 2): Fraction(1, 2), "a": {}},
        {"type": "termwise.Claim"},
        *(CHECK, CLAIM, BFile((1, 2), 5, ("c",)), Row("t", (1, MISSING))),
        (CLAIM, {1: CLAIM}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_round_trip(value):
    again = from_json(to_json(value))
    assert again == value
    assert type(again) is type(value)
    assert to_json(again) == to_json(value)


def test_a_saved_comparison_reads_back():
    again = Comparison.from_json(CHECK.to_json())
    assert again == CHECK
    assert not again
    assert str(again) == str(CHECK)
    assert again.first_difference.term == "z^1"


def test_numbers_of_others_are_numbers():
    assert from_json(to_json((np.int64(3), fmpq(1, 2)))) == (3, Fraction(1, 2))


def test_foreign_values_of_a_comparison_are_kept_as_text():
    import sympy

    x = sympy.Symbol("x")
    given = Comparison.of_terms("p", {"a": {0: x, 1: x}, "b": {0: x, 1: 2 * x}})
    again = from_json(given.to_json())
    assert [row.agrees for row in again.rows] == [True, False]
    assert again.rows[1].values == ("x", "2*x")


@pytest.mark.parametrize("value", [0.5, object(), print, {1, 2}, b"1", (1, 1j)])
def test_what_has_no_form_is_not_written(value):
    with pytest.raises(TypeError, match="value must be one that JSON is defined for"):
        to_json(value)


def document(**changes):
    return json.dumps(json.loads(CLAIM.to_json()) | changes)


def value(text):
    return f'{{"format": "termwise", "version": 1, "value": {text}}}'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Expecting value"),
        ("[]", "a document must be an object"),
        ("[" * 10**5, "nested too deeply"),
        (value("[" * 60 + "]" * 60), "nested too deeply"),
        ("{}", "format must be 'termwise', got None"),
        (document(format="other"), "format must be 'termwise', got 'other'"),
        (document(version=2), "version must be 1, got 2"),
        (document(version=True), "version must be 1, got True"),
        ('{"format": "termwise", "version": 1}', "a type or a value"),
        (value("0.5"), "numbers must be exact, got 0.5"),
        (value("NaN"), "numbers must be exact, got NaN"),
        (value("1e9"), "numbers must be exact, got 1e9"),
        (value("1" * (MOST_DIGITS + 1)), "at most 1000000 digits"),
        (value('{"a": 1}'), "type must be a text"),
        (value('{"type": 1}'), "type must be a text"),
        (value('{"type": "os.system"}'), "type must be one that is known"),
        (value('{"type": "termwise.run"}'), "type must be one that is known"),
        (value('{"type": "builtins.eval"}'), "type must be one that is known"),
        (value('{"type": "fraction", "value": "1/0"}'), "must be like '3/7', got '1/0'"),
        (value('{"type": "fraction", "value": "١/2"}'), "a fraction must be like"),
        (value('{"type": "fraction", "value": "1/2", "a": 1}'), "fraction must have no 'a'"),
        (value('{"type": "fraction"}'), "fraction must have value"),
        (value('{"type": "mapping", "items": {}}'), "items must be a list of pairs"),
        (value('{"type": "mapping", "items": [[1]]}'), "items must be pairs"),
        (value('{"type": "mapping", "items": [[1, 1], [1, 2]]}'), "every key once, got 1 twice"),
        (
            value('{"type": "mapping", "items": [[{"type": "mapping", "items": []}, 1]]}'),
            "unhashable",
        ),
        (document()[:-1] + ', "status": "proved"}', "a field must be given once, got 'status'"),
        (document(verdict="PROVED"), "verdict must be 'CHECKED for n = 0..8', got 'PROVED'"),
        (document(status="proved"), "proof must be given"),
        (document(more=1), "Claim must have no 'more'"),
        (document(statement=["a"]), "statement must be a string"),
        (to_json(BFile((1,))).replace('"offset": 0,', ""), "BFile must have offset"),
        (CHECK.to_json().replace('"agrees": false', '"agrees": true'), "agrees must be"),
    ],
)
def test_what_is_no_document_is_refused_in_one_line(text, says):
    with pytest.raises(ValueError, match="text must be JSON of termwise") as error:
        from_json(text)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_a_long_text_is_refused_unless_it_is_wanted():
    text = CHECK.to_json()
    with pytest.raises(ValueError, match=r"at most 100 characters, got \d+: pass a larger limit"):
        from_json(text, limit=100)
    assert Comparison.from_json(text, limit=10**5) == CHECK


def test_another_type_is_named():
    with pytest.raises(ValueError, match="text must be the JSON of a Comparison, got a Claim"):
        Comparison.from_json(CLAIM.to_json())
    with pytest.raises(TypeError, match="text must be a string, got 3"):
        Claim.from_json(3)


def test_a_type_enters_itself():
    @dataclass(frozen=True)
    class Point(Storable):
        x: int
        y: Fraction

    assert Point.from_json(Point(1, Fraction(2, 3)).to_json()) == Point(1, Fraction(2, 3))


def test_a_document_is_read_by_people_too():
    lines = CHECK.to_json().splitlines()
    assert lines[1:4] == [
        '  "format": "termwise",',
        '  "version": 1,',
        '  "type": "termwise.Comparison",',
    ]
    assert sum('"termwise.Row"' in line for line in lines) == 3
    assert json_text({"a": {"b": [1, 2]}}) == '{\n  "a": {"b": [1, 2]}\n}'


@pytest.mark.parametrize("text", ["\0000", "\0", 'a"\0001', "\\u00001", "\0" * 3])
def test_texts_are_no_marks_of_integers(text):
    assert from_json(to_json((text, 10**5000))) == (text, 10**5000)


def test_what_is_nested_too_deeply_is_not_written():
    value = ()
    for _ in range(100):
        value = (value,)
    with pytest.raises(ValueError, match="nested 40 deep at most"):
        to_json(value)
    value = 1
    for _ in range(40):
        value = (value,)
    assert from_json(to_json(value)) == value


def test_true_is_not_one():
    text = Comparison.of_terms("s", {"a": {1: 2}, "b": {1: 2}}).to_json()
    assert '"agrees": true' in text
    with pytest.raises(ValueError, match="agrees must be True, got 1"):
        from_json(text.replace('"agrees": true', '"agrees": 1'))


def test_values_that_print_alike_stay_apart():
    """A value of a type that is not ours is kept as a text, which may be another side's value."""
    for values in [(Alike(), "x"), ("x", Alike()), ("x", Alike(), "x")]:
        comparison = Comparison(
            "s", [(name, "") for name in "abc"[: len(values)]], [Row(1, values)]
        )
        assert not comparison
        again = from_json(comparison.to_json())
        assert not again
        assert again.rows[0].agrees is False


class Alike:
    def __repr__(self):
        return "x"


TRUE_FOR_ONE = [
    (cylindric.Series((1, 1)), "[1, 1]", "[1, true]"),
    (BFile((2, 1)), "[2, 1]", "[2, true]"),
    (cylindric.Partition((2, 1)), "[2, 1]", "[2, 1, false]"),
    (cylindric.Partition(()), "[]", '""'),
    (cylindric.Partition(()), "[]", '{"type": "mapping", "items": []}'),
    (lambdadet.AlternatingSignMatrix([[0, 1], [1, 0]]), "[0, 1]", "[false, 1]"),
    (BFile((1,)), '"comments": []', '"comments": ""'),
    (cylindric.Decomposition((), {(1, 2, 1): 1}), "[[1, 2, 1], 1]", "[[1, 2, 1], true]"),
]


@pytest.mark.parametrize(("value", "old", "new"), TRUE_FOR_ONE)
def test_a_truth_value_is_no_integer_and_a_text_no_list(value, old, new):
    text = value.to_json()
    assert text.count(old) == 1
    with pytest.raises(ValueError, match=r"must be .*, got |empty|must have"):
        from_json(text.replace(old, new))


def test_what_a_constructor_puts_in_order_is_read():
    text = cylindric.Partition((2, 1)).to_json()
    assert from_json(text.replace("[2, 1]", "[2, 1, 0]")) == (2, 1)
