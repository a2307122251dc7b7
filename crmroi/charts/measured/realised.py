"""What came back since the go-live, from margin on more revenue to what is left after costs."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import accumulate

from crmroi.charts import template
from crmroi.charts.balance import quantum, whole
from crmroi.charts.chart import Chart
from crmroi.charts.measured.naming import NARROW, in_lines
from crmroi.charts.measured.realised_words import (
    alt,
    hover,
    notes,
    part_name,
    subtitle,
    sum_name,
    title,
)
from crmroi.charts.measured.setting import Setting
from crmroi.charts.rows import Rows, reworded_rows, rows_axis, rows_layout, rows_traces
from crmroi.charts.words import short_money
from crmroi.measure.results import Realised, Return

_FILLS = {"gain": "", "cost": "", "net": ""}
_MOST_LINES = 3
"""Lines of a name on a small screen: these names are ours, and none of them is cut."""
_ROW, _NARROW_ROW, _TALL_ROW = 36, 42, 58
"""Heights of a row, in pixels; on a small screen names take two lines, or three."""


def realised_chart(realised: Realised, setting: Setting) -> Chart | None:
    """Return the parts of the realised return as bars that lead to their sum; None without any.

    The adjusted return where there is one, else the simple one.
    """
    shown = shown_return(realised)
    if shown is None:
        return None
    rows = _rows(realised, shown, setting)
    names = [in_lines(name, NARROW, _MOST_LINES) for name in rows.names]
    tall = any(name.count("<br>") == _MOST_LINES - 1 for name in names)
    small = replace(rows, names=names, row=_TALL_ROW if tall else _NARROW_ROW)
    axes = rows_axis(rows, template.WIDTH, most=5)
    layout = rows_layout(rows, axes, setting.theme)
    return Chart(
        id="realised",
        title=title(realised, shown, setting),
        subtitle=subtitle(realised, axes.smallest, setting),
        alt=alt(realised, shown, setting),
        figure=template.figure(rows_traces(rows, _FILLS, setting.theme), layout),
        narrow=reworded_rows(small, _FILLS),
        notes=notes(realised, shown),
    )


def shown_return(realised: Realised) -> Return | None:
    """Return the return that is drawn: the adjusted one, else the simple one, else None."""
    both = (realised.adjusted, realised.simple)
    return next((found for found in both if found.contribution is not None), None)


def _rows(realised: Realised, shown: Return, setting: Setting) -> Rows:
    """Return the bars in whole units that sum exactly: gains, losses, costs, what is left."""
    ranked = sorted(shown.parts.items(), key=lambda pair: -pair[1])
    names = [part_name(name) for name, _amount in ranked]
    amounts = [amount for _name, amount in ranked]
    if realised.costs is not None:
        names.append(part_name("costs"))
        amounts.append(-realised.costs)
    net = sum(amounts)
    unit = quantum([*amounts, net])
    steps, total = whole(amounts, net, unit)
    ends = [*accumulate(steps), total]
    starts = [*(end - step for end, step in zip(ends, steps, strict=False)), 0]
    show = partial(short_money, currency=setting.currency)
    return Rows(
        names=[*names, sum_name(realised)],
        fills=[*("gain" if amount > 0 else "cost" for amount in amounts), "net"],
        lows=[min(pair) * unit for pair in zip(starts, ends, strict=True)],
        highs=[max(pair) * unit for pair in zip(starts, ends, strict=True)],
        words=[*(show(step * unit, sign=True) for step in steps), f"<b>{show(total * unit)}</b>"],
        hovers=[
            *(hover(name, amount, setting) for name, amount in zip(names, amounts, strict=True)),
            hover(sum_name(realised), net, setting),
        ],
        show=show,
        row=_ROW,
    )
