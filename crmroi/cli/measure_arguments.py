"""What can be typed about exports: after `crmroi measure`, and where a report shows them."""

from __future__ import annotations

import argparse
from typing import get_args

from crmroi.cli.typed import (
    date_of,
    delimiter_of,
    encoding_of,
    pair_of,
    share_of,
    timezone_of,
    whole_from,
)
from crmroi.files.exports.meaning.fields import KINDS
from crmroi.files.exports.table import DateOrder

_ORDERS: tuple[str, ...] = get_args(DateOrder)
_COST_KINDS = KINDS["costs"].field("category").kinds


def add_measure_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    measuring = add_export_arguments(parser, "exports, at least one")
    add = measuring.add_argument
    add("--scenario", metavar="FILE", help="a scenario file: margin, hourly cost, planned costs")
    add("--json", action="store_true", help="print everything, in full digits")


def add_export_arguments(parser: argparse.ArgumentParser, files: str) -> argparse._ArgumentGroup:
    """Add what is asked of exports, under the title `files`; returns the group of the measuring."""
    _files(parser, files)
    measuring = _measuring(parser)
    _reading(parser)
    return measuring


def _files(parser: argparse.ArgumentParser, title: str) -> None:
    group = parser.add_argument_group(title)
    for kind in KINDS.values():
        group.add_argument(
            f"--{kind.name}", metavar="FILE.csv", help=f"{kind.label.lower()}, as CSV"
        )


def _measuring(parser: argparse.ArgumentParser) -> argparse._ArgumentGroup:
    group = parser.add_argument_group("what is measured")
    add = group.add_argument
    add("--go-live", type=date_of, metavar="DATE", help="the first day with the CRM: 2026-03-01")
    add(
        "--window-months",
        type=whole_from(1),
        metavar="N",
        help="months compared on each side of the go-live (default: all there are)",
    )
    add(
        "--ramp-months",
        type=whole_from(0),
        default=0,
        metavar="N",
        help="months after the go-live that are left out (default: 0)",
    )
    add(
        "--margin",
        type=share_of,
        metavar="R",
        help="gross margin, 0.4 or 40%% (default: the scenario's)",
    )
    add(
        "--licensed-users", type=whole_from(1), metavar="N", help="users that licences are paid for"
    )
    add(
        "--control",
        type=pair_of("COLUMN=VALUE"),
        metavar="COLUMN=VALUE",
        help="those that had no CRM yet, to compare with: Region=West",
    )
    add("--by", default="", metavar="COLUMN", help="break the KPIs down by this column")
    add(
        "--engine",
        default="duckdb",
        metavar="duckdb|spark|URL",
        help="what computes the KPIs (default: duckdb)",
    )
    return group


def _reading(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("how the files are read, where they leave it open")
    _meaning(group)
    _writing(group)


def _meaning(group: argparse._ArgumentGroup) -> None:
    """What columns and cells mean."""
    add = group.add_argument
    add(
        "--map",
        type=_mapping,
        action="append",
        default=[],
        metavar="TABLE.FIELD=COLUMN",
        help="the column of a field; none (TABLE.FIELD=) leaves the field out; repeatable",
    )
    add(
        "--date-order",
        type=_date_order,
        action="append",
        default=[],
        metavar="[TABLE.COLUMN=]" + "|".join(_ORDERS),
        help="the order of day, month and year in dates that prove none; repeatable",
    )
    add(
        "--timezone",
        type=timezone_of,
        default="UTC",
        metavar="TZ",
        help="the zone that moments with an offset are brought to (default: UTC)",
    )
    add("--currency", default="", metavar="C", help="of several currencies the one that counts")
    add(
        "--cost-category",
        type=_cost_category,
        action="append",
        default=[],
        metavar="NAME=KIND",
        help=f"the kind of a category of costs: {', '.join(_COST_KINDS)}; repeatable",
    )


def _writing(group: argparse._ArgumentGroup) -> None:
    """How the file is written down."""
    add = group.add_argument
    add("--decimal", choices=(",", "."), default="", help="the decimal mark")
    add(
        "--encoding",
        type=encoding_of,
        metavar="E",
        help="the encoding; repair mends text that was encoded twice",
    )
    add(
        "--delimiter",
        type=delimiter_of,
        metavar="C",
        help="what stands between the cells, one character or tab",
    )


def _mapping(text: str) -> tuple[str, str, str]:
    """Table, field, column."""
    place, mark, column = text.partition("=")
    table, dot, field = place.partition(".")
    if not (mark and dot):
        raise argparse.ArgumentTypeError(f"{text!r} has not the form TABLE.FIELD=COLUMN")
    _known(table, tuple(KINDS), "table")
    _known(field, tuple(field.name for field in KINDS[table].fields), f"field of {table}")
    return table, field, column


def _date_order(text: str) -> tuple[str, str, str]:
    """Table, column, order; without table and column both are empty."""
    place, mark, order = text.rpartition("=")
    _known(order, _ORDERS, "date order")
    table, dot, column = place.partition(".")
    if not mark:
        return "", "", order
    if not (dot and column):
        raise argparse.ArgumentTypeError(f"{text!r} has not the form TABLE.COLUMN={order}")
    _known(table, tuple(KINDS), "table")
    return table, column, order


def _cost_category(text: str) -> tuple[str, str]:
    name, _mark, kind = text.rpartition("=")
    if not name:
        raise argparse.ArgumentTypeError(f"{text!r} has not the form NAME=KIND")
    _known(kind, _COST_KINDS, "kind of costs")
    return name, kind


def _known(word: str, words: tuple[str, ...], what: str) -> None:
    if word not in words:
        raise argparse.ArgumentTypeError(f"{word!r} is not a {what}: {', '.join(words)}")
