"""Tables written back as CSV, safe to open in a spreadsheet.

A text that begins as a formula does gets an apostrophe in front of it, so that no spreadsheet
calculates it; numbers and dates stay what they are.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import polars as pl

from crmroi.files.exports.encoding.source import decode
from crmroi.files.exports.meaning.headings import known
from crmroi.files.exports.reasons import REASONS
from crmroi.files.exports.sheet.dialect import opening
from crmroi.files.exports.sheet.records import read_records
from crmroi.files.exports.table import Options, Report, Table
from crmroi.text import N_, _

_FORMULA = re.compile("[\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20]|[ \\u00a0\"']*[=+@-]")
"""How a cell begins that a spreadsheet calculates; the full-width = + - @ count as well."""

_DEFAULT = Options()
_ROW, _REASON = N_("Row"), N_("Why it was left out")


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def clean_csv(table: Table) -> str:
    """The typed table as CSV: UTF-8 text, comma, ISO dates, decimal points, formulas disarmed."""
    texts = [name for name, kind in table.frame.schema.items() if kind == pl.String]
    frame = table.frame.with_columns(*map(_disarmed, texts)).rename(safe)
    return frame.write_csv(datetime_format="%Y-%m-%dT%H:%M:%S%.f", line_terminator="\r\n")


def _disarmed(name: str) -> pl.Expr:
    cells = pl.col(name)
    dangerous = cells.str.contains(f"^(?:{_FORMULA.pattern})")
    return pl.when(dangerous).then("'" + cells).otherwise(cells).alias(name)


def left_out_csv(data: bytes, report: Report, options: Options = _DEFAULT) -> str:
    """The records that were left out, as the file has them: their row numbers, why, their cells.

    `options` are those that the file was read with: its letters may have been mended. At most a
    thousand records of each reason, which are those that the report names.
    """
    encoding = options.encoding or report.encoding
    source = decode(data, report.name, replace(options, encoding=encoding))
    first = opening(source.text_bytes, report.delimiter, known)
    reasons = {row: reason for reason, left in report.left_out.items() for row in left.rows}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_(_ROW), _(_REASON), *map(safe, report.columns)])
    records = read_records(source.text_bytes, first.dialect, first.start, report.name)
    for row, record in enumerate(records, start=1):
        if row in reasons:
            writer.writerow([row, _(REASONS[reasons[row]]), *map(safe, record.cells)])
    return out.getvalue()
