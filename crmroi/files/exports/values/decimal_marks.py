"""The decimal mark of a column: what its cells prove, what other columns show, or a question.

A cell proves a mark where it can be read with that one alone. `1.234` fits both; a column of such
cells proves that the mark parts thousands where a shorter number has none and a longer one ends
in a nought: no program writes decimals in both ways.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import polars as pl

from crmroi.files.exports.table import Options, Question
from crmroi.text import N_, Notice

MARKS: Final = (".", ",")
OPTION: Final = "--decimal"

ASKED = N_("Nothing in the column “{column}” tells whether “{mark}” parts thousands or decimals.")
ASKED_MIXED = N_(
    "The column “{column}” has numbers with a decimal point (row {first}) and with a decimal comma"
    " (row {second}). Say which to keep; the others are left empty."
)

_EXAMPLES = 3
_SAMPLE = 1_000


def _pattern(mark: str) -> str:
    """What figures look like under a mark; Indian groups of two are groups too."""
    group, point = ("[.]", ",") if mark == "," else (",", "[.]")
    thousands = f"[1-9][0-9]{{0,2}}(?:{group}[0-9]{{3}})+"
    lakhs = f"[1-9][0-9]?(?:{group}[0-9]{{2}})+{group}[0-9]{{3}}"
    whole = f"[0-9]+|{thousands}|{lakhs}"
    return f"^-?(?:(?:{whole})(?:{point}[0-9]*)?|{point}[0-9]+)$"


_PATTERNS: Final = {mark: _pattern(mark) for mark in MARKS}
_SHORT, _LONG = "^-?[1-9][0-9]{0,2}$", "^-?[0-9]{4,}$"


@dataclass(frozen=True)
class Mark:
    """The decimal mark that a column is read with, and whether its cells show it."""

    mark: str
    shown: bool
    fits: pl.Series = field(repr=False)
    """Which cells are numbers under it."""
    question: Question | None = None


def shown_throughout(figures: pl.Series) -> Mark | None:
    """The mark that the first cells show and that every cell fits; None if there is none.

    What fits another mark alone does not fit this one: so nothing in the column speaks against it.
    """
    mark = shown_mark(figures.drop_nulls().head(_SAMPLE))
    if not mark:
        return None
    fits = _fits(figures, mark)
    return Mark(mark, shown=True, fits=fits) if fits.all() else None


def shown_mark(figures: pl.Series) -> str:
    """The mark with which alone one of the figures can be read; "" if there is none."""
    for mark, other in (MARKS, MARKS[::-1]):
        if (_fits(figures, mark) & ~_fits(figures, other)).any():
            return mark
    return ""


def _fits(figures: pl.Series, mark: str) -> pl.Series:
    return figures.str.contains(_PATTERNS[mark])


def find_mark(
    figures: pl.Series, header: str, options: Options, hint: str, rows: pl.Series
) -> Mark:
    """The mark by all cells; where they do not tell, as told or as elsewhere, or asked."""
    fits = {mark: _fits(figures, mark) for mark in MARKS}
    alone = {mark: fits[mark] & ~fits[MARKS[mark == "."]] for mark in MARKS}
    shown = [mark for mark in MARKS if alone[mark].any()]
    if len(shown) == 1:
        return Mark(shown[0], shown=True, fits=fits[shown[0]])
    either = figures.str.contains("[.,]") & fits["."] & fits[","]
    open_ = bool(shown or either.any())
    if not shown and (mark := _not_thousands(figures, either)):
        return Mark(mark, shown=True, fits=fits[mark])
    known = next((mark for mark in (options.decimal, "" if shown else hint) if mark in MARKS), "")
    if known or not open_:
        return Mark(known or ".", shown=False, fits=fits[known or "."])
    asked = _question(figures, header, either, alone if shown else {}, rows)
    return Mark(".", shown=False, fits=fits["."], question=asked)


def _not_thousands(figures: pl.Series, either: pl.Series) -> str:
    """The decimal mark of a column whose only mark is shown to part thousands; else ""."""
    marked, bare = figures.filter(either), figures.filter(~either)
    used = {mark for mark in MARKS if marked.str.contains(mark, literal=True).any()}
    ends_in_nought = marked.str.ends_with("0").any()
    if len(used) != 1 or not ends_in_nought or not bare.str.contains(_SHORT).any():
        return ""
    return "" if bare.str.contains(_LONG).any() else MARKS[used == {"."}]


def _question(
    figures: pl.Series,
    header: str,
    either: pl.Series,
    alone: dict[str, pl.Series],
    rows: pl.Series,
) -> Question:
    """What is asked where a column tells nothing (`alone` is empty) or tells both."""
    values: dict[str, object] = {"column": header}
    if alone:
        template, telling = ASKED_MIXED, alone["."] | alone[","]
        first, second = (rows.filter(alone[mark].fill_null(value=False))[0] for mark in MARKS)
        values |= {"first": first, "second": second}
    else:
        template, telling = ASKED, either
        values["mark"] = "," if "," in str(figures.filter(either)[0]) else "."
    examples = figures.filter(telling).unique(maintain_order=True).head(_EXAMPLES)
    notice = Notice(header, None, template, values)
    return Question("decimal", header, notice, MARKS, OPTION, tuple(examples.to_list()))
