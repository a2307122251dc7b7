"""What the readers of columns take and fill: the text of a sheet, and its typed columns so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from crmroi.files.exports.meaning.columns import Assignment
from crmroi.files.exports.table import DateColumn, Options, Question, Scale
from crmroi.text import Notice


@dataclass
class Typed:
    """The typed columns so far, and what there is to say about them."""

    columns: dict[str, pl.Series] = field(default_factory=dict, repr=False)
    remarks: list[Notice] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    dates: dict[str, DateColumn] = field(default_factory=dict)
    scales: dict[str, Scale] = field(default_factory=dict)
    marks: list[str] = field(default_factory=list)
    currencies: tuple[str, ...] = ()

    @property
    def decimal(self) -> str:
        """The decimal mark that the amounts show; "" where none does."""
        return next((mark for mark in self.marks if mark), "")

    def say(self, remarks: tuple[Notice, ...], question: Question | None = None) -> None:
        """Keep remarks, and a question where there is one."""
        self.remarks += remarks
        if question is not None:
            self.questions.append(question)

    def add(self, other: Typed) -> None:
        """Take over what another reader has found."""
        self.columns |= other.columns
        self.say(tuple(other.remarks))
        self.questions += other.questions
        self.dates |= other.dates
        self.scales |= other.scales
        self.marks += other.marks
        self.currencies += other.currencies


@dataclass
class Sheets:
    """What the readers of columns read from: the text columns needed, and what was told."""

    frame: pl.DataFrame = field(repr=False)
    assignment: Assignment
    personal: Mapping[str, str]
    options: Options
    headers: tuple[str, ...] = ()
    """All headers of the file."""
    advertising: bool = False
    """Whether the file's name or a header speaks of advertising."""
    trimmed: bool = False
    """Whether it is known that no cell begins or ends with a blank."""

    @property
    def rows(self) -> pl.Series:
        """The row number of each record."""
        return self.frame["row"]

    def header_of(self, name: str) -> str | None:
        """The header of a field or a helper."""
        return self.assignment.mapping.get(name) or self.assignment.helpers.get(name)

    def cells(self, header: str) -> pl.Series:
        """The cells of a column."""
        return self.frame[header]
