"""Words in dates, brought to one form: months and quarters as "m03", half days as "am" and "pm".

Month and weekday names are CLDR's (Babel) in the five languages that exports speak, beside the
short forms that spreadsheets write.
"""

from __future__ import annotations

from functools import cache
from typing import Final, Literal
from unicodedata import category, normalize

import polars as pl
from babel.dates import get_day_names, get_month_names

from crmroi.files.exports.cells import SPACES

_LANGUAGES = ("en", "en_GB", "fr", "pt", "pt_PT", "de", "es")
_WIDTHS: Final[tuple[Literal["wide", "abbreviated"], ...]] = ("wide", "abbreviated")
_CONTEXTS: Final[tuple[Literal["format", "stand-alone"], ...]] = ("format", "stand-alone")
_SHORT = {
    "jan": 1, "janv": 1, "fev": 2, "fevr": 2, "feb": 2, "mrz": 3, "maerz": 3, "avr": 4, "abr": 4,
    "jui": 6, "juil": 7, "aou": 8, "ago": 8, "sep": 9, "set": 9, "setiembre": 9, "out": 10,
    "okt": 10, "oct": 10, "dez": 12, "dic": 12,
}  # fmt: skip
"""How spreadsheets shorten months where CLDR does not."""

_FILLERS = r"\b(?:de|del|dos|a las|a|at|um|uhr|le|el|as)\b"
_ORDINAL = r"\b([0-9]{1,2})(?:st|nd|rd|th|er|o|a)\b"
_HALF_DAY = r"\b([ap])[. ]{0,2}m\b\.?"
_ABBREVIATED = r"(m[0-9]{2})\.([ -]|$)"
_TUESDAY = r"^m03[.,]* ([0-9]{1,2} m[0-9]{2})"
"""French and Spanish shorten Tuesday as they do March; a date has one month."""

_WORDED = r"[b-gi-su-y]|[^\x00-\x7f]|^t[1-4]|[0-9]{4}[- /]?t[1-4]$"
"""What no date in figures holds: there h, t and z are marks (and "a" stands with "m")."""


def plain(text: str) -> str:
    """A text in lower case, without accents: as words are compared here."""
    parts = normalize("NFKD", text.lower())
    return "".join(letter for letter in parts if category(letter) != "Mn")


@cache
def month_words() -> dict[str, str]:
    """Month names and their short forms, in five languages, longest first, to "m01" … "m12"."""
    months = dict(_SHORT)
    for language in _LANGUAGES:
        for width in _WIDTHS:
            for context in _CONTEXTS:
                for month, name in get_month_names(width, context, language).items():
                    months[plain(name).rstrip(".")] = month
    longest_first = sorted(months, key=lambda word: (-len(word), word))
    return {word: f"m{months[word]:02}" for word in longest_first}


@cache
def _weekday() -> str:
    """A weekday's name before a date, as a pattern; names that months share are no weekdays."""
    names = {
        plain(name).rstrip(".")
        for language in _LANGUAGES
        for width in _WIDTHS
        for name in get_day_names(width, "format", language).values()
    }
    words = sorted(names.difference(month_words()), key=lambda word: (-len(word), word))
    return rf"^(?:{'|'.join(words)})\b[., ]+"


def worded(texts: pl.Series) -> pl.Series:
    """The texts in lower case with single blanks, their words brought to one form.

    What is not a date's word stays, so that no pattern of a date fits such a text.
    """
    plainly = texts.str.to_lowercase()
    has_words = plainly.str.contains(_WORDED)
    if not has_words.any():
        return (
            plainly.str.replace_all(r"\s+", " ") if plainly.str.contains(r"\s\s").any() else plainly
        )
    words = month_words()
    told = (
        plainly.filter(has_words)
        .str.normalize("NFKD")
        .str.replace_all(r"\p{Mn}", "")
        .str.replace_all(rf"{SPACES}+", " ")
        .str.replace_all(_HALF_DAY, "${1}m")
        .str.replace(_weekday(), "")
        .str.replace_many(list(words), list(words.values()), leftmost=True)
        .str.replace(_TUESDAY, "${1}")
        .str.replace_all(_ABBREVIATED, "${1}${2}")
        .str.replace_all(_ORDINAL, "${1}")
        .str.replace_all(_FILLERS, " ")
        .str.replace_all(" +", " ")
        .str.strip_chars(" ")
    )
    return plainly.scatter(has_words.arg_true(), _quarters(told))


def _quarters(texts: pl.Series) -> pl.Series:
    """Quarters ("2024-q3", "q3 2024",  "t3-2024") as their first months."""
    quarters, months = ["q1", "q2", "q3", "q4"], ["m01", "m04", "m07", "m10"]
    quarterly = texts.str.replace(r"^([0-9]{4})[- /]?[qt]([1-4])$", "${1}-q${2}")
    quarterly = quarterly.str.replace(r"^[qt]([1-4])[- /]?([0-9]{4})$", "q${1}-${2}")
    return quarterly.str.replace_many(quarters, months)
