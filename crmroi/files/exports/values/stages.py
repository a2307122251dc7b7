"""The outcome of each deal: its status says it, else its stage, else flags and probabilities."""

from __future__ import annotations

import polars as pl

from crmroi.files.exports.table import Question
from crmroi.files.exports.values.flags import read_flags
from crmroi.files.exports.values.moments import merged
from crmroi.files.exports.values.numbers import read_numbers
from crmroi.files.exports.values.outcomes import Outcomes, read_outcomes
from crmroi.files.exports.values.sheets import Sheets, Typed
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
    columns = [each.series for each in found.values()]
    said = {word for each in found.values() for word in each.said}
    if not said & _CLOSED:
        flags = _from_flags(sheet)
        columns += flags
        said |= {word for each in flags for word in each.unique().to_list()}
    if not columns:
        typed.remarks.append(Notice("status", None, _NO_COLUMN))
        return
    if not said & _CLOSED and any(each.unknown for each in found.values()):
        typed.questions.append(_question(sheet, found))
    outcome = merged(columns)
    _remark(sheet, typed, found, outcome)
    if "won" in said and "lost" not in said:
        typed.remarks.append(Notice("status", None, _NONE_LOST))
    typed.columns["outcome"] = outcome.fill_null("open") if outcome.null_count() else outcome


_CLOSED = {"won", "lost"}


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
    """Count the records that are open for want of a known word, or of any."""
    if not outcome.null_count():
        return
    unsaid = outcome.is_null()
    named = pl.repeat(value=False, n=outcome.len(), eager=True)
    for name, each in found.items():
        header = sheet.assignment.mapping[name]
        unknown = unsaid & sheet.cells(header).is_in(each.unknown) & ~named
        count = int(unknown.sum())
        named |= unknown
        if count:
            values = {"n": count, "column": header}
            typed.remarks.append(Notice(name, count, _UNKNOWN[0], values, _UNKNOWN[1]))
    empty = int((unsaid & ~named).sum())
    if empty:
        typed.remarks.append(Notice("status", empty, _EMPTY[0], {"n": empty}, _EMPTY[1]))
