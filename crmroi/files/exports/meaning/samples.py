"""The first cells of each column: enough to see what a column cannot be."""

from __future__ import annotations

import re
from collections.abc import Callable

import polars as pl

from crmroi.files.exports.meaning.fields import KINDS, Type
from crmroi.files.exports.meaning.vocabulary import empty_words, fold, values

_ENOUGH = 200
_E_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_MOMENTS = {"closed_won", "closed_lost", "closed_expected", "modified"}
_AMOUNTS = {"amount_expected", "probability"}
_FLAGS = {"is_won", "is_lost", "is_closed"}
_NUMBER = "[0-9]{1,4}(?:[.,][0-9]+)?"
_LENGTH_OF_TIME = re.compile(
    rf"[0-9]+:[0-9]{{2}}(?::[0-9]{{2}}(?:[.,][0-9]+)?)?|(?:{_NUMBER} ?[^\W\d_]+[., ]*)+|P[0-9T].*"
    r"|[0-9]{1,4}(?:[.,][0-9]+)?",
    re.IGNORECASE,
)
"""Hours and minutes, numbers with units, or a number too small for days that are counted."""
_MONTH = re.compile(r"[01]?[0-9][.,][0-9]{4}")


class Samples:
    """Cells of a sheet, taken when a column is first asked about. Never printed."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self._frame = frame
        self._cells: dict[str, list[str]] = {}

    def cells(self, header: str) -> list[str]:
        """The first cells of a column that hold something."""
        if header not in self._cells:
            column = self._frame[header]
            head = _held(column.head(20 * _ENOUGH))
            found = head if head.len() >= min(_ENOUGH, column.len()) else _held(column)
            self._cells[header] = found.head(_ENOUGH).to_list()
        return self._cells[header]

    def filled(self, header: str) -> bool:
        """Whether a column holds anything."""
        return bool(self.cells(header))

    def fit(self, header: str, meaning: str, kind: str) -> bool:
        """Whether the cells can be what a header says they are; an empty column can be anything."""
        wanted = _type_of(meaning, kind)
        nothing = empty_words() if wanted not in {Type.NAME, Type.ID} else ()
        cells = [cell for cell in self.cells(header) if cell.casefold() not in nothing]
        if not cells:
            return True
        if wanted is Type.MOMENT:
            return _share(cells, _may_be_a_moment) >= 0.5
        if wanted in {Type.MONEY, Type.NUMBER}:
            return meaning in {"satisfaction", "score"} or _share(cells, _has_digit) >= 0.5
        if wanted is Type.FLAG:
            return _share(cells, _is_flag) >= 0.5
        if wanted is Type.OUTCOME:
            return _share(cells, _is_long_number) < 0.5
        return True

    def e_mails(self, header: str) -> bool:
        """Whether a column holds e-mail addresses, whatever its name is."""
        cells = self.cells(header)
        return bool(cells) and _share(cells, lambda cell: bool(_E_MAIL.fullmatch(cell))) >= 0.5

    def codes(self, header: str) -> bool:
        """Whether a column holds codes, not names: cells with digits and without an e-mail."""
        cells = self.cells(header)
        return _share(cells, lambda cell: _has_digit(cell) and "@" not in cell) >= 0.5


def _held(column: pl.Series) -> pl.Series:
    trimmed = column.drop_nulls().str.strip_chars()
    return trimmed.filter(trimmed.str.len_bytes() > 0)


def _type_of(meaning: str, kind: str) -> Type | None:
    groups = ((_MOMENTS, Type.MOMENT), (_AMOUNTS, Type.MONEY), (_FLAGS, Type.FLAG))
    for group, wanted in groups:
        if meaning in group:
            return wanted
    return {each.name: each.type for each in KINDS[kind].fields}.get(meaning)


def _share(cells: list[str], test: Callable[[str], bool]) -> float:
    return sum(test(cell) for cell in cells) / max(len(cells), 1)


def _has_digit(cell: str) -> bool:
    return any(c.isdigit() for c in cell)


def _may_be_a_moment(cell: str) -> bool:
    """Whether a cell has a digit and is more than a flag, a small number or a length of time."""
    digits = sum(c.isdigit() for c in cell)
    if digits < 2 or len(cell) < 4 or "@" in cell:
        return False
    return bool(_MONTH.fullmatch(cell)) or not _LENGTH_OF_TIME.fullmatch(cell)


def _is_flag(cell: str) -> bool:
    return fold(cell) in values("flag")


def _is_long_number(cell: str) -> bool:
    return len(cell) > 1 and all(c.isdigit() or c in " .,:-/" for c in cell)
