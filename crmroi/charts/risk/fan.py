"""The fan: where cumulative net cash lies in most of the cases drawn, month by month."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from crmroi.analysis.simulation import Simulation
from crmroi.charts import template, timeline
from crmroi.charts.chart import Chart, Layout, Trace
from crmroi.charts.labels import margin
from crmroi.charts.risk.chances import all_alike, cases, pays_back, share_said
from crmroi.charts.scale import Axis, axis, drawn, fewer_ticks
from crmroi.charts.theme import colours, tint
from crmroi.charts.traces import BOLD, End, area, end_words, line
from crmroi.charts.words import alternative, short_money, spoken_money
from crmroi.text import N_, _, money, number

BANDS = (
    (5, 95, 0.12, N_("9 in 10 cases")),
    (10, 90, 0.18, N_("8 in 10 cases")),
    (25, 75, 0.26, N_("half of cases")),
)
"""Each band: the percentages at its edges, its opacity, its name; the widest first."""
MIDDLE = 50
END_WORDS = "7"
"""The number of the trace that holds the labels in the right margin."""
_NAMED = {95: N_("9 in 10"), 75: N_("half")}
"""The edges that are named at their ends, and what they are called where there is little room."""
_HEADROOM = 0.02


def fan(simulation: Simulation, theme: str = "light") -> Chart:
    """Return the fan of cumulative net cash with its middle line."""
    currency = simulation.scenario.currency
    y = _axis(simulation)
    ends = _ends(simulation, theme)
    layout = timeline.over_time(theme, years(simulation), y, ends)
    layout["yaxis"] |= {"zerolinelayer": "above traces"}
    unit = template.money_unit(y.smallest, currency)
    return Chart(
        id="fan",
        title=_("It ends above zero in {cases}", cases=cases(pays_back(simulation))),
        subtitle=_("Cumulative net cash, {unit}, by month since the decision", unit=unit),
        alt=_alt(simulation),
        figure=template.figure(_traces(simulation, ends, y, theme), layout),
        narrow=_narrow(simulation, y),
        notes=_notes(simulation),
    )


def years(simulation: Simulation) -> int:
    """Return the longest horizon drawn."""
    return (len(simulation.fan[MIDDLE]) - 1) // 12


def _axis(simulation: Simulation) -> Axis:
    low = min(0.0, float(simulation.fan[BANDS[0][0]].min()))
    high = max(0.0, float(simulation.fan[BANDS[0][1]].max()))
    room = (high - low) * _HEADROOM
    show = partial(short_money, currency=simulation.scenario.currency)
    return axis(low - room * (low < 0), high + room, show)


def _traces(simulation: Simulation, ends: Sequence[End], y: Axis, theme: str) -> list[Trace]:
    """Return the traces, always eight and in this order: two a band, the middle, the words."""
    accent = colours(theme)["with"]
    months = list(range(len(simulation.fan[MIDDLE])))
    curves = _drawn(simulation)
    found: list[Trace] = []
    for place, (low, high, opacity, name) in enumerate(BANDS):
        found.append(area(months, curves[low], accent, fill="none"))
        band = area(months, curves[high], tint(accent, opacity), fill="tonexty")
        del band["hoverinfo"]
        band["hovertemplate"] = f"{_(name)}  %{{customdata}}<extra></extra>"
        band["customdata"] = _from_to(simulation, low, high)
        band["legendrank"] = 3 - place
        found.append(band)
    show = partial(money, currency=simulation.scenario.currency)
    middle = [f"<b>{show(value)}</b>" for value in simulation.fan[MIDDLE].tolist()]
    found.append(
        line(
            months,
            curves[MIDDLE],
            accent,
            width=BOLD,
            rank=0,
            hover=_("Middle") + "  %{customdata}",
            customdata=middle,
        )
    )
    return [*found, end_words(ends, months[-1], y, template.LEAST_PLOT_HEIGHT)]


def _drawn(simulation: Simulation) -> dict[int, list[float]]:
    """Return the curves by percentage, rounded alike: none crosses another by rounding."""
    months = len(simulation.fan[MIDDLE])
    flat = drawn(np.concatenate(list(simulation.fan.values())))
    return {
        percentile: flat[at * months : (at + 1) * months]
        for at, percentile in enumerate(simulation.fan)
    }


def _from_to(simulation: Simulation, low: int, high: int) -> list[str]:
    show = partial(short_money, currency=simulation.scenario.currency)
    return [
        _("{low} to {high}", low=show(down), high=show(up))
        for down, up in zip(
            simulation.fan[low].tolist(), simulation.fan[high].tolist(), strict=True
        )
    ]


def _ends(simulation: Simulation, theme: str, *, short: bool = False) -> list[End]:
    colour = colours(theme)
    names = {high: name for _low, high, _opacity, name in BANDS}
    shown = _at_end(simulation, MIDDLE)
    text = short_money(shown, simulation.scenario.currency)
    middle = text if short else f"{_('Middle')}<br>{text}"
    ends = [
        End(_(brief if short else names[high]), _at_end(simulation, high), colour["text-2"])
        for high, brief in _NAMED.items()
    ]
    if all_alike(simulation):  # the bands are no wider than the line
        ends = [End("", None, end.colour) for end in ends]
    return [*ends, End(f"<b>{middle}</b>", shown, colour["with"])]


def _at_end(simulation: Simulation, percentile: int) -> float:
    return float(simulation.fan[percentile][-1])


def _narrow(simulation: Simulation, y: Axis) -> Layout:
    show = partial(short_money, currency=simulation.scenario.currency)
    few = fewer_ticks(y, show, template.NARROW_TICKS)
    ticks = timeline.month_ticks(years(simulation), narrow=True)
    texts = [end.text for end in _ends(simulation, "light", short=True)]
    left = template.left_margin(y.words)
    margins = {"l": left, "r": margin(texts, extra=16, bold=True), "t": template.TOP}
    layout = template.narrow(ticks, few, margin={**margins, "b": template.BOTTOM, "pad": 0})
    return {"layout": layout, "data": {END_WORDS: {"text": texts}}}


def _notes(simulation: Simulation) -> tuple[str, ...]:
    drawn_cases = _("{n} cases drawn from the ranges.", n=number(simulation.fan_draws))
    below = _("{share} end below zero.", share=share_said(simulation.never_breaks_even))
    return drawn_cases, below


def _alt(simulation: Simulation) -> str:
    def said(percentile: int) -> str:
        return spoken_money(_at_end(simulation, percentile), simulation.scenario.currency)

    rest = [
        _(
            "At the end half of the cases lie between {low} and {high}, the middle at {middle}; "
            "9 in 10 lie between {lowest} and {highest}.",
            low=said(25), high=said(75), middle=said(MIDDLE), lowest=said(5), highest=said(95),
        )
    ]  # fmt: skip
    kind = _("Fan chart of cumulative net cash by month.")
    title = _("It ends above zero in {cases}", cases=cases(pays_back(simulation)))
    return alternative(kind, title, rest)
