"""Where the bars of a tornado end, which words stand there, and which the line of zero meets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from crmroi.analysis.sensitivity import Bar, Tornado
from crmroi.charts.labels import widest
from crmroi.charts.risk.naming import value
from crmroi.charts.rows import inside
from crmroi.charts.scale import Axis, axis, fewer_ticks
from crmroi.charts.words import short_money
from crmroi.text import _, number

HEAD = 0.75
"""Rows kept free above the first, for the word of the base line."""
_WIDEST, _WORD_GAP, _ROUNDS, _CUTS = 0.36, 12, 12, 9
_ROOMY = 0.3
"""A word that takes a larger share of a small plot leaves its unit to the other end."""
_CLEAR = 0.28
"""How far from the middle of a row the line of zero ends where a word stands in its way."""


@dataclass(frozen=True)
class Side:
    """One end of each bar: how far it reaches from today's NPV, and the input's value there."""

    reach: list[float]
    amounts: list[float]
    words: list[str]


def side(found: Tornado, bars: Sequence[Bar], *, lower: bool) -> Side:
    """Return the ends that lower the NPV, or those that raise it; a bar may have none of either."""
    reach, amounts, ends_said = [], [], []
    for bar in bars:
        ends = [(bar.at_low.npv, bar.low), (bar.at_high.npv, bar.high)]
        npv, amount = min(ends) if lower else max(ends)
        by = npv - found.today.npv
        there = by < 0 if lower else by > 0
        reach.append(by if there else 0.0)
        amounts.append(amount)
        ends_said.append(value(bar.assumption, amount, found.scenario) if there else "")
    return Side(reach, amounts, ends_said)


def shortened(lower: Side, plot: float) -> Side:
    """Return the lower ends with words that leave room for their bars in a small plot."""
    words = [
        number(amount) if widest([word]) + _WORD_GAP > _ROOMY * plot else word
        for amount, word in zip(lower.amounts, lower.words, strict=True)
    ]
    return replace(lower, words=words)


def amounts(found: Tornado, sides: Sequence[Side], plot: float, most: int) -> Axis:
    """Return the axis of the NPV, with room for a word at either end of each bar."""
    today = found.today.npv
    ends = [
        (today + by, min((widest([word]) + _WORD_GAP) / plot, _WIDEST), place)
        for place, each in enumerate(sides)
        for by, word in zip(each.reach, each.words, strict=True)
    ]
    low = min([today, *(end for end, _share, _place in ends)])
    high = max([today, *(end for end, _share, _place in ends)])
    span = (high - low) or 1.0
    left, right = low, high
    for _round in range(_ROUNDS):  # the room for a word is a share of the range it widens
        left = min([low, *(end - share * span for end, share, place in ends if place == 0)])
        right = max([high, *(end + share * span for end, share, place in ends if place == 1)])
        span = (right - left) or 1.0
    show = partial(short_money, currency=found.scenario.currency)
    return inside(fewer_ticks(axis(left, right, show, most=_CUTS), show, most), plot)


def today_word(found: Tornado) -> str:
    """Return the word of the base line."""
    return _("Today {x}", x=short_money(found.today.npv, found.scenario.currency))


def crossed(found: Tornado, sides: Sequence[Side], x: Axis, plot: float) -> frozenset[int]:
    """Return the rows with a word that the line of zero would cross, -1 the one of the base line.

    In a plot so many pixels wide.
    """
    today, zero = found.today.npv, x.pixels(0.0, plot)
    half = widest([today_word(found)], bold=True) / 2
    boxes = [(-1, x.pixels(today, plot) - half, x.pixels(today, plot) + half)]
    for each, way in zip(sides, (-1, 1), strict=True):
        for row, (by, word) in enumerate(zip(each.reach, each.words, strict=True)):
            end = x.pixels(today + by, plot)
            far = end + way * (widest([word]) + _WORD_GAP)
            boxes += [(row, min(end, far), max(end, far))] if word else []
    return frozenset(row for row, left, right in boxes if left < zero < right)


def zero_line(count: int, crossed: frozenset[int]) -> tuple[list[float | None], list[float | None]]:
    """Return the line of zero, in pieces where it would cross the words of a row."""
    y: list[float | None] = [-0.5 - HEAD]
    for row in sorted(crossed):
        middle, clear = (-0.5 - HEAD / 2, HEAD / 2) if row < 0 else (row, _CLEAR)
        y += [middle - clear, None, middle + clear]
    y += [count - 0.5]
    return [None if at is None else 0.0 for at in y], y
