"""What a trap is: a small hostile file, and the table, questions or refusal that it must give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from crmroi.files.exports.table import Options

HEAD = "Deal ID,Stage,Amount,Close Date"
RECORDS = ("1,Closed Won,10.50,2026-01-31", "2,Closed Lost,20.25,2026-02-28")
READ: Mapping[str, Sequence[object]] = {
    "id": ["1", "2"],
    "outcome": ["won", "lost"],
    "amount": ["10.50", "20.25"],
    "closed": ["2026-01-31", "2026-02-28"],
}
"""What `HEAD` and `RECORDS` say."""


@dataclass(frozen=True)
class Trap:
    """One file with one trap, and what it must give.

    `table`: columns by field; moments as text, amounts as they are printed. `report`: what the
    report must say of the file. `remarks`, `asks` and `refused` are the English words, whole.
    `answer`: the options that answer what is asked; the table is then what they give. None: nothing
    does, the file is to be left out.
    """

    title: str
    data: bytes = field(repr=False)
    table: Mapping[str, Sequence[object]] = field(default_factory=dict)
    left_out: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    report: Mapping[str, object] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    answer: Options | None = field(default_factory=Options)
    refused: str = ""
    name: str = "deals.csv"
    options: Options = field(default_factory=Options)


def lines(*records: str, end: str = "\n") -> bytes:
    """Records, a line each, in UTF-8."""
    return end.join((*records, "")).encode()


def deals(*records: str, head: str = HEAD) -> bytes:
    """Records of deals below their header; those of `RECORDS` where none are given."""
    return lines(head, *(records or RECORDS))
