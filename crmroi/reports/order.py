"""What is asked of a report: the scenarios, what goes in, and whose names stand on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from crmroi.assumptions import Scenario
from crmroi.text import N_

if TYPE_CHECKING:
    from crmroi.measure.results import Measurement

Part = Literal["risk", "compare", "measure"]

PARTS: Mapping[Part, str] = MappingProxyType(
    {
        "risk": N_("How likely it pays"),
        "compare": N_("Scenarios side by side"),
        "measure": N_("What the CRM’s own data say"),
    }
)
"""What may go in beside the case itself, and how it is named."""


@dataclass(frozen=True)
class Logo:
    """A picture that was checked (`logo.check`): PNG or SVG, drawn as it is."""

    data: bytes
    format: Literal["png", "svg"]


@dataclass(frozen=True)
class Order:
    """What a report is to hold. Its language is the one spoken when it is made.

    The report is about the first scenario; the part "compare" sets all of them side by side. Names
    are what somebody typed: no report takes them as markup, formula or path.
    """

    scenarios: tuple[Scenario, ...]
    made_on: date
    parts: frozenset[Part] = frozenset()
    prepared_by: str = ""
    prepared_for: str = ""
    logo: Logo | None = None
    measurement: Measurement | None = None
    """What the part "measure" shows."""
    measured_in: str = ""
    """The currency of what was measured; "" for the scenario's."""
    go_live: date | None = None
    """The first day with the CRM, where what was measured is compared before and after."""
    telling_kpis: tuple[str, ...] = ()
    """The measured KPIs that matter in the sector, the most telling first; they are shown first."""
    link: str = ""
    """The address that opens the case in the app, "" where there is none."""

    @property
    def scenario(self) -> Scenario:
        """The one that the report is about."""
        return self.scenarios[0]
