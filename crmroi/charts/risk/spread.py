"""How the NPV of the cases drawn is spread: a histogram, split at zero."""

from __future__ import annotations

from functools import partial

import numpy as np

from crmroi.analysis.simulation import Simulation
from crmroi.charts import template
from crmroi.charts.chart import Chart, Layout, Trace
from crmroi.charts.labels import text_width
from crmroi.charts.risk.chances import all_alike, cases
from crmroi.charts.risk.histogram import Histogram, histogram
from crmroi.charts.scale import Axis, axis, fewer_ticks
from crmroi.charts.theme import colours
from crmroi.charts.traces import Spots, bars, line, words
from crmroi.charts.words import alternative, short_money, spoken_money
from crmroi.text import N_, _, number, percent
from crmroi.text.numbers import decimals_needed

MARKS = {10: N_("1 in 10 below {x}"), 50: N_("Middle {x}"), 90: N_("1 in 10 above {x}")}
"""The percentiles that are marked, and their words."""
MIDDLE = 50
EVERY_CASE = N_("Every case: {x}")
"""What stands in the place of all marks where they are one."""
_MARKS_SAID = N_(
    "Marks: one case in ten lies below the first, half below the second, one in ten above the "
    "third."
)
_LINES = (1.12, 1.24, 1.36)
"""How high the marks stand, as shares of the highest bar: each word clears the marks after it."""
_TOP = 1.43
_GAP = 6
"""Pixels between a mark and its words."""
_AROUND = 80
"""Pixels left and right of the plot."""


def spread(simulation: Simulation, theme: str = "light") -> Chart:
    """Return the histogram of the NPV with the marks of P10, P50 and P90."""
    found, currency = histogram(simulation), simulation.scenario.currency
    show = partial(short_money, currency=currency)
    x = axis(float(found.edges[0]), float(found.edges[-1]), show)
    highest = 100 * float(found.counts.max()) / simulation.draws
    layout = _layout(x, highest, theme)
    return Chart(
        id="spread",
        title=_title(simulation),
        subtitle=_(
            "Worth today (NPV), {unit}: share of {n} cases drawn",
            unit=template.money_unit(x.smallest, currency), n=number(simulation.draws),
        ),
        alt=_alt(simulation),
        figure=template.figure(_traces(simulation, found, x, highest, theme), layout),
        narrow=_narrow(simulation, x, highest),
        notes=() if all_alike(simulation) else (_(_MARKS_SAID),),
    )  # fmt: skip


def _layout(x: Axis, highest: float, theme: str) -> Layout:
    y = axis(0.0, _TOP * highest, _share, most=5, smallest=0.1)
    y = Axis(0.0, _TOP * highest, *_upto(y, highest))
    left = template.left_margin(y.words)
    layout = template.layout(theme, left=left, right=24, unified=False)
    layout |= {"bargap": 0}
    layout["xaxis"] = {
        **template.plain_axis(theme, grid=False),
        "range": [x.low, x.high],
        "tickvals": x.ticks,
        "ticktext": x.words,
    }
    layout["yaxis"] = {**template.value_axis(theme, y), "zerolinelayer": "above traces"}
    return layout


def _share(tick: float) -> str:
    return percent(tick / 100, decimals=decimals_needed(tick))


def _upto(y: Axis, highest: float) -> tuple[list[float], list[str]]:
    """Leave the ticks above the bars away: only words stand there."""
    kept = [(tick, word) for tick, word in zip(y.ticks, y.words, strict=True) if tick <= highest]
    return [tick for tick, _word in kept], [word for _tick, word in kept]


def _traces(
    simulation: Simulation, found: Histogram, x: Axis, highest: float, theme: str
) -> list[Trace]:
    """Return the traces, always six: losses, gains, three marks, their words."""
    colour = colours(theme)
    middles = (found.edges[:-1] + found.edges[1:]) / 2
    shares = 100 * found.counts / simulation.draws
    hovers = _hovers(simulation, found)
    drawn_bars = []
    for name, chosen in (("cost", middles < 0), ("gain", middles >= 0)):
        here = np.flatnonzero(chosen)
        bar = bars(
            [float(f"{value:.6g}") for value in middles[here]],
            [round(float(share), 4) for share in shares[here]],
            colour[name],
            edge=colour["page"],
            hover="%{customdata}",
            customdata=[hovers[at] for at in here],
        )
        drawn_bars.append({**bar, "width": found.width})
    heights = _heights(simulation, x, short=False)
    marks = [
        line([at, at], [0, heights[percentile] * highest], colour["net"], width=1.5)
        for percentile, at in _marks(simulation).items()
    ]
    spots = _mark_words(simulation, x, highest, short=False)
    return [*drawn_bars, *marks, words(spots, colour["text"], halo=colour["page"])]


