"""The months as CSV: every line, what they add up to, and what moves them, to compute with.

Comma, decimal point and every digit in all languages; the heads are in the one spoken now and
carry the units. It begins with the mark by which spreadsheets know UTF-8.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from crmroi.charts import Column, Table, csv_text
from crmroi.charts.adoption import PHASES
from crmroi.model import Projection
from crmroi.model.lines import LINES
from crmroi.reports.findings import Findings
from crmroi.reports.making import Progress
from crmroi.text import N_, _

_TOTALS: Mapping[str, str] = MappingProxyType(
    {
        "total_gains": N_("Gains"),
        "total_costs": N_("Costs"),
        "net": N_("Net"),
        "cumulative": N_("Cumulative net"),
        "discounted_cumulative": N_("Cumulative net, discounted"),
        "revenue_with": N_("Revenue with the CRM"),
        "revenue_without": N_("Revenue without the CRM"),
    }
)
_SHARES: Mapping[str, str] = MappingProxyType(
    {"adoption": N_("Users at work in the CRM")}
    | {name: label for name, (label, _token) in PHASES.items()}
)
_COUNTS: Mapping[str, str] = MappingProxyType(
    {
        "customers_with": N_("Customers with the CRM"),
        "customers_without": N_("Customers without the CRM"),
    }
)
"""The series of a projection by what they count, and their names."""


def make(findings: Findings, progress: Progress) -> bytes:
    """Return the file."""
    text = csv_text(months_table(findings.projection))
    progress(1.0)
    return text.encode("utf-8-sig")


def months_table(projection: Projection) -> Table:
    """Return a row for each month, month 0 first: costs positive, shares from 0 to 1.

    What it would show to people is left out: nobody reads so wide a table on a page.
    """
    currency, share = projection.scenario.currency, _("share, 0 to 1")
    columns = [Column(_("Month"))]
    columns += [Column(_name(line.label, line.side), currency) for line in LINES]
    columns += [Column(_(label), currency) for label in _TOTALS.values()]
    columns += [Column(_(label), share) for label in _SHARES.values()]
    columns += [Column(_(label)) for label in _COUNTS.values()]
    series = [projection.lines[line.name].tolist() for line in LINES]
    series += [projection.monthly[name].tolist() for name in (*_TOTALS, *_SHARES, *_COUNTS)]
    months = projection.months.tolist()
    return Table(tuple(columns), tuple(zip(months, *series, strict=True)), ())


def _name(label: str, side: str) -> str:
    """Return a line's name with its side: a table of so many columns has no place for groups."""
    if side == "gain":
        return _("Gain: {line}", line=_(label))
    return _("Cost: {line}", line=_(label))
