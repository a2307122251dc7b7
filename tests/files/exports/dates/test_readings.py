from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmroi.files.exports.dates import readings as date_readings
from crmroi.files.exports.dates.reading import read_dates

YEARS, PARTS = st.integers(1890, 2210), st.integers(0, 32)
ISO = st.builds("{:04}-{:02}-{:02}".format, YEARS, PARTS, PARTS)
LAST = st.builds("{}{m}{}{m}{}".format, PARTS, PARTS, YEARS, m=st.sampled_from("/.-"))
TIMES = st.sampled_from(
    ["", "", " 09:30", "T23:59:59", " 9:05", " 24:00", "T10:00:00Z", " 12:00 PM"]
)
ODD = st.sampled_from(
    ["", "n/a", " 2024-02-29", "2024-2-9", "20240229", "2024-02-30", "1900-01-01", "9999-12-31",
     "\u0662024-01-01", "2024-01-01 ", "45000", "3 Jan 2024", "2024-W05-1", "'2024-01-05",
     "0000-00-00", "2024/01/05", "+2024-01-05", "12-2024-05"]
)  # fmt: skip


def columns(of):
    return st.lists(of, max_size=8)


def outcome(cells):
    found = read_dates(pl.Series("Close Date", cells, dtype=pl.String), "Close Date")
    return (
        found.series.to_list(), found.order, found.proof, found.unread.to_list(),
        found.question, found.remarks, found.timed,
    )  # fmt: skip


@given(
    columns(ISO)
    | columns(ISO | ODD)
    | columns(LAST | ODD)
    | columns(st.builds("{}{}".format, ISO | LAST, TIMES))
)
def test_dates_read_at_once_are_those_read_one_by_one(cells):
    at_once = outcome(cells)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(date_readings, "_regular", date_readings.read_texts)
        assert at_once == outcome(cells)
