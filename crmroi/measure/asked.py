"""Values of KPIs as they are asked for, and KPIs made of others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from crmroi.measure.declared.kpi import Kpi
from crmroi.measure.formulas import Combined
from crmroi.measure.results import Value


class Asked(Mapping[str, Value]):
    """Values computed when they are asked for: a window is asked for a few KPIs only."""

    def __init__(self, names: Sequence[str], compute: Callable[[str], Value]) -> None:
        self._names = dict.fromkeys(names)
        self._compute = compute
        self._known: dict[str, Value] = {}

    def __getitem__(self, name: str) -> Value:
        if name not in self._names:
            raise KeyError(name)
        if name not in self._known:
            self._known[name] = self._compute(name)
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def combined(kpi: Kpi, made_of: Combined, parts: list[Value | None]) -> Value:
    """A KPI made of others; its n is that of the first."""
    first = parts[0]
    numbers = [part.value for part in parts if part is not None and part.value is not None]
    value = made_of.combine(*numbers) if len(numbers) == len(parts) else None
    if value is None or first is None:
        return Value(None, 0, kpi.about(kpi.missing))
    return Value(value, first.n)