def _marks(simulation: Simulation) -> dict[int, float]:
    return {percentile: simulation.npv.percentiles[percentile] or 0.0 for percentile in MARKS}


def _mark_words(simulation: Simulation, x: Axis, highest: float, *, short: bool) -> Spots:
    """Return the words beside the marks, all on the side where there is room for them."""
    spots: Spots = {"x": [], "y": [], "text": [], "textposition": []}
    plot = (template.NARROW_WIDTH if short else template.WIDTH) - _AROUND
    rightward = _rightward(simulation, x, short=short)
    heights = _heights(simulation, x, short=short)
    one = all_alike(simulation)
    for percentile, at in _marks(simulation).items():
        here = x.pixels(at, plot) + (_GAP if rightward else -_GAP)
        spots["x"].append(float(f"{x.value(here, plot):.6g}"))
        spots["y"].append(heights[percentile] * highest)
        word = _mark_word(simulation, percentile, short=short)
        spots["text"].append("" if one and percentile != MIDDLE else f"<b>{word}</b>")
        spots["textposition"].append("middle right" if rightward else "middle left")
    return spots


def _mark_word(simulation: Simulation, percentile: int, *, short: bool) -> str:
    at = simulation.npv.percentiles[percentile] or 0.0
    amount = short_money(at, simulation.scenario.currency)
    if short:
        return amount
    return _(EVERY_CASE if all_alike(simulation) else MARKS[percentile], x=amount)


def _rightward(simulation: Simulation, x: Axis, *, short: bool) -> bool:
    """Tell whether the words stand right of their marks: where the last one has room there."""
    plot = (template.NARROW_WIDTH if short else template.WIDTH) - _AROUND
    last, marks = max(MARKS), _marks(simulation)
    wide = text_width(_mark_word(simulation, last, short=short), bold=True) + _GAP
    return x.pixels(marks[last], plot) + wide <= plot


def _heights(simulation: Simulation, x: Axis, *, short: bool) -> dict[int, float]:
    """Return how high each mark stands: no word then crosses another mark."""
    falling = _LINES[::-1] if _rightward(simulation, x, short=short) else _LINES
    return dict(zip(MARKS, falling, strict=True))


def _narrow(simulation: Simulation, x: Axis, highest: float) -> Layout:
    few = fewer_ticks(x, partial(short_money, currency=simulation.scenario.currency), 3)
    heights = _heights(simulation, x, short=True)
    marks = {
        str(at): {"y": [0, heights[percentile] * highest]} for at, percentile in enumerate(MARKS, 2)
    }
    return {
        "layout": {"xaxis.tickvals": few.ticks, "xaxis.ticktext": few.words},
        "data": {**marks, "5": _mark_words(simulation, x, highest, short=True)},
    }


def _hovers(simulation: Simulation, found: Histogram) -> list[str]:
    show = partial(short_money, currency=simulation.scenario.currency)
    return [
        _("{low} to {high}", low=show(low), high=show(high))
        + f"<br><b>{percent(count / simulation.draws)}</b>"
        for low, high, count in zip(
            found.edges[:-1].tolist(), found.edges[1:].tolist(), found.counts.tolist(), strict=True
        )
    ]


def _title(simulation: Simulation) -> str:
    return _("Worth more than nothing in {cases}", cases=cases(simulation.probability_npv_positive))


def _alt(simulation: Simulation) -> str:
    def said(percentile: int) -> str:
        value = simulation.npv.percentiles[percentile] or 0.0
        return spoken_money(value, simulation.scenario.currency)

    rest = [
        _(
            "One case in ten lies below {low}, half below {middle}, and one in ten above {high}.",
            low=said(10), middle=said(50), high=said(90),
        )
    ]  # fmt: skip
    return alternative(_("Histogram of the worth today (NPV)."), _title(simulation), rest)
