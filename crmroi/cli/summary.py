"""A projection for people: the answer, the measures, and each line that is not zero."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from crmroi.charts.headline import headline
from crmroi.cli.console import file_title, one_line, write_table
from crmroi.model import Projection
from crmroi.model.lines import LINES
from crmroi.model.measures import MEASURES
from crmroi.model.projection import Metric
from crmroi.text import N_, _, money, month, no_value, number, percent, years

NO_RATE: Mapping[object, str] = {"none": N_("no rate"), "multiple": N_("several rates")}
"""What stands in the place of an internal rate, by its status."""

_BLANK = ("", "")


def write_summary(projection: Projection, file: str, *, first: bool) -> None:
    """Print a summary in the language spoken now."""
    sys.stdout.write("" if first else "\n\n")
    write_head(projection, file)
    sys.stdout.write("\n")
    write_table(
        [
            *((_(MEASURES[name].label), metric(projection, name)) for name in shown_metrics()),
            *_lines(projection, _("Gains"), projection.gains),
            *_lines(projection, _("Costs"), projection.costs),
        ]
    )


def write_head(projection: Projection, file: str) -> None:
    """Print what the scenario is called and its answer."""
    title = one_line(projection.scenario.name or file_title(file))
    sys.stdout.write(f"{title}\n{headline(projection)}\n")


def shown_metrics() -> list[str]:
    """The measures that a summary shows."""
    return [name for name, measure in MEASURES.items() if measure.form != "status"]


def metric(projection: Projection, name: str) -> str:
    """A measure in words and figures."""
    value = projection.metrics[name]
    if name == "irr" and value is None:
        status = NO_RATE[projection.metrics["irr_status"]]
        return _(status)
    if MEASURES[name].form == "month":
        return _pays(value, projection.scenario.finance.horizon_years)
    if value is None or isinstance(value, str):
        return no_value()
    match MEASURES[name].form:
        case "money":
            return money(value, projection.scenario.currency)
        case "rate":
            return percent(value, decimals=1)
        case _:
            return number(value, decimals=2)


def _pays(value: Metric, horizon: int) -> str:
    """When a case pays for itself."""
    if not isinstance(value, int):
        return _("not within {n}", n=years(horizon))
    return month(value) if value else _("from the start")


def _lines(
    projection: Projection, title: str, totals: Mapping[str, float]
) -> list[tuple[str, str]]:
    """The lines of one side, the largest first; those of 0 are left out."""
    label = {line.name: line.label for line in LINES}
    rows = sorted(totals.items(), key=lambda row: -abs(row[1]))
    currency = projection.scenario.currency
    shown = [(f"  {_(label[name])}", money(total, currency)) for name, total in rows if total]
    return [_BLANK, (title, money(sum(totals.values()), currency)), *shown]
