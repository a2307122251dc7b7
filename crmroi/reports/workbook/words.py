"""What the sheets are called, and words that several of them share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from crmroi.text import N_, _

SHEETS: Mapping[str, str] = MappingProxyType(
    {
        "summary": N_("Summary"),
        "assumptions": N_("Assumptions"),
        "months": N_("Months"),
        "levers": N_("Sales levers"),
        "years": N_("Years"),
        "measures": N_("Measures"),
        "scenarios": N_("Scenarios"),
        "sources": N_("Sources"),
    }
)
"""Every sheet, in the order of the tabs."""

SEE_THE_APP = N_("see the app")
"""Stands for an internal rate that a spreadsheet cannot tell to be the only one."""
NEVER = N_("not within the years counted")
"""Stands for the month in which a case pays for itself, where there is none."""

_LONGEST = 31
_LONGEST_LITERAL = 255
_REFUSED = re.compile(r"[\[\]:*?/\\]")
_RESERVED = "history"


def sheet_titles() -> dict[str, str]:
    """The titles of all sheets in the language spoken now, such as Excel takes them."""
    titles: dict[str, str] = {}
    for name, label in SHEETS.items():
        titles[name] = as_title(_(label), titles.values())
    return titles


def as_title(text: str, taken: Iterable[str] = ()) -> str:
    """A text as the title of a sheet: allowed letters, 31 at most, unlike those `taken`."""
    used = {_RESERVED, *(each.casefold() for each in taken)}
    wanted = _REFUSED.sub(" ", text).strip(" '")[:_LONGEST].strip(" '") or "–"
    title, count = wanted, 1
    while title.casefold() in used:
        count += 1
        ending = f" {count}"
        title = wanted[: _LONGEST - len(ending)] + ending
    return title


def capital(text: str) -> str:
    """A text that begins with a capital, as a label in a cell does."""
    return text[:1].upper() + text[1:]


def literal(text: str) -> str:
    """A text as it stands in a formula: in parts, where it is longer than Excel takes at once."""
    parts = [text[at : at + _LONGEST_LITERAL] for at in range(0, len(text), _LONGEST_LITERAL)]
    return "&".join('"' + part.replace('"', '""') + '"' for part in parts or [""])
