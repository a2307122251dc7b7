"""A made-up company in all eight tables, small and seeded: for engines that must agree."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

from crmroi.files.exports.table import Scale, Table
from tests.measure.tables import table

_START = datetime(2022, 1, 1)  # noqa: DTZ001 - as the reader gives them: without a zone
_DAYS = 1095


def company(size: int = 400, seed: int = 7) -> dict[str, Table]:
    """Tables by kind: three years, some cells empty, some orders of several lines."""
    draw = Random(seed)  # noqa: S311 - a sample, no secret
    return {
        "leads": _leads(draw, size),
        "deals": _deals(draw, size),
        "orders": _orders(draw, size),
        "customers": _customers(draw, size // 4),
        "tickets": _tickets(draw, size),
        "survey": _survey(draw, size),
        "activity": _activity(draw, size),
        "costs": _costs(draw),
    }


def _moment(draw: Random, days: int = _DAYS) -> datetime:
    return _START + timedelta(days=draw.randrange(days), microseconds=draw.randrange(10**10))


def _sometimes(draw: Random, value: object, share: float = 0.9) -> object:
    return value if draw.random() < share else None


def _customer(draw: Random, size: int) -> str:
    return f"Customer {draw.randrange(size // 4):03}"


def _money(draw: Random) -> Decimal:
    return Decimal(draw.randrange(-5_000, 500_000)) / 100


def _leads(draw: Random, size: int) -> Table:
    return table(
        "leads",
        id=[f"L{i}" for i in range(size)],
        created=[_moment(draw) for _ in range(size)],
        source=[draw.choice(["Fair", "Web", "Mail"]) for _ in range(size)],
        control=[draw.random() < 0.3 for _ in range(size)],
    )


def _deals(draw: Random, size: int) -> Table:
    created = [_moment(draw) for _ in range(size)]
    outcome = [draw.choice(["won", "lost", "open"]) for _ in range(size)]
    closed = [
        None if was == "open" else begun + timedelta(days=draw.randrange(-2, 90))
        for was, begun in zip(outcome, created, strict=True)
    ]
    return table(
        "deals",
        id=[f"D{i}" for i in range(size)],
        lead=[f"L{draw.randrange(size)}" for _ in range(size)],
        created=[_sometimes(draw, moment) for moment in created],
        closed=closed,
        outcome=outcome,
        amount=[_sometimes(draw, _money(draw)) for _ in range(size)],
        customer=[_sometimes(draw, _customer(draw, size)) for _ in range(size)],
        control=[draw.random() < 0.3 for _ in range(size)],
    )


def _orders(draw: Random, size: int) -> Table:
    return table(
        "orders",
        order=[_sometimes(draw, f"O{draw.randrange(size)}") for _ in range(2 * size)],
        date=[_moment(draw) for _ in range(2 * size)],
        amount=[_sometimes(draw, _money(draw)) for _ in range(2 * size)],
        customer=[_sometimes(draw, _customer(draw, size)) for _ in range(2 * size)],
    )


def _customers(draw: Random, size: int) -> Table:
    start = [_moment(draw) for _ in range(size)]
    end = [_sometimes(draw, moment + timedelta(days=draw.randrange(600)), 0.4) for moment in start]
    return table(
        "customers",
        id=[f"Customer {i:03}" for i in range(size)],
        start=start,
        end=end,
        churned=[moment is not None for moment in end],
        source=[draw.choice(["Fair", "Web", "Mail"]) for _ in range(size)],
    )


def _tickets(draw: Random, size: int) -> Table:
    created = [_moment(draw) for _ in range(size)]
    return table(
        "tickets",
        scales={"satisfaction": Scale(1, 5)},
        created=created,
        resolved=[
            _sometimes(draw, moment + timedelta(microseconds=draw.randrange(10**12)), 0.7)
            for moment in created
        ],
        handling_minutes=[_sometimes(draw, draw.random() * 60) for _ in range(size)],
        satisfaction=[_sometimes(draw, float(draw.randrange(1, 6)), 0.5) for _ in range(size)],
        customer=[_customer(draw, size) for _ in range(size)],
    )


def _survey(draw: Random, size: int) -> Table:
    kind = [draw.choice(["nps", "csat"]) for _ in range(size)]
    return table(
        "survey",
        scales={"score": Scale(0, 10)},
        date=[_moment(draw) for _ in range(size)],
        kind=kind,
        score=[float(draw.randrange(11) if k == "nps" else draw.randrange(1, 6)) for k in kind],
    )


def _activity(draw: Random, size: int) -> Table:
    return table(
        "activity",
        date=[_moment(draw) for _ in range(size)],
        user=[f"User {draw.randrange(12):02}" for _ in range(size)],
        customer=[_sometimes(draw, _customer(draw, size)) for _ in range(size)],
    )


def _costs(draw: Random) -> Table:
    rows = [
        (f"{year}-{month:02}-01", category)
        for year in (2022, 2023, 2024)
        for month in range(1, 13)
        for category in ("acquisition", "crm", "returns", "other")
    ]
    return table(
        "costs",
        date=[day for day, _category in rows],
        category=[category for _day, category in rows],
        campaign=[draw.choice(["Fair", "Web", "Mail", None]) for _ in rows],
        amount=[abs(_money(draw)) for _ in rows],
    )
