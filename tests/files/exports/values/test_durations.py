from __future__ import annotations

from datetime import timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmroi.files.exports.values.durations import read_minutes, unit_of


def read(*cells, header="Handling time (min)"):
    return read_minutes(pl.Series(header, cells, dtype=pl.String), header)


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [
        ("27.0", 27),
        ("27", 27),
        ("27,5", 27.5),
        ("27h", 1620),
        ("27 hours", 1620),
        ("1d 3h", 1620),
        ("1 day, 3:00:00", 1620),
        ("2 days, 1:30:00", 2970),
        ("03:12:45", 192.75),
        ("100:00:00", 6000),
        ("1:30", 90),
        ("1h30", 90),
        ("1h 30min", 90),
        ("2 hours and 5 minutes", 125),
        ("2 j 3 h", 3060),
        ("1 Std. 5 Min.", 65),
        ("90 s", 1.5),
        ("PT27H", 1620),
        ("P1DT3H", 1620),
        ("PT1H30M", 90),
        ("PT45.5S", 45.5 / 60),
    ],
)
def test_every_form_becomes_minutes(cell, minutes):
    assert read(cell).series.to_list() == pytest.approx([minutes])
    assert not read(cell).unread.any()


@pytest.mark.parametrize(
    ("header", "unit", "minutes"),
    [
        ("Full resolution time in minutes", "m", 2),
        ("handling_minutes", "m", 2),
        ("Resolution time (in hrs)", "h", 120),
        ("Durée (h)", "h", 120),
        ("time_h", "h", 120),
        ("Duração (horas)", "h", 120),
        ("Dauer in Stunden", "h", 120),
        ("Tempo (segundos)", "s", 2 / 60),
        ("Days to close", "d", 2880),
    ],
)
def test_the_header_says_the_unit_of_bare_numbers(header, unit, minutes):
    assert unit_of(header) == unit
    read_ = read("2", header=header)
    assert read_.series.to_list() == pytest.approx([minutes])
    assert read_.remarks == ()


def test_bare_numbers_under_a_header_without_a_unit_count_minutes_and_say_so():
    read_ = read("2", header="Time spent")
    assert read_.series.to_list() == [2]
    assert [remark.message for remark in read_.remarks] == [
        "The header “Time spent” names no unit of time: its numbers count as minutes."
    ]
    assert read("2h", header="Time spent").remarks == ()


@pytest.mark.parametrize(
    "cell", ["-5", "h", "P", "PT", "3x", "1h 2h", "1:75", "soon", "2024-01-05"]
)
def test_what_is_no_duration_is_left_empty_and_counted(cell):
    read_ = read("5", cell)
    assert read_.series.to_list() == [5, None]
    assert [remark.message for remark in read_.remarks] == [
        "1 cell of “Handling time (min)” is not a length of time and is left empty: row 3."
    ]


def test_a_decimal_mark_that_nothing_proves_is_asked_for():
    read_ = read("1.234")
    assert read_.question.key == "decimal"
    assert read_.series.to_list() == [None]


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=8))
def test_what_programs_print_is_read_back(seconds):
    spans = [timedelta(seconds=n) for n in seconds]
    minutes = pytest.approx([n / 60 for n in seconds])
    assert read(*map(str, spans)).series.to_list() == minutes
    clocks = [f"{n // 3600:02}:{n // 60 % 60:02}:{n % 60:02}" for n in seconds]
    assert read(*clocks).series.to_list() == minutes


@given(st.lists(st.text(max_size=15), max_size=8))
def test_no_text_stops_it(cells):
    read_ = read(*cells)
    assert len(read_.series) == len(cells) == len(read_.unread)
