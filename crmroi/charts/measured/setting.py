"""What the pictures of a measurement share: what each KPI is, the money, the go-live, the theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from crmroi.text import Unit


class Declared(Protocol):
    """What a KPI is, as far as it is shown; its texts are messages, translated when shown."""

    @property
    def label(self) -> str:
        """What it is called."""

    @property
    def definition(self) -> str:
        """What it is, in a sentence."""

    @property
    def better(self) -> str:
        """The direction that is good: "up", "down" or "" for neither."""

    @property
    def unit(self) -> Unit:
        """What its value counts."""

    @property
    def per_month(self) -> bool:
        """Whether it is a count or a sum, compared by month."""


@dataclass(frozen=True)
class Setting:
    """Where a measurement is shown."""

    kpis: Mapping[str, Declared]
    """Every KPI by name; "deals.revenue" may stand as "revenue"."""
    currency: str = "EUR"
    go_live: date | None = None
    theme: str = "light"

    def kpi(self, name: str) -> Declared:
        """Return what a KPI is; KeyError for one that is not declared."""
        found = self.kpis.get(name)
        return self.kpis[name.rpartition(".")[2]] if found is None else found
