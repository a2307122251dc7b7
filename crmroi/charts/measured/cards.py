"""The KPI cards: value, before and after, the change in words, the verdict, the records behind."""

from __future__ import annotations

from collections.abc import Sequence

from crmroi.charts.measured.card import Card
from crmroi.charts.measured.setting import Setting
from crmroi.measure.results import BeforeAfter, Measurement, Months, Value


def cards(
    measurement: Measurement, names: Sequence[str], chosen: str, setting: Setting
) -> list[Card]:
    """Return a card for each KPI named, in that order; `chosen` is the one whose chart is shown."""
    raise NotImplementedError


def kpi_card(
    name: str,
    value: Value,
    months: Months | None,
    before_after: BeforeAfter | None,
    setting: Setting,
    *,
    chosen: bool = False,
) -> Card:
    """Return the card of one KPI."""
    raise NotImplementedError
