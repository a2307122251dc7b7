"""The charts of the What-if page, by name and in the order they stand."""

from __future__ import annotations

from crmroi.charts.adoption import adoption
from crmroi.charts.cash import cash
from crmroi.charts.chart import Chart
from crmroi.charts.customers import customers
from crmroi.charts.waterfall import waterfall
from crmroi.charts.years import years
from crmroi.model.projection import Projection

CHARTS = ("cash", "years", "waterfall", "customers", "adoption")
"""The names of the charts, in the order of the page."""


def draw(
    projection: Projection,
    pinned: Projection | None = None,
    theme: str = "light",
    *,
    discounted: bool = False,
) -> tuple[Chart, ...]:
    """Return every chart of one projection, in the language spoken now.

    `pinned` is the case to compare with, drawn as a ghost; `theme` is "light" or "dark";
    `discounted` adds the discounted curve to the cash.
    """
    return (
        cash(projection, pinned, theme, discounted=discounted),
        years(projection, pinned, theme),
        waterfall(projection, pinned, theme),
        customers(projection, pinned, theme),
        adoption(projection, theme),
    )
