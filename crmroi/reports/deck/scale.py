"""The axis of values of a native chart."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from crmroi.reports.deck.number_codes import money_word

_STEPS = (0.05, 0.1, 0.2, 0.25, 0.5, 1.0, 2.0, 2.5, 5.0)
_LONGER_STEPS = (0.3, 0.4, 0.6, 0.75, 1.5)
"""Taken, and fewer of them, only where words would not stand beside each other otherwise."""
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

        def waste(scale: Scale) -> float:
            return max((scale.high - scale.low) / span, _LITTLE)

        usual = cls._tried(low, high, _STEPS, range(_FEWEST_STEPS, most + 1))
        fitting = list(filter(fits, usual)) or list(
            filter(fits, cls._tried(low, high, (*_STEPS, *_LONGER_STEPS), range(2, most + 1)))
        )
        return min(fitting or usual, key=lambda scale: (waste(scale), scale.steps))

    @classmethod
    def _tried(
        cls, low: float, high: float, shares: Sequence[float], counts: Container[int]
    ) -> list[Scale]:
        """Return the axes that hold the values in as many steps."""
        power = 10.0 ** floor(log10(high - low))
        found = []
        for step in (share * power for share in shares):
            ends = floor(low / step + 1e-9), ceil(high / step - 1e-9)
            count = max(ends[1] - ends[0], 1)
            if count in counts:
                found.append(cls(ends[0] * step, (ends[0] + count) * step, step))
        return found

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
