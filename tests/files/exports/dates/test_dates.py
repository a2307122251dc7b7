# ruff: noqa: DTZ001 - moments without a zone are what is read
from __future__ import annotations

from datetime import date, datetime, timedelta

import polars as pl
import pytest
from babel.dates import format_date
from hypothesis import assume, example, given
from hypothesis import strategies as st

from crmroi.files.exports.dates.reading import read_date_columns, read_dates
from crmroi.files.exports.table import Options


def read(*cells, header="Close Date", **options):
    return read_dates(pl.Series(header, cells, dtype=pl.String), header, Options(**options))


def values(*cells, **options):
    return read(*cells, **options).series.to_list()


def remarks(dates):
    return [remark.message for remark in dates.remarks]


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("2016-10-20", datetime(2016, 10, 20)),
        ("2018-02-26 19:58:54", datetime(2018, 2, 26, 19, 58, 54)),
        ("2018-02-26 19:58", datetime(2018, 2, 26, 19, 58)),
        ("2017-01-01T00:46:09Z", datetime(2017, 1, 1, 0, 46, 9)),
        ("2017-01-01T00:46:09+00:00", datetime(2017, 1, 1, 0, 46, 9)),
        ("2017-01-01T00:46:09+0000", datetime(2017, 1, 1, 0, 46, 9)),
        ("2017-01-01 00:46:09 UTC", datetime(2017, 1, 1, 0, 46, 9)),
        ("2017-01-01T00:46:09-03:30", datetime(2017, 1, 1, 4, 16, 9)),
        ("2024-10-30 15:15:11.744884", datetime(2024, 10, 30, 15, 15, 11, 744884)),
        ("2024-10-30T15:15:11.5Z", datetime(2024, 10, 30, 15, 15, 11, 500000)),
        ("2024/05/06", datetime(2024, 5, 6)),
        ("10/20/2016", datetime(2016, 10, 20)),
        ("2/26/2018 19:58", datetime(2018, 2, 26, 19, 58)),
        ("20-10-16", datetime(2016, 10, 20)),
        ("27-2-15", datetime(2015, 2, 27)),
        ("27/10/2024", datetime(2024, 10, 27)),
        ("27 10 2024", datetime(2024, 10, 27)),
        ("31.12.2010 8:26", datetime(2010, 12, 31, 8, 26)),
        ("27/10/2024 12:05 AM", datetime(2024, 10, 27, 0, 5)),
        ("27/10/2024 12:05 p. m.", datetime(2024, 10, 27, 12, 5)),
        ("27/10/2024 1:05:09 p.m.", datetime(2024, 10, 27, 13, 5, 9)),
        ("27/10/2024, 10h30", datetime(2024, 10, 27, 10, 30)),
        ("19970101", datetime(1997, 1, 1)),
        ("19970101.0", datetime(1997, 1, 1)),
        ("20240105101500", datetime(2024, 1, 5, 10, 15)),
        ("20240105T101500Z", datetime(2024, 1, 5, 10, 15)),
        ("45292", datetime(2024, 1, 1)),
        ("45292.5", datetime(2024, 1, 1, 12)),
        ("45292,4166666667", datetime(2024, 1, 1, 10)),
        ("1704103200", datetime(2024, 1, 1, 10)),
        ("1704103200000", datetime(2024, 1, 1, 10)),
        ("2024-Q1", datetime(2024, 1, 1)),
        ("Q3 2024", datetime(2024, 7, 1)),
        ("T4 2024", datetime(2024, 10, 1)),
        ("Jan-24", datetime(2024, 1, 1)),
        ("2024-03", datetime(2024, 3, 1)),
        ("03/2024", datetime(2024, 3, 1)),
        ("15 janv. 2024", datetime(2024, 1, 15)),
        ("15 de mar. de 2024", datetime(2024, 3, 15)),
        ("3. März 2024", datetime(2024, 3, 3)),
        ("3. MAERZ 2024", datetime(2024, 3, 3)),
        ("1er août 2024", datetime(2024, 8, 1)),
        ("15 février 2024 à 10:30", datetime(2024, 2, 15, 10, 30)),
        ("lundi 5 mars 2024", datetime(2024, 3, 5)),
        ("Mon, 15 Jan 2024 10:00:00 GMT", datetime(2024, 1, 15, 10)),
        ("mar. 2 janv. 2024", datetime(2024, 1, 2)),
        ("mar. 5 mars 2024", datetime(2024, 3, 5)),
        ("01-janv.-24", datetime(2024, 1, 1)),
        ("janv.-24", datetime(2024, 1, 1)),
        ("15.Jan.2024", datetime(2024, 1, 15)),
        ("March 5, 2024", datetime(2024, 3, 5)),
        ("5-Mar-24", datetime(2024, 3, 5)),
        ("3 de abril de 2024 1:05 a. m.", datetime(2024, 4, 3, 1, 5)),
        ("12\u00a0sept.\u202f2024", datetime(2024, 9, 12)),
        ("  2024-01-05 ", datetime(2024, 1, 5)),
        ("'2024-01-05", datetime(2024, 1, 5)),
        ("31-12-68", datetime(2068, 12, 31)),
        ("31-12-69", datetime(1969, 12, 31)),
    ],
)
def test_every_form_is_read(cell, moment):
    dates = read(cell)
    assert dates.series.to_list() == [moment]
    assert dates.series.dtype == pl.Datetime("us")
    assert not dates.unread.any()


