"""The axis of values of a native chart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor, log10

from crmroi.reports.deck.number_codes import money_word

_STEPS = (0.05, 0.1, 0.2, 0.25, 0.5, 1.0, 2.0, 2.5, 5.0)
_LEAST = 4.0
"""The shortest range of amounts, so that no tick is a part of a unit."""
_FEWEST_STEPS, _MOST_STEPS, _LITTLE = 3, 6, 1.25
"""Steps on an axis; what it may be longer than its values without being worse."""


@dataclass(frozen=True)
class Scale:
    """An axis of values: its ends are ticks, as PowerPoint counts from the lower end."""

    low: float
    high: float
    step: float

    @classmethod
    def around(
        cls,
        low: float,
        high: float,
        most: int = _MOST_STEPS,
        fits: Callable[[Scale], bool] = lambda _scale: True,
        least: float = _LEAST,
    ) -> Scale:
        """Return the one with the fewest ticks that leaves little of the plot empty.

        One that `fits` goes before any other. `least` is the shortest range.
        """
        high = max(high, low + least)
        span = high - low
        power = 10.0 ** floor(log10(span))
        tried = []
        for step in (share * power for share in _STEPS):
            ends = floor(low / step + 1e-9), ceil(high / step - 1e-9)
            count = max(ends[1] - ends[0], 1)
            if _FEWEST_STEPS <= count <= most:
                waste = max(count * step / span, _LITTLE)
                scale = cls(ends[0] * step, (ends[0] + count) * step, step)
                tried.append((not fits(scale), waste, count, scale))
        return min(tried, key=lambda each: each[:3])[3]

    @property
    def steps(self) -> int:
        """How many there are."""
        return round((self.high - self.low) / self.step)

    def words(self, currency: str) -> list[str]:
        """Return its ends as an axis of amounts writes them."""
        return [money_word(end, self.step, currency) for end in (self.low, self.high)]

    def share(self, value: float) -> float:
        """Return where a value stands, 0 the lower end, 1 the upper."""
        return (value - self.low) / (self.high - self.low)
