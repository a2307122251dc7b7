"""Stages and statuses of deals: won, lost or open, by whole words in five languages.

"Close" and "Closing" are open stages, "Closed" alone says nothing, "Not won" is not won.
Numbers, marks and pictures before the words, and brackets after them, do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from crmroi.files.exports.vocabulary import fold, squeeze, values
from crmroi.text import N_, Notice

_IN_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_BEFORE = re.compile(r"^[\W\d_]+", re.UNICODE)


@dataclass(frozen=True)
class Outcomes:
    """A column of outcomes: won, lost or open; null where the cell is empty or not understood."""

    series: pl.Series = field(repr=False)
    unknown: tuple[str, ...] = field(default=(), repr=False)
    """Cells that are no word of the vocabulary: for the page alone."""
    unknown_rows: int = 0


def outcome(text: str) -> str | None:
    """What a stage or status says; None where it says neither won, lost nor open."""
    for words in (fold(_IN_BRACKETS.sub(" ", text)), fold(text)):
        found = _outcome(words)
        if found is not None:
            return found
    return None


def _outcome(words: str) -> str | None:
    bare = _BEFORE.sub("", words)
    whole = _whole().get(bare.replace(" ", ""))
    if whole is not None:
        return whole
    tokens = bare.split()
    said = {anywhere for token in tokens if (anywhere := values("deal", 1).get(token))}
    if said in ({"won"}, {"lost"}):
        return said.pop()
    if "won" in said and "lost" not in said and _closed(tokens):
        return "lost"  # "closed, not won"
    return None


def _closed(tokens: list[str]) -> bool:
    return any(token in {"closed", "ferme", "cloture", "fechado", "cerrado"} for token in tokens)


def _whole() -> Mapping[str, str]:
    return {squeeze(word): meaning for word, meaning in values("deal", 2).items()}


def read_outcomes(cells: pl.Series, header: str) -> Outcomes:
    """The outcomes of a column of stages or of statuses."""
    counts = cells.str.strip_chars().value_counts(name="count")
    texts: list[str | None] = counts[cells.name].to_list()
    codes = values("statecode") if squeeze(header).endswith("statecode") else {}
    read = {text: codes.get(text) or outcome(text) for text in texts if text}
    unknown = tuple(text for text, found in read.items() if found is None)
    known = {text: found for text, found in read.items() if found is not None}
    rows = counts.filter(pl.col(cells.name).is_in(unknown))["count"].sum() if unknown else 0
    series = cells.str.strip_chars().replace_strict(known, default=None, return_dtype=pl.String)
    return Outcomes(series, unknown, int(rows))


_UNKNOWN = N_(
    "“{column}” has stages that are no known word for won, lost or open ({n} records): they count "
    "as open. Where they say more, name another column for the status."
)
_NO_LOST = N_(
    "Deals were won and none was lost. Some CRMs archive lost deals and leave them out of an "
    "export: then the win rate is too good. Export the archived deals too."
)
_NO_OUTCOME = N_("“{column}” says of no deal that it was won or lost. Name the column that does.")


def unknown_remark(header: str, rows: int) -> Notice:
    """That records count as open because their stage is no known word."""
    return Notice("stage", None, _UNKNOWN, {"column": header, "n": rows})
