"""From gains to net gain: what each theme adds or takes, in figures that sum exactly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor, log10
from types import MappingProxyType

from crmroi.charts.outcome import metric
from crmroi.model.lines import LINES, THEMES
from crmroi.model.projection import Projection

_SIGNIFICANT = 3


@dataclass(frozen=True)
class Entry:
    """One theme of the balance: its amount over the horizon, costs negative."""

    theme: str
    amount: float
    gain: bool

    @property
    def hidden(self) -> bool:
        """Whether these are the costs that business cases forget."""
        return self.theme == "hidden"


def _themes() -> Mapping[str, tuple[bool, tuple[str, ...]]]:
    """Return whether each theme is a gain, and its lines."""
    names: dict[str, list[str]] = {theme: [] for theme in THEMES}
    gains = set()
    for line in LINES:
        names[line.theme].append(line.name)
        if line.side == "gain":
            gains.add(line.theme)
    return MappingProxyType({theme: (theme in gains, tuple(names[theme])) for theme in THEMES})


_THEMES = _themes()


def balance(projection: Projection) -> list[Entry]:
    """Return the themes that hold an amount: gains by size, costs by size, hidden costs last.

    Their sum is the net gain; what adding in another order leaves goes to the largest.
    """
    totals = {**projection.gains, **projection.costs}
    entries = []
    for theme, (gain, names) in _THEMES.items():
        amount = sum(totals[name] for name in names)
        if amount:
            entries.append(Entry(theme, amount if gain else -amount, gain))
    entries.sort(key=_place)
    return _settled(entries, metric(projection, "net_gain"))


def _place(entry: Entry) -> tuple[bool, bool, float]:
    """Sort gains before costs, hidden costs last, and each side by size."""
    return not entry.gain, entry.hidden, -entry.amount if entry.gain else entry.amount


def _settled(entries: list[Entry], net: float) -> list[Entry]:
    if not entries:
        return entries
    rest = net - sum(entry.amount for entry in entries)
    largest = max(range(len(entries)), key=lambda at: abs(entries[at].amount))
    old = entries[largest]
    entries[largest] = Entry(old.theme, old.amount + rest, old.gain)
    return entries


def quantum(amounts: Sequence[float]) -> float:
    """Return the unit in which the largest figure has three significant digits, at least 1."""
    largest = max((abs(amount) for amount in amounts), default=0.0)
    if largest < 10**_SIGNIFICANT:
        return 1.0
    return float(10 ** (floor(log10(largest)) + 1 - _SIGNIFICANT))


def whole(amounts: list[float], net: float, unit: float) -> tuple[list[int], int]:
    """Return amounts and their net in whole units that sum exactly.

    The residue of rounding goes to the largest amount, where it shows least.
    """
    rounded = [round(amount / unit) for amount in amounts]
    total = round(net / unit)
    if rounded:
        largest = max(range(len(rounded)), key=lambda at: abs(rounded[at]))
        rounded[largest] += total - sum(rounded)
    return rounded, total
