"""The outcome of each deal: its status says it, else its stage, else flags and probabilities."""

from __future__ import annotations

import polars as pl

from crmroi.files.exports.flags import read_flags
from crmroi.files.exports.numbers import read_numbers
from crmroi.files.exports.outcomes import Outcomes, read_outcomes
from crmroi.files.exports.sheets import Sheets, Typed
from crmroi.files.exports.table import Question
from crmroi.text import N_, N_n, Notice

_UNKNOWN = N_n(
    "{n} record has in “{column}” no known word for won, lost or open: it counts as open.",
    "{n} records have in “{column}” no known word for won, lost or open: they count as open.",
)
_EMPTY = N_n(
    "{n} deal has neither a status nor a stage: it counts as open.",
    "{n} deals have neither a status nor a stage: they count as open.",
)
_NONE_LOST = N_(
    "Deals were won and none was lost. Some CRMs archive lost deals and leave them out of an "
    "export: the win rate is then too good. Export the archived deals too."
)
_NOT_SAID = N_("“{column}” says of no deal that it was won or lost. Name the column that does.")
_NO_COLUMN = N_(
    "No column says whether a deal was won or lost: no deal counts as either. Name the column, if "
    "there is one."
)
_OPTION = "--map"
_EXAMPLES = 12


def read_deal_outcomes(sheet: Sheets, typed: Typed) -> None:
    """Add `status`, `stage` and `outcome`; unknown words count as open, and are counted."""
    found: dict[str, Outcomes] = {}
    for name in ("status", "stage"):
        header = sheet.assignment.mapping.get(name)
        if header is not None:
            found[name] = read_outcomes(sheet.cells(header), header)
            typed.columns[name] = found[name].series
    said = [each.series for each in found.values()]
    if not _any_closed(said):
        said += _from_flags(sheet)
    if not said:
        typed.remarks.append(Notice("status", None, _NO_COLUMN))
        return
    outcome = said[0]
    for other in said[1:]:
        outcome = outcome.zip_with(outcome.is_not_null(), other)
    if not _any_closed([outcome]) and any(each.unknown for each in found.values()):
        typed.questions.append(_question(sheet, found))
    _remark(sheet, typed, found, outcome)
    typed.columns["outcome"] = outcome.fill_null("open").rename("outcome")


def _any_closed(columns: list[pl.Series]) -> bool:
    return any(bool((column.is_in(["won", "lost"])).any()) for column in columns)


def _from_flags(sheet: Sheets) -> list[pl.Series]:
    """Won by a flag or a probability of 100; lost by a flag, or closed and not won."""
    won = _flag(sheet, "is_won")
    if won is None:
        won = _certain(sheet)
    if won is None:
        return []
    lost, closed = _flag(sheet, "is_lost"), _flag(sheet, "is_closed")
    if lost is None and closed is not None:
        lost = closed & ~won
    frame = pl.DataFrame({"won": won, "lost": won & False if lost is None else lost})
    open_ = pl.when("won").then(pl.lit("won")).when("lost").then(pl.lit("lost"))
    return [frame.select(open_.otherwise(pl.lit("open")).alias("outcome"))["outcome"]]


def _flag(sheet: Sheets, name: str) -> pl.Series | None:
    header = sheet.assignment.helpers.get(name)
    if header is None:
        return None
    return read_flags(sheet.cells(header), header).series.fill_null(value=False)


def _certain(sheet: Sheets) -> pl.Series | None:
    """Whether the probability is 100 (or 1, where none is above)."""
    header = sheet.assignment.helpers.get("probability")
    if header is None:
        return None
    plain = sheet.cells(header).str.strip_chars().str.strip_suffix("%")
    numbers = read_numbers(plain, header, sheet.options).series
    highest = numbers.max()
    whole = 100.0 if isinstance(highest, float) and highest > 1 else 1.0
    return (numbers == whole).fill_null(value=False)


def _question(sheet: Sheets, found: dict[str, Outcomes]) -> Question:
    name = next(name for name, each in found.items() if each.unknown)
    header = sheet.assignment.mapping[name]
    notice = Notice(name, None, _NOT_SAID, {"column": header})
    words = tuple(word for each in found.values() for word in each.unknown)[:_EXAMPLES]
    return Question("outcome", "status", notice, sheet.headers, _OPTION, words)


def _remark(sheet: Sheets, typed: Typed, found: dict[str, Outcomes], outcome: pl.Series) -> None:
    unsaid = outcome.is_null()
    named = 0
    for name, each in found.items():
        cells = sheet.cells(sheet.assignment.mapping[name]).str.strip_chars()
        unknown = int((unsaid & (cells.str.len_bytes() > 0).fill_null(value=False)).sum())
        if each.unknown and unknown:
            values = {"n": unknown, "column": sheet.assignment.mapping[name]}
            typed.remarks.append(Notice(name, unknown, _UNKNOWN[0], values, _UNKNOWN[1]))
            named = max(named, unknown)
    empty = int(unsaid.sum()) - named
    if empty > 0:
        typed.remarks.append(Notice("status", empty, _EMPTY[0], {"n": empty}, _EMPTY[1]))
    closed = set(outcome.drop_nulls().unique().to_list())
    if "won" in closed and "lost" not in closed:
        typed.remarks.append(Notice("status", None, _NONE_LOST))
