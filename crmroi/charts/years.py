"""Gains and costs by year: gains up, costs down, and the net as a diamond."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from crmroi.charts import template, timeline
from crmroi.charts.chart import Chart, Layout, Trace
from crmroi.charts.empty import nothing_to_compare
from crmroi.charts.labels import margin
from crmroi.charts.outcome import horizon
from crmroi.charts.scale import Axis, Series, axis, drawn, fewer_ticks
from crmroi.charts.theme import colours
from crmroi.charts.traces import End, bars, end_words, hatch
from crmroi.charts.words import hover_amounts, short_money
from crmroi.charts.yearly import BUCKETS, Bucket, buckets_by_year, net_by_year
from crmroi.charts.years_words import alt, notes, subtitle, title
from crmroi.model.projection import Projection
from crmroi.text import _, money

END_WORDS = "7"
"""The number of the trace that holds the labels in the right margin."""
_HEADROOM = 0.03


def years(projection: Projection, pinned: Projection | None = None, theme: str = "light") -> Chart:
    """Return gains and costs of each year: cash, people's time and hidden costs told apart."""
    stacks = _stacks(projection)
    ends = _ends(stacks, theme, short=False)
    layout = template.layout(theme, left=template.left_margin(stacks.y.words), right=_right(ends))
    layout |= {
        "dragmode": False,
        "barmode": "relative",
        "bargap": 0.45,
        "xaxis": timeline.year_axis(theme, horizon(projection)),
        "yaxis": {**template.value_axis(theme, stacks.y), "zerolinelayer": "above traces"},
    }
    return Chart(
        id="years",
        title=title(projection),
        subtitle=subtitle(stacks.y.smallest, stacks.currency),
        alt=alt(projection),
        figure=template.figure(_traces(stacks, ends, pinned, theme), layout),
        narrow=_narrow(stacks, layout, theme),
        notes=notes(projection),
        empty=nothing_to_compare(projection),
    )


@dataclass(frozen=True)
class _Stacks:
    """The bars of one picture: each bucket's amounts by year, gains up and costs down."""

    currency: str
    signed: list[Series]
    net: Series
    y: Axis


def _stacks(projection: Projection) -> _Stacks:
    currency = projection.scenario.currency
    amounts = buckets_by_year(projection)
    signed = [bucket.sign * amounts[bucket.name] for bucket in BUCKETS]
    low = float(np.sum([np.minimum(series, 0) for series in signed], axis=0).min())
    high = float(np.sum([np.maximum(series, 0) for series in signed], axis=0).max())
    room = (high - low) * _HEADROOM
    y = axis(
        low - room * (low < 0), high + room * (high > 0), partial(short_money, currency=currency)
    )
    return _Stacks(currency, signed, net_by_year(projection), y)


def _traces(
    stacks: _Stacks, ends: Sequence[End], pinned: Projection | None, theme: str
) -> list[Trace]:
    """Return the traces, always eight and in this order."""
    theirs = net_by_year(pinned).tolist() if pinned else None
    return [
        *(
            _bars(bucket, series, stacks.currency, theme)
            for bucket, series in zip(BUCKETS, stacks.signed, strict=True)
        ),
        _diamonds(stacks, theirs, theme),
        end_words(ends, len(stacks.net) - 0.5, stacks.y, template.LEAST_PLOT_HEIGHT),
    ]


def _bars(bucket: Bucket, series: Series, currency: str, theme: str) -> Trace:
    """Return the bars of a bucket; a year without an amount has none, nor a row on hover."""
    colour = colours(theme)
    values = series.tolist()
    return bars(
        list(range(len(values))),
        [y or None for y in drawn(series)],
        colour[bucket.fill],
        edge=colour[bucket.edge],
        pattern=hatch(bucket.shape, colour["page"]) if bucket.shape else None,
        hover=_(bucket.label) + "  %{customdata}",
        customdata=[money(value, currency) if value else None for value in values],
    )


def _diamonds(stacks: _Stacks, pinned: Sequence[float] | None, theme: str) -> Trace:
    colour = colours(theme)
    return {
        "type": "scatter",
        "mode": "markers",
        "x": list(range(len(stacks.net))),
        "y": drawn(stacks.net),
        "marker": {
            "symbol": "diamond",
            "size": 10,
            "color": colour["net"],
            "line": {"color": colour["page"], "width": 2},
        },
        "cliponaxis": False,
        "hovertemplate": _("Net") + "  %{customdata}<extra></extra>",
        "customdata": hover_amounts(stacks.net.tolist(), pinned, stacks.currency),
    }


def _ends(stacks: _Stacks, theme: str, *, short: bool) -> list[End]:
    """Return the names beside the last year's bars, always seven: each where its colour lies."""
    colour = colours(theme)
    up = down = 0.0
    ends = []
    for bucket, series in zip(BUCKETS, stacks.signed, strict=True):
        last = float(series[-1])
        base = up if last > 0 or (last == 0 and bucket.sign > 0) else down
        up, down = (up + last, down) if last > 0 else (up, down + last)
        text = _(bucket.short_label if short else bucket.label)
        side = colour["gain" if bucket.sign > 0 else "cost"]
        ends.append(End(text, base + last / 2 if series.any() else None, side))
    return [*ends, End(f"<b>{_('Net')}</b>", float(stacks.net[-1]), colour["net"])]


def _right(ends: Sequence[End]) -> int:
    return margin([end.text for end in ends if end.value is not None], extra=14, bold=True)


def _narrow(stacks: _Stacks, layout: Layout, theme: str) -> Layout:
    few = fewer_ticks(
        stacks.y, partial(short_money, currency=stacks.currency), template.NARROW_TICKS
    )
    ends = _ends(stacks, theme, short=True)
    texts = [end.text if end.value is not None else "" for end in ends]
    ticks = timeline.year_words(len(stacks.net) - 1, narrow=True)
    overrides = template.narrow(ticks, few)
    overrides["margin"] = {**layout["margin"], "r": _right(ends)}
    return {"layout": overrides, "data": {END_WORDS: {"text": texts}}}
