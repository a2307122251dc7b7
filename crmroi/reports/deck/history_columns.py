"""The numbers of a KPI's native chart: its lines, then the columns that the band is made of."""

from __future__ import annotations

from collections.abc import Sequence

from crmroi.charts.measured.history import History, Numbers, Segment
from crmroi.reports.deck.sheet import Column
from crmroi.text import _


def lines(shown: History) -> list[Column]:
    """Return what is drawn as lines and points, the lowest layer first; a gap where no value is.

    Expected, means of three before and after, months before and after, means before and after.
    """
    expected, values = shown.expected, shown.months.values
    before, after = shown.means
    return [
        Column(_("Expected"), _at(shown, expected.counterfactual if expected else ())),
        Column(_("Mean of three months, before"), before),
        Column(_("Mean of three months, after"), after),
        Column(_("Before"), [v if at < shown.since else None for at, v in enumerate(values)]),
        Column(_("After"), [None if at < shown.since else v for at, v in enumerate(values)]),
        Column(_("Mean before"), _level(shown, shown.before)),
        Column(_("Mean after"), _level(shown, shown.after)),
    ]


def band(shown: History) -> list[Column]:
    """Return the band around what was expected as columns on each other; none without one.

    The first is not painted: the others stand on it. What lies below zero is a column of its own,
    since offices pile up what is negative by itself.
    """
    if shown.expected is None:
        return []
    ends = shown.expected.band
    feet = [max(low, 0.0) + min(high, 0.0) for low, high in ends]
    above = [max(high, 0.0) - max(low, 0.0) for low, high in ends]
    below = [min(low, 0.0) - min(high, 0.0) for low, high in ends]
    found = [
        Column(_("Band begins at"), _at(shown, feet)),
        Column(_("Band above zero"), _at(shown, above)),
    ]
    return [*found, Column(_("Band below zero"), _at(shown, below))] if any(below) else found


def _at(shown: History, values: Sequence[float]) -> Numbers:
    """Return values of the months that something was expected of, at their places."""
    found: Numbers = [None] * len(shown.months.months)
    named = shown.expected.months if shown.expected else ()
    for month, value in zip(named, values, strict=True):
        found[shown.calendar.place(month)] = value
    return found


def _level(shown: History, segment: Segment | None) -> Numbers:
    """Return the mean of a window at each of its months."""
    return [
        segment.level if segment and segment.first <= at <= segment.last else None
        for at in range(len(shown.months.months))
    ]
