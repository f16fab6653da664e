"""Lines for FindStat."""

import pytest

from cylindric import CylindricPartition, Partition, Profile, partitions
from lambdadet import AlternatingSignMatrix, alternating_sign_matrices
from termwise import findstat_lines

PLANE = CylindricPartition.from_plane_partition([(2, 1), (1,)])


def test_forms():
    assert findstat_lines(partitions(3), len).splitlines() == [
        "[3] => 1",
        "[2,1] => 2",
        "[1,1,1] => 3",
    ]
    lines = findstat_lines(alternating_sign_matrices(2), lambda a: a.inversion_number)
    assert sorted(lines.splitlines()) == ["[[0,1],[1,0]] => 1", "[[1,0],[0,1]] => 0"]
    assert findstat_lines([PLANE], lambda c: c.weight) == "[[2,1],[1,0]] => 4"
    assert findstat_lines([((1, 1), (2,))], len) == "[[1,1],[2]] => 2"
    assert findstat_lines([Partition(()), AlternatingSignMatrix(())], lambda x: 0) == (
        "[] => 0\n[] => 0"
    )


@pytest.mark.parametrize(
    ("objects", "statistic", "error", "says"),
    [
        ([], len, ValueError, "at least one"),
        ([(1,)] * 3, len, ValueError, "more objects"),
        ([(1,)], lambda x: 0.5, TypeError, "value must be an integer, got 0.5"),
        (["ab"], len, TypeError, "objects must be lists of integers"),
        ([0.5], len, TypeError, "objects must be lists of integers"),
        ([CylindricPartition(Profile("01"), [(), ()])], len, ValueError, "1\\^r 0\\^d"),
    ],
)
def test_bad_input(objects, statistic, error, says):
    with pytest.raises(error, match=says):
        findstat_lines(objects, statistic, limit=2)


def test_long_integers():
    assert len(findstat_lines([(10**5000,)], lambda part: 10**5000)) == 5003 + 4 + 5001


@pytest.mark.parametrize("wrong", [3, ((1, 2), 3), (((1,),),), "31", None])
def test_what_findstat_has_no_form_for(wrong):
    with pytest.raises(TypeError, match="lists of integers, or of rows of integers"):
        findstat_lines([wrong], lambda x: 1)
