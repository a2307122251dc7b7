"""Axes: round ticks, ranges that hold still, numbers short enough to send on every move."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor, log10

import numpy as np
import numpy.typing as npt

Series = npt.NDArray[np.float64]

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_SIGNIFICANT = 6
_DECIMALS = 12  # what is smaller is nothing, beside the least range of an axis
_TOUCH = 0.03  # of half a step, a pixel or so: what reaches no further does not widen a range
_EDGE = 0.008  # of a range, two pixels: Plotly draws no grid line on the very edge of a plot
_WHOLE = 1e15  # above, floats are written as they are: an int would show digits that mean nothing


@dataclass(frozen=True)
class Axis:
    """A range in data units with its ticks, already put into words."""

    low: float
    high: float
    ticks: list[float]
    words: list[str]

    @property
    def span(self) -> float:
        """The length of the range."""
        return self.high - self.low

    @property
    def smallest(self) -> float:
        """The smallest tick that is not zero, by size: it decides the unit of the words."""
        return min((abs(tick) for tick in self.ticks if tick), default=0.0)

    def pixels(self, value: float, length: float) -> float:
        """Where a value stands on an axis drawn `length` pixels long, from its low end."""
        return (value - self.low) / self.span * length

    def value(self, pixels: float, length: float) -> float:
        """The value that stands `pixels` from the low end."""
        return self.low + pixels / length * self.span


def axis(
    low: float,
    high: float,
    words: Callable[[float], str],
    *,
    most: int = 5,
    smallest: float = 1.0,
) -> Axis:
    """Return a range around low…high, cut at half steps so that it seldom moves, with its ticks.

    At most `most` ticks, never nearer than `smallest` to each other: one alone in a range so short.
    """
    if high - low < smallest:
        high = low + smallest
    step = max(_step(low, high, most, cut=True), smallest)
    start, end = _cut(low, high, step)
    edge = (end - start) * _EDGE
    return Axis(
        start - edge * (start != 0), end + edge * (end != 0), *_ticks(start, end, step, words)
    )


def fewer_ticks(full: Axis, words: Callable[[float], str], most: int, smallest: float = 1) -> Axis:
    """Return the same range with at most `most` ticks, for narrow screens."""
    step = max(_step(full.low, full.high, most, cut=False), smallest)
    return Axis(full.low, full.high, *_ticks(full.low, full.high, step, words))


def drawn(values: Series) -> list[float]:
    """Return a series as a list of numbers to draw: six significant digits of its largest.

    For pictures only; tables and files hold every digit.
    """
    peak = float(np.abs(values).max(initial=0.0))
    if peak == 0:
        return [0] * len(values)
    decimals = min(_SIGNIFICANT - 1 - floor(log10(peak)), _DECIMALS)
    if decimals > 0:
        rounded: list[float] = np.round(values, decimals).tolist()
        return rounded
    if peak > _WHOLE:
        return [float(f"{value:.6g}") for value in values]
    whole: list[float] = np.round(values, decimals).astype(np.int64).tolist()
    return whole


def year_ticks(years: int, most: int) -> list[int]:
    """Return the years to name on a time axis beside the decision, the last one always.

    They are a step apart, the first at least a step from the decision, so that no words touch.
    """
    step = ceil(years / most)
    return list(range(years, step - 1, -step))[::-1]


def _step(low: float, high: float, most: int, *, cut: bool) -> float:
    """Return the smallest round step that puts at most `most` ticks into a range.

    `cut` tells whether the range is then widened to half steps.
    """
    power = 10.0 ** floor(log10((high - low) / most))
    steps = [factor * power for factor in (*_STEPS, 2 * _STEPS[-1])]
    return next(step for step in steps if _count(low, high, step, cut=cut) <= most)


def _count(low: float, high: float, step: float, *, cut: bool) -> int:
    start, end = _cut(low, high, step) if cut else (low, high)
    return floor(end / step + 1e-9) - ceil(start / step - 1e-9) + 1


def _cut(low: float, high: float, step: float) -> tuple[float, float]:
    """Widen a range to half steps."""
    half = step / 2
    return floor(low / half + _TOUCH) * half, ceil(high / half - _TOUCH) * half


def _ticks(
    low: float, high: float, step: float, words: Callable[[float], str]
) -> tuple[list[float], list[str]]:
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    ticks = [number * step for number in range(first, last + 1)]
    return ticks, [words(tick) if tick else "0" for tick in ticks]
