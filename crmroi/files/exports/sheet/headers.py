"""Which record of a file names its columns, and the names as they are used."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from crmroi.text import N_, Notice

_NUMBER = re.compile(
    r"[^\w\d]{0,3}[A-Za-z]{0,3}[^\w]{0,3}\d[\d.,'’ \u00a0\u202f\u2009]*[^\w]{0,3}(?:[A-Za-z]{3})?"
)
_DATE = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{1,4}.*", re.DOTALL)
_E_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_VALUE = re.compile(rf"[-+]?[0-9][0-9.,' \u00a0\u202f]*|{_DATE.pattern}", re.DOTALL)
_MOST_TRIED = 20
"""Of the records of full width: further down, words of the vocabulary are cells."""
RESERVED = "row"
"""The column of row numbers: a header of that name gets a number."""


@dataclass(frozen=True)
class Header:
    """The record that names the columns, among the first of a file."""

    index: int
    cells: tuple[str, ...]
    """As many as the table is wide."""
    known: int
    """How many of them are words of the vocabulary."""
    fit: float
    """The share of the records from here on, empty ones apart, that have the table's width."""
    named: bool
    """Whether it reads like names; not where most cells are numbers or dates."""

    @property
    def names_columns(self) -> bool:
        """Whether it can be a header; not where it holds what no column is called."""
        if self.width == 1 or not self.named:
            return self.known > 0
        cells = [cell.strip() for cell in self.cells]
        if self.known < 2 and any(map(_E_MAIL.fullmatch, cells)):
            return False
        return self.known > 0 or not any(_VALUE.fullmatch(cell) for cell in cells)

    @property
    def width(self) -> int:
        """The number of cells of a record."""
        return len(self.cells)


def blank(cell: str) -> bool:
    """Whether nothing is written in a cell."""
    return not cell.strip(BLANKS)


BLANKS = " \t\u00a0"


def is_number(cell: str) -> bool:
    """Whether a cell holds an amount or a count, with or without its currency; not a date."""
    text = cell.strip(BLANKS)
    return bool(_NUMBER.fullmatch(text)) and not _DATE.fullmatch(text)


def locate(records: Sequence[Sequence[str]], known: Callable[[str], bool]) -> Header | None:
    """The header: the first record of full width with two known names, else the likeliest.

    None where no record is as wide as the table.
    """
    width = _usual_width(records)
    spare = _spare(records, width)
    full = [n for n, cells in enumerate(records) if _full(cells, width, spare)][:_MOST_TRIED]
    if not full:
        return None
    names = {n: tuple([*records[n], *[""] * width][:width]) for n in full}
    counts = {n: _known(names[n], known) for n in full}
    index = _likeliest(names, counts, width)
    if counts[index] < 2:  # names of another number than there are cells are no preamble
        for above, cells in enumerate(records[:index]):
            count = _known(cells, known)
            if count >= 2 and 2 * count >= _filled(cells):
                return Header(above, tuple(cells), count, 0.0, named=True)
    cells = names[index]
    return Header(index, cells, counts[index], _fit(records[index + 1 :], width), _named(cells))


def _likeliest(names: Mapping[int, Sequence[str]], counts: Mapping[int, int], width: int) -> int:
    """Of the records of full width, the first with two known names, if none above is as good."""
    first = next(iter(names))
    likely = next((n for n in names if _named(names[n]) and _filled(names[n]) >= 0.6 * width), None)
    known = next((n for n in names if counts[n] >= 2), None)
    if likely is None:
        return first if known is None else known
    # Four names and more, none missing, are no line above a header; two or three may be.
    whole = width > 3 and _filled(names[likely]) == width
    return likely if known is None or (whole and likely < known) else known


def _known(cells: Sequence[str], known: Callable[[str], bool]) -> int:
    return sum(known(cell.strip()) for cell in cells if not blank(cell))


def unique(cells: Sequence[str]) -> tuple[tuple[str, ...], tuple[Notice, ...]]:
    """The names of the columns, each once, and what was done to make them so.

    A name that repeats gets a number, "Close Date (2)"; a column without one is called by its
    place, "#4".
    """
    names: list[str] = []
    taken = {RESERVED}
    renamed: list[str] = []
    wanted = [" ".join(cell.strip("\ufeff").split()) or f"#{n}" for n, cell in enumerate(cells, 1)]
    first = set(wanted)
    for name in wanted:
        chosen, number = name, 2
        while chosen in taken or (chosen != name and chosen in first):
            chosen, number = f"{name} ({number})", number + 1
        if chosen != name:
            renamed.append(chosen)
        taken.add(chosen)
        names.append(chosen)
    if not renamed:
        return tuple(names), ()
    template = N_("Several columns have one name; they are told apart as {headers}.")
    notice = Notice("", None, template, {"headers": ", ".join(renamed)})
    return tuple(names), (notice,)


def _usual_width(records: Sequence[Sequence[str]]) -> int:
    """The width that most records have, among those of two cells and more; the wider of equals."""
    widths = Counter(len(cells) for cells in records if not _empty(cells))
    several = {width: count for width, count in widths.items() if width > 1}
    if not several:
        return 1
    return max(several, key=lambda width: (several[width], width))


def _spare(records: Sequence[Sequence[str]], width: int) -> int:
    """How many columns at the right end are empty in every record of full width."""
    wide = [cells for cells in records if len(cells) == width]
    spare = 0
    while spare < width and all(blank(cells[width - 1 - spare]) for cells in wide):
        spare += 1
    return spare


def _full(cells: Sequence[str], width: int, spare: int) -> bool:
    """Whether a record is as wide as the table, but for what is empty at the right end."""
    if len(cells) < width:
        return len(cells) >= width - spare and not _empty(cells)
    return all(blank(cell) for cell in cells[width:]) and _filled(cells) >= min(2, width)


def _fit(records: Sequence[Sequence[str]], width: int) -> float:
    widths = [len(cells) for cells in records if not _empty(cells)]
    return widths.count(width) / len(widths) if widths else 1.0


def _named(cells: Sequence[str]) -> bool:
    filled = [cell.strip() for cell in cells if not blank(cell)]
    values = sum(is_number(cell) or bool(_DATE.fullmatch(cell)) for cell in filled)
    return 2 * values < len(filled)


def _filled(cells: Sequence[str]) -> int:
    return sum(not blank(cell) for cell in cells)


def _empty(cells: Sequence[str]) -> bool:
    return all(map(blank, cells))
