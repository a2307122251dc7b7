from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmroi.files.exports.values import numbers
from crmroi.files.exports.values.plain_figures import read_plain

FIGURES = st.text(alphabet="0123456789", max_size=20)
WRITTEN = st.builds("{}{}{}{}".format, st.sampled_from(["", "-"]), FIGURES,
                    st.sampled_from([".", ",", ""]), FIGURES)  # fmt: skip
PLAIN = st.builds("{}{}.{}".format, st.sampled_from(["", "-"]), st.integers(0, 10**6),
                  st.integers(0, 999))  # fmt: skip
ODD = st.sampled_from(
    ["", None, " 1.5", "1.5 ", "inf", "nan", "NaN", "1e5", "1.5e3", "+5", "+1.25", "NA", "-", ".5",
     "5.", "--1.5", "1.234,5", "1,234.5", "1.5%", "€ 1.50", "'1.50", "1.5\n", "\u0661.\u0665",
     "0x1", "1_000.5", "1.5.5", "99999999999999999.99", "\u00a01.5", "12k"]
)  # fmt: skip


def outcome(read, cells):
    found = read(pl.Series("Amount", cells, dtype=pl.String), "Amount")
    return (
        found.series.dtype, found.series.to_list(), found.mark, found.unread.to_list(),
        found.currencies, found.question, found.remarks,
    )  # fmt: skip


def columns(of):
    return st.lists(of, max_size=8)


@pytest.mark.parametrize("read", [numbers.read_money, numbers.read_numbers])
@given(columns(WRITTEN) | columns(PLAIN | ODD) | columns(PLAIN) | columns(PLAIN | st.just("")))
def test_the_short_way_finds_what_the_long_way_does(read, cells):
    short = outcome(read, cells)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(numbers, "read_plain", lambda *_cells, **_how: None)
        assert short == outcome(read, cells)


@pytest.mark.parametrize(
    ("cells", "decimals"),
    [(["238.43", "", "-7", "0.5"], 2), (["1,5", "2"], 1), (["1234567.123456789"], 9)],
)
def test_a_column_of_plain_figures_is_read_the_short_way(cells, decimals):
    found = read_plain(pl.Series(cells), money=True)
    assert found is not None
    assert found[0].dtype == pl.Decimal(18, decimals)


@pytest.mark.parametrize(
    "odd", [" 1.5", "inf", "nan", "1e5", "+5", "NA", "1.", ".5", "1,5", "1 000.5", "12k"]
)
def test_one_odd_cell_sends_the_column_the_long_way(odd):
    assert read_plain(pl.Series(["1.25", "2.50", *["3"] * 1000, odd]), money=True) is None


def test_one_more_decimal_than_the_first_cells_have_sends_it_there_too():
    assert read_plain(pl.Series([*["1.25"] * 1000, "1.255"]), money=True) is None
