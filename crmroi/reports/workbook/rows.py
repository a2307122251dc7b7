"""Rows of months: what each is called, its formula, and what the formula comes to.

A formula is a template over the names of other rows: `{net}` is the cell of the same month,
`{net<}` that of the month before, `{net:}` all months, `{net#}` the total, `{net$}` the amount.
`{month}` is the number of the month at the head of the column. Assumptions are named cells and
stand for themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from xlsxwriter.utility import quote_sheetname, xl_col_to_name

from crmroi.assumptions.groups.ranges import LONGEST_HORIZON
from crmroi.model.arrays import Array

MONTHS = 12 * LONGEST_HORIZON + 1
"""Month 0 and all that follow: the sheets hold as many as the horizon may be set to."""

LABEL, KIND, AMOUNT, TOTAL, FIRST = range(5)
"""Columns of a sheet of months; `FIRST` is that of month 0."""
LAST = FIRST + MONTHS - 1
HEAD = 3
"""The row of the numbers of the months, counted from 0."""

Form = Literal["money", "amount", "share", "count", "factor", "whole", "value"]
"""What a row's figures are, and so how they are shown."""

_COLUMNS = tuple(xl_col_to_name(column) for column in range(LAST + 1))
_REFERENCE = re.compile(r"\{(\w+)([<:#$]?)\}")


@dataclass(frozen=True)
class Row:
    """One row. `formula` is that of each month, `first` that of month 0 where it differs.

    `values` are what the model holds, (MONTHS,); `amount` is the formula of what a line's series
    is multiplied by, and what it comes to.
    """

    name: str
    label: str
    form: Form
    formula: str
    values: Array
    first: str | None = None
    kind: str = ""
    amount: tuple[str, float] | None = None
    summed: bool = False
    strong: bool = False


@dataclass(frozen=True)
class Section:
    """Rows under one heading."""

    title: str
    rows: tuple[Row, ...]


class Grid:
    """The sections of one sheet, each row at its place."""

    def __init__(self, sheet: str, sections: Iterable[Section]) -> None:
        self.sheet, self.sections = sheet, tuple(sections)
        self.headings = dict[int, str]()
        self.rows = dict[int, Row]()
        at = HEAD + 1
        for section in self.sections:
            self.headings[at] = section.title
            for row in section.rows:
                at += 1
                self.rows[at] = row
            at += 2

    @property
    def last(self) -> int:
        """The last row that is used."""
        return max(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows.values())


class Places:
    """Where every row of the grids stands; `fill` writes references to them."""

    def __init__(self, grids: Iterable[Grid]) -> None:
        self._at: Mapping[str, tuple[str, int, Row]] = {
            row.name: (grid.sheet, at, row) for grid in grids for at, row in grid.rows.items()
        }

    def row(self, name: str) -> Row:
        """The row of this name."""
        return self._at[name][2]

    def at(self, name: str) -> tuple[str, int]:
        """The sheet and the row, counted from 0."""
        return self._at[name][:2]

    def fill(self, template: str, sheet: str, column: int = FIRST) -> str:
        """The formula for a column of a sheet; KeyError for a row that there is not."""

        def reference(found: re.Match[str]) -> str:
            name, what = found.groups()
            if name == "month":
                here, at = sheet, HEAD
            else:
                here, at = self.at(name)
            cell = _cell(at + 1, what, column, header=name == "month")
            return cell if here == sheet else f"{quote_sheetname(here)}!{cell}"

        return _REFERENCE.sub(reference, template)


def _cell(row: int, what: str, column: int, *, header: bool) -> str:
    match what:
        case "<":
            return f"{_COLUMNS[column - 1]}{row}"
        case ":":
            return f"${_COLUMNS[FIRST]}${row}:${_COLUMNS[LAST]}${row}"
        case "#":
            return f"${_COLUMNS[TOTAL]}${row}"
        case "$":
            return f"${_COLUMNS[AMOUNT]}{row}"
    return f"{_COLUMNS[column]}${row}" if header else f"{_COLUMNS[column]}{row}"
