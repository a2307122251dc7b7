"""The records of a large text in blocks: by polars where one is proved regular, else singly.

A block is regular when its quotation marks stand only where a cell begins or ends, no record is
longer than the header, and the delimiters outside of quotes are exactly as many as records of that
width have. Then polars and Python's csv cannot differ; a property test holds them to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import polars as pl

from crmroi.files.exports.headers import RESERVED
from crmroi.files.exports.records import MOST_LINES, Dialect, read_records

BLOCK_BYTES = 1 << 22
_QUOTE, _LF, _CR = 34, 10, 13

Bytes = npt.NDArray[np.uint8]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Block:
    """Records in a row of a text: those of the table's width, and the others."""

    frame: pl.DataFrame = field(repr=False)
    """String columns "0", "1" …, and `row` (Int64)."""
    others: tuple[tuple[int, tuple[str, ...]], ...] = field(repr=False)
    """Row number and cells of each record of another width."""
    last_row: int


@dataclass(frozen=True)
class Body:
    """What is to be read: a text from a byte on, whose first record has a row number."""

    name: str
    text: bytes = field(repr=False)
    start: int
    first_row: int
    dialect: Dialect
    width: int


def read_blocks(body: Body, size: int = BLOCK_BYTES) -> Iterator[Block]:
    """All records, in blocks of about `size` bytes. ReadingError for quotes not closed."""
    position, row = body.start, body.first_row
    while position < len(body.text):
        end = _end(body.text, position, size)
        frame = _regular(body.text[position:end], body) if end else None
        if frame is None:
            block, position = _one_by_one(body, position, row, size)
        else:
            numbers = pl.int_range(row, row + frame.height, dtype=pl.Int64, eager=True)
            frame = frame.with_columns(numbers.alias(RESERVED))
            block, position = Block(frame, (), row + frame.height - 1), end
        row = block.last_row + 1
        yield block


def _one_by_one(body: Body, position: int, row: int, size: int) -> tuple[Block, int]:
    """A block by Python's csv, and the byte at which the next begins."""
    stop = position + size
    rows: list[int] = []
    table: list[list[str]] = []
    others: list[tuple[int, tuple[str, ...]]] = []
    for record in read_records(body.text, body.dialect, position, body.name):
        if len(record.cells) == body.width:
            rows.append(row)
            table.append(record.cells)
        else:
            others.append((row, tuple(record.cells)))
        row += 1
        position = record.end
        if position >= stop:
            break
    columns = zip(*table, strict=True) if table else [()] * body.width
    data = {str(n): pl.Series(cells, dtype=pl.String) for n, cells in enumerate(columns)}
    frame = pl.DataFrame({**data, RESERVED: pl.Series(rows, dtype=pl.Int64)})
    return Block(frame, tuple(others), row - 1), position


def _end(text: bytes, position: int, size: int) -> int:
    """The byte after the last record that ends within `size` bytes; 0 where that is not plain."""
    if len(text) - position <= size:
        return len(text)
    if text.find(b'"', position, position + size) < 0:
        return text.rfind(b"\n", position, position + size) + 1
    segment = text[position : position + size]
    before = size
    quotes = np.flatnonzero(np.frombuffer(segment, np.uint8) == _QUOTE)
    while (line_end := segment.rfind(b"\n", 0, before)) >= 0:
        quotes_before = int(np.searchsorted(quotes, line_end))
        if quotes_before % 2 == 0:
            return position + line_end + 1
        before = int(quotes[quotes_before - 1])
    return 0


def _regular(segment: bytes, body: Body) -> pl.DataFrame | None:
    """The records of a segment, all of the table's width; None where that is not proved."""
    mark = body.dialect.delimiter
    plain = mark.isascii() and not (body.dialect.backslash or body.dialect.blank_before_quote)
    # Lines that are empty at the beginning, and a mark of byte order, are passed over by polars.
    if not plain or body.width < 2 or segment.startswith((b"\n", b"\r", b"\xef\xbb\xbf")):
        return None
    counts = _counts(segment, ord(mark))
    if counts is None:
        return None
    records, delimiters = counts
    if delimiters != records * (body.width - 1):
        return None
    try:
        frame = pl.read_csv(
            segment, has_header=False, separator=mark, infer_schema=False,
            empty_string_is_null=False, extra_columns="raise",
        )  # fmt: skip
    except pl.exceptions.PolarsError:  # some record is longer than the first
        return None
    if frame.shape != (records, body.width):
        return None
    frame.columns = [str(n) for n in range(body.width)]
    return frame


def _counts(segment: bytes, mark: int) -> tuple[int, int] | None:
    """Records and delimiters outside of quotes; None where quotes stand where they should not."""
    data = np.frombuffer(segment, np.uint8)
    is_mark, is_end = data == mark, data == _LF
    marks, ends = int(np.count_nonzero(is_mark)), int(np.count_nonzero(is_end))
    if b'"' in segment:
        quotes = np.flatnonzero(data == _QUOTE)
        if not _strict(data, quotes, mark):
            return None
        longest = int(np.diff(quotes).max())
        inside_ends = _inside(is_end, quotes, longest)
        if inside_ends > MOST_LINES:  # some record may be over more lines than one should be
            return None
        marks -= _inside(is_mark, quotes, longest)
        ends -= inside_ends
    return ends + (not segment.endswith(b"\n")), marks


def _strict(data: Bytes, quotes: Places, mark: int) -> bool:
    """Whether each quote opens a cell at its start, closes it at its end, or is doubled in it."""
    if quotes.size % 2:
        return False
    opening, closing = quotes[0::2], quotes[1::2]
    before = data[opening - 1]
    good = (before == mark) | (before == _LF) | (before == _QUOTE)
    good[0] |= opening[0] == 0
    if not good.all():
        return False
    after = data[np.minimum(closing + 1, data.size - 1)]
    good = (after == mark) | (after == _LF) | (after == _CR) | (after == _QUOTE)
    good[-1] |= closing[-1] == data.size - 1
    return bool(good.all())


def _inside(wanted: npt.NDArray[np.bool_], quotes: Places, longest: int) -> int:
    """How many of the wanted bytes stand between an opening and a closing quote.

    `longest` is the largest distance between two quotes: small sums are four times as fast.
    """
    small = longest < np.iinfo(np.uint16).max
    sums = np.add.reduceat(wanted.view(np.uint8), quotes, dtype=np.uint16 if small else np.int64)
    return int(sums[0::2].sum(dtype=np.int64))
