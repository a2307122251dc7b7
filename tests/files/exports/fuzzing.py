"""Hostile files bent further, by number: the same number is the same input on every machine."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace

from crmroi.files.exports.meaning.fields import KINDS
from crmroi.files.exports.table import Limits, Options
from tests.files.exports.hostile.table import TRAPS
from tests.files.exports.hostile.trap import Trap

_MARKS = [b",", b";", b"\t", b"|"]
_BYTES = [
    *_MARKS, b'"', b'""', b'"\n', b"\\", b'\\"', b"\n", b"\r", b"\r\n", b"\n\n", b"\0", b"\xff",
    b"\x81", b"\xc3", b"\xe2\x82", b"\xef\xbb\xbf", b"\xff\xfe", b"\xc2\xa0", b"\xe2\x80\xaf",
    b"\xe2\x80\xa8", b"\x0b", b"\x0c", b"\x1c", b"\x85", b"sep=;\n", b"=", b"'", b" ",
]  # fmt: skip
_CELLS = [
    "", " ", "\u00a0", "NaN", "inf", "-inf", "1e999", "-1e-999", "1e5", "9" * 40, "-0", "0,0", ".",
    "1.234", "1,234", "1.234.567,8", "1 2 3", "(5)", "(-5)", "--5", "5%", "%", "€", "€ 5", "USD",
    "5 $ 5", "12k", "\u0663", "½", "²", "٣٤", "1_000", "0x1F", "2026-02-30", "0000-00-00",
    "9999-12-31", "9999-12-31T23:59:59-12:00", "1900-01-01", "0001-01-01", "99/99/9999", "1/2",
    "1/2/3", "29/02/2023", "31.12.99", "2026-Q5", "Q1 2026", "mar mar mar", "24:00", "24:61:61",
    "2026-01-31T25:00:00Z", "2026-01-31 00:00:00+99:99", "45292", "45292.99999", "999999",
    "1769817600000", "99999999999999999999", "20261301", "P1Y2M", "PT", "P", "1d 3h", "99999999:59",
    "1 day, 3:00:00", "★" * 9, "☆", "4/5", "4/0", "5/999", "-3", "yes", "maybe", "Won", "Not won",
    "Total", "Grand Total", "Won (2)", "=1+1", "@x", "\t=1", "\uff1d1", "a@b.example", "+351 912",
    "Date", "Amount", "Deal ID", "row", "\ufeff", "é", "e\u0301", "ﬁ", "İ", "ß", "\U0001f3c6",
    "\u202e", "\ud7ff", ",", "Ã©", "{}", "{n}", "%s", "<b>", "null", "\x1a", "a" * 300, '"', "'",
    "''", "1'000",
]  # fmt: skip
_HEADERS = [
    "Amount", "Close Date", "Created", "Currency", "Stage", "Status", "Probability", "Date", "id",
    "Score", "Satisfaction", "Time spent", "Resolved", "Customer", "Owner", "Email", "Category",
    "Quantity", "Unit Price", "Churned", "Start", "End", "Kind", "Converted", "Is Won", "Is Closed",
    "Last Modified Date", "statecode", "row", "", "outcome", "control", "converted_on", "0", "#1",
]  # fmt: skip
_NAMES = ["deals.csv", "orders.csv", "survey.csv", "tickets.csv", "costs.csv", "leads.csv", "x", ""]


def example(number: int) -> Trap:
    """The input of a number: a trap whose bytes, name and options are bent."""
    dice = random.Random(number)  # noqa: S311 - the same on every run
    trap = dice.choice(TRAPS)
    data = trap.data
    for _again in range(dice.choice((0, 1, 1, 2, 3, 5, 8))):
        data = dice.choice(_MUTATORS)(data, dice)
    name = dice.choice(_NAMES) if dice.random() < 0.3 else trap.name
    options = trap.options
    if dice.random() < 0.3 and trap.answer is not None:
        options = trap.answer
    if dice.random() < 0.4:
        options = _options(options, dice)
    return Trap(f"number {number}: {trap.title}", data, name=name, options=options)


def _options(options: Options, dice: random.Random) -> Options:
    """The options with one or two of them changed."""
    header = dice.choice(_HEADERS)
    changes: list[dict[str, object]] = [
        {"kind": dice.choice([*KINDS, *KINDS, "cats"])},
        {"kind": dice.choice(list(KINDS)), "mapping": {_field(dice): header}},
        {"mapping": {_field(dice): header}},
        {"date_orders": {dice.choice(["", header]): dice.choice(["dmy", "mdy", "ymd"])}},
        {"decimal": dice.choice([",", ".", "x"])},
        {"encoding": dice.choice(["repair", "utf-8", "cp1252", "utf-16", "cp850", "base64", ""])},
        {"delimiter": dice.choice([",", ";", "tab", "|", "a", '"', "\n", "é", ",,"])},
        {"timezone": dice.choice(["Europe/Paris", "America/Sao_Paulo", "UTC", "Moon/Base"])},
        {"currency": dice.choice(["EUR", "usd", "$", "XXX"])},
        {"cost_categories": {dice.choice(["*", "Zzyzx"]): dice.choice(["crm", "other", "fun"])}},
        {"control": (header, dice.choice(_CELLS))},
        {"keep": (header, dice.choice(_HEADERS))},
        {"salt": b"salt"},
        {"limits": Limits(dice.choice([10, 10**6]), dice.choice([1, 9]), 9, 99)},
    ]
    for change in dice.sample(changes, dice.choice((1, 1, 2))):
        options = replace(options, **change)  # type: ignore[arg-type]
    return options


def _field(dice: random.Random) -> str:
    fields = KINDS[dice.choice(list(KINDS))].fields
    return dice.choice(fields).name


def _place(data: bytes, dice: random.Random) -> int:
    return dice.randrange(len(data) + 1)


def _insert(data: bytes, dice: random.Random) -> bytes:
    at = _place(data, dice)
    return data[:at] + dice.choice(_BYTES) + data[at:]


def _overwrite(data: bytes, dice: random.Random) -> bytes:
    at = _place(data, dice)
    return data[:at] + bytes([dice.randrange(256)]) + data[at + 1 :]


def _remove(data: bytes, dice: random.Random) -> bytes:
    at = _place(data, dice)
    return data[:at] + data[at + dice.choice((1, 1, 2, 9, 40)) :]


def _repeat(data: bytes, dice: random.Random) -> bytes:
    at = _place(data, dice)
    part = data[at : at + dice.choice((1, 9, 60))]
    return data[:at] + part * dice.choice((2, 3, 30)) + data[at:]


def _cut(data: bytes, dice: random.Random) -> bytes:
    return data[: _place(data, dice)]


def _splice(data: bytes, dice: random.Random) -> bytes:
    other = dice.choice(TRAPS).data
    return data[: _place(data, dice)] + other[_place(other, dice) :]


def _lines(data: bytes, dice: random.Random) -> bytes:
    """A line twice, gone, or elsewhere."""
    found = data.splitlines(keepends=True)
    if not found:
        return data
    line = found.pop(dice.randrange(len(found)))
    for _again in range(dice.choice((0, 1, 2, 2, 40))):
        found.insert(dice.randrange(len(found) + 1), line)
    return b"".join(found)


def _cell(data: bytes, dice: random.Random) -> bytes:
    """Another content for one cell, or for all of one content."""
    cells = [cell for cell in re.split(rb"[,;\t|\r\n]", data) if cell]
    if not cells:
        return data
    new = dice.choice(_CELLS).encode("utf-8", "surrogatepass")
    return data.replace(dice.choice(cells), new, dice.choice((1, 1, -1)))


def _header(data: bytes, dice: random.Random) -> bytes:
    first, end, rest = data.partition(b"\n")
    cells = re.split(rb"([,;\t|])", first)
    cells[2 * dice.randrange((len(cells) + 1) // 2)] = dice.choice(_HEADERS).encode()
    return b"".join(cells) + end + rest


def _column(data: bytes, dice: random.Random) -> bytes:
    """One more column, of cells of one sort."""
    mark = dice.choice(_MARKS).decode()
    cells = dice.choices(_CELLS, k=dice.choice((1, 2, 5)))
    text = data.decode("utf-8", "replace").splitlines()
    new = (dice.choice(cells) for _line in text[1:])
    lines = [f"{line}{mark}{cell}" for line, cell in zip(text[1:], new, strict=True)]
    head = f"{text[0]}{mark}{dice.choice(_HEADERS)}" if text else ""
    return "\n".join([head, *lines, ""]).encode("utf-8", "surrogatepass")


def _delimiter(data: bytes, dice: random.Random) -> bytes:
    return data.replace(*dice.sample(_MARKS, 2))


def _encoding(data: bytes, dice: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    codec = dice.choice(["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1252", "utf-32"])
    return text.encode(codec, "replace")


_MUTATORS: list[Callable[[bytes, random.Random], bytes]] = [
    _insert, _insert, _overwrite, _remove, _repeat, _cut, _splice, _lines, _lines, _cell, _cell,
    _cell, _header, _header, _column, _column, _delimiter, _encoding,
]  # fmt: skip
