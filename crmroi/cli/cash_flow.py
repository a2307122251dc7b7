"""`crmroi cash-flow`: the measures of any study's own table."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from crmroi.analysis.vendor_table import VENDOR_MEASURES
from crmroi.cli.console import BAD_DATA, GOOD, read_input, say, unreadable, write_json, write_table
from crmroi.files.cash_flow_rows import MAX_BYTES, CashFlowTableError
from crmroi.files.cash_flow_table import read_cash_flow_table
from crmroi.model.cash_flow import Rates, cash_flow_measures
from crmroi.model.figures import STATUSES
from crmroi.model.measures import Form
from crmroi.text import _, no_value, number, percent


def run(arguments: argparse.Namespace) -> int:
    """Print the measures of a table; messages about it go to standard error."""
    try:
        table = read_cash_flow_table(read_input(arguments.table, MAX_BYTES))
    except OSError as error:
        say([unreadable(error)], arguments.table)
        return BAD_DATA
    except CashFlowTableError as error:
        say((problem.message for problem in error.problems), arguments.table)
        return BAD_DATA
    try:
        measures = cash_flow_measures(
            table.net, table.benefits, table.costs, _rates(arguments), arguments.first_flow
        )
    except OverflowError:
        say([_("These amounts at this rate are larger than a number can hold.")], arguments.table)
        return BAD_DATA
    say(_high_rates(arguments))
    say((notice.message for notice in table.notices), arguments.table)
    if arguments.json:
        write_json(measures)
    else:
        write_table(
            [
                (_(label), _shown(name, form, measures))
                for name, (label, form) in VENDOR_MEASURES.items()
            ]
        )
    return GOOD


def _high_rates(arguments: argparse.Namespace) -> Iterator[str]:
    """8 typed for 8 % is 800 %, which is possible but seldom meant."""
    for name in ("rate", "finance_rate", "reinvest_rate"):
        rate = getattr(arguments, name)
        if rate is not None and rate > 1:
            yield _(
                "--{option}: {rate} a year. A rate of {small} is written {example} or {small}.",
                option=name.replace("_", "-"),
                rate=percent(rate),
                small=percent(0.08, decimals=0),
                example="0.08",
            )


def _rates(arguments: argparse.Namespace) -> Rates:
    finance, reinvest = (
        arguments.rate if rate is None else rate
        for rate in (arguments.finance_rate, arguments.reinvest_rate)
    )
    return Rates(arguments.rate, finance, reinvest, arguments.period)


def _shown(name: str, form: Form, measures: dict[str, object]) -> str:
    value = measures[name]
    if name in {"irr", "irr_per_period"} and value is None:
        status = STATUSES[str(measures["irr_status"])]
        return _(status)
    if not isinstance(value, float):
        return no_value()
    return percent(value, decimals=2) if form == "rate" else number(value, decimals=2)
