"""Where the table stands in a sheet: `look` at the first records, then `read` the columns wanted.

    outline = look(source, options, known)   # headers and the first records, at once
    sheet = outline.read(["Stage", "Amount"])   # those columns of all records

`split` does both, with all columns. An outline holds the text of its file: let go of it when the
sheet is read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from crmroi.files.exports.encoding.source import Source
from crmroi.files.exports.sheet.blocks import Body
from crmroi.files.exports.sheet.body import Found, read_body
from crmroi.files.exports.sheet.dialect import Opening, opening
from crmroi.files.exports.sheet.headers import Header, blank, unique
from crmroi.files.exports.sheet.oddities import Judge, keys_of
from crmroi.files.exports.sheet.records import read_records
from crmroi.files.exports.table import LeftOut, Limits, Options, ReadingError
from crmroi.text import N_, N_n, Notice

_MOST_ROWS_NAMED = 1000


@dataclass(frozen=True)
class Sheet:
    """The records of a table as text."""

    columns: tuple[str, ...]
    """All headers of the file, made unique; no nameless columns in which nothing is written."""
    frame: pl.DataFrame = field(repr=False)
    """The columns wanted, all String and without nulls, under those names, and `row` (Int64)."""
    delimiter: str
    header_row: int
    left_out: Mapping[str, LeftOut]
    remarks: tuple[Notice, ...]
    rows_read: int
    """Records below the header, those left out too."""
    trimmed: bool
    """Whether it is known that no cell begins or ends with a blank."""


@dataclass(frozen=True)
class Outline:
    """A sheet of which the first records are known: what its columns are, before they are read."""

    columns: tuple[str, ...]
    """All headers, made unique. Nameless ones ("#4") may be found empty when the sheet is read."""
    sample: pl.DataFrame = field(repr=False)
    """The first records (at most a thousand) in all columns: String, under those names."""
    delimiter: str
    header_row: int
    remarks: tuple[Notice, ...]
    _body: Body = field(repr=False)
    _judge: Judge = field(repr=False)
    _limits: Limits = field(repr=False)

    def read(self, columns: Collection[str] | None = None) -> Sheet:
        """All records, in some columns or in all.

        Every record is looked at whole, whichever columns are wanted. Raises ReadingError for two
        tables in one sheet, for no records, for quotes not closed and for what passes the limits.
        """
        wanted = {
            str(place): name
            for place, name in enumerate(self.columns)
            if columns is None or name in columns
        }
        found = read_body(self._body, self._judge, self._limits, tuple(wanted))
        empty = {str(place) for place in found.empty}
        kept = {place: name for place, name in wanted.items() if place not in empty}
        frame = found.frame.select(*kept, "row").rename(kept)
        return Sheet(
            tuple(n for place, n in enumerate(self.columns) if str(place) not in empty),
            frame,
            self.delimiter,
            self.header_row,
            _left_out(found),
            self.remarks,
            found.rows_read,
            found.trimmed,
        )


def split(source: Source, options: Options, known: Callable[[str], bool]) -> Sheet:
    """The sheet with all its columns. `known` says whether a text is a header of the vocabulary."""
    return look(source, options, known).read()


def look(source: Source, options: Options, known: Callable[[str], bool]) -> Outline:
    """The header and the first records. Obeys `options.delimiter` and `options.limits`.

    Raises ReadingError where no header is found, nothing stands below it, or it is too wide.
    """
    first = opening(source.text_bytes, options.delimiter, known)
    header = first.header
    if header is None or not header.names_columns:
        raise _refused(source, _NO_HEADER)
    _check_width(source, header, options.limits)
    below = first.records[header.index + 1 :]
    if not any(not blank(cell) for cells in below for cell in cells):
        raise _refused(source, _NO_RECORDS)
    columns, remarks = unique(header.cells)
    judge = Judge(header, keys_of(below, header.width), known)
    return Outline(
        columns,
        _sample(below, columns, judge),
        first.dialect.delimiter,
        header.index + 1,
        (*_above(header), *remarks),
        _body(source, first, header),
        judge,
        options.limits,
    )


_NO_HEADER = N_(
    "No table was found: no line names columns, with records of as many cells below it. Export the "
    "list itself as CSV, with its header."
)
_NO_RECORDS = N_(
    "The file names its columns and holds no records below them. Export it again with its records."
)


def _refused(source: Source, template: str, **values: object) -> ReadingError:
    return ReadingError([Notice(source.name, None, template, values)])


def _check_width(source: Source, header: Header, limits: Limits) -> None:
    if header.width > limits.columns:
        template = N_("The table has {n} columns; at most {limit} are read. Export fewer.")
        raise _refused(source, template, n=header.width, limit=limits.columns)


def _above(header: Header) -> tuple[Notice, ...]:
    if not header.index:
        return ()
    one, many = N_n(
        "{n} line above the header was passed over.", "{n} lines above the header were passed over."
    )
    return (Notice("", header.index, one, {"n": header.index}, many),)


def _sample(below: Sequence[Sequence[str]], columns: Sequence[str], judge: Judge) -> pl.DataFrame:
    full = [r for r in below if len(r) == len(columns) and sum(not blank(c) for c in r) > 1]
    rows = [r for r in full if not (judge.repeats_header(r) or judge.is_total(r))] or full
    cells = zip(*rows, strict=True) if rows else [()] * len(columns)
    return pl.DataFrame(
        [
            pl.Series(name, column, dtype=pl.String)
            for name, column in zip(columns, cells, strict=True)
        ]
    )


def _body(source: Source, first: Opening, header: Header) -> Body:
    """The records below the header: from the byte after it."""
    records = read_records(source.text_bytes, first.dialect, first.start, source.name)
    record = next(record for n, record in enumerate(records) if n == header.index)
    return Body(
        source.name, source.text_bytes, record.end, header.index + 2, first.dialect, header.width
    )


def _left_out(found: Found) -> Mapping[str, LeftOut]:
    return {
        reason: LeftOut(len(rows), tuple(sorted(rows)[:_MOST_ROWS_NAMED]))
        for reason, rows in found.left_out.items()
    }
