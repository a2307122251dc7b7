"""Each measure of a projection in words and figures, for tables and reports."""

from __future__ import annotations

from crmroi.charts.outcome import horizon, owes_nothing
from crmroi.model.figures import STATUSES
from crmroi.model.measures import MEASURES
from crmroi.model.projection import Metric, Projection
from crmroi.text import _, money, month, no_value, number, percent, years


def shown_measures() -> list[str]:
    """The measures that are figures: all but the status of the internal rate."""
    return [name for name, measure in MEASURES.items() if measure.form != "status"]


def worded(projection: Projection, name: str) -> str:
    """Return a measure as it is shown in a table."""
    value = projection.metrics[name]
    if name == "irr" and value is None:
        status = STATUSES[str(projection.metrics["irr_status"])]
        return _(status)
    if MEASURES[name].form == "month":
        return _pays(value, projection)
    if value is None or isinstance(value, str):
        return no_value()
    match MEASURES[name].form:
        case "money":
            return money(value, projection.scenario.currency)
        case "rate":
            return percent(value, decimals=1)
        case _:
            return number(value, decimals=2)


def _pays(value: Metric, projection: Projection) -> str:
    """When a case pays for itself."""
    if owes_nothing(projection):
        return no_value()
    if not isinstance(value, int):
        return _("not within {n}", n=years(horizon(projection)))
    return month(value) if value else _("from the start")
