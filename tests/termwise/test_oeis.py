"""b-files: out and in again, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termwise import BFile, from_bfile, to_bfile

lines = st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=9)
files = st.builds(
    BFile,
    st.lists(st.integers(), min_size=1, max_size=6).map(tuple),
    st.integers(-5, 10**30),
    st.lists(lines.map(lambda line: line.lstrip("#")), max_size=2).map(tuple),
)


@given(files)
def test_out_and_in_again(file):
    text = to_bfile(file.values, file.offset, file.comments)
    assert from_bfile(text) == file
    assert text == f"{file}\n"
    assert eval(repr(file)) == file
    assert len(file) == len(file.values)


def test_on_paper():
    assert to_bfile((1, -2), 3, ["A1"]) == "# A1\n3 1\n4 -2\n"
    read = from_bfile("# one\n\n#two\n 7   1 \n8\t-10\r\n# end\n")
    assert read == BFile((1, -10), 7, ("one", "two", "end"))
    long = 10**5000
    assert from_bfile(to_bfile([long])).values == (long,)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "got no term"),
        ("# only comments\n", "got no term"),
        ("0 1\n2 2\n", "line 2 must have the index 1, got 2"),
        ("0 1\n0 2\n", "line 2 must have the index 1, got 0"),
        ("0 1 2\n", "line 1 must be an index and a term, got 0 1 2"),
        ("0\n", "line 1 must be an index"),
        ("0 1.5\n", "line 1 must have integers, got 1.5"),
        ("0 1_000\n", "line 1 must have integers"),
        ("0 +1\n", "line 1 must have integers"),
        ("0 ١\n", "line 1 must have integers"),
        ("0 " + "9" * 10**6, "line 1 must have integers"),
        ("\n" * 10**6 + "\n0 1", "at most 1000000 lines"),
    ],
)
def test_what_is_no_b_file(text, says):
    with pytest.raises(ValueError, match=says):
        from_bfile(text)


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: to_bfile([]), ValueError, "values must have a term"),
        (lambda: to_bfile([0.5]), TypeError, "values must be integers"),
        (lambda: to_bfile([1], comments=["a\nb"]), ValueError, "lines of ASCII"),
        (lambda: to_bfile([1], comments=["é"]), ValueError, "lines of ASCII"),
        (lambda: to_bfile([1], comments="ab"), TypeError, "comments must be an iterable"),
        (lambda: to_bfile([1], 0.5), TypeError, "offset must be an integer"),
        (lambda: BFile("12"), TypeError, "values must be a tuple"),
        (lambda: from_bfile(b"0 1"), TypeError, "text must be a string"),
    ],
)
def test_what_is_refused(make, error, says):
    with pytest.raises(error, match=says):
        make()
