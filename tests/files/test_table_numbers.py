from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmroi.files.table_numbers import AmbiguousNumber, DecimalMark, decimal_mark, read_number

POINT, COMMA = DecimalMark.POINT, DecimalMark.COMMA


@pytest.mark.parametrize(
    ("cell", "mark", "value"),
    [
        ("1234.5", POINT, 1234.5),
        (" -12 ", POINT, -12.0),
        ("\u221212.5", POINT, -12.5),
        ("+.5", POINT, 0.5),
        ("1e3", POINT, 1000.0),
        ("1,606,511", POINT, 1606511.0),
        ("1 606 511,25", COMMA, 1606511.25),
        ("1\u202f606\u00a0511", COMMA, 1606511.0),
        ("1.606.511,25", COMMA, 1606511.25),
        ("1'606'511.25", POINT, 1606511.25),
    ],
)
def test_a_number_is_read_as_it_is_written(cell, mark, value):
    assert read_number(cell, mark) == value


@pytest.mark.parametrize(
    "cell", ["", "-", ".", "abc", "12 €", "1,23", "1,2345", "0,123", "1 23", "NaN", "inf", "(500)",
             "0x10", "1_000", "١٢", "1e9999", "--1", "1.2.3"],
)  # fmt: skip
def test_what_is_not_a_plain_number_is_none(cell):
    assert read_number(cell, POINT) is None


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_what_python_writes_is_read_back_digit_for_digit(number):
    assert read_number(repr(number), POINT) == number
    assert read_number(repr(number).replace(".", ","), COMMA) == number


@given(st.text(), st.sampled_from(DecimalMark))
def test_no_text_crashes_it(cell, mark):
    assert read_number(cell, mark) is None or isinstance(read_number(cell, mark), float)


@pytest.mark.parametrize(
    ("cells", "delimiter", "mark"),
    [
        (["1.200"], ",", POINT),  # the comma is taken by the delimiter
        (["1,5", "2"], ";", COMMA),
        (["1.5", "2"], ";", POINT),
        (["1.200,50"], ";", COMMA),
        (["1,200.50"], ";", POINT),
        (["1.200", "3,5"], ";", COMMA),  # another cell tells
        (["1.200", "3.5"], ";", POINT),
        (["1,200", "3"], ";", COMMA),  # a semicolon is there because the comma is a decimal mark
        (["1.200.000"], "\t", COMMA),
        (["12", "7"], "\t", COMMA),  # no matter
    ],
)
def test_the_whole_table_tells_the_decimal_mark(cells, delimiter, mark):
    assert decimal_mark(cells, delimiter) is mark


@pytest.mark.parametrize(("cell", "delimiter"), [("1.200", ";"), ("1,200", "\t")])
def test_a_number_that_can_be_two_is_a_question(cell, delimiter):
    with pytest.raises(AmbiguousNumber) as question:
        decimal_mark(["12", cell], delimiter)
    assert (question.value.cell, {question.value.point, question.value.comma}) == (
        cell, {1200.0, 1.2},
    )  # fmt: skip
