"""Adoption: the share of users at work in the CRM, as each phase of gains sees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np

from crmroi.charts import template, timeline
from crmroi.charts.adoption_words import alt, notes, subtitle, title
from crmroi.charts.chart import Chart, Layout, Trace
from crmroi.charts.empty import nobody_adopts
from crmroi.charts.labels import margin
from crmroi.charts.outcome import go_live, horizon, is_live
from crmroi.charts.scale import Axis
from crmroi.charts.theme import colours
from crmroi.charts.traces import BOLD, End, Spots, end_words, line, words
from crmroi.model.projection import Projection
from crmroi.text import N_, _, percent

END_WORDS = "5"
"""The number of the trace that holds the labels in the right margin."""
_TICKS, _NARROW_TICKS = 5, 3
_TOP = 114
"""The upper end of the axis: 100 % and the height of a word."""
_WORD_AT = 107

PHASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "short": (N_("Productivity"), "short-term"),
        "medium": (N_("Conversion"), "medium-term"),
        "long": (N_("Loyalty"), "long-term"),
    }
)
"""Each phase by its monthly series: what it is called and its colour."""


def adoption(projection: Projection, theme: str = "light") -> Chart:
    """Return the three phases in which use turns into gains, with the go-live."""
    y = _axis(_TICKS)
    ends = _ends(projection, theme)
    layout = template.layout(
        theme,
        left=template.left_margin(y.words),
        right=margin([end.text for end in ends], extra=14),
    )
    layout["xaxis"] = timeline.time_axis(theme, horizon(projection))
    layout["yaxis"] = template.value_axis(theme, y)
    return Chart(
        id="adoption",
        title=title(projection),
        subtitle=subtitle(),
        alt=alt(projection),
        figure=template.figure(_traces(projection, ends, y, theme), layout),
        narrow=_narrow(projection, layout, theme),
        notes=notes(projection),
        empty=nobody_adopts(projection),
    )


def _axis(count: int) -> Axis:
    ticks = [100 * at / (count - 1) for at in range(count)]
    return Axis(0.0, _TOP, ticks, [percent(tick / 100) for tick in ticks])


def _traces(projection: Projection, ends: Sequence[End], y: Axis, theme: str) -> list[Trace]:
    """Return the traces, always six and in this order; y is in percent."""
    colour = colours(theme)
    months = list(range(len(projection.months)))
    mark = go_live(projection) if is_live(projection) else None
    points = percent(0).replace("0", "%{y:.0f}")  # the language's own way of writing 62 %
    return [
        line([mark, mark], [0, 100], colour["zero"], width=1),
        words(_go_live(mark, months[-1]), colour["text-2"]),
        *(
            line(
                months,
                np.round(100 * projection.monthly[name], 2).tolist(),
                colour[token],
                width=BOLD,
                hover=f"{_(label)}  <b>{points}</b>",
            )
            for name, (label, token) in PHASES.items()
        ),
        end_words(ends, months[-1], y, template.LEAST_PLOT_HEIGHT),
    ]


def _go_live(mark: int | None, last: int) -> Spots:
    """Return the word over the go-live line, on the side where there is room."""
    side = "middle right" if mark is not None and mark < last / 2 else "middle left"
    text = "" if mark is None else _("Go-live")
    return {
        "x": [mark],
        "y": [None if mark is None else _WORD_AT],
        "text": [text],
        "textposition": [side],
    }


def _ends(projection: Projection, theme: str, *, short: bool = False) -> list[End]:
    """Return the names at the lines' ends, with the share they end at unless short."""
    colour = colours(theme)
    ends = []
    for name, (label, token) in PHASES.items():
        last = float(projection.monthly[name][-1])
        # The lightest line is too light to read: its name is written as text is.
        ink = colour["text-2" if name == "long" else token]
        text = _(label) if short else f"{_(label)} {percent(last)}"
        ends.append(End(text, 100 * last, ink))
    return ends[::-1]


def _narrow(projection: Projection, layout: Layout, theme: str) -> Layout:
    names = [end.text for end in _ends(projection, theme, short=True)]
    overrides = template.narrow(
        timeline.month_ticks(horizon(projection), narrow=True), _axis(_NARROW_TICKS)
    )
    overrides["margin"] = {**layout["margin"], "r": margin(names, extra=14)}
    return {"layout": overrides, "data": {END_WORDS: {"text": names}}}
