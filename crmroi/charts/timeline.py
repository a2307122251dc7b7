"""The axes of months and years since the decision, and the layout of curves along them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from crmroi.assumptions.groups.ranges import LONGEST_HORIZON
from crmroi.charts import template
from crmroi.charts.chart import Layout
from crmroi.charts.labels import margin
from crmroi.charts.scale import Axis, year_ticks
from crmroi.charts.traces import End
from crmroi.text import _, language, number, speaking

WIDE_YEARS, NARROW_YEARS = 6, 3
"""The most years that are named below a chart, on a wide screen and on a narrow one."""


def over_time(theme: str, years: int, y: Axis, ends: Sequence[End]) -> Layout:
    """Return the layout of curves: margins that hold their names and the tick labels, both axes."""
    layout = template.layout(
        theme,
        left=template.left_margin(y.words),
        right=margin([end.text for end in ends], extra=16, bold=True),
    )
    layout["xaxis"] = time_axis(theme, years)
    layout["yaxis"] = template.value_axis(theme, y)
    return layout


def time_axis(theme: str, years: int) -> Layout:
    """Return the layout of an axis of months since the decision, named at year ends.

    It can be zoomed; its hover title reads "Month 19, year 2".
    """
    ticks, words = month_ticks(years, narrow=False)
    return {
        **template.plain_axis(theme, grid=False),
        "fixedrange": False,
        "range": [-years / 10, 12 * years],
        "tickvals": ticks,
        "ticktext": words,
        "labelalias": _month_names(language()),
        **template.spike(theme),
    }


def month_ticks(years: int, *, narrow: bool) -> tuple[list[float], list[str]]:
    """Return ticks in months and their words: now, yr 1, 2, 3 …; quarters in a single year."""
    if years == 1:
        months = (6,) if narrow else (3, 6, 9)
        named = [(month, _("month {m}", m=month)) for month in months]
        named.append((12, _year_name(1, first=True)))
    else:
        shown = year_ticks(years, NARROW_YEARS if narrow else WIDE_YEARS)
        named = [(12 * year, _year_name(year, first=year == shown[0])) for year in shown]
    # A hair beside the month itself: Plotly would take a tick's word for the hover's title too.
    hair = years / 250
    ticks = [hair, *(month - hair for month, _word in named)]
    return ticks, [_("now"), *(word for _month, word in named)]


def year_axis(theme: str, years: int) -> Layout:
    """Return the layout of an axis of years, 0 the decision, for bars."""
    ticks, words = year_words(years, narrow=False)
    return {
        **template.plain_axis(theme, grid=False),
        "type": "linear",
        "range": [-0.5, years + 0.5],
        "tickvals": ticks,
        "ticktext": words,
        "labelalias": _year_names(language()),
        **template.spike(theme),
    }


def year_words(years: int, *, narrow: bool) -> tuple[list[float], list[str]]:
    """Return ticks in years and their words: now, 1, 2, 3 and so on, bars standing close."""
    shown = year_ticks(years, NARROW_YEARS if narrow else WIDE_YEARS)
    words = [_year_name(year, first=False) for year in shown]
    hair = 1 / 250
    return [hair, *(year - hair for year in shown)], [_("now"), *words]


def _year_name(year: int, *, first: bool) -> str:
    return _("yr {y}", y=year) if first else number(year)


@cache
def _month_names(code: str) -> Mapping[str, str]:
    """Every month's title in the hover box."""
    with speaking(code):
        names = {
            str(month): _("Month {m}, year {y}", m=month, y=(month + 11) // 12)
            for month in range(1, 12 * LONGEST_HORIZON + 1)
        }
        return {"0": _("At the decision"), **names}


@cache
def _year_names(code: str) -> Mapping[str, str]:
    """Every year's title in the hover box."""
    with speaking(code):
        names = {str(year): _("Year {y}", y=year) for year in range(1, LONGEST_HORIZON + 1)}
        return {"0": _("At the decision"), **names}
