"""Calendar months and days in the language spoken now: "January 2026", "Jan 2026", "Jan".

Apart from the rest of the package, since Babel's dates take a while to import.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from babel.dates import format_date, format_skeleton

from crmroi.text.languages import language
from crmroi.text.typography import glue

FULL, SHORT, NAME, YEAR = "full", "LLL y", "LLL", "y"
"""How a month may be written: its patterns in Unicode's words, the full one by language."""


def calendar_month(month: str, form: str = FULL) -> str:
    """Show a month "2026-01" as "January 2026", or in a shorter form; ValueError if it is none."""
    return _written(month, form, language())


@lru_cache(maxsize=4096)
def _written(month: str, form: str, code: str) -> str:
    day = date.fromisoformat(f"{month}-01")
    if form == FULL:
        return glue(str(format_skeleton("yMMMM", day, locale=code)))
    return glue(format_date(day, form, locale=code))


def day_and_month(day: date) -> str:
    """Show a day within its year: "April 3", "3 avril"."""
    return glue(str(format_skeleton("MMMMd", day, locale=language())))


def whole_day(day: date) -> str:
    """Show a day with its year: "April 3, 2026", "3 avril 2026"."""
    return glue(format_date(day, "long", locale=language()))
