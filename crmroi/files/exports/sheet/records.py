"""The records of a CSV text one by one, exactly as Python's csv reads them.

This is the slow way, and the measure of the fast one (`blocks`). A quotation mark that opens a
cell and is never closed would swallow what follows: it is refused, by the line where it stands.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crmroi.files.exports.table import ReadingError
from crmroi.text import N_, Notice, Quantity, Unit

Cells = tuple[str, ...]
MOST_LINES = 1000
"""A record over more lines than these is taken for a quotation mark that is not closed."""


@dataclass(frozen=True)
class Dialect:
    """How the cells of a text are kept apart."""

    delimiter: str
    backslash: bool = False
    r"""Quotation marks in a cell are written \" (as MySQL does), not doubled."""
    blank_before_quote: bool = False
    """A blank stands between the delimiter and the quotation mark that opens a cell."""

    def reader(self, lines: Iterator[str], *, strict: bool = False) -> Iterator[list[str]]:
        """Python's reader of this dialect over lines that keep their ends."""
        return csv.reader(
            lines,
            delimiter=self.delimiter,
            escapechar="\\" if self.backslash else None,
            skipinitialspace=self.blank_before_quote,
            strict=strict,
        )


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of a record (none of an empty line), and the byte at which the next begins."""

    cells: list[str]
    end: int


class _Lines:
    """The lines of a text from a byte on; it knows those of the record being read."""

    def __init__(self, text: bytes, start: int) -> None:
        self.stream = io.BytesIO(text)
        self.stream.seek(start)
        self.lines: list[str] = []
        self.dry = False

    def __iter__(self) -> Iterator[str]:
        for line in self.stream:
            text = line.decode("utf-8")
            self.lines.append(text)
            yield text
            if len(self.lines) > MOST_LINES:
                break
        self.dry = True


def read_records(text: bytes, dialect: Dialect, start: int, name: str) -> Iterator[Record]:
    """The records from a byte on that begins one. ReadingError for quotes that are not closed."""
    lines = _Lines(text, start)
    begin = start
    reader = dialect.reader(iter(lines))
    try:
        for cells in reader:
            if lines.dry or (len(lines.lines) > 1 and not _closed(lines.lines, dialect)):
                before = cells[:-1] if lines.dry else _before_the_long(cells)
                raise _unclosed(text, begin, before, name)
            begin = lines.stream.tell()
            yield Record(cells, begin)
            lines.lines.clear()
    except csv.Error:  # a cell beyond what the csv module takes
        raise too_long(name, csv.field_size_limit()) from None


def too_long(name: str, most: int) -> ReadingError:
    """The error of a cell beyond the limit."""
    template = N_(
        "A cell holds more than {limit} characters. A quotation mark may be missing; else leave "
        "the column of long texts out of the export."
    )
    return ReadingError([Notice(name, None, template, {"limit": Quantity(most, Unit.COUNT)})])


def _closed(lines: Sequence[str], dialect: Dialect) -> bool:
    """Whether every cell of a record over several lines ends where its quotes do."""
    try:
        return len(list(dialect.reader(iter(lines), strict=True))) == 1
    except csv.Error:
        return False


def _before_the_long(cells: Sequence[str]) -> Sequence[str]:
    long = next((place for place, cell in enumerate(cells) if "\n" in cell), len(cells))
    return cells[:long]


def _unclosed(text: bytes, begin: int, before: Sequence[str], name: str) -> ReadingError:
    line = 1 + text.count(b"\n", 0, begin) + sum(cell.count("\n") for cell in before)
    template = N_(
        "Line {line}: a quotation mark opens a cell and is not closed as it should be. Close it, "
        "or write it twice where it belongs to the text."
    )
    return ReadingError([Notice(name, line, template, {"line": line})])
