"""Columns of working time, in minutes: bare numbers by their header's unit, or hours and minutes.

`27.0`, `27h`, `1d 3h`, `1 day, 3:00:00`, `03:12:45` (hours may pass 24) and ISO's `PT27H`.
"""

from __future__ import annotations

import re
from typing import Final

import polars as pl

from crmroi.files.exports.cells import NOT_A_DURATION, row_numbers, trimmed, unread_remarks
from crmroi.files.exports.dates.words import plain
from crmroi.files.exports.table import Options
from crmroi.files.exports.typed import Durations
from crmroi.files.exports.values.numbers import read_numbers
from crmroi.text import N_, Notice

_DEFAULT = Options()

UNITS: Final = {
    "s": ("s", "sec", "secs", "second", "seconds", "seconde", "secondes", "segundo", "segundos",
          "sek", "sekunde", "sekunden"),
    "m": ("m", "min", "mins", "minute", "minutes", "minuto", "minutos", "minuten", "mn"),
    "h": ("h", "hr", "hrs", "hour", "hours", "heure", "heures", "hora", "horas", "std", "stunde",
          "stunden"),
    "d": ("d", "day", "days", "jour", "jours", "j", "dia", "dias", "tag", "tage"),
}  # fmt: skip
"""Words for units of time, without accents."""

_MINUTES: Final = {"s": 1 / 60, "m": 1.0, "h": 60.0, "d": 1440.0}
_LETTERS_FOR_UNITS = {"s", "m", "h", "d", "j"}
_UNIT_OF_WORD = {word: unit for unit, words in UNITS.items() for word in words}

_NUMBER = "[0-9]+(?:[.,][0-9]+)?"
_SPOKEN = "[:a-z]"
_CLOCK = (
    r"^(?:(?P<d>[0-9]+) ?(?:d|day|days|j|tage?),? +)?(?P<h>[0-9]{1,6})[:h](?P<m>[0-5]?[0-9])"
    r"(?::(?P<s>[0-5]?[0-9](?:[.,][0-9]+)?))?$"
)
_ISO = r"^p(?:(?P<d>N)d)?(?:t(?:(?P<h>N)h)?(?:(?P<m>N)m)?(?:(?P<s>N)s)?)?$"

ASSUMED_MINUTES = N_("The header “{column}” names no unit of time: its numbers count as minutes.")


def unit_of(header: str) -> str:
    """The unit that a header names: "s", "m", "h" or "d"; "" if it names none."""
    words = re.findall(r"[a-z]+", plain(header))
    units = [_UNIT_OF_WORD[w] for w in words if w in _UNIT_OF_WORD and w not in _LETTERS_FOR_UNITS]
    bracketed = re.search(r"[(\[_ ](s|m|h|d)[)\]]?$", plain(header).strip())
    return units[-1] if units else bracketed.group(1) if bracketed else ""


def read_minutes(
    cells: pl.Series,
    header: str,
    options: Options = _DEFAULT,
    rows: pl.Series | None = None,
) -> Durations:
    """The durations of a column in minutes; the header says the unit of bare numbers.

    A column of bare numbers under a header without a unit counts minutes, with a remark.
    """
    texts = trimmed(cells)
    told = texts.str.to_lowercase()
    spoken = told.str.contains(_SPOKEN)
    bare = read_numbers(told.set(spoken.fill_null(value=False), None), header, options)
    unit = unit_of(header)
    distinct = told.filter(spoken.fill_null(value=False)).unique()
    ways = (_in_parts(distinct, _CLOCK), _in_parts(distinct, _ISO), _in_words(distinct))
    minutes = pl.select(pl.coalesce(ways)).to_series()
    in_words = told.replace_strict(distinct, minutes, default=None, return_dtype=pl.Float64)
    values = pl.select(pl.coalesce(bare.series * _MINUTES[unit or "m"], in_words)).to_series()
    values = values.set((values < 0).fill_null(value=False), None)
    unread = texts.is_not_null() & values.is_null()
    if bare.question:
        values, unread = (
            values.clear(len(values)),
            pl.repeat(value=False, n=len(values), eager=True),
        )
    remarks = unread_remarks(header, unread, row_numbers(cells, rows), NOT_A_DURATION)
    if not unit and bare.series.is_not_null().any():
        remarks += (Notice(header, None, ASSUMED_MINUTES, {"column": header}),)
    return Durations(values.alias(cells.name), unread, bare.question, remarks)


def _in_parts(texts: pl.Series, pattern: str) -> pl.Series:
    """The minutes of texts whose days, hours, minutes and seconds a pattern names."""
    whole = texts.str.contains(pattern.replace("N", _NUMBER))
    parts = texts.str.extract_groups(pattern.replace("N", _NUMBER)).struct.unnest()
    return parts.select(
        pl.when(whole & pl.any_horizontal(pl.all().is_not_null())).then(
            pl.sum_horizontal(_number(pl.col(unit)) * minutes for unit, minutes in _MINUTES.items())
        )
    ).to_series()


def _in_words(texts: pl.Series) -> pl.Series:
    """The minutes of "27h", "1d 3h", "2 hours and 5 min": each unit once, nothing else beside."""
    plainly = texts.str.normalize("NFKD").str.replace_all(r"\p{Mn}", "")
    named = {
        unit: plainly.str.extract(rf"({_NUMBER})[ ]?(?:{'|'.join(words)})\b\.?")
        for unit, words in UNITS.items()
    }
    any_word = "|".join(word for words in UNITS.values() for word in words)
    part = rf"{_NUMBER}[ ]?(?:{any_word})\.?"
    whole = plainly.str.contains(rf"^{part}(?:(?:,|et|and|e|und|y| )*{part})*$")
    units = pl.sum_horizontal(pl.lit(found).is_not_null() for found in named.values())
    whole &= plainly.str.count_matches(part) == pl.select(units).to_series()  # each unit once
    total = pl.sum_horizontal(_number(pl.lit(named[unit])) * m for unit, m in _MINUTES.items())
    return pl.select(pl.when(whole).then(total)).to_series()


def _number(text: pl.Expr) -> pl.Expr:
    point = text.str.replace(",", ".", literal=True)
    return point.cast(pl.Float64, strict=False).fill_null(0.0)
