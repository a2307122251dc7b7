"""From the bytes of a CSV file to the rows of a cash-flow table: encoding, delimiter, header."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crmroi.text import N_
from crmroi.text.notice import Notice, first

HEADERS = (("period", "benefits", "costs"), ("period", "net"))
MAX_BYTES = 1_000_000
MAX_PERIODS = 600
"""Fifty years of months."""
_MAX_NOTICES = 20
_DELIMITERS = (",", ";", "\t")


class CashFlowTableError(ValueError):
    """A table that cannot be read; `problems` says what is wrong with it, the first twenty."""

    def __init__(self, problems: Sequence[Notice]) -> None:
        super().__init__()
        self.problems = first(problems, _MAX_NOTICES)

    def __str__(self) -> str:
        """Every problem on a line of its own, in the language of the moment."""
        return "\n".join(problem.message for problem in self.problems)


@dataclass(frozen=True)
class Row:
    """The cells of a row by column name, and the line of the file it ends on."""

    line: int
    cells: Mapping[str, str]


def refused(template: str, value: object = None, **values: object) -> CashFlowTableError:
    """The error of a table as a whole, where nothing more can be said of it."""
    return CashFlowTableError([Notice("table", value, template, values)])


def shown(cell: str) -> str:
    """A cell as a message shows it: never longer than a line."""
    return cell if len(cell) <= 40 else cell[:39] + "…"


def read_rows(data: bytes) -> tuple[str, list[Row]]:
    """The delimiter and the rows below the header; blank rows are left out."""
    text = _text(data)
    delimiter = _delimiter(text)
    (_, header), *table = _cells(text, delimiter)
    names = [cell.strip().casefold() for cell in header]
    if not _is_header(names):  # a header cell that is quoted in part, or over two lines
        raise _no_header(",".join(header))
    if not table:
        raise refused(N_("The table has a header and no periods."))
    if len(table) > MAX_PERIODS:
        raise refused(
            N_("The table has {n} periods; at most {limit} are read."),
            len(table), n=len(table), limit=MAX_PERIODS,
        )  # fmt: skip
    ragged = [
        Notice(
            "table",
            len(cells),
            N_("Line {line}: {n} cells, where the header names {expected}."),
            {"line": line, "n": len(cells), "expected": len(names)},
        )
        for line, cells in table
        if len(cells) != len(names)
    ]
    if ragged:
        # Which cell is missing is not known, so nothing more can be said of such a table.
        raise CashFlowTableError(ragged)
    return delimiter, [Row(line, dict(zip(names, cells, strict=True))) for line, cells in table]


def _text(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise refused(
            N_("The table has {size} bytes; at most {limit} are read."),
            len(data), size=len(data), limit=MAX_BYTES,
        )  # fmt: skip
    if data.startswith(b"PK\x03\x04"):
        raise refused(N_("This is an Excel workbook named .csv. Save it as CSV in Excel."))
    try:
        return data.decode("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")
    except UnicodeDecodeError:
        raise refused(N_("The table is not UTF-8 text. Save it as “CSV UTF-8”.")) from None


def _is_hint(line: str) -> bool:
    """Excel writes "sep=;" above the header of a table that is to be opened anywhere."""
    return line.strip().strip('"').startswith("sep=")


def _delimiter(text: str) -> str:
    lines = (line.strip() for line in re.split(r"\r\n|\r|\n", text))
    header = next((line for line in lines if line and not _is_hint(line)), "")
    for delimiter in _DELIMITERS:
        names = [name.strip(' "').casefold() for name in header.split(delimiter)]
        if _is_header(names):
            return delimiter
    raise _no_header(header)


def _is_header(names: list[str]) -> bool:
    return sorted(names) in [sorted(header) for header in HEADERS]


def _no_header(line: str) -> CashFlowTableError:
    return refused(
        N_(
            "The first line names the columns, period,benefits,costs or period,net. "
            "Here it is “{line}”."
        ),
        line, line=shown(line),
    )  # fmt: skip


def _cells(text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    """Line number and cells of each row that holds something, the header first."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        table = [(reader.line_num, cells) for cells in reader if any(c.strip() for c in cells)]
    except csv.Error:
        raise refused(
            N_("Line {line}: a quotation mark is not closed, or stands inside a cell."),
            reader.line_num, line=reader.line_num,
        ) from None  # fmt: skip
    return table[1:] if _is_hint(table[0][1][0]) else table
