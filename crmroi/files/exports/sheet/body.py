"""The records below a header: read block by block, judged, and kept in the columns wanted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from crmroi.files.exports.sheet.blocks import Block, Body, read_blocks
from crmroi.files.exports.sheet.headers import RESERVED, blank
from crmroi.files.exports.sheet.nameless import Nameless
from crmroi.files.exports.sheet.oddities import Judge, Suspects
from crmroi.files.exports.sheet.records import Cells, too_long
from crmroi.files.exports.table import Limits, ReadingError
from crmroi.text import N_, Notice, Quantity, Unit


@dataclass(frozen=True)
class Found:
    """The records of a table, and those that are none of it."""

    frame: pl.DataFrame = field(repr=False)
    """The columns wanted ("0", "3" …) and `row`."""
    left_out: Mapping[str, Sequence[int]]
    """Row numbers by reason."""
    rows_read: int
    empty: tuple[int, ...]
    """Columns without a name and without a cell filled."""
    trimmed: bool
    """Whether it is known that no cell begins or ends with a blank."""


def read_body(body: Body, judge: Judge, limits: Limits, wanted: Sequence[str]) -> Found:
    """All records below the header. Raises ReadingError: limits, quotes, two tables, no records."""
    columns = Nameless(judge.header.cells)
    suspects = Suspects()
    frames: list[pl.DataFrame] = []
    last = body.first_row - 1
    trimmed = True
    for block in read_blocks(body, judge.suspects):
        _check(block, body, limits)
        columns.look(block.frame)
        _collect(block, last, judge, suspects)
        frames.append(block.frame.select(*wanted, RESERVED))
        trimmed &= block.trimmed
        last = block.last_row
    if columns.side_by_side():
        raise _refused(body, _SIDE_BY_SIDE)
    left_out = _judged(suspects, last, judge, body)
    frame = pl.concat(frames, rechunk=False)
    away = [row for rows in left_out.values() for row in rows]
    if away:
        frame = frame.filter(~pl.col(RESERVED).is_in(away))
    if not frame.height:
        raise _without_records(left_out, body)
    return Found(frame, left_out, last - body.first_row + 1, columns.empty(), trimmed)


_SIDE_BY_SIDE = N_(
    "Two tables stand side by side in this sheet. Save each of them as a file of its own."
)
_ONE_BELOW = N_(
    "Two tables are in this sheet: in row {row} another header begins. Save each of them as a file "
    "of its own."
)
_ALL_RAGGED = N_(
    "The header names {width} columns, and no record has as many cells. A delimiter may be missing "
    "in the header or stand inside cells without quotation marks."
)
_NOTHING_LEFT = N_(
    "Below the header are only empty lines, totals and footers. Export it again with its records."
)


def _refused(body: Body, template: str, **values: object) -> ReadingError:
    return ReadingError([Notice(body.name, None, template, values)])


def _without_records(left_out: Mapping[str, Sequence[int]], body: Body) -> ReadingError:
    if left_out.get("ragged_record"):
        return _refused(body, _ALL_RAGGED, width=body.width)
    return _refused(body, _NOTHING_LEFT)


def _check(block: Block, body: Body, limits: Limits) -> None:
    rows = block.last_row - body.first_row + 1
    if rows > limits.rows:
        template = N_("The file has more than {limit} records. Export a shorter span of time.")
        raise _refused(body, template, limit=Quantity(limits.rows, Unit.COUNT))
    if block.longest > limits.cell_characters and block.frame.height:
        texts = block.frame.drop(RESERVED)
        characters = texts.select(pl.all().str.len_chars().max()).row(0)
        if max(characters) > limits.cell_characters:
            raise too_long(body.name, limits.cell_characters)
    for cells in block.odd.values():
        if any(len(cell) > limits.cell_characters for cell in cells):
            raise too_long(body.name, limits.cell_characters)


def _collect(block: Block, last: int, judge: Judge, suspects: Suspects) -> None:
    """Adds the suspects of a block, and the records that come after them."""
    odd = block.odd
    # A title may stand between an empty line and the header of a second table.
    earlier = {row for row in (last - 1, last) if row in suspects.odd}
    after = {row + step for row in (*earlier, *odd) for step in (1, 2)}
    suspects.followers.update(judge.at(block.frame, sorted(after - odd.keys())))
    suspects.odd.update(odd)


def _judged(suspects: Suspects, last: int, judge: Judge, body: Body) -> dict[str, list[int]]:
    """Row numbers by reason of all suspects that are no records of the table."""
    odd = suspects.odd
    for row, cells in sorted({**odd, **suspects.followers}.items()):
        if judge.is_header(cells):
            raise _refused(body, _ONE_BELOW, row=row)
    left_out: dict[str, list[int]] = {}
    end = _footers(odd, last, judge, left_out)
    for row in sorted(row for row in odd if row <= end):
        reason = _reason(row, odd, judge)
        if reason:
            left_out.setdefault(reason, []).append(row)
    return left_out


def _footers(
    odd: Mapping[int, Cells], last: int, judge: Judge, left_out: dict[str, list[int]]
) -> int:
    """Leaves out what stands below the table, from the end up; the last row that is not that."""
    row = last
    while row in odd:
        cells = odd[row]
        if _is_empty(cells):
            reason = "empty_record"
        elif judge.repeats_header(cells):
            reason = "repeated_header"
        elif judge.is_total(cells):
            reason = "total"
        elif judge.is_footer(cells):
            reason = "footer"
        else:
            break
        left_out.setdefault(reason, []).append(row)
        row -= 1
    return row


def _reason(row: int, odd: Mapping[int, Cells], judge: Judge) -> str:
    """Why a record above the footers is left out; "" for one that stays."""
    cells = odd[row]
    before, after = odd.get(row - 1), odd.get(row + 1)
    if _is_empty(cells):
        return "empty_record"
    if judge.repeats_header(cells):
        return "repeated_header"
    if judge.names_a_group(cells, before, after):
        return "group_line"
    if judge.is_total(cells):
        return "total"
    return "" if len(cells) == judge.header.width else "ragged_record"


def _is_empty(cells: Iterable[str]) -> bool:
    return all(map(blank, cells))
