"""A vendor's own cash-flow table, read under each convention: one table, several answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from crmroi.files.cash_flow_table import CashFlowTable
from crmroi.model.cash_flow import FirstFlow, Rates, cash_flow_measures
from crmroi.model.measures import MEASURES, Form
from crmroi.text import N_

CONVENTIONS: Mapping[FirstFlow, tuple[str, str]] = MappingProxyType(
    {
        "now": (
            N_("The first flow is today’s"),
            N_("The first amount is paid at the decision, as in Forrester’s studies."),
        ),
        "end-of-period": (
            N_("The first flow comes a period later"),
            N_("Every amount falls at the end of its period, as in a spreadsheet’s NPV."),
        ),
    }
)
"""Each convention's label and meaning, messages."""


VENDOR_MEASURES: Mapping[str, tuple[str, Form]] = MappingProxyType(
    {
        "npv": (MEASURES["npv"].label, "money"),
        "roi": (MEASURES["roi"].label, "rate"),
        "discounted_roi": (MEASURES["discounted_roi"].label, "rate"),
        "pv_benefits": (N_("Benefits in today’s money"), "money"),
        "pv_costs": (N_("Costs in today’s money"), "money"),
        "irr": (MEASURES["irr"].label, "rate"),
        "irr_per_period": (N_("Rate per period (IRR)"), "rate"),
        "mirr": (MEASURES["mirr"].label, "rate"),
        "payback_periods": (N_("Periods to pay for itself"), "ratio"),
        "discounted_payback_periods": (N_("Periods to pay for itself, discounted"), "ratio"),
    }
)
"""What is shown of a table: each measure's label, a message, and its form."""


@dataclass(frozen=True)
class Convention:
    """The table's measures under one convention, None where one has no value.

    They are those of `cash_flow_measures`.
    """

    first_flow: FirstFlow
    label: str
    meaning: str
    measures: Mapping[str, object]


@dataclass(frozen=True)
class VendorTable:
    """A table, the rates that it is read with, and what it comes to under each convention."""

    table: CashFlowTable
    rates: Rates
    conventions: tuple[Convention, ...]


def under_each_convention(table: CashFlowTable, rates: Rates) -> VendorTable:
    """The measures of a table under each convention.

    Raises OverflowError where a value is beyond what a number can hold.
    """
    conventions = tuple(
        Convention(
            first_flow,
            label,
            meaning,
            MappingProxyType(
                cash_flow_measures(table.net, table.benefits, table.costs, rates, first_flow)
            ),
        )
        for first_flow, (label, meaning) in CONVENTIONS.items()
    )
    return VendorTable(table, rates, conventions)
