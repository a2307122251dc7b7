"""What a stretch of a text is made of, counted in its bytes: records, delimiters, long lines.

Counting is far cheaper than parsing, and proves what a parser then may be trusted with.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crmroi.files.exports.sheet.records import MOST_LINES

LONG_LINE = 1 << 14
_CHUNK = 1 << 18
"""Bytes compared at a time: what is found of them stays in the processor's cache."""
_QUOTE, _LF, _CR, _BLANK = 34, 10, 13, 32

Bytes = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]


def quotes_in(segment: bytes) -> Places:
    """Where quotation marks stand."""
    return np.flatnonzero(np.frombuffer(segment, np.uint8) == _QUOTE)


def cells_are_short(segment: bytes) -> bool:
    """Whether no cell is longer than `LONG_LINE`, as its lines tell: no quote, no line so long."""
    if b'"' in segment:
        return False
    start, most = 0, len(segment) - LONG_LINE
    while start < most:
        end = segment.rfind(b"\n", start, start + LONG_LINE)
        if end < 0:
            return False
        start = end + 1
    return True


@dataclass(frozen=True)
class Counts:
    """What a segment of whole records is made of."""

    records: int
    delimiters: int
    """Those outside of quotes."""
    trimmed: bool = False
    """Whether it is known that no cell begins or ends with a blank."""


def counts(segment: bytes, mark: int) -> Counts | None:
    """Records and delimiters; None where quotes stand where they should not."""
    data = np.frombuffer(segment, np.uint8)
    open_end = not segment.endswith(b"\n")
    if b'"' not in segment:
        return _of_plain(data, mark, open_end, ascii_only=segment.isascii())
    is_mark, is_end = data == mark, data == _LF
    marks, ends = int(np.count_nonzero(is_mark)), int(np.count_nonzero(is_end))
    quotes = quotes_in(segment)
    if not _strict(data, quotes, mark):
        return None
    longest = int(np.diff(quotes).max())
    inside_ends = _inside(is_end, quotes, longest)
    if inside_ends > MOST_LINES:  # some record may be over more lines than one should be
        return None
    return Counts(ends - inside_ends + open_end, marks - _inside(is_mark, quotes, longest))


def _of_plain(data: Bytes, mark: int, open_end: bool, *, ascii_only: bool) -> Counts:
    """The counts of a segment without quotes. Blanks beyond ASCII are not looked for."""
    marks = ends = 0
    trimmed = ascii_only and data[0] > _BLANK and (not open_end or data[-1] > _BLANK)
    for at in range(0, data.size, _CHUNK):
        part = data[at : at + _CHUNK + 1]  # one more: what stands beside the last
        is_mark, is_end = part == mark, part == _LF
        marks += int(np.count_nonzero(is_mark[:_CHUNK]))
        ends += int(np.count_nonzero(is_end[:_CHUNK]))
        trimmed = trimmed and not _blank_beside(is_mark | is_end | (part == _CR), part <= _BLANK)
    return Counts(ends + open_end, marks, bool(trimmed))


def _blank_beside(edges: Flags, low: Flags) -> bool:
    """Whether a low byte that is no edge of a cell stands beside one that is."""
    blanks = low > edges
    return bool((edges[1:] & blanks[:-1]).any() or (blanks[1:] & edges[:-1]).any())


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


def _inside(wanted: Flags, quotes: Places, longest: int) -> int:
    """How many of the wanted bytes stand between an opening and a closing quote.

    `longest` is the largest distance between two quotes: small sums are four times as fast.
    """
    small = longest < np.iinfo(np.uint16).max
    sums = np.add.reduceat(wanted.view(np.uint8), quotes, dtype=np.uint16 if small else np.int64)
    return int(sums[0::2].sum(dtype=np.int64))
