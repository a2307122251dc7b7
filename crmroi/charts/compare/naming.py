"""How scenarios are told apart: name, colour, dash."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

from crmroi.analysis.comparison import Member
from crmroi.charts.labels import plain
from crmroi.charts.outcome import metric
from crmroi.charts.theme import SCENARIO_COLOURS

DASHES = ("solid", "8px,3px", "3px,3px", "8px,3px,2px,3px", "12px,4px")
"""Each scenario's own dash, by its place."""
WIDE_LETTERS, NARROW_LETTERS = 18, 10
"""The longest line of a name inside a chart."""
_LONGEST_WORD = 18
"""Letters of a word that is not broken, though it makes a line longer."""


def colour(member: Member, theme: str) -> str:
    """Return a scenario's colour, by its place."""
    return SCENARIO_COLOURS[theme][member.number % len(DASHES)]


def in_lines(name: str, letters: int, most: int | None = None) -> str:
    """Return a name in lines of at most so many letters, or as many as its longest word has.

    What does not fit into the `most` lines is cut.
    """
    longest = max(map(len, name.split()), default=0)
    width = max(letters, min(longest, _LONGEST_WORD))
    lines = wrap(name, width, max_lines=most, placeholder="…")
    return "<br>".join(plain(line) for line in lines)


def most_lines(names: Iterable[str]) -> int:
    """Return of how many lines the tallest of some names is."""
    return max((name.count("<br>") + 1 for name in names), default=1)


def beside_swatch(member: Member, theme: str, letters: int, most: int | None = None) -> str:
    """Return a name beside a stroke in its colour, which alone may be too pale to read."""
    stroke = f'<span style="color:{colour(member, theme)}"><b>—</b></span>'
    return f"{stroke} {in_lines(member.name, letters, most)}"


def pays_nothing(member: Member) -> bool:
    """Tell whether a scenario has no costs, so that there is nothing to pay back."""
    return not metric(member.projection, "total_costs")
