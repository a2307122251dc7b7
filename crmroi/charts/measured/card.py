"""What a KPI's card holds, told apart from how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Spark:
    """A line without axes, a value a month; the last one is a dot with its words beside it."""

    values: tuple[float | None, ...]
    """None where a month has no value: the line has a gap there."""
    go_live: float | None
    """Where the go-live lies, counted in months from the first: 11.5 is between two of them."""
    last: str
    """The last value in words."""
    alt: str
    """The line in words, for those who hear it: where it starts and ends."""


@dataclass(frozen=True)
class Card:
    """One KPI, in the language it was made in; a text that does not apply is empty."""

    id: str
    """The KPI's name: win_rate, deals.revenue …"""
    label: str
    help: str
    """What the KPI is, in a sentence."""
    value: str
    """On all records; "no value" where there is none."""
    per: str
    """What before and after are by: "per month", or empty."""
    before: str
    after: str
    """On each side of the go-live; both or neither."""
    change: str
    """From before to after, in words: "5 points more"."""
    arrow: str | None
    """`up` or `down`, the way the number went; None when it did not move."""
    verdict: str
    """What the change amounts to, in a word or few: "better", "too short to tell"."""
    tone: str
    """good, bad or neutral."""
    n: str
    """The records behind it: "1,240 records"."""
    reason: str
    """Why there is no value, or no comparison."""
    spark: Spark | None
    said: str
    """The card as a sentence, for those who hear it."""
    chosen: bool
    """Whether its chart is the one that is shown."""