@pytest.mark.parametrize(
    "cell",
    ["31/02/2024", "2024-13-01", "2023-02-29", "12.50", "1234", "Marx 2024", "24-Jan", "January 5",
     "27/10/2024 24:00", "27/10/2024 10:60", "2024-10-28/2024-11-03", "1/2-2024", "0024-01-05",
     "27/10/0024", "45 292", "tomorrow",
     "\u0661\u0665/01/2024", "1/1/20245", "13 PM", "27/10/2024 13:00 PM"],
)  # fmt: skip
def test_what_is_no_date_is_left_empty_and_counted(cell):
    dates = read("2024-05-06", cell)
    assert dates.series.to_list() == [datetime(2024, 5, 6), None]
    assert dates.unread.to_list() == [False, True]
    assert remarks(dates) == [
        "1 cell of “Close Date” is not a date and is left empty: row 3.",
    ]


def test_many_unread_cells_name_their_first_rows():
    rows = pl.Series(range(10, 17))
    cells = pl.Series(["2024-05-06", *["soon"] * 6])
    dates = read_dates(cells, "Close Date", rows=rows)
    assert remarks(dates) == [
        "6 cells of “Close Date” are not dates and are left empty: rows 11, 12, 13, 14, 15 …."
    ]


def test_words_for_nothing_are_empty():
    dates = read("2024-05-06", "", None, "NA", "n/a", "-", "0000-00-00", "(blank)", "NULL")
    assert dates.series.drop_nulls().len() == 1
    assert not dates.unread.any()
    assert dates.remarks == ()


@pytest.mark.parametrize("cell", ["1900-01-01", "1/1/1900", "1970-01-01T00:00:00Z", "9999-12-31"])
def test_dates_that_stand_for_none_are_empty(cell):
    dates = read("2024-05-06", cell, timezone="America/Sao_Paulo")
    assert dates.series.to_list() == [datetime(2024, 5, 6), None]
    assert not dates.unread.any()
    assert remarks(dates) == [
        "1 cell of “Close Date” holds a date that stands for none (such as 1900-01-01)"
        " and counts as empty."
    ]


def test_an_empty_column_has_no_dates_and_no_question():
    for cells in ([], ["", None]):
        dates = read(*cells)
        assert dates.question is None
        assert dates.proof.message == "the column holds no dates"


