from __future__ import annotations

import polars as pl
import pytest

from crmroi.files.exports.values.flags import flag_or_moment, read_flags


def read(*cells):
    return read_flags(pl.Series("Converted", cells, dtype=pl.String), "Converted")


@pytest.mark.parametrize(
    ("yes", "no"),
    [("true", "false"), ("TRUE", "FALSE"), ("True", "False"), ("1", "0"), ("1.0", "0.0"),
     ("yes", "no"), ("Y", "N"), ("oui", "non"), ("OUI", "NON"), ("Sim", "Não"), ("sim", "nao"),
     ("ja", "nein"), ("sí", "no"), ("vrai", "faux"), ("verdadeiro", "falso"), ("wahr", "falsch"),
     ("Done", "Undone")],
)  # fmt: skip
def test_yes_and_no_are_read_in_five_languages(yes, no):
    assert read(yes, no, f" {yes} ").series.to_list() == [True, False, True]


def test_an_empty_cell_is_unknown_where_no_is_written():
    assert read("yes", "no", "", "NA").series.to_list() == [True, False, None, None]


@pytest.mark.parametrize("yes", ["x", "X", "TRUE", "1"])
def test_an_empty_cell_is_no_where_only_yes_is_written(yes):
    flags = read(yes, "", None)
    assert flags.series.to_list() == [True, False, False]
    assert [remark.message for remark in flags.remarks] == [
        "“Converted” says yes or nothing: an empty cell counts as no."
    ]


def test_another_word_is_left_empty_and_counted():
    flags = read("yes", "perhaps", "maybe")
    assert flags.series.to_list() == [True, None, None]
    assert [remark.message for remark in flags.remarks] == [
        "2 cells of “Converted” say neither yes nor no and are left empty: rows 3, 4."
    ]


def test_an_empty_column_says_nothing():
    flags = read("", None)
    assert flags.series.to_list() == [None, None]
    assert flags.remarks == ()


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["yes", "no", ""], "flag"),
        (["1", "0"], "flag"),
        (["2024-01-05", "", ""], "moment"),
        (["15 janv. 2024", "no"], "flag"),
        (["", ""], "flag"),
        (["45292", "45293", "0"], "moment"),
    ],
)
def test_a_column_says_yes_and_no_or_when(cells, kind):
    assert flag_or_moment(pl.Series(cells)) == kind
