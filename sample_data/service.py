"""Tickets, answers to the survey, work in the CRM, and what was paid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from company import (
    END,
    GO_LIVE_MONTH,
    LICENSED_USERS,
    MONTHS,
    SOURCES,
    WITHOUT_CRM,
    Company,
    Customer,
    any_day,
    month_start,
    season,
    stream,
)
from numpy.random import Generator

_TICKETS_PER_CUSTOMER = 0.075
_HANDLING_MINUTES = 32.0
_CAMPAIGN_COSTS = dict(zip(SOURCES, (5200.0, 2600.0, 400.0, 700.0, 1100.0), strict=True))
_RETURNS_PER_MONTH = 5600.0
_RETURNS_A_MONTH = 8
_LICENCE, _SUPPORT, _IMPLEMENTATION = 80.0, 2500.0, 18_000.0


@dataclass(frozen=True)
class Ticket:
    """A request; `resolved` None where it was still open on the day of the export."""

    number: int
    customer: Customer
    created: datetime
    resolved: datetime | None
    minutes: float
    satisfaction: int | None
    agent: str


@dataclass(frozen=True)
class Answer:
    """A score of 0 to 10."""

    day: date
    customer: Customer
    score: int


@dataclass(frozen=True)
class Entry:
    """A thing that a user did in the CRM."""

    day: date
    user: str
    customer: Customer
    kind: str


@dataclass(frozen=True)
class Cost:
    """A payment; `campaign` empty where it is for none."""

    day: date
    category: str
    campaign: str
    amount: float


def tickets(company: Company) -> list[Ticket]:
    """Requests of the customers, more where there are more customers."""
    random = stream("tickets")
    drawn = []
    for month in range(MONTHS):
        active = _active(company, month)
        expected = len(active) * _TICKETS_PER_CUSTOMER * season(month, 0.08, 11)
        for _ in range(random.poisson(expected)):
            customer = active[int(random.integers(len(active)))]
            created = _moment(random, any_day(random, month))
            drawn.append((created, customer, month))
    drawn.sort(key=lambda ticket: (ticket[0], ticket[1].account))
    return [_ticket(company, random, 1 + n, *ticket) for n, ticket in enumerate(drawn)]


def _ticket(
    company: Company,
    random: Generator,
    number: int,
    created: datetime,
    customer: Customer,
    month: int,
) -> Ticket:
    expected = _HANDLING_MINUTES * 0.998**month
    expected = company.factor("handling_time", month, customer.region, expected)
    minutes = expected * float(random.lognormal(-0.1, 0.45))
    resolved = created + timedelta(minutes=minutes + float(random.lognormal(6.3, 0.9)))
    rated = random.random() < 0.55
    score = int(random.choice(5, p=(0.06, 0.09, 0.2, 0.35, 0.3))) + 1
    agent = f"Agent {random.integers(1, 9):02}"
    solved = resolved.date() < END
    return Ticket(
        number,
        customer,
        created,
        resolved if solved else None,
        minutes,
        score if rated and solved else None,
        agent,
    )


def answers(company: Company) -> list[Answer]:
    """Answers to the survey: nothing that the CRM changes."""
    random = stream("survey")
    shares = (0.02, 0.02, 0.02, 0.03, 0.04, 0.06, 0.08, 0.15, 0.2, 0.2, 0.18)
    drawn = []
    for month in range(MONTHS):
        active = _active(company, month)
        for _ in range(random.poisson(45)):
            customer = active[int(random.integers(len(active)))]
            score = int(random.choice(11, p=shares))
            drawn.append(Answer(any_day(random, month), customer, score))
    return sorted(drawn, key=lambda answer: (answer.day, answer.customer.account))


def work(company: Company) -> list[Entry]:
    """What the users do in the CRM, from its first day on."""
    random = stream("activity")
    kinds = ("Call", "E-mail", "Meeting", "Note")
    drawn = []
    for month in range(GO_LIVE_MONTH, MONTHS):
        active = [c for c in _active(company, month) if c.region != WITHOUT_CRM]
        adopted = 0.7 + 0.12 * (1 - 0.75 ** (month - GO_LIVE_MONTH))
        for user in range(1, LICENSED_USERS + 1):
            if random.random() >= adopted:
                continue
            for _ in range(1 + random.poisson(5)):
                customer = active[int(random.integers(len(active)))]
                kind = kinds[int(random.integers(len(kinds)))]
                drawn.append(Entry(any_day(random, month), f"User {user:02}", customer, kind))
    return sorted(drawn, key=lambda entry: (entry.day, entry.user))


def costs(company: Company) -> list[Cost]:
    """What was paid for campaigns, for the CRM and for returned goods."""
    random = stream("costs")
    paid = []
    for month in range(MONTHS):
        first = month_start(month)
        for place, (campaign, amount) in enumerate(_CAMPAIGN_COSTS.items()):
            spent = amount * 1.003**month * season(month, 0.1, 2) * random.lognormal(0, 0.08)
            paid.append(Cost(first + timedelta(days=3 + 5 * place), "Marketing", campaign, spent))
        if month >= GO_LIVE_MONTH:
            licences = LICENSED_USERS * _LICENCE
            paid.append(Cost(first + timedelta(days=27), "CRM licences", "", licences))
            paid.append(Cost(first + timedelta(days=27), "CRM support", "", _SUPPORT))
        if GO_LIVE_MONTH - 4 <= month < GO_LIVE_MONTH + 1:
            paid.append(Cost(first + timedelta(days=20), "CRM implementation", "", _IMPLEMENTATION))
        paid += _returns(company, random, month)
    return sorted(paid, key=lambda cost: (cost.day, cost.category, cost.campaign))


def _returns(company: Company, random: Generator, month: int) -> list[Cost]:
    """Several parcels of returned goods, one at either end of the month."""
    expected = _RETURNS_PER_MONTH * 1.004**month * season(month, 0.1, 0)
    expected = company.factor("returns_costs", month, "", expected) / _RETURNS_A_MONTH
    days = [1, 27, *random.integers(2, 27, _RETURNS_A_MONTH - 2).tolist()]
    return [
        Cost(
            month_start(month) + timedelta(days=day),
            "Returns",
            "",
            expected * random.lognormal(-0.03, 0.25),
        )
        for day in days
    ]


def _active(company: Company, month: int) -> list[Customer]:
    """The customers on a month's first day."""
    day = month_start(month)
    return [c for c in company.customers if c.start < day and (c.end is None or c.end >= day)]


def _moment(random: Generator, day: date) -> datetime:
    return datetime.combine(day, time(8)) + timedelta(minutes=int(random.integers(600)))
