"""b-files: out and in again, and what is none; sequences found in a file of many."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termwise import BFile, find_in_oeis, from_bfile, to_bfile

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


STRIPPED = """# OEIS Sequence Data, in a form that is easy to look through
# A comment may have ,1,2,3,4,5,6, in it

A000001 ,0,1,1,1,2,1,2,1,5,2,2,1,5,1,2,1,14,
A000041 ,1,1,2,3,5,7,11,15,22,30,42,56,77,101,
A000045 ,0,1,1,2,3,5,8,13,21,34,55,89,
A000110 ,1,1,2,5,15,52,203,
A033999 ,1,-1,1,-1,1,-1,1,-1,1,
A1000000 ,12,3,5,7,11,15,
"""


@pytest.fixture(params=["stripped", "stripped.gz"])
def stripped(request, tmp_path):
    path = tmp_path / request.param
    text = STRIPPED.encode()
    path.write_bytes(gzip.compress(text) if path.suffix else text)
    return path


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        ([1, 2, 3, 5, 7, 11], {"A000041": 1}),
        ([1, 1, 2, 3, 5], {"A000041": 0, "A000045": 1}),
        ([0, 1, 1, 2, 3, 5, 9], {}),  # six terms agree, but the seventh is there and is another
        ([1, 1, 2, 5, 15, 52, 203, 877, 4140], {"A000110": 0}),  # longer than the file's
        ([1, 2, 5, 15, 52, 203, 877], {"A000110": 1}),
        ([2, 5, 15, 52, 203, 877], {}),  # the file has five of them only
        ([2, 3, 5, 7, 11, 15], {"A000041": 2}),  # 12 does not end in a term 2
        ([-1, 1, -1, 1, -1, 1], {"A033999": 1}),
        ([1, 1, 1, 1, 1, 1], {}),
        ([14], {"A000001": 16}),
        ([1, 2, 3, 4, 5, 6], {}),
    ],
)
def test_terms_are_found_in_a_row(stripped, terms, found):
    assert find_in_oeis(terms, stripped) == found
    naive = {}
    for line in STRIPPED.splitlines():
        if line.startswith("A"):
            name, *there = line.replace(" ", "").rstrip(",").split(",")
            there = [int(term) for term in there]
            starts = [
                at
                for at in range(len(there))
                if len(there) - at >= min(6, len(terms))
                and all(a == b for a, b in zip(there[at:], terms, strict=False))
            ]
            if starts:
                naive[name] = starts[0]
    assert naive == found


def test_fewer_terms_are_enough_where_one_says_so(stripped):
    assert find_in_oeis([2, 5, 15, 52, 203, 877], stripped, least=5) == {"A000110": 2}
    with pytest.raises(ValueError, match="least must be at least 1"):
        find_in_oeis([1], stripped, least=0)
    with pytest.raises(ValueError, match="values must have a term"):
        find_in_oeis([], stripped)


def test_what_is_no_file_of_sequences(tmp_path):
    path = tmp_path / "stripped.gz"
    with pytest.raises(FileNotFoundError):
        find_in_oeis([1], path)
    for content, says in (
        (b"", "which has no sequence"),
        (b"# OEIS\n", "which has no sequence"),
        (b"A000001 ,1,\nnumbers\n", "line 2: numbers"),
        (b"A1 ,1,2,x,\n", "line 1: A1 ,1,2,x,"),
        (gzip.compress(STRIPPED.encode())[:-9], "must be a whole file"),
        (b"\x1f\x8b damaged", "must be a whole file"),
    ):
        path.write_bytes(content)
        with pytest.raises(ValueError, match=says):
            find_in_oeis([1, 2], path)
