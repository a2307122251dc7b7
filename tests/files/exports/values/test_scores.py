from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmroi.files.exports.table import Scale
from crmroi.files.exports.values.scores import read_scores

WORDS = Scale(0, 1, words=True)


def read(*cells, header="Score"):
    return read_scores(pl.Series(header, cells, dtype=pl.String), header)


@pytest.mark.parametrize(
    ("cells", "scores", "scale"),
    [
        (["2.0", "5.0", ""], [2, 5, None], Scale(1, 5)),
        (["4,5", "3,25"], [4.5, 3.25], Scale(1, 5)),
        (["6", "7", "1"], [6, 7, 1], Scale(1, 7)),
        (["9", "10", "0"], [9, 10, 0], Scale(0, 10)),
        (["3", "0"], [3, 0], Scale(0, 10)),
        (["85", "20"], [85, 20], Scale(0, 100)),
        (["85%", "100 %"], [85, 100], Scale(0, 100)),
        (["4/5", "3 / 5", "2 out of 5"], [4, 3, 2], Scale(1, 5)),
        (["8/10"], [8], Scale(0, 10)),
        (["4 - Satisfied", "1 - Very bad"], [4, 1], Scale(1, 5)),
        (["★★★★☆", "★", "★★★★★"], [4, 1, 5], Scale(1, 5)),
        (["Good", "Bad", "Offered", "Not Offered", ""], [1, 0, None, None, None], WORDS),
        (["Bon", "Mauvais"], [1, 0], WORDS),
        (["Bom", "Ruim"], [1, 0], WORDS),
        (["Gut", "Schlecht"], [1, 0], WORDS),
        (["Bueno", "Malo"], [1, 0], WORDS),
    ],
)
def test_the_scale_is_found_from_the_values(cells, scores, scale):
    read_ = read(*cells)
    assert read_.series.to_list() == scores
    assert read_.series.dtype == pl.Float64
    assert read_.scale == scale
    assert not read_.unread.any()


@pytest.mark.parametrize("header", ["NPS", "nps_score", "How likely are you to recommend us?"])
def test_a_question_of_recommending_goes_from_nought_to_ten(header):
    assert read("4", "5", header=header).scale == Scale(0, 10)


def test_nobody_who_rated_is_no_scale():
    for cells in (["", None], ["Offered", "Not Offered"]):
        read_ = read(*cells)
        assert read_.scale is None
        assert read_.series.null_count() == len(cells)
        assert read_.remarks == ()


def test_what_is_no_score_is_left_empty_and_counted():
    read_ = read("4", "perhaps", "-1")
    assert read_.series.to_list() == [4, None, None]
    assert [remark.message for remark in read_.remarks] == [
        "2 cells of “Score” are not scores and are left empty: rows 3, 4."
    ]


@pytest.mark.parametrize("endless", ["9" * 400, "9" * 307 + "%", "1" + "0" * 308])
def test_a_number_beyond_all_measure_is_no_score(endless):
    read = read_scores(pl.Series(["4", endless]), "Stars")
    assert read.series.to_list() == [4.0, None]
    assert read.unread.to_list() == [False, True]


def test_one_word_among_numbers_does_not_make_a_scale_of_words():
    assert read("4", "5", "2", "good").scale == Scale(1, 5)


def test_scores_beyond_every_usual_scale_are_remarked_on():
    read_ = read("120", "40")
    assert read_.scale == Scale(0, 200)
    assert [remark.message for remark in read_.remarks] == [
        "“Score” holds scores that no usual scale has; 0 to 200 is taken."
    ]


@given(st.lists(st.integers(0, 10), min_size=1, max_size=20))
def test_every_score_lies_on_its_scale(values):
    read_ = read(*map(str, values))
    assert read_.series.to_list() == values
    assert read_.scale.low <= min(values)
    assert max(values) <= read_.scale.high


@given(st.lists(st.text(max_size=15), max_size=8))
def test_no_text_stops_it(cells):
    read_ = read(*cells)
    assert len(read_.series) == len(cells) == len(read_.unread)
