"""What the picture of a KPI's months is drawn from: means of three, windows, the counterfactual."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from crmroi.charts.measured.amounts import axis_word, least_step, monthly_unit
from crmroi.charts.measured.calendar import Calendar
from crmroi.charts.measured.setting import Setting
from crmroi.charts.scale import Axis, axis
from crmroi.measure.results import Adjusted, BeforeAfter, Months
from crmroi.text import Unit

Numbers = list[float | None]

_HEADROOM, _FOOTROOM = 0.14, 0.06
"""Kept free above the values, for the word "Go-live", and below them: shares of the range."""
_BAND_REACH = 0.5
"""A band widens the axis by at most this share of the range of the values, on either side."""
_NEAR_ZERO = 0.5
"""Where the lowest value is below this share of the highest, the axis starts at zero."""


@dataclass(frozen=True)
class Segment:
    """The mean of a window, from its first month to its last one, both as places."""

    first: int
    last: int
    level: float


@dataclass(frozen=True)
class History:
    """A KPI's months as they are drawn; a place is a month's number, counted from 0."""

    name: str
    unit: Unit
    setting: Setting
    calendar: Calendar
    months: Months
    go_live: float | None
    """None where there is none, or none on the axis."""
    left_out: frozenset[int]
    """The months that are part of no window: the split one and the ramp."""
    means: tuple[Numbers, Numbers]
    """The mean of three months, before and since the go-live."""
    before: Segment | None
    after: Segment | None
    expected: Adjusted | None
    """None where there is no counterfactual to draw."""

    @property
    def since(self) -> float:
        """From where on months are drawn as those with the CRM."""
        return len(self.months.months) if self.go_live is None else self.go_live

    @property
    def span(self) -> tuple[float, float]:
        """What the axis of values must hold, with room for the word "Go-live" above."""
        return _range(self)

    def axis(self, most: int) -> Axis:
        """Return the axis of values, with at most so many ticks."""
        low, high = self.span
        words = partial(axis_word, unit=self.unit, currency=self.setting.currency)
        return axis(low, high, words, most=most, smallest=least_step(self.unit, high - low))


def history(
    name: str, months: Months, before_after: BeforeAfter | None, setting: Setting
) -> History:
    """Put together what is drawn of a KPI's months."""
    kpi = setting.kpi(name)
    calendar = Calendar(months.months)
    place = None if setting.go_live is None else calendar.place_of(setting.go_live)
    go_live = place if place is not None and calendar.holds(place) else None
    before, after = _segments(calendar, before_after)
    return History(
        name=name,
        unit=monthly_unit(kpi),
        setting=setting,
        calendar=calendar,
        months=months,
        go_live=go_live,
        left_out=_left_out(calendar, before_after),
        means=_means(months, go_live, weighted=not kpi.per_month),
        before=before,
        after=after,
        expected=_expected(before_after),
    )


def _segments(
    calendar: Calendar, compared: BeforeAfter | None
) -> tuple[Segment | None, Segment | None]:
    if compared is None or compared.window is None:
        return None, None
    levels = levels_of(compared)
    windows = (compared.window.before, compared.window.after)
    before, after = (
        None
        if level is None
        else Segment(calendar.place(window[0]), calendar.place(window[1]), level)
        for window, level in zip(windows, levels, strict=True)
    )
    return before, after


def levels_of(compared: BeforeAfter) -> tuple[float | None, float | None]:
    """Return the two values that are compared: by month for counts and sums."""
    if compared.per_month:
        return compared.before_per_month, compared.after_per_month
    return compared.before, compared.after


def _left_out(calendar: Calendar, compared: BeforeAfter | None) -> frozenset[int]:
    if compared is None or compared.window is None:
        return frozenset()
    window = compared.window
    return frozenset(calendar.place(month) for month in (*window.ramp, window.split) if month)


def _expected(compared: BeforeAfter | None) -> Adjusted | None:
    return compared.adjusted if compared and compared.adjusted.counterfactual else None


def _means(months: Months, go_live: float | None, *, weighted: bool) -> tuple[Numbers, Numbers]:
    """Return the mean of each month and its neighbours on the same side of the go-live.

    A ratio weighs its months by their records. A month without a value has no mean either, so
    that the line has its gap; nor has the month that the go-live lies inside.
    """
    count = len(months.months)
    middle = count if go_live is None else go_live
    sides = (
        [at for at in range(count) if at + 0.5 <= middle],
        [at for at in range(count) if at - 0.5 >= middle],
    )
    before, after = (
        [_mean(months, at, side, weighted=weighted) if at in side else None for at in range(count)]
        for side in sides
    )
    return before, after


def _mean(months: Months, at: int, side: list[int], *, weighted: bool) -> float | None:
    if months.values[at] is None:
        return None
    total = weights = 0.0
    for near in range(max(at - 1, side[0]), min(at + 1, side[-1]) + 1):
        value = months.values[near]
        weight = float(months.n[near]) if weighted else 1.0
        if value is not None:
            total += weight * value
            weights += weight
    return total / weights if weights else months.values[at]


def _range(shown: History) -> tuple[float, float]:
    """Return the range of the axis: all values, and of the band what does not flatten them."""
    segments = (part.level for part in (shown.before, shown.after) if part)
    values = [*_there(shown.months.values), *segments]
    if shown.expected:
        values += shown.expected.counterfactual
    low, high = min(values, default=0.0), max(values, default=0.0)
    reach = _BAND_REACH * (high - low)
    if shown.expected:
        band = shown.expected.band
        low, high = (
            max(min([low, *(end for end, _high in band)]), low - reach),
            min(max([high, *(end for _low, end in band)]), high + reach),
        )
    negative = min(values, default=0.0) < 0
    if not negative and low < _NEAR_ZERO * high:
        low = 0.0
    room = (high - low) or abs(high) or 1.0
    bottom = low - _FOOTROOM * room
    return (bottom if negative or low > 0 else 0.0), high + _HEADROOM * room


def _there(values: Iterable[float | None]) -> list[float]:
    return [value for value in values if value is not None]
