"""The axis of calendar months: a month is its place from the first one on."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from crmroi.charts import template
from crmroi.charts.chart import Layout
from crmroi.charts.labels import text_width
from crmroi.charts.scale import Axis
from crmroi.measure.windows import ordinal
from crmroi.text.calendar_months import NAME, SHORT, YEAR, calendar_month

_STEPS = (1, 2, 3, 6, 12, 24, 36, 60, 120, 240)
"""Months from one tick to the next."""
_GAP = 14
"""Pixels kept free between two ticks' words."""
_EDGE = 0.7
"""The axis reaches so many months beyond the first and the last."""
_HAIR = 0.02


@dataclass(frozen=True)
class Calendar:
    """Consecutive months, "2026-01"; a month stands at its number, counted from 0."""

    months: tuple[str, ...]

    def place(self, month: str) -> int:
        """Return where a month stands, perhaps outside."""
        return ordinal(month) - ordinal(self.months[0])

    def place_of(self, day: date) -> float:
        """Return where a day lies: 11.5, between two months, is the first day of the later one."""
        share = (day.day - 1) / monthrange(day.year, day.month)[1]
        return self.place(f"{day:%Y-%m}") - 0.5 + share

    def holds(self, place: float) -> bool:
        """Tell whether a place is on the axis."""
        return -_EDGE < place < len(self.months) - 1 + _EDGE

    def span(self) -> Axis:
        """Return the range of the axis."""
        return Axis(-_EDGE, len(self.months) - 1 + _EDGE, [], [])

    def ticks(self, width: float, most: int) -> tuple[list[float], list[str]]:
        """Return at most so many ticks, as near as words allow in a plot `width` pixels wide."""
        per_month = width / (len(self.months) - 1 + 2 * _EDGE)
        for step in _STEPS:
            places = self._every(step)
            words = [self._word(at, place, step) for at, place in enumerate(places)]
            if len(places) <= most and _apart(places, words, per_month, width):
                break
        # A hair beside the month itself: Plotly would take a tick's word for the hover's title too.
        return [place + _HAIR for place in places], words

    def even_ticks(self, fits: Callable[[str, int], bool]) -> tuple[int, list[str]]:
        """Return the least step from the first month on at which all words fit, and the words.

        `fits` tells whether a word has room in so many months. Without any step that does, the
        first month alone is named.
        """
        for step in _STEPS:
            places = range(0, len(self.months), step)
            words = [self._word(at, place, step) for at, place in enumerate(places)]
            if all(fits(word, step) for word in words):
                return step, words
        return len(self.months), [calendar_month(self.months[0], SHORT)]

    def _every(self, step: int) -> list[int]:
        """Return the months on a round step of the calendar; the first where there is none."""
        first = ordinal(self.months[0])
        found = [at for at in range(len(self.months)) if (first + at) % step == 0]
        return found or [0]

    def _word(self, at: int, place: int, step: int) -> str:
        """Return a tick's word: the year at the first tick and where a year begins."""
        month = self.months[place]
        if step >= 12 and month.endswith("-01"):
            return calendar_month(month, SHORT) if at == 0 else calendar_month(month, YEAR)
        new = at == 0 or month[:4] != self.months[max(place - step, 0)][:4]
        return calendar_month(month, SHORT if new else NAME)

    def axis(self, theme: str, ticks: tuple[list[float], list[str]]) -> Layout:
        """Return the layout of the axis; its hover title reads "March 2026"."""
        span = self.span()
        return {
            **template.plain_axis(theme, grid=False),
            **template.spike(theme),
            "fixedrange": False,
            "range": [span.low, span.high],
            "tickvals": ticks[0],
            "ticktext": ticks[1],
            "labelalias": {str(at): calendar_month(month) for at, month in enumerate(self.months)},
        }


def _apart(places: Sequence[int], words: Sequence[str], per_month: float, width: float) -> bool:
    """Tell whether the words of ticks leave each other free and stay inside the plot."""
    halves = [text_width(word) / 2 for word in words]
    middles = [(place + _EDGE) * per_month for place in places]
    inside = middles[-1] + halves[-1] <= width + _GAP
    return inside and all(
        one + half + _GAP <= other - next_half
        for (one, other), (half, next_half) in zip(pairwise(middles), pairwise(halves), strict=True)
    )