@pytest.mark.parametrize(
    ("cells", "order", "proof"),
    [
        (["03/04/2024", "25/06/2024"], "dmy", "a first number above 12 in row 3"),
        (["03/04/2024", "06/25/2024"], "mdy", "a second number above 12 in row 3"),
        (["2024-04-03"], "ymd", "the year comes first"),
        (["3 avril 2024"], "ymd", "months in words"),
        (["45292"], "ymd", "days counted from 1900, as spreadsheets do"),
        (["03/03/2024"], "dmy", "no date of the column depends on it"),
        (["98-01-31"], "ymd", "a first number that is no day and no month in row 2"),
    ],
)
def test_the_order_and_what_proved_it_are_told(cells, order, proof):
    dates = read(*cells)
    assert (dates.order, dates.proof.message) == (order, proof)
    assert dates.column.order == order


def test_half_converted_columns_are_month_first_throughout():
    assert values("03/04/2024", "3/25/24", "12/01/2023", "1/31/23") == [
        datetime(2024, 3, 4), datetime(2024, 3, 25), datetime(2023, 12, 1), datetime(2023, 1, 31)
    ]  # fmt: skip


def test_dates_that_a_spreadsheet_may_have_swapped_are_remarked_on():
    left = [f"3/{day}/2024" for day in range(13, 25)]
    rewritten = [f"2024-{day:02}-03" for day in range(1, 13)]
    assert remarks(read(*left, *rewritten)) == [
        "Of the dates of “Close Date”, 12 are written year first and never show a day above 12, and"
        " the others all do: a spreadsheet may have taken day for month in the former."
    ]
    assert remarks(read(*left, *rewritten, "2024-01-30")) == []
    assert remarks(read(*left, *rewritten, "3/3/2024")) == []


def test_what_nothing_proves_is_asked():
    dates = read("03/04/2025", "05/06/2025", "03/03/2025")
    question = dates.question
    assert question.key == "date_order"
    assert question.subject == "Close Date"
    assert question.choices == ("dmy", "mdy")
    assert question.option == "--date-order"
    assert question.examples == ("03/04/2025", "05/06/2025")
    assert question.notice.message == (
        "Nothing in the column “Close Date” tells whether its dates are day first or month first."
    )
    assert dates.series.to_list() == [None, None, None]


def test_a_question_keeps_its_cells_out_of_its_words():
    question = read("03/04/2025", "05/06/2025").question
    assert "2025" not in repr(question) + question.notice.message


@pytest.mark.parametrize("told", ["Close Date", "closed", ""])
def test_an_answer_settles_it(told):
    cells = pl.Series(["03/04/2025"])
    options = Options(date_orders={told: "mdy"})
    dates = read_dates(cells, "Close Date", options, field_name="closed")
    assert dates.series.to_list() == [datetime(2025, 3, 4)]
    assert dates.proof.message == "told so"


def test_an_answer_for_all_does_not_go_against_what_a_column_proves():
    assert values("25/04/2025", date_orders={"": "mdy"}) == [datetime(2025, 4, 25)]


def test_a_column_of_both_orders_in_one_form_is_asked_about():
    dates = read("13/04/2024", "3/25/2024", "03/04/2024")
    assert dates.question.notice.message == (
        "The column “Close Date” has dates day first (row 2) and month first (row 3), and most"
        " could be either. Say which to keep; the others are left empty."
    )
    answered = read("13/04/2024", "3/25/2024", "03/04/2024", date_orders={"": "dmy"})
    assert answered.series.to_list() == [datetime(2024, 4, 13), None, datetime(2024, 4, 3)]
    assert answered.unread.to_list() == [False, True, False]


def test_two_forms_that_each_show_their_order_are_read_each_by_its_own():
    dates = read("13/04/2024", "3/25/24", "03/04/2024", "3/4/24")
    assert dates.series.to_list() == [
        datetime(2024, 4, 13), datetime(2024, 3, 25), datetime(2024, 4, 3), datetime(2024, 3, 4)
    ]  # fmt: skip
    assert dates.proof.message == "each way of writing shows its own: rows 2, 3"
    assert remarks(dates) == [
        "“Close Date” has dates written in two ways, one day first and one month first; each was"
        " read by its own way of writing."
    ]


