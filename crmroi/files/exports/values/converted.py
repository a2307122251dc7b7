"""Whether a lead became a customer: a flag, a date, or the lead's status in words."""

from __future__ import annotations

import polars as pl

from crmroi.files.exports.meaning.vocabulary import fold, values
from crmroi.files.exports.values.flags import read_flags
from crmroi.files.exports.values.outcomes import outcome
from crmroi.files.exports.values.sheets import Sheets, Typed
from crmroi.text import N_n, Notice

_UNKNOWN = N_n(
    "{n} record has in “{column}” no known word for a lead: it counts as not converted.",
    "{n} records have in “{column}” no known word for a lead: they count as not converted.",
)


def read_converted(sheet: Sheets, typed: Typed) -> None:
    """Add `converted`; beside `converted_on` it says whether there is a date."""
    header = sheet.assignment.mapping.get("converted")
    if header is None:
        return
    moments = typed.columns.get("converted_on")
    if moments is not None:
        typed.columns["converted"] = moments.is_not_null()
        return
    cells = sheet.cells(header).str.strip_chars()
    words = [word for word in cells.unique().to_list() if word]
    if _are_flags(words):
        flags = read_flags(cells, header, sheet.rows)
        typed.columns["converted"] = flags.series
        typed.say(flags.remarks)
        return
    known = {word: says for word in words if (says := _said(word)) is not None}
    unknown = cells.is_in([word for word in words if word not in known]).fill_null(value=False)
    count = int(unknown.sum())
    if count:
        named = {"n": count, "column": header}
        typed.remarks.append(Notice("converted", count, _UNKNOWN[0], named, _UNKNOWN[1]))
    said = cells.replace_strict(known, default=False, return_dtype=pl.Boolean)
    typed.columns["converted"] = said


def _are_flags(words: list[str]) -> bool:
    return all(fold(word) in values("flag") and fold(word) not in values("lead") for word in words)


def _said(word: str) -> bool | None:
    """What a lead's status says: that it converted, that it has not, or nothing known."""
    said = values("lead").get(fold(word))
    if said is not None:
        return said == "true"
    found = outcome(word)
    return None if found is None else found == "won"
