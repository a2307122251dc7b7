"""Numbers as tables write them: `1234.5`, `1 234,5`, `−1.234,50`, `1'234.5`.

The decimal mark belongs to a whole table, never to one cell: `1.200` alone may be 1200 or 1.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

_MINUS = str.maketrans({"\u2212": "-"})
_GROUPED = r"[1-9][0-9]{{0,2}}(?:{mark}[0-9]{{3}})+"
_SPACES = r"[ '\u2019\u00a0\u202f]"  # the same mark in French, Swiss and SI writing
_EXPONENT = r"(?:[eE][+-]?[0-9]{1,3})?"


class DecimalMark(Enum):
    """Which of the two marks parts the whole from the fraction; the other may group thousands."""

    POINT = "."
    COMMA = ","

    @property
    def grouping(self) -> str:
        """The mark that may group thousands."""
        return "," if self is DecimalMark.POINT else "."


def _pattern(mark: DecimalMark) -> re.Pattern[str]:
    whole = "|".join(
        [
            _GROUPED.format(mark=re.escape(mark.grouping)),
            _GROUPED.format(mark=_SPACES),
            "[0-9]+",
        ]
    )
    point = re.escape(mark.value)
    return re.compile(rf"[+-]?(?:(?:{whole})(?:{point}[0-9]*)?|{point}[0-9]+){_EXPONENT}")


_PATTERNS = {mark: _pattern(mark) for mark in DecimalMark}
_GROUPING = re.compile(_SPACES)


def read_number(cell: str, mark: DecimalMark) -> float | None:
    """The number that a cell holds under a decimal mark; None if it holds none."""
    text = cell.strip().translate(_MINUS)
    if not _PATTERNS[mark].fullmatch(text):
        return None
    text = _GROUPING.sub("", text).replace(mark.grouping, "").replace(mark.value, ".")
    return float(text)


class AmbiguousNumber(Exception):  # noqa: N818 - a question to the author of the table, not a fault
    """A cell that means two numbers, and nothing in the table tells which."""

    def __init__(self, cell: str, point: float, comma: float) -> None:
        super().__init__(cell, point, comma)
        self.cell, self.point, self.comma = cell, point, comma


def decimal_mark(cells: Iterable[str], delimiter: str) -> DecimalMark:
    """The decimal mark of a table, from all its cells and the mark between them.

    A comma between the cells leaves the point; a semicolon is there because the comma is taken.
    Raises `AmbiguousNumber` where the cells leave both open and differ by it.
    """
    if delimiter == ",":
        return DecimalMark.POINT
    cells = list(cells)
    fits = {mark: sum(read_number(c, mark) is not None for c in cells) for mark in DecimalMark}
    if fits[DecimalMark.POINT] != fits[DecimalMark.COMMA]:
        return max(DecimalMark, key=lambda mark: fits[mark])
    for cell in cells:
        point, comma = (read_number(cell, mark) for mark in DecimalMark)
        if point is not None and comma is not None and point != comma:
            if delimiter == ";" and any("," in c for c in cells):
                return DecimalMark.COMMA
            raise AmbiguousNumber(cell.strip(), point, comma)
    return DecimalMark.COMMA