def test_two_digit_years_that_could_come_first_are_asked_about():
    question = read("23-01-15", "23-02-16").question
    assert question.choices == ("dmy", "ymd")
    assert question.notice.message == (
        "Nothing in the column “Close Date” tells whether the year of its dates comes first or"
        " last."
    )
    assert values("23-01-15", "23-02-16", date_orders={"": "ymd"}) == [
        datetime(2023, 1, 15), datetime(2023, 2, 16)
    ]  # fmt: skip


def columns(earlier=(), rows=None, **cells):
    series = {header: pl.Series(header, column) for header, column in cells.items()}
    return read_date_columns(series, Options(), rows, earlier=earlier)


def test_a_column_written_alike_proves_it():
    read_ = columns(Created=["03/04/2025"], Closed=["25/04/2025"])
    assert read_["Created"].order == "dmy"
    assert read_["Created"].proof.message == "written like “Closed”, which shows it"


def test_a_column_written_otherwise_proves_nothing():
    assert columns(Created=["03/04/2025"], Closed=["25.04.2025"])["Created"].question
    assert columns(Created=["03/04/2025"], Closed=["2025-04-25"])["Created"].question


def test_what_comes_before_proves_it():
    read_ = columns(
        earlier=[("Created", "Closed")],
        Created=["2025-04-10", "2025-03-06"],
        Closed=["04/05/2025", "03/07/2025"],
    )
    assert read_["Closed"].order == "dmy"
    assert read_["Closed"].proof.message == (
        "“Created” would come after “Closed” otherwise, first in row 2"
    )


def test_what_comes_before_proves_nothing_where_both_orders_keep_it():
    read_ = columns(earlier=[("Created", "Closed")], Created=["2024-03-05"], Closed=["04/05/2025"])
    assert read_["Closed"].question


def test_two_open_columns_prove_each_other_by_what_comes_before():
    read_ = columns(
        earlier=[("Created", "Closed")],
        Created=["03/02/2025", "10/01/2025"],
        Closed=["01/04/2025", "05/02/2025"],
    )
    assert [dates.question for dates in read_.values()] == [None, None]
    assert read_["Closed"].series[0] == datetime(2025, 4, 1)


def test_columns_of_two_orders_in_one_file_are_told():
    read_ = columns(Created=["25/04/2025"], Closed=["04/25/2025"])
    assert remarks(read_["Created"]) == []
    assert remarks(read_["Closed"]) == [
        "“Created” is day first and “Closed” is month first, in the same file."
    ]


def test_instants_are_brought_to_the_zone_asked_for():
    dates = read("2024-01-31T23:30:00Z", "2024-07-31T21:30:00-01:00", timezone="Europe/Paris")
    assert dates.series.to_list() == [datetime(2024, 2, 1, 0, 30), datetime(2024, 8, 1, 0, 30)]
    assert remarks(dates) == [
        "The times of “Close Date” name their zone; they are brought to Europe/Paris."
    ]


def test_dates_and_times_without_a_zone_are_never_shifted():
    cells = ["2024-01-31", "2024-01-31 23:30:00", "31/01/2024 23:30"]
    for cell in cells:
        assert values(cell, timezone="Asia/Tokyo")[0].date() == date(2024, 1, 31)


def test_a_column_of_midnights_in_utc_holds_dates():
    cells = ["2024-01-01T00:00:00Z", "2024-02-01T00:00:00Z", "1704067200000"]
    assert values(*cells, timezone="America/Sao_Paulo") == [
        datetime(2024, 1, 1), datetime(2024, 2, 1), datetime(2024, 1, 1)
    ]  # fmt: skip


def test_days_that_could_be_counted_from_1904_are_remarked_on():
    assert remarks(read("40000")) == [
        "The dates of “Close Date” are counted in days from 1900. A file from an old Mac may count"
        " from 1904: then each is 1,462 days later."
    ]
    assert remarks(read("60000")) == []  # 2064: later still is not likely


