"""In which order KPIs are shown, and which are not since another says the same."""

from __future__ import annotations

from collections.abc import Sequence

from crmroi.charts.measured.finding import TONES
from crmroi.measure.results import Measurement

_SAME = frozenset({"leads_per_month", "tickets_per_month"})
"""KPIs whose card would say what that of the count says, by month."""


def ranked(measurement: Measurement, first: Sequence[str] = ()) -> list[str]:
    """Return the KPIs to show: `first` (the sector's), then what changed, then the others.

    Those without a value come last.
    """

    def rank(name: str) -> tuple[bool, int, bool]:
        compared = measurement.before_after.get(name)
        place = first.index(name) if name in first else len(first)
        told = compared is not None and compared.verdict in TONES
        return measurement.kpis[name].value is None, place, not told

    return sorted((name for name in measurement.kpis if name not in _SAME), key=rank)
