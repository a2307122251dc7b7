"""What to say, and what to suggest, where there is nothing to draw."""

from __future__ import annotations

from crmroi.charts.chart import Empty
from crmroi.charts.outcome import Outcome, outcome
from crmroi.model.projection import Projection
from crmroi.text import _


def nothing_to_compare(projection: Projection) -> Empty | None:
    """Return the empty state of the charts of money: neither a gain nor a cost."""
    if outcome(projection) is not Outcome.NOTHING:
        return None
    return Empty(
        _("Nothing to compare yet. Set at least one cost or gain to see this chart."),
        _("Set a gain"),
        "gains.conversion_uplift",
    )


def nobody_adopts(projection: Projection) -> Empty | None:
    """Return the empty state of the adoption chart: the share of users is zero."""
    if projection.scenario.adoption.target_rate > 0:
        return None
    return Empty(
        _("Nobody works in the CRM yet. Set the share of users who will, to see this chart."),
        _("Set the share of users"),
        "adoption.target_rate",
    )


def no_customers(projection: Projection) -> Empty | None:
    """Return the empty state of the customers chart: none at the start and none won."""
    counts = (projection.monthly["customers_with"], projection.monthly["customers_without"])
    if any(series.any() for series in counts):
        return None
    return Empty(
        _("No customers yet. Set the customers or leads of today to see this chart."),
        _("Set the customers"),
        "business.customers",
    )
