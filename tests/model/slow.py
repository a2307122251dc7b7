"""A slow second opinion: the whole answer from the analyst's month loop, in plain Python.

Nothing here comes from crmroi: definitions alone. The levers are really pulled in all 24 orders,
and internal rates are looked for on a fine grid.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import accumulate, pairwise, permutations
from typing import Any

from benchmarks.month_loop import (
    LEVERS,
    Fields,
    adoption,
    company,
    flows,
    measures,
    one_off_costs,
    other_gains,
    running_costs,
)

GRID = 4000


def answer(fields: Fields) -> dict[str, Any]:
    """What a scenario means: metrics, total of each line, and series from month 0 on."""
    found = flows(fields)
    net = [gain - cost for gain, cost in zip(found["gains"], found["costs"], strict=True)]
    gains, costs = totals_of_lines(fields)
    customers_with, revenue_with = company(fields, frozenset(LEVERS))
    customers_without, revenue_without = company(fields, frozenset())
    return {
        "metrics": measures(fields) | internal_rate(net),
        "gains": gains,
        "costs": costs,
        "monthly": {
            "total_gains": found["gains"],
            "total_costs": found["costs"],
            "net": net,
            "cumulative": list(accumulate(net)),
            "adoption": [adoption(fields, month) for month in range(len(net))],
            "customers_with": customers_with,
            "customers_without": customers_without,
            "revenue_with": revenue_with,
            "revenue_without": revenue_without,
        },
    }


def totals_of_lines(fields: Fields) -> tuple[dict[str, float], dict[str, float]]:
    """Gains and costs over the horizon by line, after risk adjustment."""
    months = range(1, 12 * fields["horizon_years"] + 1)
    gains = shares_of_levers(fields)
    for month in months:
        for name, amount in other_gains(fields, month).items():
            gains[name] = gains.get(name, 0.0) + amount
    costs = one_off_costs(fields)
    for month in months:
        for name, amount in running_costs(fields, month).items():
            costs[name] = costs.get(name, 0.0) + amount
    return (
        {name: amount * (1 - fields["gains_risk"]) for name, amount in gains.items()},
        {name: amount * (1 + fields["costs_risk"]) for name, amount in costs.items()},
    )


def shares_of_levers(fields: Fields) -> dict[str, float]:
    """What each lever adds to the margin, on average over all orders of pulling them."""
    worth: dict[frozenset[str], float] = {}
    shares = dict.fromkeys(LEVERS, 0.0)
    for order in permutations(LEVERS):
        for place, lever in enumerate(order):
            before, after = frozenset(order[:place]), frozenset(order[: place + 1])
            for pulled in (before, after):
                if pulled not in worth:
                    worth[pulled] = fields["gross_margin"] * sum(company(fields, pulled)[1])
            shares[lever] += (worth[after] - worth[before]) / 24
    return shares


def internal_rate(net: list[float]) -> dict[str, Any]:
    """The internal rate of a year and its status."""
    roots = list(monthly_rates(net))
    status = {0: "none", 1: "unique"}.get(len(roots), "multiple")
    rate = (1 + roots[0]) ** 12 - 1 if status == "unique" else None
    return {"irr": rate, "irr_status": status}


def monthly_rates(net: list[float]) -> Iterator[float]:
    """The rates in [−0.9999, 1000] between which a fine grid sees the present value change sign."""
    largest = max(abs(amount) for amount in net)
    net = [0.0 if abs(amount) <= 1e-12 * largest else amount for amount in net]
    low, high = math.log(1e-4), math.log(1001)
    grid = [low + (high - low) * (place + 0.137) / GRID for place in range(GRID)]
    for left, right in pairwise(grid):
        if present(net, left) * present(net, right) < 0:
            yield math.expm1(bisected(net, left, right))


def bisected(net: list[float], left: float, right: float) -> float:
    """Where between the two the present value changes sign."""
    sign = present(net, left)
    while right - left > 1e-15 * max(1.0, abs(left)):
        middle = (left + right) / 2
        if middle in (left, right):
            break
        if present(net, middle) * sign > 0:
            left = middle
        else:
            right = middle
    return (left + right) / 2


def present(net: list[float], x: float) -> float:
    """The present value at ln(1 + rate) = x, times a positive number that keeps it in range."""
    last = len(net) - 1 if x < 0 else 0
    return math.fsum(amount * math.exp((last - month) * x) for month, amount in enumerate(net))
