from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from crmroi.measure.results import Months, Window
from crmroi.measure.windows import (
    month_at,
    month_of,
    ordinal,
    ordinal_of,
    sides,
    whole_months,
    with_values,
)

YEAR = tuple(f"2025-{number:02d}" for number in range(1, 13))


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def every_week(first: date, last: date) -> list[date]:
    return days(first, last)[::7]


def test_no_record_is_no_month() -> None:
    assert whole_months([]) == ()


def test_five_days_missing_at_an_edge_leave_the_month_whole() -> None:
    assert whole_months(days(date(2025, 1, 6), date(2025, 3, 26))) == (
        "2025-01", "2025-02", "2025-03",
    )  # fmt: skip


def test_six_days_missing_at_an_edge_do_not() -> None:
    assert whole_months(days(date(2025, 1, 7), date(2025, 3, 25))) == ("2025-02",)


def test_data_as_sparse_as_the_month_beside_is_whole() -> None:
    sparse = [date(2025, 1, 12), date(2025, 2, 1), date(2025, 2, 14), date(2025, 2, 28)]
    assert whole_months([*sparse, *days(date(2025, 3, 1), date(2025, 3, 31))])[0] == "2025-01"
    assert whole_months([date(2025, 1, 15), *sparse[1:], date(2025, 3, 31)])[0] == "2025-02"


def test_a_gap_in_the_month_beside_counts_up_to_that_month_s_own_ends() -> None:
    found = [*days(date(2025, 1, 1), date(2025, 2, 18)), date(2025, 3, 20)]
    assert whole_months(found) == ("2025-01", "2025-02")
    assert whole_months([*found, date(2025, 3, 21)]) == ("2025-01", "2025-02", "2025-03")


def test_a_month_without_records_between_others_is_whole() -> None:
    found = [*days(date(2025, 1, 1), date(2025, 1, 31)), *days(date(2025, 3, 1), date(2025, 3, 31))]
    assert whole_months(found) == ("2025-01", "2025-02", "2025-03")


def test_both_sides_have_as_many_months_as_the_shorter_one() -> None:
    found = sides(YEAR, date(2025, 9, 1))
    assert found.window == Window(("2025-05", "2025-08"), ("2025-09", "2025-12"), 4)
    assert found.before == ("2025-05", "2025-06", "2025-07", "2025-08")
    assert found.live == found.after == ("2025-09", "2025-10", "2025-11", "2025-12")


def test_a_go_live_inside_a_month_leaves_that_month_out() -> None:
    found = sides(YEAR, date(2025, 6, 2))
    assert found.window == Window(
        ("2025-01", "2025-05"), ("2025-07", "2025-11"), 5, split="2025-06"
    )
    assert found.live == YEAR[6:]


def test_a_ramp_is_left_out_of_the_window_but_not_of_what_is_live() -> None:
    found = sides(YEAR, date(2025, 6, 15), window_months=3, ramp_months=2)
    assert found.window == Window(
        ("2025-03", "2025-05"), ("2025-09", "2025-11"), 3, ("2025-07", "2025-08"), "2025-06"
    )
    assert found.live == YEAR[6:]


def test_a_side_without_a_month_says_so() -> None:
    found = sides(YEAR, date(2025, 1, 1))
    assert found.window is None
    assert str(found.reason) == (
        "There is no whole month of it before the go-live, so nothing to compare with. Add older "
        "records, or correct the date of the go-live."
    )
    found = sides(YEAR, date(2025, 11, 20), ramp_months=1)
    assert found.window is None
    assert str(found.reason) == (
        "There is no whole month of it after the go-live, those left out apart. Add newer records, "
        "leave fewer months out, or correct the date of the go-live."
    )


def test_months_that_are_too_young_to_have_a_value_are_no_part_of_a_side() -> None:
    monthly = Months(YEAR[:4], (None, 0.5, None, 0.4), (0, 3, 0, 2))
    assert with_values(YEAR, monthly) == ("2025-02", "2025-03", "2025-04")
    assert with_values(YEAR, Months(YEAR[:1], (None,), (0,))) == ()


@given(st.integers(12, 12 * 9999))
def test_a_month_and_its_number_are_one(count: int) -> None:
    assert ordinal(month_at(count)) == count


@given(st.dates(date(1, 1, 1)))
def test_a_day_lies_in_the_month_that_it_is_written_with(day: date) -> None:
    assert month_at(ordinal_of(day)) == month_of(day) == day.isoformat()[:7]


@given(
    first=st.integers(24_000, 24_030),
    length=st.integers(1, 60),
    go_live=st.dates(date(2000, 1, 1), date(2006, 1, 1)),
    window=st.none() | st.integers(1, 30),
    ramp=st.integers(0, 12),
)
def test_the_sides_are_equal_apart_and_nearest_to_the_go_live(
    first: int, length: int, go_live: date, window: int | None, ramp: int
) -> None:
    whole = tuple(month_at(first + n) for n in range(length))
    found = sides(whole, go_live, window, ramp)
    if found.window is None:
        assert found.before == found.after == ()
        return
    assert len(found.before) == len(found.after) == found.window.months
    assert found.before[-1] < f"{go_live:%Y-%m}" <= found.after[0]
    assert {*found.window.ramp, found.window.split}.isdisjoint({*found.before, *found.after})
    assert found.window.months <= (window or length)
    assert set(found.after) <= set(found.live) <= set(whole)
