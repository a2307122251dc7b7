"""The curves of cumulative net cash of all scenarios, and where one overtakes another."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from crmroi.analysis.comparison import Comparison, Overtake
from crmroi.charts import template, timeline
from crmroi.charts.cash_words import subtitle
from crmroi.charts.chart import Chart, Layout, Trace
from crmroi.charts.compare import curves_words as said
from crmroi.charts.compare.curve_ends import ends
from crmroi.charts.compare.flows import Flows, crossing, flows, month_words
from crmroi.charts.compare.naming import DASHES, colour
from crmroi.charts.labels import plain
from crmroi.charts.scale import drawn, fewer_ticks
from crmroi.charts.theme import colours
from crmroi.charts.traces import BOLD, THIN, end_words, line, words
from crmroi.charts.words import short_money
from crmroi.text import money

CIRCLES, INNER_WORDS, END_WORDS = "5", "6", "7"
"""The numbers of the traces that hold the overtakings, their months, and the names."""


def curves(found: Comparison, theme: str = "light", chosen: Collection[int] = ()) -> Chart:
    """Return one curve for each scenario, named at its end, with circles where one overtakes.

    On a small screen all but those `chosen`, by their numbers, are grey; none chosen, none is.
    """
    picture = flows(found)
    right = ends(picture, _all(found), theme)[1]
    layout = template.layout(theme, left=template.left_margin(picture.y.words), right=right)
    layout["xaxis"] = timeline.time_axis(theme, picture.years)
    layout["yaxis"] = template.value_axis(theme, picture.y)
    return Chart(
        id="curves",
        title=said.title(found),
        subtitle=subtitle(picture.y.smallest, picture.currency),
        alt=said.alt(found),
        figure=template.figure(_traces(picture, layout, theme), layout),
        narrow=_narrow(picture, frozenset(chosen) or _all(found), theme),
        notes=said.notes(found),
    )


def _all(found: Comparison) -> frozenset[int]:
    return frozenset(member.number for member in found.members)


def _traces(picture: Flows, layout: Layout, theme: str) -> list[Trace]:
    """Return the traces, always eight and in this order: curves, circles, their words, names."""
    token, overtakes = colours(theme), picture.found.overtakes
    inner = month_words(picture, overtakes, layout["margin"]["l"] + layout["margin"]["r"])
    named, _margin = ends(picture, _all(picture.found), theme)
    return [
        *_lines(picture, theme),
        {
            "type": "scatter",
            "mode": "markers",
            **_circles(picture, overtakes),
            "marker": {
                "size": 11, "color": token["page"], "line": {"color": token["net"], "width": BOLD}
            },
            "cliponaxis": False,
            "hoverinfo": "skip",
        },
        words(inner, token["text"], halo=token["page"]),
        end_words(named, 12 * picture.years, picture.y, template.LEAST_PLOT_HEIGHT),
    ]  # fmt: skip


def _lines(picture: Flows, theme: str) -> list[Trace]:
    """Return the curves, and empty ones for as many scenarios as there could be more."""
    there = [
        line(
            list(range(len(series))),
            drawn(series),
            colour(member, theme),
            width=BOLD,
            dash=DASHES[member.number],
            hover=f"{plain(member.name)}  %{{customdata}}",
            customdata=[money(value, picture.currency) for value in series.tolist()],
        )
        for member, series in zip(picture.found.members, picture.series, strict=True)
    ]
    rest = range(len(there), len(DASHES))
    return [*there, *(line([], [], colours(theme)["text"]) for _place in rest)]


def _circles(picture: Flows, overtakes: Collection[Overtake]) -> dict[str, list[float]]:
    places = [crossing(picture, overtake) for overtake in overtakes]
    return {"x": [x for x, _y in places], "y": [y for _x, y in places]}


def _narrow(picture: Flows, chosen: frozenset[int], theme: str) -> Layout:
    show = partial(short_money, currency=picture.currency)
    few = fewer_ticks(picture.y, show, template.NARROW_TICKS)
    named, right = ends(picture, chosen, theme, small=True)
    at_ends = end_words(named, 12 * picture.years, picture.y, template.LEAST_PLOT_HEIGHT)
    between = [each for each in picture.found.overtakes if {each.ahead, each.behind} <= chosen]
    sides = template.left_margin(picture.y.words) + right
    ticks = timeline.month_ticks(picture.years, narrow=True)
    return {
        "layout": template.narrow(ticks, few, margin__r=right),
        "data": {
            **_greyed(picture, chosen, theme),
            CIRCLES: _circles(picture, between),
            INNER_WORDS: dict(month_words(picture, between, sides, small=True)),
            END_WORDS: {
                "y": at_ends["y"],
                "text": at_ends["text"],
                "textfont.color": at_ends["textfont"]["color"],
            },
        },
    }


def _greyed(picture: Flows, chosen: frozenset[int], theme: str) -> dict[str, Layout]:
    """Return what makes the lines of the others recede."""
    return {
        str(number): {"line.color": colours(theme)["ghost"], "line.width": THIN}
        for number in sorted(_all(picture.found) - chosen)
    }
