from __future__ import annotations

from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmroi.files.exports.table import Options
from crmroi.files.exports.values.numbers import read_money, read_numbers


def money(*cells, hint="", **options):
    return read_money(
        pl.Series("Amount", cells, dtype=pl.String), "Amount", Options(**options), hint
    )


def amounts(*cells, **options):
    return [None if amount is None else str(amount) for amount in money(*cells, **options).series]


def numbers(*cells, hint="", **options):
    series = pl.Series("Amount", cells, dtype=pl.String)
    return read_numbers(series, "Amount", Options(**options), hint)


def remarks(read):
    return [remark.message for remark in read.remarks]


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (["1234", "5"], ["1234", "5"]),
        (["1234.5", "12.25"], ["1234.50", "12.25"]),
        (["1234,5", "12,25"], ["1234.50", "12.25"]),
        (["1.234,50", "900"], ["1234.50", "900.00"]),
        (["1,234.50", "900"], ["1234.50", "900.00"]),
        (["1.234.567", "1.234"], ["1234567", "1234"]),
        (["1 234,50", "12,5"], ["1234.50", "12.50"]),
        (["1\u00a0234,50"], ["1234.50"]),
        (["1\u202f234\u202f567,50"], ["1234567.50"]),
        (["1\u2009234.50"], ["1234.50"]),
        (["1'234.50", "1’234’567.00"], ["1234.50", "1234567.00"]),
        (["1,00,000.50", "12,34,567"], ["100000.50", "1234567.00"]),
        (["12,345", "0,5", "7,25"], ["12.345", "0.500", "7.250"]),
        (["0.123"], ["0.123"]),
        (["1234.567"], ["1234.567"]),
        ([".5", "1."], ["0.5", "1.0"]),
        (["-5", "(5)", "5-", "−5", "+5", "- 5"], ["-5", "-5", "-5", "-5", "5", "-5"]),
        (["1.5E+03", "2.5e-1"], ["1500.000000000", "0.250000000"]),
        (["17.25326246777651"], ["17.253262468"]),
        (["99999999999999999999.5"], ["99999999999999999999.5"]),
        (["", "NA", "-", None, "7"], [None, None, None, None, "7"]),
        (["'-12.50"], ["-12.50"]),
    ],
)  # fmt: skip
def test_amounts_are_read_as_they_are_written(cells, read):
    assert amounts(*cells) == read
    assert not money(*cells).unread.any()


@pytest.mark.parametrize(
    ("cell", "amount", "currency"),
    [
        ("€12", "12", "EUR"),
        ("12 €", "12", "EUR"),
        ("€ -1.234,50", "-1234.50", "EUR"),
        ("-€12.00", "-12.00", "EUR"),
        ("R$ 1.234,56", "1234.56", "BRL"),
        ("US$5.00", "5.00", "USD"),
        ("A$ 5", "5", "AUD"),
        ("$5", "5", "$"),
        ("$(5.00)", "-5.00", "$"),
        ("CHF 50.–", "50.00", "CHF"),
        ("1.234,-- €", "1234.00", "EUR"),
        ("($5.00)", "-5.00", "$"),
        ("£1,234.00", "1234.00", "GBP"),
        ("₹1,00,000.00", "100000.00", "INR"),
        ("12 Kč", "12", "CZK"),
        ("12,50 zł", "12.50", "PLN"),
        ("CHF 1'000.00", "1000.00", "CHF"),
        ("1000 chf", "1000", "CHF"),
        ("12 FCFA", "12", "XOF"),
        ("Rs. 1,20,000.50", "120000.50", "Rs"),
        ("12 $ CA", "12", "CAD"),
        ("RM12", "12", "MYR"),
        ("S/. 12", "12", "PEN"),
        ("12 TL", "12", "TRY"),
        ("EUR12", "12", "EUR"),
        ("12\u00a0USD", "12", "USD"),
    ],
)
def test_a_currency_before_or_after_is_found(cell, amount, currency):
    read = money(cell, "")
    assert read.series[0] == (None if amount is None else Decimal(amount))
    assert read.currencies == (() if currency is None else (currency,))
    if currency:
        assert read.currency.to_list() == [currency, None]


def test_several_currencies_are_told_the_most_frequent_first():
    read = money("€1", "$2", "3 €", "4")
    assert read.currencies == ("EUR", "$")
    assert read.currency.to_list() == ["EUR", "$", "EUR", None]


def test_percent_cells_are_fractions():
    assert numbers("63%", "0,5 %", "12 %").series.to_list() == pytest.approx([0.63, 0.005, 0.12])


def test_numbers_are_floats():
    read = numbers("1.234,5", "7")
    assert read.series.dtype == pl.Float64
    assert read.series.to_list() == [1234.5, 7.0]


@pytest.mark.parametrize("endless", ["9" * 400, "1e999"])
def test_a_number_beyond_every_double_is_left_empty_and_counted(endless):
    read = numbers("7", endless)
    assert read.series.to_list() == [7.0, None]
    assert read.unread.to_list() == [False, True]


def test_money_keeps_its_digits_in_a_short_decimal_where_they_fit():
    assert money("1.25", "7").series.dtype == pl.Decimal(18, 2)
    assert money("12345678901234567.25").series.dtype == pl.Decimal(38, 2)


