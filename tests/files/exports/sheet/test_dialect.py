from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmroi.files.exports.sheet.dialect import Opening, opening

HEADERS = {"id", "stage", "amount", "close date", "owner"}


def found(text: str, delimiter: str = "") -> Opening:
    return opening(text.encode(), delimiter, lambda header: header.casefold() in HEADERS)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_gives_records_of_one_width(mark: str) -> None:
    text = f"Id{mark}Stage{mark}Amount\n1{mark}Won{mark}12\n2{mark}Lost{mark}0\n"
    assert found(text).dialect.delimiter == mark


def test_a_list_inside_the_cells_is_no_delimiter() -> None:
    text = "Id,Stage,Tags\n" + "1,Won,a;b;c;d\n" * 20
    assert found(text).dialect.delimiter == ","


def test_a_decimal_comma_in_every_record_is_no_delimiter() -> None:
    text = "Name;Betrag\n" + "Alfa;12,50\n" * 20
    assert found(text).dialect.delimiter == ";"


def test_headers_that_hold_another_mark_are_quoted() -> None:
    assert found('"Stage, now";"Amount, EUR"\nWon;1\n').dialect.delimiter == ";"


@pytest.mark.parametrize("hint", ["sep=;\n", "SEP=;\r\n", '"sep=;"\n', "sep=;;;\n"])
def test_a_first_line_for_excel_names_the_delimiter(hint: str) -> None:
    first = found(hint + "Id;Stage\n1;Won, at last\n")
    assert first.dialect.delimiter == ";"
    assert first.records[0] == ("Id", "Stage")


@pytest.mark.parametrize(("said", "mark"), [(";", ";"), ("tab", "\t"), ("\\t", "\t"), ("^", "^")])
def test_a_delimiter_that_is_named_is_taken(said: str, mark: str) -> None:
    assert found(f"Id{mark}Stage\n1{mark}Won\n", said).records[0] == ("Id", "Stage")


def test_backslashes_before_quotes_are_found() -> None:
    assert found('Id,Note\n1,"say \\"hi\\", go"\n').records[1] == ("1", 'say "hi", go')


def test_a_backslash_that_ends_a_quoted_cell_is_a_character() -> None:
    assert found('Id,Path\n1,"C:\\dir\\"\n').records[1] == ("1", "C:\\dir\\")


def test_blanks_before_quotes_are_found() -> None:
    assert found('Id, "Stage, now"\n1, "Won, at last"\n').records[1] == ("1", "Won, at last")


def test_lines_above_the_header_do_not_mislead() -> None:
    first = found("Deals; as of today, all\n\nId,Stage,Amount\n1,Won,2\n2,Lost,3\n")
    assert first.dialect.delimiter == ","
    assert first.header is not None
    assert (first.header.index, first.header.cells) == (2, ("Id", "Stage", "Amount"))


CELL = st.text(st.sampled_from('ab ,;"\n\t|é'), max_size=8)


@given(
    st.integers(2, 5).flatmap(
        lambda width: st.lists(
            st.lists(CELL, min_size=width, max_size=width), min_size=2, max_size=8
        )
    ),
    st.sampled_from(",;\t|"),
)
def test_known_headers_find_the_delimiter_of_any_table(table: list[list[str]], mark: str) -> None:
    header = ["Id", "Stage", "Amount", "Owner", "Close date"][: len(table[0])]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=mark, lineterminator="\n").writerows([header, *table])
    assert found(text.getvalue()).dialect.delimiter == mark
