"""Whether what was asked of exports can be: each option against the files, then their columns."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from crmroi.cli.console import say
from crmroi.files.exports.meaning.fields import KINDS
from crmroi.files.exports.table import Table
from crmroi.text import _

Tables = Mapping[str, Table]


def check_usage(arguments: argparse.Namespace) -> None:
    """Leave with a usage error where no export is named, or an option is about none that is."""
    files = files_of(arguments)
    if not files:
        options = ", ".join(f"--{kind}" for kind in KINDS)
        arguments.usage_error(f"an export is needed: {options}")
    named = [("--map", table) for table, _field, _column in arguments.map]
    named += [("--date-order", table) for table, _column, _order in arguments.date_order if table]
    named += [("--cost-category", "costs") for _pair in arguments.cost_category]
    for option, table in named:
        if table not in files:
            arguments.usage_error(f"{option} is about {table}, but there is no --{table}")


def files_of(arguments: argparse.Namespace) -> dict[str, str]:
    """The files named, by the kind of their table."""
    return {kind: name for kind in KINDS if (name := getattr(arguments, kind))}


def columns_are_there(arguments: argparse.Namespace, tables: Tables) -> bool:
    """Whether a file has the column to break down by, and one the control group; else say so."""
    problems = []
    if arguments.by and not any(field_of(arguments.by, [table]) for table in tables.values()):
        problems.append(_("--by: no file has a column “{column}”.", column=arguments.by))
    if arguments.control and not _has_control(tables):
        column, _value = arguments.control
        problems.append(
            _("--control: no record has this value in a column “{column}”.", column=column)
        )
    problems += _unknown_dates(arguments, tables)
    say(problems)
    return not problems


def _unknown_dates(arguments: argparse.Namespace, tables: Tables) -> list[str]:
    """A date order that was told about a column which is not there would help nobody."""
    return [
        _("--date-order: the file of {table} has no column “{column}”.", table=kind, column=column)
        for kind, column, _order in arguments.date_order
        if kind and column not in {*tables[kind].report.columns, *tables[kind].report.mapping}
    ]


def _has_control(tables: Tables) -> bool:
    frames = [table.frame for table in tables.values()]
    return any(frame["control"].any() for frame in frames if "control" in frame.columns)


def field_of(typed: str, tables: list[Table]) -> str:
    """The field, else the kept column, that was meant; "" where no table has it."""
    for table in tables:
        for field, column in table.report.mapping.items():
            if typed.casefold() in {field.casefold(), column.casefold()}:
                return field
    return typed if any(typed in table.frame.columns for table in tables) else ""
