"""How many of the cases drawn have paid back by each month."""

from __future__ import annotations

import numpy as np

from crmroi.analysis.simulation import Simulation
from crmroi.charts import template, timeline
from crmroi.charts.chart import Chart, Layout, Trace
from crmroi.charts.placing import Plot, close_by
from crmroi.charts.risk.chances import cases, pays_back, share_said
from crmroi.charts.risk.fan import years
from crmroi.charts.scale import Axis
from crmroi.charts.theme import FILL, colours, tint
from crmroi.charts.traces import BOLD, End, Spots, area, end_words, line, words
from crmroi.charts.words import alternative
from crmroi.text import _, month, number, percent

_TICKS, _NARROW_TICKS = 5, 3
_TOP = 104
"""The upper end of the axis, in percent: a line at 100 is not cut in half."""
_HALF = 0.5


def payback(simulation: Simulation, theme: str = "light") -> Chart:
    """Return the curve of the share of cases that have paid back, with its halfway month."""
    y = _axis(_TICKS)
    ends = _ends(simulation, theme)
    layout = timeline.over_time(theme, years(simulation), y, ends)
    return Chart(
        id="payback",
        title=_title(simulation),
        subtitle=_("Share of cases that have paid back, by month since the decision"),
        alt=_alt(simulation),
        figure=template.figure(_traces(simulation, ends, layout, y, theme), layout),
        narrow=_narrow(simulation),
        notes=_notes(simulation),
    )


def half_by(simulation: Simulation) -> int | None:
    """Return the first month by which half of the cases have paid back.

    None if they never do, or have nothing to pay back at the decision.
    """
    reached = np.asarray(simulation.paid_back_by_month) >= _HALF
    return (int(reached.argmax()) or None) if reached.any() else None


def _axis(count: int) -> Axis:
    ticks = [100 * at / (count - 1) for at in range(count)]
    return Axis(0.0, _TOP, ticks, [percent(tick / 100) if tick else "0" for tick in ticks])


def _traces(
    simulation: Simulation, ends: list[End], layout: Layout, y: Axis, theme: str
) -> list[Trace]:
    """Return the traces, always five and in this order; y is in percent."""
    colour = colours(theme)
    curve = 100 * np.asarray(simulation.paid_back_by_month)
    months, shares = list(range(len(curve))), np.round(curve, 2).tolist()
    said = [f"<b>{share_said(share / 100)}</b>" for share in curve.tolist()]
    half = half_by(simulation)
    spot: Spots = {"x": [half], "y": [None if half is None else float(curve[half])]}
    return [
        area(months, shares, tint(colour["with"], FILL)),
        line(
            months, shares, colour["with"], width=BOLD,
            hover=_("Paid back") + "  %{customdata}", customdata=said,
        ),
        {
            "type": "scatter", "mode": "markers", **spot, "cliponaxis": False, "hoverinfo": "skip",
            "marker": {
                "symbol": "circle", "size": 11, "color": colour["page"],
                "line": {"color": colour["net"], "width": 2},
            },
        },
        words(_half_word(half, curve, layout, y), colour["text"], halo=colour["page"]),
        end_words(ends, months[-1], y, template.LEAST_PLOT_HEIGHT),
    ]  # fmt: skip


def _half_word(half: int | None, curve: np.ndarray, layout: Layout, y: Axis) -> Spots:
    nothing: Spots = {"x": [None], "y": [None], "text": [""], "textposition": ["middle right"]}
    if half is None:
        return nothing
    low, high = layout["xaxis"]["range"]
    margins = layout["margin"]
    plot = Plot(
        Axis(low, high, [], []), y, template.WIDTH * 0.75 - margins["l"] - margins["r"],
        template.LEAST_PLOT_HEIGHT,
    )  # fmt: skip
    text = _("Half: {month}", month=month(half))
    place = close_by(text, (half, float(curve[half])), plot, [curve], [])
    if place is None:
        return nothing
    return {
        "x": [round(place.x, 2)],
        "y": [round(place.y, 2)],
        "text": [f"<b>{text}</b>"],
        "textposition": [place.side],
    }


def _ends(simulation: Simulation, theme: str) -> list[End]:
    share = pays_back(simulation)
    text = f"<b>{share_said(share)}</b><br>" + _("paid back")
    return [End(text, 100 * share, colours(theme)["with"])]


def _title(simulation: Simulation) -> str:
    half = half_by(simulation)
    if half is None:
        return _("It pays back in {cases}", cases=cases(pays_back(simulation)))
    return _("Half of the cases have paid back by month {m}", m=number(half))


def _narrow(simulation: Simulation) -> Layout:
    ticks = timeline.month_ticks(years(simulation), narrow=True)
    return {"layout": template.narrow(ticks, _axis(_NARROW_TICKS)), "data": {}}


def _notes(simulation: Simulation) -> tuple[str, ...]:
    never = simulation.never_breaks_even
    if not never:
        return (_("Every case drawn pays back within the years counted."),)
    return (
        _(
            "{share} never pay back within the years counted: counted here, not dropped.",
            share=share_said(never),
        ),
    )


def _alt(simulation: Simulation) -> str:
    curve = simulation.paid_back_by_month
    third = (len(curve) - 1) // 3
    rest = [
        _("By month {m} {share} have paid back.", m=number(at), share=percent(curve[at]))
        for at in (third, 2 * third, len(curve) - 1)
    ]
    kind = _("Line chart of the share of cases that have paid back, by month.")
    return alternative(kind, _title(simulation), rest)
