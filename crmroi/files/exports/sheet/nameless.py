"""Columns without a name: a trailing delimiter's, an index's, or the gap between two tables."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from crmroi.files.exports.sheet.headers import BLANKS, blank


class Nameless:
    """What stands in the columns that have no name: nothing, in those that keep tables apart."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._nameless = [n for n, name in enumerate(self._names) if blank(name)]
        self._filled: set[int] = set()
        self._alone = False

    def look(self, frame: pl.DataFrame) -> None:
        """Takes a block of records in."""
        if not self._nameless or not frame.height:
            return
        filled = frame.select(_filled(n).any() for n in self._nameless).row(0)
        self._filled |= {n for n, some in zip(self._nameless, filled, strict=True) if some}
        # A single column that is empty in places is a column; two at once are another table's end.
        parts = [pl.any_horizontal(map(_filled, part)) for part in self._parts() if len(part) > 1]
        if len(parts) > 1 and not self._alone:
            some, all_ = pl.any_horizontal(parts), pl.all_horizontal(parts)
            self._alone = bool(frame.select((some & ~all_).any()).item())

    def empty(self) -> tuple[int, ...]:
        """The columns without a name in which nothing is written."""
        return tuple(n for n in self._nameless if n not in self._filled)

    def side_by_side(self) -> bool:
        """Whether empty columns part tables of their own: other lengths, or the same names."""
        parts = self._parts()
        if len(parts) < 2:
            return False
        names = [{self._names[n].strip().casefold() for n in part} for part in parts]
        shared = any(a & b for i, a in enumerate(names) for b in names[i + 1 :])
        return self._alone or shared

    def _parts(self) -> list[list[int]]:
        gaps = set(self.empty())
        parts: list[list[int]] = [[]]
        for n in range(len(self._names)):
            if n in gaps:
                parts.append([])
            else:
                parts[-1].append(n)
        return [part for part in parts if any(not blank(self._names[n]) for n in part)]


def _filled(column: int) -> pl.Expr:
    return pl.col(str(column)).str.strip_chars(BLANKS) != ""
