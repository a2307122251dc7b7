"""What reading one column of cells gives: its values, and all there is to say about them.

Every reader takes the cells as the file has them (`pl.Series` of String) and, where it has them,
the row number of each record (`rows`, Int64; else the first cell is in row 2, below a header).
A cell that holds something which cannot be read is null in `series`, True in `unread`, and
counted with its rows in `remarks`. Nothing here prints a cell.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from crmroi.files.exports.table import DateColumn, DateOrder, Question, Scale
from crmroi.text import Notice

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True)
class Dates:
    """A column of dates: `dates.read_dates`, or `dates.read_date_columns` for a whole file."""

    series: pl.Series = field(repr=False)
    """Datetime("us") without a zone; all null while there is a question."""
    order: DateOrder
    proof: Notice
    """What shows the order, as part of a sentence: "a first number above 12 in row 57"."""
    unread: pl.Series = field(repr=False)
    question: Question | None = None
    remarks: tuple[Notice, ...] = ()
    timed: bool = False
    """Whether any value has a time of day."""

    @property
    def column(self) -> DateColumn:
        """The report's line on the column."""
        return DateColumn(self.order, self.proof)


@dataclass(frozen=True)
class Numbers:
    """A column of numbers or of money: `numbers.read_numbers`, `numbers.read_money`."""

    series: pl.Series = field(repr=False)
    """Float64, or Decimal for money; percent cells are fractions. All null with a question."""
    mark: str
    """The decimal mark, "." or ","; "" where no cell shows one: a hint for other columns."""
    unread: pl.Series = field(repr=False)
    currencies: tuple[str, ...] = ()
    """Codes (or "$", which several share) found in the cells, the most frequent first."""
    currency: pl.Series | None = field(default=None, repr=False)
    """The currency written in each cell, null where none is; None where no cell has one."""
    question: Question | None = None
    remarks: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class Flags:
    """A column of yes and no: `flags.read_flags`."""

    series: pl.Series = field(repr=False)
    """Boolean."""
    unread: pl.Series = field(repr=False)
    remarks: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class Scores:
    """A column of scores: `scores.read_scores`."""

    series: pl.Series = field(repr=False)
    """Float64 on the scale; null where nobody rated."""
    scale: Scale | None
    """None where no cell holds a score."""
    unread: pl.Series = field(repr=False)
    question: Question | None = None
    remarks: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class Durations:
    """A column of durations: `durations.read_minutes`."""

    series: pl.Series = field(repr=False)
    """Float64, minutes."""
    unread: pl.Series = field(repr=False)
    question: Question | None = None
    remarks: tuple[Notice, ...] = ()
