"""Words inside a chart: how wide they are, and where they stand without touching each other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import ceil

from crmroi.charts.theme import FONT_SIZE

LINE_HEIGHT = 17
"""Pixels from one line of a chart's text to the next."""
GAP = 2
"""Pixels kept free between two labels."""

_GROUPS = {
    0.12: "\u202f",
    0.25: " \u00a0'ij",
    0.30: "!,.:;l’‘",
    0.35: "()[]f{|}·",
    0.40: "-/I\\rt",
    0.45: '"*',
    0.50: "?svyz“”",
    0.55: "JLacegkx¢",
    0.60: "$+0123456789<=>EFSTYZ^_`bdhnopqu~−–×£",
    0.65: "ACKPRVX€¥",
    0.70: "&BDGU",
    0.75: "#HNOQØ",
    0.80: "w",
    0.85: "M…",
    0.90: "@Wm",
    0.95: "%",
}
"""Widths of IBM Plex Sans, regular, in em, rounded up by half a tenth at most."""
_BOLD_TAG = re.compile("</?b>")
_USUAL = 0.6
_BOLD = 1.06

_WIDTHS = {letter: width for width, letters in _GROUPS.items() for letter in letters}


def plain(name: str) -> str:
    """Return a name that somebody else chose as a chart shows it: what looks like a tag is none."""
    return escape(name, quote=False)


def text_width(text: str, *, bold: bool = False) -> float:
    """Return the width of a one-line text in pixels, at the size charts are written in."""
    em = sum(_WIDTHS.get(letter) or _learn(letter) for letter in text)
    return em * FONT_SIZE * (_BOLD if bold else 1.0)


def _learn(letter: str) -> float:
    """An accented letter is as wide as the plain one; one we do not know is a wide one."""
    plain = unicodedata.normalize("NFD", letter)[0]
    _WIDTHS[letter] = _WIDTHS.get(plain, _USUAL)
    return _WIDTHS[letter]


def widest(texts: Sequence[str], *, bold: bool = False) -> float:
    """Return the width of the widest of some texts, each perhaps of several lines, some bold."""
    lines = (line for text in texts for line in _BOLD_TAG.sub("", text).split("<br>"))
    return max((text_width(line, bold=bold) for line in lines), default=0.0)


def margin(texts: Sequence[str], *, extra: int, step: int = 8, bold: bool = False) -> int:
    """Return the margin that holds some texts, in whole steps so that it seldom moves."""
    return ceil((widest(texts, bold=bold) + extra) / step) * step


def height(text: str) -> int:
    """Return the height of a label in pixels."""
    return LINE_HEIGHT * (text.count("<br>") + 1)


def dodge(middles: Sequence[float], heights: Sequence[float], length: float) -> list[float]:
    """Move labels apart along a line of some length, as little as their order allows.

    Takes and returns the middles in pixels from one end. Labels that touch move together, to
    both sides; those that do not fit overflow at the far end.
    """
    order = sorted(range(len(middles)), key=lambda at: middles[at])
    groups: list[_Group] = []
    for at in order:
        group = _Group([at], heights[at] + GAP, middles[at])
        group.keep_inside(length)
        while groups and groups[-1].end > group.start:
            group = groups.pop().joined(group)
            group.keep_inside(length)
        groups.append(group)
    placed = list(middles)
    for group in groups:
        edge = group.start
        for at in group.members:
            placed[at] = edge + (heights[at] + GAP) / 2
            edge += heights[at] + GAP
    return placed


@dataclass
class _Group:
    """Labels that touch, from low to high, around a common middle."""

    members: list[int]
    size: float
    middle: float

    @property
    def start(self) -> float:
        return self.middle - self.size / 2

    @property
    def end(self) -> float:
        return self.middle + self.size / 2

    def joined(self, other: _Group) -> _Group:
        """Return both groups as one, around the mean of where their members would stand."""
        members = self.members + other.members
        mean = (self.middle * len(self.members) + other.middle * len(other.members)) / len(members)
        return _Group(members, self.size + other.size, mean)

    def keep_inside(self, length: float) -> None:
        self.middle = max(min(self.middle, length - self.size / 2), self.size / 2)
