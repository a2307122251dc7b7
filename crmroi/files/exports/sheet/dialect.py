"""How the cells of a file are kept apart: found from records, not from the marks of a line.

A delimiter is right when it gives records of one width under a header. Counting marks would be
misled by a list inside a cell or by decimal commas.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice

from crmroi.files.exports.sheet.headers import Header, locate
from crmroi.files.exports.sheet.records import Dialect
from crmroi.files.exports.table import ReadingError
from crmroi.text import N_, Notice

DELIMITERS = (",", ";", "\t", "|")
HEAD_RECORDS = 1000
_HEAD_BYTES = 1 << 18
_HINT = re.compile(rb'"?sep=(?P<mark>[^\r\n])"?[,;\t| ]*(?:\r?\n|\Z)', re.IGNORECASE)
_LATE_QUOTE = re.compile(r' +"')
_NAMES = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|"}
_NO_MARK = N_(
    "“{delimiter}” does not keep cells apart. Name a comma, a semicolon, a tab, a bar or another "
    "single mark."
)


@dataclass(frozen=True)
class Opening:
    """The first records of a file, in the dialect found."""

    dialect: Dialect
    start: int
    """The byte at which the first record begins: after a line "sep=;"."""
    records: tuple[tuple[str, ...], ...]
    header: Header | None


def opening(text: bytes, delimiter: str, known: Callable[[str], bool]) -> Opening:
    """The dialect of a text and its first records. A delimiter that is named is taken.

    Raises ReadingError for one that cannot keep cells apart.
    """
    named = _NAMES.get(delimiter.lower(), delimiter)
    if named and not _parts(named):
        raise ReadingError([Notice("delimiter", delimiter, _NO_MARK, {"delimiter": delimiter})])
    hint = _HINT.match(text)
    start = hint.end() if hint else 0
    told = hint["mark"].decode("ascii", "replace") if hint else ""
    named = named or (told if _parts(told) else "")
    backslash = _backslash(text)
    head, whole = _head(text, start)
    tried = [
        _of_mark(head, whole, Dialect(mark, backslash), start, known)
        for mark in ([named] if named else DELIMITERS)
    ]
    return max(tried, key=_likelihood)


def _parts(mark: str) -> bool:
    """Whether a mark can keep cells apart: one character that is part of no word and no number."""
    return len(mark) == 1 and not mark.isalnum() and mark not in '" \r\n\\\ufffd\ufeff'


def _likelihood(tried: Opening) -> tuple[float, ...]:
    header = tried.header
    if header is None:
        return (-1.0,)
    narrow = header.width == 1
    return (not narrow and header.known, header.named, header.fit >= 0.8, header.width, header.fit)


def _of_mark(
    head: str, whole: bool, dialect: Dialect, start: int, known: Callable[[str], bool]
) -> Opening:
    """The opening with one delimiter; blanks before quotes are passed over where quotes show it."""
    plain = _tried(head, whole, dialect, start, known)
    if not _quoted_late(plain):
        return plain
    other = _tried(head, whole, replace(dialect, blank_before_quote=True), start, known)
    return plain if _quoted_late(other) or other.header is None else other


def _quoted_late(tried: Opening) -> bool:
    return any(_LATE_QUOTE.match(cell) for cells in tried.records for cell in cells)


def _tried(
    head: str, whole: bool, dialect: Dialect, start: int, known: Callable[[str], bool]
) -> Opening:
    lines = iter(io.StringIO(head, newline="\n"))
    try:
        records = [tuple(cells) for cells in islice(dialect.reader(lines), HEAD_RECORDS + 1)]
    except csv.Error:  # a cell beyond what the csv module takes: not with this delimiter
        records = []
    if not whole and len(records) > 1:  # the last one may be cut
        records.pop()
    return Opening(dialect, start, tuple(records), locate(records, known))


def _head(text: bytes, start: int) -> tuple[str, bool]:
    """The first lines, and whether they are all there are."""
    if len(text) - start <= _HEAD_BYTES:
        return text[start:].decode("utf-8"), True
    head = text[start : start + _HEAD_BYTES]
    return (head[: head.rfind(b"\n") + 1] or head).decode("utf-8", "ignore"), False


def _backslash(text: bytes) -> bool:
    r"""Whether \" stands for a quotation mark: where it does not end a cell it cannot do else."""
    if b"\\" not in text or b'"' not in text:  # looking for one byte is far cheaper than for two
        return False
    return re.search(rb'\\"(?![,;\t|\r\n"]|\Z)', text) is not None
