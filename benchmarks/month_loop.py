"""The model as an analyst would write it: one scenario, a loop over months, numpy-financial.

Plain Python, written from the definitions and from nothing in crmroi. The benchmark of the engine
races against it, and the tests hold every figure of the engine against it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy_financial as npf

Fields = Mapping[str, Any]
"""The fields of all groups of a scenario file, by their name."""

LEVERS = ("conversion", "order_value", "repeat_orders", "retention")
TIME = {"time_saved", "support"} | {
    "initial_training_time",
    "continuing_training_time",
    "usage_time",
    "productivity_dip",
}
INTANGIBLE = {"brand", "employee", "agility"}


def adoption(f: Fields, month: int) -> float:
    """The share of users who work in the CRM."""
    since = month - f["go_live_month"]
    if since <= 0:
        return 0.0
    if since >= f["ramp_months"] or f["curve"] == "immediate":
        return float(f["target_rate"])
    x = since / f["ramp_months"]
    if f["curve"] == "linear":
        return float(f["target_rate"] * x)

    def logistic(x: float) -> float:
        return 1 / (1 + math.exp(-10 * (x - 0.5)))

    climbed = (logistic(x) - logistic(0)) / (logistic(1) - logistic(0))
    return float(f["target_rate"] * climbed)


def phase(f: Fields, month: int, lag: str) -> float:
    """Adoption as it was a lag ago."""
    return adoption(f, month - f[lag]) if month >= f[lag] else 0.0


def one_off_costs(f: Fields) -> dict[str, float]:
    """The costs of month 0."""
    hours = f["users"] * f["training_hours_per_user"]
    costs = {
        name: float(f[name])
        for name in (
            "installation",
            "custom_development",
            "data_migration",
            "hardware",
            "change_management",
        )
    }
    costs["initial_trainer"] = hours * f["trainer_cost_per_user_hour"]
    costs["initial_training_time"] = hours * f["hourly_cost"]
    costs["contingency"] = f["contingency_rate"] * sum(costs.values())
    return costs


def running_costs(f: Fields, month: int) -> dict[str, float]:
    """The costs of a month from 1 on."""
    year = (month - 1) // 12
    price = (1 + f["price_increase_per_year"]) ** year
    wage = (1 + f["wage_increase_per_year"]) ** year
    live = 1 if month > f["go_live_month"] else 0
    dip = 1 if live and month <= f["go_live_month"] + f["productivity_dip_months"] else 0
    training = (
        f["users"]
        * (
            f["continuing_training_hours_per_user_per_year"]
            + f["staff_turnover"] * f["training_hours_per_user"]
        )
        / 12
    )
    week = 52 / 12 * f["users"] * f["hourly_cost"]
    built = f["installation"] + f["custom_development"]
    return {
        "licences": f["users"] * f["licence_per_user_per_month"] * price,
        "maintenance": live * f["maintenance_rate"] * built / 12 * price,
        "infrastructure": f["infrastructure_per_month"] * price,
        "administration": f["administrator_fte"] * f["administrator_salary_per_year"] / 12 * wage,
        "continuing_trainer": live * training * f["trainer_cost_per_user_hour"] * price,
        "continuing_training_time": live * training * f["hourly_cost"] * wage,
        "future_customisation": live * f["future_customisation_per_year"] / 12 * price,
        "usage_time": f["usage_hours_per_user_per_week"] * week * adoption(f, month) * wage,
        "productivity_dip": dip * f["productivity_dip_hours_per_user_per_week"] * week * wage,
    }


def other_gains(f: Fields, month: int) -> dict[str, float]:
    """The gains of a month from 1 on, those of sales left out."""
    year = (month - 1) // 12
    price = (1 + f["price_increase_per_year"]) ** year
    wage = (1 + f["wage_increase_per_year"]) ** year
    live = 1 if month > f["go_live_month"] else 0
    short = phase(f, month, "short_term_lag_months")
    medium = phase(f, month, "medium_term_lag_months")
    long = phase(f, month, "long_term_lag_months")
    saved = f["users"] * f["hours_saved_per_user_per_week"] * 52 / 12
    handling = f["tickets_per_month"] * f["minutes_per_ticket"] / 60 * f["handling_time_reduction"]
    hour = f["hourly_cost"] * f["productivity_recapture"]
    worth = f["intangible_confidence"] / 12 if f["include_intangibles"] else 0.0
    return {
        "acquisition": f["acquisition_spend_per_month"] * f["acquisition_saving"] * medium * price,
        "time_saved": saved * hour * short * wage,
        "automation": f["operating_cost_per_month"] * f["operating_cost_reduction"] * short * price,
        "support": handling * hour * short * wage,
        "returns": f["returns_cost_per_month"] * f["returns_reduction"] * long * price,
        "legacy_tools": f["legacy_tools_cost_per_month"] * live * price,
        "brand": f["brand_value_per_year"] * worth * long,
        "employee": f["employee_value_per_year"] * worth * long,
        "agility": f["agility_value_per_year"] * worth * long,
    }


def company(f: Fields, pulled: frozenset[str]) -> tuple[list[float], list[float]]:
    """Customers and revenue of each month from 0 on, with these levers pulled."""
    customers, revenue = [float(f["customers"])], [0.0]
    for month in range(1, 12 * f["horizon_years"] + 1):
        medium = phase(f, month, "medium_term_lag_months")
        long = phase(f, month, "long_term_lag_months")
        conversion, order_value = f["conversion_rate"], f["average_order_value"]
        frequency = f["orders_per_customer_per_year"] / 12
        churn = 1 - f["retention_rate"] ** (1 / 12)
        if "conversion" in pulled:
            conversion = min(1, conversion * (1 + f["conversion_uplift"] * medium))
        if "order_value" in pulled:
            order_value = order_value * (1 + f["order_value_uplift"] * medium)
        if "repeat_orders" in pulled:
            frequency = frequency * (1 + f["repeat_order_uplift"] * long)
        if "retention" in pulled:
            churn = min(1, churn * (1 - f["churn_reduction"] * long))
        kept = customers[-1] * (1 - churn)
        new = f["leads_per_month"] * conversion
        selling = (1 + f["selling_price_increase_per_year"]) ** ((month - 1) // 12)
        revenue.append((new + kept * frequency) * order_value * selling)
        customers.append(kept + new)
    return customers, revenue


def flows(f: Fields) -> dict[str, list[float]]:
    """Gains and costs of each month after risk adjustment, in all and on cash alone."""
    _, with_crm = company(f, frozenset(LEVERS))
    _, without_crm = company(f, frozenset())
    found: dict[str, list[float]] = {"gains": [], "costs": [], "cash_gains": [], "cash_costs": []}
    for month in range(12 * f["horizon_years"] + 1):
        gains = other_gains(f, month) if month else {}
        gains["sales"] = f["gross_margin"] * (with_crm[month] - without_crm[month])
        costs = running_costs(f, month) if month else one_off_costs(f)
        for side, risk, lines in (
            ("gains", 1 - f["gains_risk"], gains),
            ("costs", 1 + f["costs_risk"], costs),
        ):
            total = sum(lines.values())
            not_cash = sum(lines[name] for name in lines if name in TIME or name in INTANGIBLE)
            found[side].append(risk * total)
            found[f"cash_{side}"].append(risk * (total - not_cash))
    return found


def break_even(net: list[float], total_costs: float) -> int | None:
    """The first month from which the running sum stays at 0 or above."""
    running, found = 0.0, None
    for month, amount in enumerate(net):
        running += amount
        if running < -1e-9 * total_costs:
            found = None
        elif found is None:
            found = month
    return found


def ratio(value: float, base: float) -> float | None:
    """A quotient, none where the base is 0."""
    return value / base if base else None


def measures(f: Fields) -> dict[str, float | int | None]:
    """Every measure of a scenario; the internal rate is the one that numpy-financial picks."""
    found = flows(f)
    gains, costs = found["gains"], found["costs"]
    net = [gain - cost for gain, cost in zip(gains, costs, strict=True)]
    rate = (1 + f["discount_rate"]) ** (1 / 12) - 1
    discounted = [amount / (1 + rate) ** month for month, amount in enumerate(net)]
    cumulative, running = [], 0.0
    for amount in net:
        running += amount
        cumulative.append(running)
    total_gains, total_costs = sum(gains), sum(costs)
    present_gains, present_costs = npf.npv(rate, gains), npf.npv(rate, costs)
    cash_gains, cash_costs = sum(found["cash_gains"]), sum(found["cash_costs"])
    internal = npf.irr(net)
    modified = npf.mirr(net, rate, rate)
    deepest = min(cumulative)
    return {
        "total_gains": total_gains,
        "total_costs": total_costs,
        "net_gain": total_gains - total_costs,
        "roi": ratio(total_gains - total_costs, total_costs),
        "npv": npf.npv(rate, net),
        "discounted_roi": ratio(present_gains - present_costs, present_costs),
        "benefit_cost_ratio": ratio(present_gains, present_costs),
        "irr": None if math.isnan(internal) else (1 + internal) ** 12 - 1,
        "mirr": None if math.isnan(modified) else (1 + modified) ** 12 - 1,
        "break_even_month": break_even(net, total_costs),
        "discounted_break_even_month": break_even(discounted, total_costs),
        "peak_funding": -deepest if deepest < -1e-9 * total_costs else 0.0,
        "annual_yield": ratio(total_gains / f["horizon_years"], total_costs),
        "roi_cash": ratio(cash_gains - cash_costs, cash_costs),
        "npv_cash": npf.npv(rate, found["cash_gains"]) - npf.npv(rate, found["cash_costs"]),
    }
