"""Customers at each month's end: the company with the CRM beside the same one without."""

from __future__ import annotations

from collections.abc import Sequence

from crmroi.charts import template, timeline
from crmroi.charts.chart import Chart, Trace
from crmroi.charts.customers_words import alt, gap_in_words, hovers, notes, subtitle, title
from crmroi.charts.empty import no_customers
from crmroi.charts.outcome import horizon
from crmroi.charts.scale import Axis, axis, drawn, fewer_ticks
from crmroi.charts.theme import GAP_FILL, colours, tint
from crmroi.charts.traces import BOLD, DASHES, End, area, end_words, line
from crmroi.model.projection import Projection
from crmroi.text import _, number

_LEAST_RANGE = 0.1
"""The axis spans at least this share of the largest count: a gap of a few is not made a cliff."""
_HEADROOM = 0.03


def customers(
    projection: Projection, pinned: Projection | None = None, theme: str = "light"
) -> Chart:
    """Return the customers with and without the CRM, the gap between them shaded."""
    y = _axis(projection)
    ends = _ends(projection, theme)
    layout = timeline.over_time(theme, horizon(projection), y, ends)
    few = fewer_ticks(y, number, template.NARROW_TICKS)
    ticks = timeline.month_ticks(horizon(projection), narrow=True)
    return Chart(
        id="customers",
        title=title(projection),
        subtitle=subtitle(),
        alt=alt(projection),
        figure=template.figure(_traces(projection, pinned, ends, y, theme), layout),
        narrow={"layout": template.narrow(ticks, few), "data": {}},
        notes=notes(y.low),
        empty=no_customers(projection),
    )


def _axis(projection: Projection) -> Axis:
    """Return an axis that may leave zero out: this is a line chart."""
    series = (projection.monthly["customers_with"], projection.monthly["customers_without"])
    low = min(float(part.min()) for part in series)
    high = max(float(part.max()) for part in series)
    room = max((high - low) * _HEADROOM, (_LEAST_RANGE * high - (high - low)) / 2)
    return axis(max(0.0, low - room), high + room, number)


def _traces(
    projection: Projection,
    pinned: Projection | None,
    ends: Sequence[End],
    y: Axis,
    theme: str,
) -> list[Trace]:
    """Return the traces, always five and in this order."""
    colour = colours(theme)
    months = list(range(len(projection.months)))
    ours = projection.monthly["customers_with"]
    theirs = projection.monthly["customers_without"]
    return [
        line(
            months,
            drawn(theirs),
            colour["without"],
            dash=DASHES["without"],
            hover=_("Without CRM") + "  %{y:,.0f}",
        ),
        area(months, drawn(ours), tint(colour["with"], GAP_FILL), fill="tonexty"),
        line(
            months,
            drawn(ours),
            colour["with"],
            width=BOLD,
            rank=1,
            hover=_("With CRM") + "  %{customdata}",
            customdata=hovers(projection, pinned),
        ),
        end_words(ends, months[-1], y, template.LEAST_PLOT_HEIGHT),
    ]


def _ends(projection: Projection, theme: str) -> list[End]:
    colour = colours(theme)
    ours = float(projection.monthly["customers_with"][-1])
    theirs = float(projection.monthly["customers_without"][-1])
    gap = gap_in_words(projection)
    with_crm = f"<b>{_('With CRM')}<br>{number(ours)}</b>" + (f"<br>{gap}" if gap else "")
    return [
        End(f"{_('Without CRM')}<br>{number(theirs)}", theirs, colour["without"]),
        End(with_crm, ours, colour["with"]),
    ]
