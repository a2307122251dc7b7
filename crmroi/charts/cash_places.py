"""The curves of cumulative net cash, and the words that stand beside them inside the plot."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from crmroi.charts.placing import Box, Place, Plot, beside, close_by
from crmroi.charts.scale import Axis, Series
from crmroi.charts.traces import Spots
from crmroi.charts.words import short_money
from crmroi.text import _, month

INNER_COLOURS = ("text", "muted", "text")
"""The colours of the words inside the plot: break-even, end of a shorter pin, lowest point."""
_WORTH_A_WORD = 0.15
"""The lowest point is named when it is deeper than this share of the range."""
_WIDE = 300
"""A plot at least so many pixels wide has room for longer words."""


@dataclass(frozen=True)
class Curves:
    """The curves of one picture, each a cumulative series by month, and their axis."""

    currency: str
    years: int
    ours: Series
    ghost: Series | None
    discounted: Series | None
    break_even: int | None
    y: Axis

    @property
    def shown(self) -> list[Series]:
        """The curves that are there."""
        return [part for part in (self.ours, self.ghost, self.discounted) if part is not None]

    @property
    def obstacles(self) -> list[Series]:
        """The lines that no word may stand on: the curves and zero."""
        return [*self.shown, np.zeros(len(self.ours))]

    @property
    def crossing(self) -> float | None:
        """Where the drawn line crosses zero, within the month that breaks even."""
        if not self.break_even:
            return None  # never, or from the start: nothing to mark
        before, after = self.ours[self.break_even - 1 : self.break_even + 1].tolist()
        return self.break_even - (after / (after - before) if after > before else 0.0)


def worth_a_word(curve: Series, span: float) -> bool:
    """Tell whether a curve's lowest point is named: not a shallow one, nor the end itself."""
    return -float(curve.min()) > _WORTH_A_WORD * span and int(curve.argmin()) < len(curve) - 1


def inner_words(curves: Curves, plot: Plot) -> tuple[Spots, Spots]:
    """Return the words inside the plot, always three, and the hairline to the first.

    They are the break-even, the end of a shorter pinned case and the lowest point; the last
    is placed first.
    """
    taken: list[Box] = []
    named: list[tuple[str, Place] | None] = []
    for find in (_lowest, _ghost_end, _paid_back):
        found = find(curves, plot, taken)
        named.insert(0, found)
        taken += [found[1].box] if found else []
    spots: Spots = {"x": [], "y": [], "text": [], "textposition": []}
    for text, place in (spot or ("", None) for spot in named):
        spots["x"].append(round(place.x, 2) if place else None)
        spots["y"].append(_short(place.y) if place else None)
        spots["text"].append(text)
        spots["textposition"].append(place.side if place else "bottom right")
    return spots, _hairline(curves.crossing, named[0])


def _hairline(x: float | None, paid_back: tuple[str, Place] | None) -> Spots:
    if x is None or paid_back is None or paid_back[1].leader is None:
        return {"x": [None, None], "y": [None, None]}
    end = paid_back[1].leader
    return {"x": [round(x, 3), round(end[0], 2)], "y": [0, _short(end[1])]}


def _short(y: float) -> float:
    return float(f"{y:.5g}")


def _paid_back(curves: Curves, plot: Plot, taken: list[Box]) -> tuple[str, Place] | None:
    at = curves.crossing
    if at is None or curves.break_even is None:
        return None
    name = month(curves.break_even)
    text = name if plot.width < _WIDE else _("Break-even: {month}", month=name)
    return f"<b>{text}</b>", beside(text, (at, 0.0), plot, curves.obstacles, taken)


def _lowest(curves: Curves, plot: Plot, taken: list[Box]) -> tuple[str, Place] | None:
    """Name the lowest point, unless it is shallow or the end says it."""
    at, depth = int(curves.ours.argmin()), float(curves.ours.min())
    if not worth_a_word(curves.ours, curves.y.span):
        return None
    text = short_money(depth, curves.currency)
    if plot.width >= _WIDE:
        text = _("Lowest: {x}", x=text)
    place = close_by(text, (at, depth), plot, curves.obstacles, taken)
    return (f"<b>{text}</b>", place) if place else None


def _ghost_end(curves: Curves, plot: Plot, taken: list[Box]) -> tuple[str, Place] | None:
    """Name the end of a pinned case that counts fewer years."""
    if curves.ghost is None or len(curves.ghost) == len(curves.ours):
        return None
    last = float(curves.ghost[-1])
    text = _("Pinned") + " " + short_money(last, curves.currency)
    place = close_by(text, (len(curves.ghost) - 1, last), plot, curves.obstacles, taken)
    return (text, place) if place else None
