"""Whole months, and which of them stand on each side of a go-live."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from crmroi.measure.results import Months, Window
from crmroi.text import N_, Notice

_EDGE_DAYS = 5
"""So many days may be missing at the edge of a month that is whole all the same."""

_NONE_BEFORE = N_(
    "There is no whole month of it before the go-live, so nothing to compare with. Add older "
    "records, or correct the date of the go-live."
)
_NONE_AFTER = N_(
    "There is no whole month of it after the go-live, those left out apart. Add newer records, "
    "leave fewer months out, or correct the date of the go-live."
)


@dataclass(frozen=True)
class Sides:
    """The whole months on both sides of a go-live, by what they are used for.

    `window` is None where a side has no month, and `reason` says which.
    """

    window: Window | None
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    """All whole months before the go-live."""
    live: tuple[str, ...] = ()
    """All whole months since go-live, those left out as ramp and those past the window too."""
    reason: Notice | None = None


def month_of(day: date) -> str:
    """The month of a day: "2026-01"."""
    return f"{day.year:04d}-{day.month:02d}"


def ordinal(month: str) -> int:
    """Months from year 0 to this one: "2026-01" is 24312."""
    year, _dash, number = month.partition("-")
    return int(year) * 12 + int(number) - 1


def ordinal_of(day: date) -> int:
    """Months from year 0 to that of a day: 2026-01-31 is 24312."""
    return day.year * 12 + day.month - 1


def month_at(count: int) -> str:
    """The month so many months from year 0: what `ordinal` counts."""
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


def days_of(first: str, last: str) -> tuple[date, date]:
    """The first day of the first month, and the first day after the last one."""
    return _first_day(ordinal(first)), _first_day(ordinal(last) + 1)


def whole_months(days: Sequence[date]) -> tuple[str, ...]:
    """The whole months of data that has records on these days.

    The first and the last month are whole when no more days are missing at their edge than
    max(5, the longest gap in the month beside it); those between always are.
    """
    found = sorted(set(days))
    if not found:
        return ()
    first, last = ordinal_of(found[0]), ordinal_of(found[-1])
    missing_at_start = found[0].day - 1
    missing_at_end = (_first_day(last + 1) - found[-1]).days - 1
    start = first + (missing_at_start > _allowed(found, first, first + 1))
    end = last - (missing_at_end > _allowed(found, last, last - 1))
    return tuple(month_at(count) for count in range(start, end + 1))


def sides(
    whole: Sequence[str], go_live: date, window_months: int | None = None, ramp_months: int = 0
) -> Sides:
    """The months before and after a go-live: as many on each side, those nearest to it.

    A month that the go-live lies inside is left out, and so are the first `ramp_months` after.
    """
    live_month = month_of(go_live)
    split = "" if go_live.day == 1 else live_month
    before = [month for month in whole if month < live_month]
    live = [month for month in whole if month >= live_month and month != split]
    starts = ordinal(live_month) + bool(split)
    ramp = [month for month in live if ordinal(month) < starts + ramp_months]
    after = live[len(ramp) :]
    size = min(len(before), len(after), window_months or len(whole))
    if not size:
        reason = Notice("", 0, _NONE_AFTER if before else _NONE_BEFORE)
        return Sides(None, earlier=tuple(before), live=tuple(live), reason=reason)
    kept = tuple(before[-size:]), tuple(after[:size])
    window = Window(
        before=(kept[0][0], kept[0][-1]),
        after=(kept[1][0], kept[1][-1]),
        months=size,
        ramp=tuple(ramp),
        split=split,
    )
    return Sides(window, *kept, earlier=tuple(before), live=tuple(live))


def with_values(whole: Sequence[str], monthly: Months) -> tuple[str, ...]:
    """Those whole months that lie between the first and the last one with a value.

    The newest leads are too young to have converted: their months have no value yet.
    """
    valued = [
        month
        for month, value in zip(monthly.months, monthly.values, strict=True)
        if value is not None
    ]
    return tuple(month for month in whole if valued and valued[0] <= month <= valued[-1])


def _allowed(days: Sequence[date], month: int, beside: int) -> int:
    """Days that may be missing at the edge of a month: as many as go without records beside it."""
    start, end = _first_day(beside), _first_day(beside + 1)
    inside = [day for day in days if start <= day < end]
    if not inside or month == beside:
        return _EDGE_DAYS
    longest = max(
        (later - earlier).days - 1
        for earlier, later in pairwise([start - timedelta(days=1), *inside, end])
    )
    return max(_EDGE_DAYS, longest)


def _first_day(count: int) -> date:
    return date(count // 12, count % 12 + 1, 1)
