"""What the method is listed as: entries, and entries under a heading."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One thing explained, in the language that was spoken when it was listed.

    `latex` is its formula, `figures` the same with a case's values, empty where there are none.
    `facts` are a word each, `total` what it comes to over the horizon.
    """

    anchor: str
    title: str
    text: str
    latex: str
    figures: str = ""
    facts: tuple[str, ...] = ()
    total: str = ""


@dataclass(frozen=True)
class Theme:
    """Entries under one heading, and what they come to."""

    anchor: str
    title: str
    total: str
    entries: tuple[Entry, ...]
