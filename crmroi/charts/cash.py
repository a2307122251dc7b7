"""The curve of cumulative net cash: how deep it goes, and when it is paid back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from crmroi.charts import template, timeline
from crmroi.charts.cash_places import INNER_COLOURS, Curves, inner_words, worth_a_word
from crmroi.charts.cash_words import alt, end_text, notes, subtitle, title
from crmroi.charts.chart import Chart, Layout, Trace
from crmroi.charts.empty import nothing_to_compare
from crmroi.charts.outcome import horizon, measure
from crmroi.charts.placing import Plot
from crmroi.charts.scale import Axis, Series, axis, drawn, fewer_ticks
from crmroi.charts.theme import FILL, colours, tint
from crmroi.charts.traces import (
    BOLD,
    DASHES,
    NORMAL,
    THIN,
    End,
    area,
    end_words,
    line,
    words,
)
from crmroi.charts.words import hover_amounts, short_money
from crmroi.model.projection import Projection
from crmroi.text import _, money

HAIRLINE, INNER_WORDS = "5", "7"
"""The numbers of the traces that lead to and hold the words inside the plot."""
_HEADROOM, _FOOTROOM = 0.02, 0.12
"""Kept free above and below the curves, as shares of their range; below a word has room."""


def cash(
    projection: Projection,
    pinned: Projection | None = None,
    theme: str = "light",
    *,
    discounted: bool = False,
) -> Chart:
    """Return the curve of cumulative net cash, with the pinned case as its ghost."""
    curves = _curves(projection, pinned, discounted=discounted)
    ends = _ends(curves, theme)
    layout = timeline.over_time(theme, curves.years, curves.y, ends)
    return Chart(
        id="cash",
        title=title(projection),
        subtitle=subtitle(curves.y.smallest, curves.currency),
        alt=alt(projection, pinned),
        figure=template.figure(_traces(curves, ends, layout, theme), layout),
        narrow=_narrow(curves, layout),
        notes=notes(projection, discounted=discounted),
        empty=nothing_to_compare(projection),
    )


def _curves(projection: Projection, pinned: Projection | None, *, discounted: bool) -> Curves:
    currency = projection.scenario.currency
    ours = projection.monthly["cumulative"]
    ghost = pinned.monthly["cumulative"][: len(ours)] if pinned else None
    today = projection.monthly["discounted_cumulative"] if discounted else None
    shown = [part for part in (ours, ghost, today) if part is not None]
    low = min(0.0, *(float(part.min()) for part in shown))
    high = max(0.0, *(float(part.max()) for part in shown))
    room = (high - low) * _HEADROOM
    below = (high - low) * (_FOOTROOM if worth_a_word(ours, high - low) else _HEADROOM)
    y = axis(low - below * (low < 0), high + room, partial(short_money, currency=currency))
    found = measure(projection, "break_even_month")
    break_even = None if found is None else int(found)
    return Curves(currency, horizon(projection), ours, ghost, today, break_even, y)


def _traces(curves: Curves, ends: Sequence[End], layout: Layout, theme: str) -> list[Trace]:
    """Return the traces, always nine and in this order; those without data are empty."""
    colour = colours(theme)
    inner, hairline = inner_words(curves, _plot(curves, layout))
    inner_colours = [colour[token] for token in INNER_COLOURS]
    below, above = _parts(curves.ours)
    months = list(range(len(curves.ours)))
    ghost = None if curves.ghost is None else curves.ghost.tolist()
    return [
        area(*below, tint(colour["cost"], FILL)),
        area(*above, tint(colour["gain"], FILL)),
        _other(curves.ghost, curves.currency, _("Pinned"), colour["ghost"], dash=DASHES["ghost"]),
        _other(curves.discounted, curves.currency, _("Discounted"), colour["muted"], width=THIN),
        line(
            months,
            drawn(curves.ours),
            colour["net"],
            width=BOLD,
            hover=_("This case") + "  %{customdata}",
            rank=1,
            customdata=hover_amounts(curves.ours.tolist(), ghost, curves.currency),
        ),
        line(hairline["x"], hairline["y"], colour["text-2"], width=1),
        _circle(curves.crossing, colour["page"], colour["net"]),
        words(inner, inner_colours, halo=colour["page"]),
        end_words(ends, months[-1], curves.y, template.LEAST_PLOT_HEIGHT),
    ]


def _parts(series: Series) -> list[tuple[list[float], list[float]]]:
    """Return the outlines of what lies below and above zero, cut where the curve crosses it."""
    at = np.flatnonzero(series[:-1] * series[1:] < 0)
    crossings = at + series[at] / (series[at] - series[at + 1])
    x = np.round(np.insert(np.arange(len(series), dtype=float), at + 1, crossings), 3).tolist()
    y = np.insert(series, at + 1, 0.0)
    return [(x, drawn(np.minimum(y, 0.0))), (x, drawn(np.maximum(y, 0.0)))]


def _other(
    series: Series | None,
    currency: str,
    name: str,
    colour: str,
    *,
    width: float = NORMAL,
    dash: str = "solid",
) -> Trace:
    """Return a curve beside the case itself, empty when it is not there."""
    values = [] if series is None else series.tolist()
    return line(
        list(range(len(values))),
        [] if series is None else drawn(series),
        colour,
        width=width,
        dash=dash,
        hover=f"{name}  %{{customdata}}",
        customdata=[money(value, currency) for value in values],
    )


def _circle(x: float | None, inside: str, edge: str) -> Trace:
    """Return the hollow circle on the zero line where the case breaks even."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [None if x is None else round(x, 3)],
        "y": [None if x is None else 0],
        "marker": {"size": 11, "color": inside, "line": {"color": edge, "width": BOLD}},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _ends(curves: Curves, theme: str) -> list[End]:
    """Return the labels in the right margin, always three."""
    colour, currency = colours(theme), curves.currency
    ours, ghost, today = (
        None if part is None or len(part) < len(curves.ours) else float(part[-1])
        for part in (curves.ours, curves.ghost, curves.discounted)
    )
    text = end_text(_("This case"), ours, currency, recovered=curves.break_even is not None)
    return [
        End(f"<b>{text}</b>", ours, colour["text"]),
        End(end_text(_("Pinned"), ghost, currency), ghost, colour["muted"]),
        End(end_text(_("Discounted"), today, currency), today, colour["muted"]),
    ][::-1]  # equal ends: the first is the highest


def _plot(
    curves: Curves, layout: Layout, width: int = template.WIDTH, height: int = template.HEIGHT
) -> Plot:
    low, high = layout["xaxis"]["range"]
    sides = layout["margin"]["l"] + layout["margin"]["r"]
    tall = height - template.TOP - template.BOTTOM
    return Plot(Axis(low, high, [], []), curves.y, max(width - sides, 40), tall)


def _narrow(curves: Curves, layout: Layout) -> Layout:
    few = fewer_ticks(
        curves.y, partial(short_money, currency=curves.currency), template.NARROW_TICKS
    )
    inner, hairline = inner_words(
        curves, _plot(curves, layout, template.NARROW_WIDTH, template.NARROW_HEIGHT)
    )
    return {
        "layout": template.narrow(timeline.month_ticks(curves.years, narrow=True), few),
        "data": {HAIRLINE: hairline, INNER_WORDS: inner},
    }