@pytest.mark.parametrize(
    "cell",
    ["x", "12 users", "5 ABC", "1.2.3", "12,34.5,6", "0x10", "1_000", "inf", "--5", "(5", "5)",
     "-(5)", "1 23", "\u0661\u0662", "=1+1", "€", "5 € %", "1,23,45.6"],
)  # fmt: skip
def test_what_is_no_number_is_left_empty_and_counted(cell):
    read = money("7.25", cell)
    assert read.series.to_list() == [Decimal("7.25"), None]
    assert read.unread.to_list() == [False, True]
    assert remarks(read) == ["1 cell of “Amount” is not a number and is left empty: row 3."]


@pytest.mark.parametrize("cell", ["12k", "1.2M", "25 mil", "3 Mio", "3 Mio €", "2 Md", "1.5bn"])
def test_magnitudes_are_not_read_and_said_to_be(cell):
    read = money("7.25", cell, "1K")
    assert read.series.to_list() == [Decimal("7.25"), None, None]
    assert remarks(read) == [
        "2 cells of “Amount” tell their numbers in thousands or millions (12k, 1.2M) and are left"
        " empty: write them out."
    ]


@pytest.mark.parametrize("cells", [["1.234"], ["1.234", "5.678", "12"], ["1.250", "1234"]])
def test_what_nothing_proves_is_asked(cells):
    read = money(*cells)
    question = read.question
    assert question.key == "decimal"
    assert question.subject == "Amount"
    assert question.choices == (".", ",")
    assert question.option == "--decimal"
    assert question.examples[0] == cells[0]
    assert question.notice.message == (
        "Nothing in the column “Amount” tells whether “.” parts thousands or decimals."
    )
    assert read.series.null_count() == len(cells)
    assert cells[0] not in repr(question)
    assert money("1,234").question.notice.values["mark"] == ","


def test_an_answer_or_the_other_columns_settle_it():
    assert amounts("1.234", decimal=",") == ["1234"]
    assert amounts("1.234", decimal=".") == ["1.234"]
    assert amounts("1.234", hint=",") == ["1234"]
    assert amounts("1.234", hint=",", decimal=".") == ["1.234"]


def test_an_answer_does_not_go_against_what_a_column_proves():
    assert amounts("1.5", "2.25", decimal=",") == ["1.50", "2.25"]


def test_only_a_mark_that_cells_show_is_a_hint_for_others():
    assert money("1,5").mark == ","
    assert money("1.5").mark == "."
    assert money("15").mark == ""
    assert money("1.234", decimal=",").mark == ""


def test_thousands_are_proved_where_no_program_writes_decimals_so():
    assert amounts("1.250", "900", "12.345") == ["1250", "900", "12345"]
    assert amounts("1,250", "900", "12,345") == ["1250", "900", "12345"]


def test_both_marks_in_one_column_are_asked_about():
    read = money("1.5", "2,5")
    assert read.question.notice.message == (
        "The column “Amount” has numbers with a decimal point (row 2) and with a decimal comma"
        " (row 3). Say which to keep; the others are left empty."
    )
    answered = money("1.5", "2,5", decimal=",")
    assert answered.series.to_list() == [None, Decimal("2.5")]
    assert answered.unread.to_list() == [True, False]


CENTS = st.lists(st.integers(-(10**11), 10**11), min_size=1, max_size=12)
AROUND = st.sampled_from(["{}", "{} €", "€{}", "EUR {}", "{} EUR", " {} "])


def written(cents, group, point):
    whole = f"{abs(cents) // 100:,}".replace(",", group)
    return f"{'-' if cents < 0 else ''}{whole}{point}{abs(cents) % 100:02}"


@given(
    CENTS,
    st.sampled_from([("", "."), ("", ","), (",", "."), (".", ","), (" ", ","), ("\u202f", ","),
                     ("\u00a0", "."), ("'", "."), ("’", ".")]),
    AROUND,
)  # fmt: skip
def test_amounts_are_read_back_in_every_way_of_writing(cents, marks, around):
    cells = [around.format(written(amount, *marks)) for amount in cents]
    read = money(*cells)
    assert read.question is None
    assert read.series.to_list() == [Decimal(amount) / 100 for amount in cents]


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=8), st.sampled_from(",.'"))
def test_whole_thousands_are_read_back_or_asked_about(values, group):
    cells = [f"{value:,}".replace(",", group) for value in values]
    read = money(*cells)
    assert read.question or [int(value) for value in read.series] == values


@given(st.lists(st.floats(-1e15, 1e15), min_size=1, max_size=8))
def test_floats_are_read_back_or_asked_about(values):
    read = numbers(*map(repr, values))
    assert read.question or read.series.to_list() == values


@given(st.lists(st.text(max_size=15), max_size=8))
def test_no_text_stops_it(cells):
    read = money(*cells)
    assert len(read.series) == len(cells) == len(read.unread)


@pytest.mark.parametrize("around", ["{}", "{} €", "€ {}"])
def test_a_column_written_alike_reads_as_one_that_is_not(around):
    cells = [around.format(written(7 * n - 5_000, ".", ",")) for n in range(3_000)]
    alike, mixed = money(*cells), money(*cells, "CHF 5")
    assert alike.series.to_list() == mixed.series.to_list()[:-1]
    assert not alike.unread.any()
