"""Where the gain comes from and where the cost goes: bars that lead from zero to the net gain."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import accumulate

from crmroi.charts import template
from crmroi.charts.balance import Entry, balance, quantum, whole
from crmroi.charts.chart import Chart, Layout
from crmroi.charts.empty import nothing_to_compare
from crmroi.charts.outcome import metric
from crmroi.charts.rows import (
    Rows,
    have_room,
    narrow_rows,
    reworded_rows,
    rows_axis,
    rows_layout,
    rows_traces,
)
from crmroi.charts.waterfall_words import alt, hovers, net_name, notes, subtitle, title
from crmroi.charts.words import bare_money, short_money
from crmroi.model.lines import THEMES
from crmroi.model.projection import Projection
from crmroi.text import _

HEIGHT = 300
FILLS = {"gain": "", "intangible": ".", "cost": "", "hidden": "/", "net": ""}
"""The colours of the bars and the pattern of each."""


def waterfall(
    projection: Projection, pinned: Projection | None = None, theme: str = "light"
) -> Chart:
    """Return the waterfall of the themes, horizontal; its figures sum exactly to the net gain."""
    entries = balance(projection)
    rows = _rows(entries, projection, pinned)
    axes = rows_axis(rows, template.WIDTH, most=5)
    return Chart(
        id="waterfall",
        title=title(projection, entries),
        subtitle=subtitle(axes.smallest, projection),
        alt=alt(projection, entries),
        figure=template.figure(
            rows_traces(rows, FILLS, theme), rows_layout(rows, axes, theme, HEIGHT)
        ),
        narrow=_narrow(rows, entries, projection, pinned),
        notes=notes(entries),
        empty=nothing_to_compare(projection),
    )


def _narrow(
    rows: Rows, entries: list[Entry], projection: Projection, pinned: Projection | None
) -> Layout:
    """Return what a small screen needs otherwise: amounts without the currency's sign, which
    the ticks and the subtitle have, where the words would reach out of the picture.
    """
    if have_room(rows):
        return narrow_rows(rows)
    return reworded_rows(_rows(entries, projection, pinned, bare_money), FILLS)


def _rows(
    entries: list[Entry],
    projection: Projection,
    pinned: Projection | None,
    word: Callable[..., str] = short_money,
) -> Rows:
    """Return the bars, the net gain last, in whole units that sum exactly."""
    currency, net_gain = projection.scenario.currency, metric(projection, "net_gain")
    amounts = [entry.amount for entry in entries]
    unit = quantum([*amounts, net_gain])
    steps, net = whole(amounts, net_gain, unit)
    ends = [*accumulate(steps), net]
    starts = [*(end - step for end, step in zip(ends, steps, strict=False)), 0]
    pairs = list(zip(starts, ends, strict=True))
    return Rows(
        names=[*(_(THEMES[entry.theme]) for entry in entries), net_name()],
        fills=[*map(_fill, entries), "net"],
        lows=[min(pair) * unit for pair in pairs],
        highs=[max(pair) * unit for pair in pairs],
        words=[
            *(_step(step * unit, unit, partial(word, currency=currency)) for step in steps),
            f"<b>{word(net * unit, currency)}</b>",
        ],
        hovers=hovers(entries, projection, pinned),
        show=partial(short_money, currency=currency),
    )


def _fill(entry: Entry) -> str:
    """Return an entry's colour; a gain that takes away has the colour of a cost."""
    if entry.hidden:
        return "hidden"
    if entry.theme == "intangibles":
        return "intangible"
    return "gain" if entry.amount > 0 else "cost"


def _step(amount: float, unit: float, word: Callable[..., str]) -> str:
    """Return the amount at a bar's end; one too small for the unit says so."""
    return word(amount, sign=True) if amount else _("< {x}", x=word(unit))