def test_whether_there_are_times_of_day_is_told():
    assert read("2024-01-31 23:30").timed
    assert not read("2024-01-31 00:00").timed


DAYS = st.lists(st.dates(date(1971, 1, 1), date(2068, 12, 31)), min_size=1, max_size=12)
CLOCKS = st.lists(st.integers(0, 86_399), min_size=1, max_size=12)
SEPARATORS = st.sampled_from(["/", ".", "-", " "])


def numbers(day, order, separator, *, padded, short):
    parts = {"d": str(day.day), "m": str(day.month), "y": str(day.year)}
    if padded:
        parts |= {"d": f"{day.day:02}", "m": f"{day.month:02}"}
    if short:
        parts["y"] = f"{day.year % 100:02}"
    return separator.join(parts[part] for part in order)


@given(DAYS, st.sampled_from(["dmy", "mdy", "ymd"]), SEPARATORS, st.booleans(), st.booleans())
@example([date(2031, 1, 2)], "dmy", "-", True, True)
def test_numbers_are_read_back_or_asked_about(days, order, separator, padded, short):
    assume(not (short and order == "ymd"))
    written = [numbers(day, order, separator, padded=padded, short=short) for day in days]
    dates = read(*written)
    if dates.question is None:
        assert [moment.date() for moment in dates.series] == days
    else:
        answered = read(*written, date_orders={"Close Date": order})
        assert [moment.date() for moment in answered.series] == days


@given(
    DAYS,
    st.sampled_from(["en", "fr", "pt", "pt_PT", "de", "es"]),
    st.sampled_from(["d MMMM yyyy", "d MMM yyyy", "d. MMM yyyy", "dd-MMM-yyyy", "dd-MMM-yy",
                     "yyyy MMM d", "MMMM d, yyyy", "EEEE d MMMM yyyy", "long"]),
)  # fmt: skip
def test_dates_in_words_are_read_in_five_languages(days, language, pattern):
    written = [format_date(day, pattern, locale=language) for day in days]
    assert [moment.date() for moment in read(*written).series] == days
    shouted = [text.upper() for text in written]
    assert [moment.date() for moment in read(*shouted).series] == days


@given(st.lists(st.datetimes(datetime(1971, 1, 1), datetime(2099, 12, 30)), min_size=1, max_size=9))
def test_moments_in_iso_form_are_read_to_the_microsecond(moments):
    for separator in "T ":
        assert values(*(moment.isoformat(separator) for moment in moments)) == moments
        assert values(*(moment.isoformat(separator) + "Z" for moment in moments)) == moments


@given(DAYS, CLOCKS)
def test_half_days_are_read_back(days, clocks):
    moments = [
        datetime(day.year, day.month, day.day) + timedelta(seconds=clock)
        for day, clock in zip(days, clocks, strict=False)
    ]
    written = [f"{moment:%m/%d/%Y %I:%M:%S %p}" for moment in moments]
    assert values(*written, date_orders={"Close Date": "mdy"}) == moments


@given(st.lists(st.text(max_size=20), max_size=8))
def test_no_text_stops_it(cells):
    dates = read(*cells)
    assert len(dates.series) == len(cells) == len(dates.unread)


@pytest.mark.parametrize(
    "form",
    ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%SZ", "%d/%m/%Y %H:%M:%S",
     "%m-%d-%Y %H:%M:%S", "%d.%m.%Y", "%Y-%m-%d"],
)  # fmt: skip
def test_a_long_column_reads_as_its_parts_do(form):
    start = datetime(2020, 1, 1)
    moments = [start + timedelta(minutes=71 * at, seconds=at % 60) for at in range(25_000)]
    cells = [moment.strftime(form) for moment in moments]
    cells[7], cells[8] = "soon", ""
    long = read(*cells)
    short = [
        values(*cells[at : at + 5_000], date_orders={"": "dmy"}) for at in range(0, 25_000, 5_000)
    ]
    assert long.series.to_list() == [moment for part in short for moment in part]
    assert long.unread.arg_true().to_list() == [7]
