"""A company that does not exist: three years of it, around the go-live of its CRM.

Everything is drawn from one seed. Each process has its own trend and season, and changes by a
known step on the go-live, except in the region that has no CRM yet.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import numpy as np
from numpy.random import Generator

SEED = 39
FIRST, GO_LIVE, END = date(2023, 1, 1), date(2024, 7, 1), date(2026, 1, 1)
"""The data go from FIRST up to END, the day on which the files were exported."""
MONTHS = 36
GO_LIVE_MONTH = 18
LICENSED_USERS = 40
CURRENCY = "EUR"
WITHOUT_CRM = "West"
REGIONS = ("North", "South", "East", WITHOUT_CRM)
REGION_SHARES = (0.3, 0.28, 0.22, 0.2)
SOURCES = ("Web search", "Trade fair", "Referral", "Newsletter", "Partner")
SOURCE_SHARES = (0.35, 0.15, 0.2, 0.18, 0.12)
PRODUCTS = ("Product A", "Product B", "Product C", "Product D")
PRODUCT_SHARES = (0.4, 0.3, 0.2, 0.1)

STEP = {
    "lead_conversion": 0.35,
    "order_value": 0.10,
    "repeat_orders": 0.18,
    "handling_time": -0.22,
    "returns_costs": -0.20,
    "churn": -0.35,
}
"""The true relative change from the go-live on, where there is a CRM. All else changes by 0."""


@dataclass
class Lead:
    """Somebody who asked; a deal where it is worth one; a customer where it is won."""

    number: int
    created: date
    region: str
    source: str
    owner: str
    deal: Deal | None = None


@dataclass
class Deal:
    """What a lead may buy: `outcome` won, lost or open on the day of the export."""

    number: int
    lead: Lead
    created: datetime
    closed: datetime
    outcome: str
    stage: int
    amount: float | None
    product: str
    account: str


@dataclass
class Customer:
    """An account from its first order on; `end` None where it is still one."""

    account: str
    start: date
    region: str
    source: str
    end: date | None = None


@dataclass
class Order:
    """An order of a customer."""

    day: date
    customer: Customer
    amount: float
    product: str


@dataclass
class Tally:
    """What was expected after the go-live, with the CRM and had there been none."""

    with_crm: float = 0.0
    without: float = 0.0

    def add(self, expected: float, factor: float) -> float:
        """Count an expectation, and return it times the factor of the CRM."""
        self.with_crm += expected * factor
        self.without += expected
        return expected * factor

    @property
    def change(self) -> float:
        """The true relative change over all regions."""
        return self.with_crm / self.without - 1


@dataclass
class Company:
    """All that happened, and the true change of each process."""

    leads: list[Lead] = field(default_factory=list)
    deals: list[Deal] = field(default_factory=list)
    customers: list[Customer] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)
    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in STEP})

    def factor(self, process: str, month: int, region: str, expected: float = 1.0) -> float:
        """`expected` of a process in a month and a region, with the CRM where there is one."""
        if month < GO_LIVE_MONTH:
            return expected
        return self.tallies[process].add(expected, 1 + step(process, month, region))


def step(process: str, month: int, region: str) -> float:
    """The true change of a process in a month: 0 before the go-live and without a CRM."""
    return STEP[process] if month >= GO_LIVE_MONTH and region != WITHOUT_CRM else 0.0


def stream(name: str) -> Generator:
    """Random numbers of one process: another process may change without moving these."""
    return np.random.default_rng([SEED, *name.encode()])


def season(month: int, size: float, peak: int) -> float:
    """The factor of the season: `size` above 1 in the month of the year `peak` (0 is January)."""
    return 1 + size * float(np.cos(2 * np.pi * (month - peak) / 12))


def month_start(month: int) -> date:
    """The first day of a month, 0 being that of FIRST; before it, negative."""
    year, index = divmod(FIRST.month - 1 + month, 12)
    return date(FIRST.year + year, index + 1, 1)


def month_of(day: date) -> int:
    """The month in which a day lies, 0 being that of FIRST."""
    return (day.year - FIRST.year) * 12 + day.month - FIRST.month


def any_day(random: Generator, month: int) -> date:
    """A day of the month, each as likely."""
    start = month_start(month)
    return start + timedelta(days=int(random.integers((month_start(month + 1) - start).days)))


def one_of(random: Generator, names: tuple[str, ...], shares: tuple[float, ...]) -> str:
    """One of the names, by their shares."""
    return names[int(random.choice(len(names), p=shares))]
