"""What a grid of two assumptions says: its finding, its notes, its text alternative, its table."""

from __future__ import annotations

import numpy as np

from crmroi.analysis.answers import Answer
from crmroi.analysis.heat_map import HeatMap
from crmroi.charts.chart import Column, Table
from crmroi.charts.risk.chances import share_said
from crmroi.charts.risk.naming import label, outcome, pays_back, returned, value
from crmroi.charts.risk.shades import STEPS, latest, scores, step
from crmroi.charts.words import alternative, short_money
from crmroi.model.measures import MEASURES
from crmroi.text import _, months, points


def title(found: HeatMap, measure: str) -> str:
    """Return at how many of the pairs the case pays, those without a value left out."""
    score = scores(found, measure)
    known = score[~np.isnan(score)]
    if not len(known):
        return _("No pair of values has costs to return")
    if (known >= 0).all():
        return _("It pays at every pair of values")
    if (known < 0).all():
        return _("It pays at no pair of values")
    return _("It pays at {share} of these pairs of values", share=share_said((known >= 0).mean()))


def subtitle(found: HeatMap, measure: str) -> str:
    """Return the measure and the two assumptions."""
    return _(
        "{measure} by {across} (across) and {down} (up)",
        measure=_(MEASURES[measure].label), across=label(found.across), down=label(found.down),
    )  # fmt: skip


def notes(found: HeatMap, measure: str) -> tuple[str, ...]:
    """Return what the colours mean, and the mark."""
    here = _("The circle is the present case.")
    if measure == "break_even_month":
        earlier = months(max(1, round((latest(found) + 1) / STEPS)))
        said = _("Teal pays back, orange never; each stronger teal is {n} earlier.", n=earlier)
        return said, here
    size = step(found, measure)
    amount = (
        short_money(size, found.scenario.currency)
        if measure == "npv"
        else points(round(100 * size), sign=False)
    )
    return _("Teal gains, orange loses; each stronger shade is {x} more.", x=amount), here


def alt(found: HeatMap, measure: str) -> str:
    """Return the text alternative: the finding and two opposite corners."""
    rest = [
        _(
            "At {across} {x} and {down} {y}: {value}.",
            across=label(found.across),
            down=label(found.down),
            x=value(found.across, found.across_values[x], found.scenario),
            y=value(found.down, found.down_values[y], found.scenario),
            value=cell(found, measure, y, x),
        )
        for y, x in ((0, 0), (-1, -1))
    ]
    kind = _("Heat map over two assumptions: {measure}.", measure=_(MEASURES[measure].label))
    return alternative(kind, title(found, measure), rest)


def cell(found: HeatMap, measure: str, y: int, x: int) -> str:
    """Return the measure of one cell: an amount, a share, a month, or why there is none."""
    answer = answer_at(found, y, x)
    if measure == "npv":
        return short_money(answer.npv, found.scenario.currency)
    return returned(answer) if measure == "roi" else pays_back(answer)


def answer_at(found: HeatMap, y: int, x: int) -> Answer:
    """Return what one cell comes to."""
    roi, month = float(found.roi[y, x]), float(found.break_even_month[y, x])
    return Answer(
        float(found.npv[y, x]),
        None if np.isnan(roi) else roi,
        None if np.isnan(month) else int(month),
    )


def hovers(found: HeatMap) -> list[str]:
    """Return both values and all that the case comes to, for each cell, row by row."""
    across, down = label(found.across), label(found.down)
    columns = [f"{across} {value(found.across, at, found.scenario)}" for at in found.across_values]
    lines = [f"{down} {value(found.down, at, found.scenario)}" for at in found.down_values]
    return [
        f"{column}<br>{row}<br>{outcome(answer_at(found, y, x), found.scenario)}"
        for y, row in enumerate(lines)
        for x, column in enumerate(columns)
    ]


def heat_table(found: HeatMap, measure: str = "npv") -> Table:
    """Return a row for each value of one assumption, a column for each of the other."""
    units = {"npv": found.scenario.currency, "roi": _("share, 0 to 1"), "break_even_month": ""}
    across = [value(found.across, at, found.scenario) for at in found.across_values.tolist()]
    down = found.down_values.tolist()
    columns = range(len(across))
    head = _("{down} by {across}", down=label(found.down), across=label(found.across))
    answers = [[answer_at(found, y, x) for x in columns] for y in range(len(down))]
    return Table(
        columns=(Column(head), *(Column(name, units[measure]) for name in across)),
        raw=tuple(
            (at, *(getattr(answer, measure) for answer in row))
            for at, row in zip(down, answers, strict=True)
        ),
        shown=tuple(
            (
                value(found.down, at, found.scenario),
                *(cell(found, measure, y, x) for x in columns),
            )
            for y, at in enumerate(down)
        ),
    )
