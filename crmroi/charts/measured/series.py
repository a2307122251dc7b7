"""A KPI month by month, with the go-live and the means on both sides of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from crmroi.charts import template
from crmroi.charts.chart import Chart, Layout, Trace
from crmroi.charts.labels import margin
from crmroi.charts.measured.amounts import axis_word, least_step
from crmroi.charts.measured.history import History, Numbers, Segment, history
from crmroi.charts.measured.placing import before_word, go_live_word
from crmroi.charts.measured.series_words import (
    alt,
    end_texts,
    expected_hovers,
    mean_hovers,
    month_hovers,
    notes,
    subtitle,
    title,
)
from crmroi.charts.measured.setting import Setting
from crmroi.charts.scale import Axis, fewer_ticks
from crmroi.charts.theme import colours, tint
from crmroi.charts.traces import BOLD, DASHES, NORMAL, End, area, end_words, line, words
from crmroi.measure.results import BeforeAfter, Months
from crmroi.text import _

INNER_WORD = "10"
"""The number of the trace that holds the mean before, inside the plot."""
BAND, MEAN = 0.15, 0.55
"""Opacity of the band and of the line of means of three: the points are the facts."""
_MOST_TICKS, _NARROW_TICKS = 5, 3
_POINT = 7


def series_chart(
    name: str, months: Months, before_after: BeforeAfter | None, setting: Setting
) -> Chart | None:
    """Return the months of a KPI as points and a line; None where no month has a value."""
    if all(value is None for value in months.values):
        return None
    shown = history(name, months, before_after, setting)
    y = shown.axis(_MOST_TICKS)
    ends = _ends(shown)
    layout = template.layout(
        setting.theme,
        left=template.left_margin(y.words),
        right=margin([end.text for end in ends], extra=16, bold=True),
    )
    layout["uirevision"] += f" {name}"  # another KPI has other months: a zoom ends with this one
    sides = layout["margin"]["l"] + layout["margin"]["r"]
    ticks = shown.calendar.ticks(template.WIDTH - sides, _MOST_TICKS)
    layout["xaxis"] = shown.calendar.axis(setting.theme, ticks)
    layout["yaxis"] = {**template.value_axis(setting.theme, y), "zeroline": y.low <= 0}
    picture = _Picture(shown, y, ends)
    return Chart(
        id="series",
        title=title(shown, before_after),
        subtitle=subtitle(shown),
        alt=alt(shown, before_after),
        figure=template.figure(_traces(picture, template.WIDTH - sides), layout),
        narrow=_narrow(picture, sides),
        notes=notes(shown, before_after, cut=y.low > 0),
    )


@dataclass(frozen=True)
class _Picture:
    """A history with its axis and the labels in the right margin."""

    shown: History
    y: Axis
    ends: Sequence[End]


def _traces(picture: _Picture, width: float) -> list[Trace]:
    """Return the traces, always twelve and in this order; those without data are empty."""
    shown, setting = picture.shown, picture.shown.setting
    colour = colours(setting.theme)
    before, after = colour["without"], colour["with"]
    last = len(shown.months.months) - 1
    return [
        _upright(shown, picture.y, colour["zero"]),
        words(go_live_word(shown, picture.y), colour["text-2"]),
        *_expectation(shown, before),
        *(
            line(
                list(range(last + 1)),
                _drawn(means),
                tint(ink, MEAN),
                width=NORMAL,
                hover=_("Mean of three months") + "  %{customdata}",
                customdata=mean_hovers(shown, means),
            )
            for means, ink in zip(shown.means, (before, after), strict=True)
        ),
        _points(shown, before, after),
        _level(shown.before, before),
        _level(shown.after, after),
        words(before_word(shown, picture.y, width), colour["text"], halo=colour["page"]),
        end_words(picture.ends, last + 0.5, picture.y, template.LEAST_PLOT_HEIGHT),
    ]


def _upright(shown: History, y: Axis, colour: str) -> Trace:
    place = shown.go_live
    return line([place, place], [y.low, y.high], colour, width=1)


def _expectation(shown: History, colour: str) -> list[Trace]:
    """Return the counterfactual: both ends of its band and the dashed line itself."""
    found = shown.expected
    places = [shown.calendar.place(month) for month in found.months] if found else []
    low, high = ([band[end] for band in found.band] if found else [] for end in (0, 1))
    drawn = _drawn(list(found.counterfactual) if found else [])
    return [
        area(places, _drawn(low), tint(colour, 0), fill="none"),
        area(places, _drawn(high), tint(colour, BAND), fill="tonexty"),
        line(
            places,
            drawn,
            colour,
            dash=DASHES["without"],
            hover=_("Expected") + "  %{customdata}",
            customdata=expected_hovers(shown),
        ),
    ]


def _points(shown: History, before: str, after: str) -> Trace:
    """Return a point for each month, hollow where it is part of no window."""
    count = len(shown.months.months)
    inks = [before if at < shown.since else after for at in range(count)]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": list(range(count)),
        "y": _drawn(shown.months.values),
        "marker": {
            "size": _POINT,
            "color": inks,
            "symbol": ["circle-open" if at in shown.left_out else "circle" for at in range(count)],
            "line": {"width": 1.5, "color": inks},
        },
        "cliponaxis": False,
        "customdata": month_hovers(shown),
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _level(segment: Segment | None, colour: str) -> Trace:
    """Return the mean of a window as a line from the edge of its first month to its last one's."""
    ends = [None, None] if segment is None else [segment.first - 0.5, segment.last + 0.5]
    level = None if segment is None else _short(segment.level)
    return line(ends, [level, level], colour, width=BOLD)


def _ends(shown: History) -> list[End]:
    """Return the labels in the right margin, always two."""
    colour = colours(shown.setting.theme)
    after, expected = end_texts(shown)
    found = shown.expected
    return [
        End(expected, found.counterfactual[-1] if found else None, colour["without"]),
        End(after, shown.after.level if shown.after else None, colour["with"]),
    ]


def _narrow(picture: _Picture, sides: int) -> Layout:
    shown = picture.shown
    width = max(template.NARROW_WIDTH - sides, 80)
    show = partial(axis_word, unit=shown.unit, currency=shown.setting.currency)
    few = fewer_ticks(
        picture.y, show, template.NARROW_TICKS, smallest=least_step(shown.unit, picture.y.span)
    )
    return {
        "layout": template.narrow(shown.calendar.ticks(width, _NARROW_TICKS), few),
        "data": {INNER_WORD: before_word(shown, picture.y, width)},
    }


def _drawn(values: Sequence[float | None]) -> Numbers:
    """Return values to draw: six significant digits; a gap where there is none."""
    return [None if value is None else _short(value) for value in values]


def _short(value: float) -> float:
    return float(f"{value:.6g}")
