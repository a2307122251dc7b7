"""What moves the answer: a bar for each assumption, from the NPV at its low to that at its high."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from textwrap import wrap

from crmroi.analysis.sensitivity import Bar, Tornado
from crmroi.charts import template
from crmroi.charts.chart import Chart, Empty, Layout, Trace
from crmroi.charts.labels import margin
from crmroi.charts.risk import tornado_places as places
from crmroi.charts.risk import tornado_words as said
from crmroi.charts.risk.naming import label
from crmroi.charts.risk.tornado_places import HEAD, Side
from crmroi.charts.scale import Axis
from crmroi.charts.theme import colours
from crmroi.charts.traces import Spots, ink, line, words
from crmroi.text import _

FRONT = 8
"""So many rows are drawn; the table holds all."""
_ROW = 40
_NARROW_LETTERS, _WIDE_LETTERS = 14, 26
_RIGHT = 8
LOWER = "1"
"""The number of the trace that holds the ends which lower the NPV."""
EVERY = "risk.every"
"""The control that shows every assumption."""


def tornado_chart(found: Tornado, bars: Sequence[Bar], theme: str = "light") -> Chart:
    """Return the tornado of these bars, widest first, around today's NPV."""
    shown = [bar for bar in bars if bar.width > 0][:FRONT]
    sides = [places.side(found, shown, lower=lower) for lower in (True, False)]
    wide, small = (_names(shown, letters) for letters in (_WIDE_LETTERS, _NARROW_LETTERS))
    plot = template.WIDTH - margin(wide, extra=10) - _RIGHT
    x = places.amounts(found, sides, plot, most=5)
    narrow_plot = template.NARROW_WIDTH - template.SCROLL_BAR - margin(small, extra=10) - _RIGHT
    few = [places.shortened(sides[0], narrow_plot), sides[1]]
    narrow_x = places.amounts(found, few, narrow_plot, most=3)
    crossed = places.crossed(found, sides, x, plot)
    crossed |= places.crossed(found, few, narrow_x, narrow_plot)
    layout = template.layout(
        theme, left=margin(wide, extra=10), right=_RIGHT, unified=False,
        height=template.TOP + template.BOTTOM + round(_ROW * (len(shown) + HEAD)),
    )  # fmt: skip
    layout |= {"barmode": "overlay", "bargap": 0.45}
    layout["xaxis"] = {**template.value_axis(theme, x), "zeroline": False}
    layout["yaxis"] = {
        **template.plain_axis(theme, grid=False), "showline": False, "ticks": "",
        "range": [len(shown) - 0.5, -0.5 - HEAD],
        "tickvals": list(range(len(shown))), "ticktext": wide,
    }  # fmt: skip
    currency = found.scenario.currency
    return Chart(
        id="tornado",
        title=said.title(shown),
        subtitle=_(
            "Worth today (NPV), {unit}, with one assumption at either end of its range",
            unit=template.money_unit(x.smallest, currency),
        ),
        alt=said.alt(found, shown),
        figure=template.figure(_traces(found, shown, sides, crossed, theme), layout),
        narrow=_narrow(narrow_x, small, few[0]),
        notes=said.notes(bars, shown) if shown else (),
        empty=None if shown else _nothing(),
    )


def _nothing() -> Empty:
    """Return what stands in the place of no bars."""
    return Empty(
        _("No uncertain assumption moves the answer. Show them all, or give one a range below."),
        _("Every assumption"),
        EVERY,
    )


def _names(bars: Sequence[Bar], letters: int) -> list[str]:
    """Return the assumptions' names in lines of at most so many letters."""
    in_lines = partial(wrap, width=letters, break_long_words=False, break_on_hyphens=False)
    return ["<br>".join(in_lines(label(bar.assumption))) for bar in bars]


def _traces(
    found: Tornado,
    bars: Sequence[Bar],
    sides: Sequence[Side],
    crossed: frozenset[int],
    theme: str,
) -> list[Trace]:
    """Return the traces, always five: zero, both ends, the base line, its word."""
    colour, today = colours(theme), found.today.npv
    base: Spots = {
        "x": [float(f"{today:.6g}")],
        "y": [-0.5 - HEAD / 2],
        "text": [f"<b>{places.today_word(found)}</b>"],
        "textposition": ["middle center"],
    }
    hovers = [said.hover(bar, found) for bar in bars]
    filled = zip(sides, ("cost", "gain"), strict=True)
    foot = [len(bars) - 0.5, -0.5]
    return [
        line(*places.zero_line(len(bars), crossed), colour["zero"], width=1.5),
        *(_ends(side, fill, today, hovers, theme) for side, fill in filled),
        line([today, today], foot, colour["net"], width=2.5),
        words(base, colour["text"], halo=colour["page"]),
    ]


def _ends(side: Side, fill: str, today: float, hovers: Sequence[str], theme: str) -> Trace:
    """Return the bars from today's NPV to one side, each with the input's value at its end."""
    colour = colours(theme)
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(hovers))),
        "x": [float(f"{by:.6g}") for by in side.reach],
        "base": [float(f"{today:.6g}")] * len(hovers),
        "marker": {"color": colour[fill], "line": {"color": colour[fill], "width": 1}},
        "text": side.words,
        "textposition": "outside",
        "textfont": ink(colour["text"], halo=colour["page"]),
        "constraintext": "none",
        "cliponaxis": False,
        "customdata": list(hovers),
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _narrow(x: Axis, names: list[str], lower: Side) -> Layout:
    return {
        "layout": template.narrow_bars(names, margin(names, extra=10), x),
        "data": {LOWER: {"text": lower.words}},
    }
