"""What reading an export gives: a typed table, the report of how it was read, or questions.

Cells of an upload are kept out of every `repr`: an exception or a log may print one of these.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from crmroi.text import Notice

if TYPE_CHECKING:
    import polars as pl

DateOrder = Literal["dmy", "mdy", "ymd"]


@dataclass(frozen=True)
class Limits:
    """What is read at most; above it a file is refused, and says so."""

    bytes: int = 1_000_000_000
    rows: int = 5_000_000
    columns: int = 500
    cell_characters: int = 100_000


@dataclass(frozen=True)
class Options:
    """What was told about a file beforehand, or answered when it was asked."""

    kind: str = ""
    """The kind of table; guessed where empty."""
    mapping: Mapping[str, str] = field(default_factory=dict)
    """Field to header, over the guess; an empty header leaves the field out."""
    date_orders: Mapping[str, DateOrder] = field(default_factory=dict)
    """By header or by field; "" holds for every column that nothing proves."""
    decimal: str = ""
    """"," or "."."""
    encoding: str = ""
    """A Python codec; "repair" mends text that was encoded twice."""
    delimiter: str = ""
    timezone: str = "UTC"
    """The zone that instants with an offset are brought to before their month is cut."""
    currency: str = ""
    """Of several currencies in one column, the one that is counted."""
    cost_categories: Mapping[str, str] = field(default_factory=dict)
    """The kind of each category of costs that the vocabulary does not know."""
    control: tuple[str, str] | None = None
    """Header or field, and the value of those that had no CRM yet: Boolean column `control`."""
    keep: tuple[str, ...] = ()
    """Headers of further columns to keep, as text, under their own names."""
    salt: bytes = b""
    """Of the session: what identifies a person is hashed with it."""
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True)
class LeftOut:
    """Records that were not used, for one reason: how many, and their row numbers in the file.

    Rows are counted as a spreadsheet counts them: the first record of the file is row 1.
    """

    count: int
    rows: tuple[int, ...]
    """The first thousand of them."""


@dataclass(frozen=True)
class Question:
    """What the file leaves open: asked on a page, an option on the command line.

    `notice` is worded without a cell's content; `examples` are cells, for the page alone.
    """

    key: str
    """What it is about: date_order, decimal, kind, currency, cost_category, encoding, outcome …"""
    subject: str = field(repr=False)
    """The header (or the category's name) that it is about; "" for the whole file."""
    notice: Notice
    choices: tuple[str, ...] = field(repr=False)
    option: str
    """The command line's option that answers it."""
    examples: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class DateColumn:
    """How a column's dates were read, and what proved it."""

    order: DateOrder
    proof: Notice


@dataclass(frozen=True)
class Scale:
    """The scale of a column of scores: 0–10, 1–5, 1–7, 0–100, or words (bad 0, good 1)."""

    low: float
    high: float
    words: bool = False


@dataclass(frozen=True)
class Report:
    """How a file was read."""

    name: str
    kind: str
    encoding: str
    delimiter: str
    header_row: int
    decimal: str
    rows_read: int
    """Records below the header, empty ones and footers too."""
    rows_used: int
    left_out: Mapping[str, LeftOut]
    """By reason: a key of `REASONS` (crmroi.files.exports.reasons)."""
    mapping: Mapping[str, str]
    """Field to header."""
    columns: tuple[str, ...]
    """All headers, made unique."""
    dates: Mapping[str, DateColumn]
    """By header."""
    scales: Mapping[str, Scale]
    """By field."""
    personal_columns: Mapping[str, str]
    """By header: "hashed" or "dropped"."""
    currencies: tuple[str, ...] = field(repr=False)
    """Of the amounts used; empty where none is named."""
    remarks: tuple[Notice, ...]
    """What else a reader of the figures should know: repairs, suspicions, cells left empty."""


@dataclass(frozen=True)
class Table:
    """A typed table: columns by field name (see `fields`), and the report of its reading.

    Besides the fields: `outcome` (deals), `converted_on`, `control`, the columns kept, and `row`
    (Int64), the row number in the file.
    """

    kind: str
    frame: pl.DataFrame = field(repr=False)
    report: Report


@dataclass(frozen=True)
class Preview:
    """The first records as the file has them, for the page alone; personal cells are masked."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = field(repr=False)


@dataclass(frozen=True)
class Reading:
    """One file read: a table, or what must be answered first; the preview and the guess anyway."""

    name: str
    kind: str
    """"" where it could not be guessed."""
    mapping: Mapping[str, str]
    preview: Preview
    table: Table | None
    questions: tuple[Question, ...] = ()


class ReadingError(Exception):
    """A file that cannot be read as a table: why, in words, all reasons together."""

    def __init__(self, problems: Sequence[Notice]) -> None:
        super().__init__("\n".join(problem.message for problem in problems))
        self.problems = tuple(problems)
