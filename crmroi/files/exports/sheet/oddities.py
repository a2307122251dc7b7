"""Records of a sheet that are no records of its table: footers, totals, group lines, headers.

A customer may be called "Total", so a total needs two signs: the word, and an empty cell in a
column that every record fills.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

import polars as pl

from crmroi.files.exports.meaning.vocabulary import fold, values
from crmroi.files.exports.sheet.headers import BLANKS, RESERVED, Header, blank, is_number
from crmroi.files.exports.sheet.records import Cells

_COUNTED = re.compile(r"\(\s*\d+\s*\)\s*$")
_AROUND_NAMES = ' \t\r\n\u00a0\ufeff"'
_MOST_FOLLOWERS = 1000
_MOST_KEYS = 2


@dataclass
class Suspects:
    """Records that may be something else, by row number: all of another width, and a few more."""

    odd: dict[int, Cells] = field(default_factory=dict)
    """Empty, of one cell, total-like, repeating the header, or of another width."""
    followers: dict[int, Cells] = field(default_factory=dict)
    """Ordinary ones that come after one of those: a second table may begin there."""


@dataclass(frozen=True)
class Judge:
    """What is known of the table when its records are judged."""

    header: Header
    keys: tuple[int, ...]
    """Columns of text that every one of the first records fills: at most two."""
    known: Callable[[str], bool]

    def suspects(self, frame: pl.DataFrame, *, trimmed: bool) -> dict[int, Cells]:
        """Records of full width that are empty, of one cell, total-like, or the header again.

        `trimmed`: no cell begins or ends with a blank.
        """
        if trimmed and self._all_ordinary(frame):  # most often, and far the quickest to find
            return {}
        columns = [str(n) for n in range(self.header.width)]
        may_be = frame.select(same=self._may_repeat_header(), odd=self._may_be_odd())
        if not any(may_be.select(pl.all().any()).row(0)):
            return {}
        found = self._repeated(frame.filter(may_be["same"]))
        few = frame.filter(may_be["odd"])
        if not few.height:
            return found
        stripped = few.with_columns(pl.col(columns).str.strip_chars(BLANKS))
        filled = pl.sum_horizontal(pl.col(columns) != "")
        first = pl.coalesce(pl.when(pl.col(name) != "").then(pl.col(name)) for name in columns)
        keys = [pl.col(str(key)) == "" for key in self.keys]
        no_keys = pl.all_horizontal(keys) if keys else pl.lit(value=False)
        said = first.str.contains(_total_pattern()) | first.str.contains(_COUNTED.pattern)
        odd = (filled <= 1) | no_keys | said
        masks = stripped.select((filled == 0).alias("empty"), (odd & (filled > 0)).alias("odd"))
        empty = ("",) * self.header.width  # one for all: a spreadsheet may end in a million
        found.update(dict.fromkeys(few.filter(masks["empty"])[RESERVED].to_list(), empty))
        found.update(self._with_rows(few.filter(masks["odd"])))
        return found

    def at(self, frame: pl.DataFrame, rows: Sequence[int]) -> dict[int, Cells]:
        """The records of some row numbers that have full width."""
        if not rows:
            return {}
        few = frame.filter(pl.col(RESERVED).is_in(list(rows)))
        return self._with_rows(few.head(_MOST_FOLLOWERS))

    def repeats_header(self, cells: Sequence[str]) -> bool:
        """Whether a record says what the header says."""
        same = map(_same_name, cells, self.header.cells)  # the first that differs ends it
        return len(cells) == len(self.header.cells) and all(same)

    def is_total(self, cells: Sequence[str]) -> bool:
        """Whether a record sums up others: it says so, or is amounts alone; and a key is empty."""
        keys = [cells[key] for key in self.keys if key < len(cells)]
        if not any(map(blank, keys)):
            return False
        filled = [cell for cell in cells if not blank(cell)]
        if not filled:
            return False
        if _starts_with(filled[0], "total"):
            return all(is_number(cell) for cell in filled[1:])
        return len(keys) > 1 and all(is_number(cell) for cell in filled)

    def is_footer(self, cells: Sequence[str]) -> bool:
        """Whether a record at the end of the file is no record of the table."""
        filled = [cell for cell in cells if not blank(cell)]
        if len(filled) == 1 and (self.header.width > 2 or len(cells) == 1 < self.header.width):
            return True
        fewer = len(cells) != self.header.width or len(filled) < self.header.width
        return bool(filled) and fewer and _starts_with(filled[0], "footer")

    def names_a_group(
        self, cells: Sequence[str], before: Cells | None, after: Cells | None
    ) -> bool:
        """Whether a record is the name of the group below: alone in its line, or with a count."""
        filled = [cell for cell in cells if not blank(cell)]
        if _is_counted(cells):
            return any(blank(cells[key]) for key in self.keys if key < len(cells))
        if len(filled) != 1 or self.header.width < 2:
            return False
        if after is not None and self.repeats_header(after):
            return True
        return len(cells) == 1 and before is not None and not any(map(str.strip, before))

    def is_header(self, cells: Sequence[str]) -> bool:
        """Whether a record names columns, and others than the header does."""
        filled = [cell.strip() for cell in cells if not blank(cell)]
        if self.repeats_header(cells) or any(any(c.isdigit() for c in cell) for cell in filled):
            return False
        known = sum(self.known(cell) for cell in filled)
        return known >= 2 and 2 * known >= len(filled)

    def _may_be_odd(self) -> pl.Expr:
        """True for every record that leaves one of two columns of text empty, and for some more."""
        if len(self.keys) < 2:
            return pl.lit(value=True)
        # Blanks sort before all that is written: to compare is far cheaper than to strip.
        low, high = pl.lit("\u00a0"), pl.lit("\u00a1")
        return pl.any_horizontal(
            (pl.col(str(key)) < "!") | pl.col(str(key)).is_between(low, high) for key in self.keys
        )

    def _all_ordinary(self, frame: pl.DataFrame) -> bool:
        """Whether no record leaves a key empty or repeats the header, where cells are trimmed."""
        if len(self.keys) < 2 or any((frame[str(key)] == "").any() for key in self.keys):
            return False
        name, forms = self._named_first()
        return not any((frame[str(name)] == form).any() for form in forms)

    def _may_repeat_header(self) -> pl.Expr:
        name, forms = self._named_first()
        return pl.any_horizontal(pl.col(str(name)) == form for form in forms)

    def _named_first(self) -> tuple[int, tuple[str, ...]]:
        """The first column with a name, and how that is written where the header is repeated."""
        name = next(n for n, cell in enumerate(self.header.cells) if not blank(cell))
        written = self.header.cells[name]  # of a file put below another, its mark comes first
        return name, (written, f"\ufeff{written}", f'\ufeff"{written}"')

    def _repeated(self, frame: pl.DataFrame) -> dict[int, Cells]:
        records = self._with_rows(frame)
        return {row: cells for row, cells in records.items() if self.repeats_header(cells)}

    def _with_rows(self, frame: pl.DataFrame) -> dict[int, Cells]:
        columns = [str(n) for n in range(self.header.width)]
        rows = frame.get_column(RESERVED).to_list()
        return dict(zip(rows, frame.select(columns).iter_rows(), strict=True))


def keys_of(records: Sequence[Sequence[str]], width: int) -> tuple[int, ...]:
    """The first two columns of text that all of some records fill."""
    full = [cells for cells in records if len(cells) == width]
    full = [cells for cells in full if _is_ordinary(cells)]
    found: list[int] = []
    for place in range(width):
        cells = [record[place] for record in full]
        if cells and not any(map(blank, cells)) and 2 * sum(map(is_number, cells)) < len(cells):
            found.append(place)
        if len(found) == _MOST_KEYS:
            break
    return tuple(found)


def _same_name(one: str, other: str) -> bool:
    return one.strip(_AROUND_NAMES).casefold() == other.strip(_AROUND_NAMES).casefold()


def _is_ordinary(cells: Sequence[str]) -> bool:
    first = list(islice((cell for cell in cells if not blank(cell)), 2))
    return len(first) > 1 and not _starts_with(first[0], "total") and not _is_counted(cells)


def _is_counted(cells: Sequence[str]) -> bool:
    """Whether a record is a name with a count, "Won (12)", alone or with sums."""
    if not cells or blank(cells[0]) or not _COUNTED.search(cells[0]):
        return False
    return all(is_number(cell) for cell in cells[1:] if not blank(cell))


@cache
def _starts(group: str) -> tuple[str, ...]:
    return tuple(f"{word} " for word in values(group))


def _starts_with(cell: str, group: str) -> bool:
    return f"{fold(cell)} ".startswith(_starts(group))


@cache
def _total_pattern() -> str:
    """Finds what may begin with a word for a total: accents are any letter here, then looked at."""
    words = {re.sub(r"[^a-z]", ".", word) for word in values("total")}
    first = sorted({word[:3] for word in words})
    return r"(?i)^\W*(?:" + "|".join(first) + ")"
