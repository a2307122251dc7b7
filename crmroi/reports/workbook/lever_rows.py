"""Rows of the 16 companies in which some of the four levers are pulled, and each lever's share."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import factorial

import numpy as np

from crmroi.model.arrays import Array
from crmroi.model.customers import LEVERS, shapley
from crmroi.model.lines import LINE
from crmroi.reports.workbook.held import Held, shifted
from crmroi.reports.workbook.rows import Row, Section
from crmroi.text import _

Pulled = tuple[int, ...]
"""1 for each lever that is pulled, 0 for one that is not, in the order of `LEVERS`."""


def lever_sections(held: Held) -> tuple[Section, ...]:
    """Customers, orders and revenue of every company, then the shares."""
    customers, revenue = held.companies()
    shares = shapley(revenue)
    return (
        Section(_("Customers"), tuple(_customers(held, customers))),
        Section(_("Orders"), tuple(_orders(held, customers))),
        Section(_("Revenue"), tuple(_revenues(revenue))),
        Section(
            _("Shares of the revenue gained (Shapley values)"),
            (
                *(_share(lever, shares[lever]) for lever in LEVERS),
                Row(
                    "revenue_gained",
                    _("All four: revenue gained"),
                    "money",
                    "SUM({share_" + LEVERS[0] + "}:{share_" + LEVERS[-1] + "})",
                    np.sum([shares[lever] for lever in LEVERS], axis=0),
                    summed=True,
                    strong=True,
                ),
                _check(revenue),
            ),
        ),
    )


def pulled_name(what: str, pulled: Pulled) -> str:
    """The name of a row of one company."""
    return what + "_" + "".join(map(str, pulled))


def _company(lever: int) -> str:
    return "with" if lever else "without"


def _label(levers: tuple[int, ...], pulled: Pulled) -> str:
    """Which of these levers are pulled, in words."""
    names = [_(LINE[LEVERS[lever]].label) for lever in levers if pulled[lever]]
    return " + ".join(names) or _("None of these levers")


def _customers(held: Held, customers: Array) -> Iterator[Row]:
    """Only two of the levers move customers: those won, and those kept."""
    for won, staying in product((0, 1), repeat=2):
        pulled = (won, 0, 0, staying)
        name, kept = pulled_name("customers", pulled), pulled_name("kept", pulled)
        values = customers[pulled]
        churn = held.driver("churn", moved=bool(staying))
        label = _label((0, 3), pulled)
        yield Row(
            kept,
            _("Kept: {levers}", levers=label),
            "count",
            f"{{{name}<}}*({{always}}-{{churn_{_company(staying)}}})",
            shifted(values) * (held.always - churn),
            "0",
        )
        yield Row(name, label, "count", f"{{{kept}}}+{{new_{_company(won)}}}", values, "customers")


def _orders(held: Held, customers: Array) -> Iterator[Row]:
    for won, again, staying in product((0, 1), repeat=3):
        pulled = (won, 0, again, staying)
        kept = (won, 0, 0, staying)
        churn = held.driver("churn", moved=bool(staying))
        stay = shifted(customers[kept]) * (held.always - churn)
        new = held.value("leads_per_month") * held.driver("conversion", moved=bool(won))
        yield Row(
            pulled_name("orders", pulled),
            _label((0, 2, 3), pulled),
            "count",
            f"{{new_{_company(won)}}}"
            f"+{{{pulled_name('kept', kept)}}}*{{frequency_{_company(again)}}}",
            new + stay * held.driver("frequency", moved=bool(again)),
        )


def _revenues(revenue: Array) -> Iterator[Row]:
    for pulled in product((0, 1), repeat=4):
        won, larger, again, staying = pulled
        orders = pulled_name("orders", (won, 0, again, staying))
        yield Row(
            pulled_name("revenue", pulled),
            _label((0, 1, 2, 3), pulled),
            "money",
            f"{{{orders}}}*{{order_value_{_company(larger)}}}*{{selling}}",
            revenue[pulled],
            summed=True,
        )


def _share(lever: str, values: Array) -> Row:
    """A lever's mean contribution over all orders in which the levers could be pulled."""
    at, count = LEVERS.index(lever), len(LEVERS)
    by_size: dict[int, list[str]] = {size: [] for size in range(count)}
    for others in product((0, 1), repeat=count - 1):
        more = (*others[:at], 1, *others[at:])
        less = (*others[:at], 0, *others[at:])
        by_size[sum(others)].append(
            f"{{{pulled_name('revenue', more)}}}-{{{pulled_name('revenue', less)}}}"
        )
    terms = [
        f"({'+'.join(added)})/{factorial(count) // (factorial(size) * factorial(count - 1 - size))}"
        for size, added in by_size.items()
    ]
    label = _(LINE[lever].label)
    return Row(f"share_{lever}", label, "money", "+".join(terms), values, summed=True)


def _check(revenue: Array) -> Row:
    """What the shares add up to, taken in one step."""
    every, none = (1,) * len(LEVERS), (0,) * len(LEVERS)
    return Row(
        "revenue_difference",
        _("Revenue with the CRM less revenue without"),
        "money",
        "{revenue_with}-{revenue_without}",
        revenue[every] - revenue[none],
        summed=True,
    )
