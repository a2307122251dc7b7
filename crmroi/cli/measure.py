"""`crmroi measure`: KPIs, before and after, and the realised return, of a CRM's exports."""

from __future__ import annotations

import argparse
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from crmroi.assumptions import Scenario
from crmroi.charts.measured import Setting
from crmroi.cli.answering import asked
from crmroi.cli.console import BAD_DATA, GOOD, read_input, say, unreadable, write_json
from crmroi.cli.faults import without_cells
from crmroi.cli.measure_checks import (
    Tables,
    check_usage,
    columns_are_there,
    field_of,
    files_of,
)
from crmroi.cli.measured_json import as_json
from crmroi.cli.measured_summary import write_measurement
from crmroi.cli.scenarios import read_case
from crmroi.files.exports import table as exports
from crmroi.files.exports.reading import read_export
from crmroi.measure import results
from crmroi.measure.facts.engine import MeasureError
from crmroi.measure.kpis import KPIS
from crmroi.measure.measuring import measure


@dataclass(frozen=True)
class Exports:
    """What exports say: each kind's file and table, what was measured, and its currency."""

    files: Mapping[str, str]
    tables: Tables
    measurement: results.Measurement
    currency: str


@without_cells
def run(arguments: argparse.Namespace) -> int:
    """Print what the files say; with one that cannot be read, the messages of all and no more."""
    check_usage(arguments)
    scenario, good = _scenario(arguments.scenario)
    found = measured(arguments, scenario, good=good)
    if found is None:
        return BAD_DATA
    if arguments.json:
        write_json(as_json(found.tables, found.measurement))
        return GOOD
    setting = Setting(KPIS, found.currency, arguments.go_live)
    write_measurement(found.tables, found.measurement, setting)
    say_remarks(found)
    return GOOD


def measured(
    arguments: argparse.Namespace, scenario: Scenario | None, *, good: bool = True
) -> Exports | None:
    """What the files say; None, with its problems said, where one cannot be read or measured.

    Without `good` something else is bad: the files are read for their problems alone.
    """
    files, salt = files_of(arguments), secrets.token_bytes(16)
    read = {kind: _read(name, _options(arguments, kind, salt)) for kind, name in files.items()}
    tables = {kind: table for kind, table in read.items() if table is not None}
    if not good or len(tables) < len(files) or not columns_are_there(arguments, tables):
        return None
    try:
        measurement = measure(tables, _asked(arguments, scenario, tables))
    except MeasureError as error:
        say([str(error)])
        return None
    return Exports(files, tables, measurement, _currency(arguments, scenario, tables))


def say_remarks(found: Exports) -> None:
    """Say what is to be known about each file, and about what was measured."""
    for kind, table in found.tables.items():
        say((remark.message for remark in table.report.remarks), found.files[kind])
    say(remark.message for remark in found.measurement.remarks)


def _scenario(name: str | None) -> tuple[Scenario | None, bool]:
    """The scenario of a file, None without one, and whether all is well; messages are said."""
    if name is None:
        return None, True
    scenario = read_case(name)
    return scenario, scenario is not None


def _options(arguments: argparse.Namespace, kind: str, salt: bytes) -> exports.Options:
    """What the options say about the file of one kind."""
    return exports.Options(
        kind=kind,
        mapping={field: column for table, field, column in arguments.map if table == kind},
        date_orders={
            column: order for table, column, order in arguments.date_order if table in {"", kind}
        },
        decimal=arguments.decimal,
        encoding=arguments.encoding or "",
        delimiter=arguments.delimiter or "",
        timezone=arguments.timezone,
        currency=arguments.currency,
        cost_categories=dict(arguments.cost_category),
        control=arguments.control,
        keep=(arguments.by,) if arguments.by else (),
        salt=salt,
    )


def _read(name: str, options: exports.Options) -> exports.Table | None:
    """The table of a file; None, with its problems or what it leaves open said."""
    try:
        data = read_input(name, options.limits.bytes)
        reading = read_export(data, Path(name).name, options)
    except OSError as error:
        say([unreadable(error)], name)
        return None
    except exports.ReadingError as error:
        say((problem.message for problem in error.problems), name)
        return None
    say((asked(question, options.kind) for question in reading.questions), name)
    return reading.table


def _asked(
    arguments: argparse.Namespace, scenario: Scenario | None, tables: Tables
) -> results.Options:
    return results.Options(
        go_live=arguments.go_live,
        window_months=arguments.window_months,
        ramp_months=arguments.ramp_months,
        scenario=scenario,
        margin=arguments.margin,
        licensed_users=arguments.licensed_users,
        by=field_of(arguments.by, list(tables.values())) if arguments.by else "",
        engine=arguments.engine,
    )


NO_CURRENCY = "XXX"
"""ISO 4217's code where there is no currency; shown as “¤”."""


def _currency(arguments: argparse.Namespace, scenario: Scenario | None, tables: Tables) -> str:
    """The currency of the amounts: that which was asked for, or the files', or the scenario's."""
    named = {name for table in tables.values() for name in table.report.currencies}
    if arguments.currency or len(named) == 1:
        return str(arguments.currency or named.pop())
    return scenario.currency if scenario else NO_CURRENCY
