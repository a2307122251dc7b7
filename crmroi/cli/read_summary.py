"""How the files were read, for people: records used and left out, columns that are personal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from crmroi.cli.console import one_line
from crmroi.files.exports.meaning.fields import KINDS
from crmroi.files.exports.reasons import REASONS
from crmroi.files.exports.table import LeftOut, Report, Table
from crmroi.text import N_, _, _n, number

_NAMED_ROWS = 5
_PERSONAL = {
    "hashed": N_("Personal, known by a code only: {columns}"),
    "dropped": N_("Personal, not read: {columns}"),
}


def write_reading(tables: Iterable[Table]) -> None:
    """Print what was read of each file."""
    for table in tables:
        report = table.report
        sys.stdout.write(f"{one_line(_title(report))}\n")
        sys.stdout.writelines(f"  {one_line(line)}\n" for line in _told(report))


def _title(report: Report) -> str:
    return _(
        "{kind}: {file}, {used} of {n} records used",
        kind=_(KINDS[report.kind].label),
        file=report.name,
        used=number(report.rows_used),
        n=number(report.rows_read),
    )


def _told(report: Report) -> Iterator[str]:
    for reason, left_out in report.left_out.items():
        yield _left_out(reason, left_out)
    for fate, message in _PERSONAL.items():
        columns = [column for column, what in report.personal_columns.items() if what == fate]
        if columns:
            yield _(message, columns=", ".join(columns))


def _left_out(reason: str, left_out: LeftOut) -> str:
    """How many records, where they are, and why."""
    rows = ", ".join(map(str, left_out.rows[:_NAMED_ROWS]))
    more = " …" if left_out.count > _NAMED_ROWS else ""
    return _n(
        "Left out: {n} record (row {rows}). {reason}",
        "Left out: {n} records (rows {rows}). {reason}",
        left_out.count,
        n=number(left_out.count),
        rows=rows + more,
        reason=_(REASONS[reason]),
    )
