"""Stages and statuses of deals: won, lost or open, by whole words in five languages.

"Close" and "Closing" are open stages, "Closed" alone says nothing, "Not won" is not won.
Numbers, marks and pictures before the words, and brackets after them, do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from crmroi.files.exports.meaning.vocabulary import fold, squeeze, values
from crmroi.files.exports.repeats import distinct

_IN_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_BEFORE = re.compile(r"^[\W\d_]+", re.UNICODE)


@dataclass(frozen=True)
class Outcomes:
    """A column of outcomes: won, lost or open; null where the cell is empty or not understood."""

    series: pl.Series = field(repr=False)
    said: frozenset[str] = frozenset()
    """The outcomes that the column names."""
    unknown: tuple[str, ...] = field(default=(), repr=False)
    """Cells that are no word of the vocabulary: for the page alone."""


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
    codes = values("statecode") if squeeze(header).endswith("statecode") else {}
    written, which = distinct(cells)
    texts = [text for text in written.to_list() if text and not text.isspace()]
    read = {text: codes.get(text.strip()) or outcome(text) for text in texts}
    known = {text: found for text, found in read.items() if found is not None}
    said = written.replace_strict(known, default=None, return_dtype=pl.String)
    series = said.gather(which)
    unknown = tuple(text for text in texts if text not in known)
    return Outcomes(series, frozenset(known.values()), unknown)
