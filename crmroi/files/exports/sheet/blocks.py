"""The records of a large text in blocks: by polars where one is proved regular, else singly.

A block is regular when its quotation marks stand only where a cell begins or ends, no record is
longer than the header, and the delimiters outside of quotes are exactly as many as records of that
width have. Then polars and Python's csv cannot differ; a property test holds them to it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Protocol

import numpy as np
import polars as pl

from crmroi.files.exports.sheet.counts import LONG_LINE, cells_are_short, counts, quotes_in
from crmroi.files.exports.sheet.headers import RESERVED
from crmroi.files.exports.sheet.records import Cells, Dialect, read_records

BLOCK_BYTES = 1 << 23
_AHEAD = 2
"""Blocks that are read while one is looked at: polars and numpy leave Python's lock meanwhile."""


@dataclass(frozen=True)
class Block:
    """Records in a row of a text: those of the table's width, and the others."""

    frame: pl.DataFrame = field(repr=False)
    """String columns "0", "1" …, and `row` (Int64)."""
    odd: Mapping[int, Cells] = field(repr=False)
    """Cells by row number: of records of another width, and of those that were looked for."""
    last_row: int
    longest: int
    """No cell of the frame has more bytes than this."""
    trimmed: bool
    """Whether it is known that no cell begins or ends with a blank."""


@dataclass(frozen=True)
class Body:
    """What is to be read: a text from a byte on, whose first record has a row number."""

    name: str
    text: bytes = field(repr=False)
    start: int
    first_row: int
    dialect: Dialect
    width: int


class Search(Protocol):
    """Finds records of full width that are odd."""

    def __call__(self, frame: pl.DataFrame, /, *, trimmed: bool) -> dict[int, Cells]:
        """Their cells by row number. `trimmed`: no cell begins or ends with a blank."""


def read_blocks(body: Body, search: Search, size: int = BLOCK_BYTES) -> Iterator[Block]:
    """All records, in blocks of about `size` bytes. ReadingError for quotes not closed."""
    position, row = body.start, body.first_row
    with _Ahead(body, search, size) as ahead:
        while position < len(body.text):
            end, found = ahead.at(position)
            if found is None:
                block, position = _one_by_one(body, search, position, row, end or position + size)
            else:
                block, position = _moved(found, row), end
            row = block.last_row + 1
            yield block


def _moved(block: Block, row: int) -> Block:
    """A block that was read before anybody knew in which row it begins."""
    last = row + block.last_row
    frame, numbers = block.frame, block.frame[RESERVED] + row
    frame.replace_column(frame.width - 1, numbers)  # to build the frame anew joins all its chunks
    odd = {row + place: cells for place, cells in block.odd.items()}
    return replace(block, frame=frame, odd=odd, last_row=last)


class _Ahead:
    """Reads the next blocks, as if each began in row 0, while one is looked at."""

    def __init__(self, body: Body, search: Search, size: int) -> None:
        self._body, self._search, self._size = body, search, size
        self._pool = ThreadPoolExecutor(_AHEAD)
        self._begun: deque[tuple[int, int, Future[Block | None]]] = deque()

    def __enter__(self) -> _Ahead:
        return self

    def __exit__(self, *_raised: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def at(self, position: int) -> tuple[int, Block | None]:
        """Where the block at a position ends, 0 if that is not plain; the block if regular."""
        while self._begun and self._begun[0][0] != position:  # a record went over a block's end
            self._begun.popleft()[2].cancel()
        start = self._begun[-1][1] if self._begun else position
        while len(self._begun) <= _AHEAD and start < len(self._body.text):
            end = _end(self._body.text, start, self._size)
            if not end:
                break
            read = self._pool.submit(_regular, self._body, self._search, start, end)
            self._begun.append((start, end, read))
            start = end
        if not self._begun:
            return 0, None
        _start, end, read = self._begun.popleft()
        return end, read.result()


def _one_by_one(
    body: Body, search: Search, position: int, row: int, stop: int
) -> tuple[Block, int]:
    """The records up to a byte, by Python's csv, and the byte at which the next begins."""
    rows: list[int] = []
    table: list[list[str]] = []
    others: dict[int, Cells] = {}
    for record in read_records(body.text, body.dialect, position, body.name):
        if len(record.cells) == body.width:
            rows.append(row)
            table.append(record.cells)
        else:
            others[row] = tuple(record.cells)
        row += 1
        position = record.end
        if position >= stop:
            break
    columns = zip(*table, strict=True) if table else [()] * body.width
    data = {str(n): pl.Series(cells, dtype=pl.String) for n, cells in enumerate(columns)}
    longest = _longest(pl.DataFrame(data))
    frame = pl.DataFrame({**data, RESERVED: pl.Series(rows, dtype=pl.Int64)})
    return Block(
        frame, {**search(frame, trimmed=False), **others}, row - 1, longest, trimmed=False
    ), position


def _end(text: bytes, position: int, size: int) -> int:
    """The byte after the last record that ends within `size` bytes; 0 where that is not plain."""
    if len(text) - position <= size:
        return len(text)
    if text.find(b'"', position, position + size) < 0:
        return text.rfind(b"\n", position, position + size) + 1
    segment = text[position : position + size]
    before = size
    quotes = quotes_in(segment)
    while (line_end := segment.rfind(b"\n", 0, before)) >= 0:
        quotes_before = int(np.searchsorted(quotes, line_end))
        if quotes_before % 2 == 0:
            return position + line_end + 1
        before = int(quotes[quotes_before - 1])
    return 0


def _regular(body: Body, search: Search, start: int, end: int) -> Block | None:
    """The records between two bytes, all of the table's width; None where that is not proved."""
    segment = body.text[start:end]
    mark = body.dialect.delimiter
    plain = mark.isascii() and not (body.dialect.backslash or body.dialect.blank_before_quote)
    # Lines that are empty at the beginning, and a mark of byte order, are passed over by polars.
    if not plain or body.width < 2 or segment.startswith((b"\n", b"\r", b"\xef\xbb\xbf")):
        return None
    counted = counts(segment, ord(mark))
    if counted is None or counted.delimiters != counted.records * (body.width - 1):
        return None
    try:
        frame = pl.read_csv(
            segment, has_header=False, separator=mark, infer_schema=False,
            empty_string_is_null=False, extra_columns="raise",
        )  # fmt: skip
    except pl.exceptions.PolarsError:  # some record is longer than the first
        return None
    if frame.shape != (counted.records, body.width):
        return None
    frame.columns = [str(n) for n in range(body.width)]
    longest = LONG_LINE if cells_are_short(segment) else _longest(frame)
    frame.insert_column(body.width, pl.int_range(frame.height, eager=True).alias(RESERVED))
    odd = search(frame, trimmed=counted.trimmed)
    return Block(frame, odd, frame.height - 1, longest, counted.trimmed)


def _longest(frame: pl.DataFrame) -> int:
    """The most bytes that a cell has."""
    return max(frame.select(pl.all().str.len_bytes().max()).row(0)) or 0 if frame.height else 0
