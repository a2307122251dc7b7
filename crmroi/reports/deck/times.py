"""Months along a native chart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import gcd
from typing import Any

from crmroi.charts.timeline import month_ticks
from crmroi.reports.deck.natives import TYPE, from_edge, name_every
from crmroi.reports.deck.paper import Box
from crmroi.reports.deck.sheet import Column, Sheet
from crmroi.reports.deck.writing import wide

_NAMES = 0.4
"""Inches kept free under a plot for what its axis is named with."""


def names(years: int) -> list[str]:
    """Return what each month is named with on the axis: the decision and year ends, as on screen.

    A word at every month would be turned or thinned out by one office or another.
    """
    ticks, words = month_ticks(years, narrow=False)
    found = [""] * (12 * years + 1)
    for tick, word in zip(ticks, words, strict=True):
        found[round(tick)] = word
    return found


def sheet(years: int, columns: Sequence[Column], code: str, made_on: date) -> Sheet:
    """Return the numbers of each month, with its number beside them."""
    found = names(years)
    return Sheet(found, columns, code, made_on, months=range(len(found)))


def along(native: Any, years: int) -> None:
    """Let words begin at the axis, each as wide as the months that it names."""
    shown = [at for at, word in enumerate(names(years)) if word]
    name_every(native, gcd(*shown))
    from_edge(native)


def plot(box: Box, words: Sequence[str], *, right: float) -> Box:
    """Return the plot within a chart, with room for the words of its axes and at its right.

    `words` are the widest that may stand on the axis of values.
    """
    left = max(wide(word, TYPE) for word in words) + 0.15
    return Box(box.x + left, box.y + 0.1, box.width - left - right, box.height - 0.1 - _NAMES)
