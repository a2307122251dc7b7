"""The lines of the business case, each declared once: an amount times a series.

An amount is a SymPy expression over the assumptions' symbols (products and sums only), in money: of
the month where the series runs over months. It is computed by NumPy, printed as LaTeX and as an
Excel formula (`printing.py`). Factors stay in the order in which they are written here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import add
from types import MappingProxyType
from typing import Literal

import sympy
from sympy import Symbol

from crmroi.model.series import MONTH_0
from crmroi.text import N_

Side = Literal["gain", "cost"]
Kind = Literal["cash", "time", "intangible"]

KINDS: Mapping[Kind, str] = MappingProxyType(
    {"cash": N_("Cash"), "time": N_("People’s time"), "intangible": N_("Intangible")}
)
"""What a finance director asks first, and how it is named."""

THEMES: Mapping[str, str] = MappingProxyType(
    {
        "leads_won": N_("Leads won"),
        "order_size": N_("Larger orders"),
        "repeat_orders": N_("Repeat orders"),
        "loyalty": N_("Loyalty"),
        "acquisition": N_("Acquisition"),
        "time_saved": N_("Time saved"),
        "running_savings": N_("Running savings"),
        "intangibles": N_("Intangibles"),
        "set_up": N_("Set-up"),
        "training": N_("Training"),
        "licences": N_("Licences"),
        "running": N_("Running costs"),
        "hidden": N_("Hidden costs"),
    }
)
"""The bars of the waterfall, gains first, and how they are named."""

CONSTANTS: Mapping[str, float] = MappingProxyType({"weeks_per_month": 52 / 12})
"""Symbols of amounts that are no assumptions."""

SALES = "sales"
"""The series of the four levers: each its Shapley share of the revenue gained."""


@dataclass(frozen=True)
class Line:
    """One cost or gain. `hidden` marks what business cases forget."""

    name: str
    side: Side
    kind: Kind
    series: str
    amount: sympy.Expr
    theme: str
    label: str
    hidden: bool = False


class _Symbols:
    """`field.users` is the symbol of the assumption, or the line, of that name."""

    def __getattr__(self, name: str) -> Symbol:
        return Symbol(name)


field = _Symbols()


def _cost(
    name: str,
    kind: Kind,
    series: str,
    amount: sympy.Expr,
    theme: str,
    label: str,
    *,
    hidden: bool = False,
) -> Line:
    return Line(name, "cost", kind, series, amount, theme, label, hidden)


def _gain(name: str, kind: Kind, series: str, amount: sympy.Expr, theme: str, label: str) -> Line:
    return Line(name, "gain", kind, series, amount, theme, label)


with sympy.evaluate(False):  # else factors would be put in another order
    _weeks = field.weeks_per_month
    _training_hours_per_month = (
        field.users
        * (
            field.continuing_training_hours_per_user_per_year
            + field.staff_turnover * field.training_hours_per_user
        )
        / 12
    )
    _before_contingency = (
        field.installation,
        field.custom_development,
        field.data_migration,
        field.hardware,
        field.change_management,
        field.initial_trainer,
        field.initial_training_time,
    )

    LINES: tuple[Line, ...] = (
        _gain("conversion", "cash", SALES, field.gross_margin, "leads_won", N_("More leads won")),
        _gain(
            "order_value", "cash", SALES, field.gross_margin, "order_size", N_("Higher order value")
        ),
        _gain(
            "repeat_orders",
            "cash",
            SALES,
            field.gross_margin,
            "repeat_orders",
            N_("More repeat orders"),
        ),
        _gain("retention", "cash", SALES, field.gross_margin, "loyalty", N_("Customers kept")),
        _gain(
            "acquisition",
            "cash",
            "medium × price",
            field.acquisition_spend_per_month * field.acquisition_saving,
            "acquisition",
            N_("Acquisition spending saved"),
        ),
        _gain(
            "time_saved",
            "time",
            "short × wage",
            field.users
            * field.hours_saved_per_user_per_week
            * _weeks
            * field.hourly_cost
            * field.productivity_recapture,
            "time_saved",
            N_("Working time saved"),
        ),
        _gain(
            "automation",
            "cash",
            "short × price",
            field.operating_cost_per_month * field.operating_cost_reduction,
            "running_savings",
            N_("Operating costs saved"),
        ),
        _gain(
            "support",
            "time",
            "short × wage",
            field.tickets_per_month
            * (field.minutes_per_ticket / 60)
            * field.hourly_cost
            * field.handling_time_reduction
            * field.productivity_recapture,
            "time_saved",
            N_("Ticket handling time saved"),
        ),
        _gain(
            "returns",
            "cash",
            "long × price",
            field.returns_cost_per_month * field.returns_reduction,
            "running_savings",
            N_("Cost of returns avoided"),
        ),
        _gain(
            "legacy_tools",
            "cash",
            "live × price",
            field.legacy_tools_cost_per_month,
            "running_savings",
            N_("Old tools retired"),
        ),
        *(
            _gain(
                name,
                "intangible",
                "long",
                field.include_intangibles
                * (Symbol(f"{name}_value_per_year") / 12)
                * field.intangible_confidence,
                "intangibles",
                label,
            )
            for name, label in (
                ("brand", N_("Brand")),
                ("employee", N_("Employee satisfaction")),
                ("agility", N_("Agility")),
            )
        ),
        *(
            _cost(name, "cash", MONTH_0, Symbol(name), "set_up", label)
            for name, label in (
                ("installation", N_("Installation")),
                ("custom_development", N_("Custom development")),
                ("data_migration", N_("Data migration")),
                ("hardware", N_("Hardware")),
                ("change_management", N_("Change management")),
            )
        ),
        _cost(
            "initial_trainer",
            "cash",
            MONTH_0,
            field.users * field.training_hours_per_user * field.trainer_cost_per_user_hour,
            "training",
            N_("Initial training: trainer"),
        ),
        _cost(
            "initial_training_time",
            "time",
            MONTH_0,
            field.users * field.training_hours_per_user * field.hourly_cost,
            "training",
            N_("Initial training: users’ time"),
        ),
        _cost(
            "contingency",
            "cash",
            MONTH_0,
            field.contingency_rate * reduce(add, _before_contingency),
            "hidden",
            N_("Contingency"),
            hidden=True,
        ),
        _cost(
            "licences",
            "cash",
            "price",
            field.users * field.licence_per_user_per_month,
            "licences",
            N_("Licences"),
        ),
        _cost(
            "maintenance",
            "cash",
            "live × price",
            field.maintenance_rate * (field.installation + field.custom_development) / 12,
            "running",
            N_("Maintenance"),
        ),
        _cost(
            "infrastructure",
            "cash",
            "price",
            field.infrastructure_per_month,
            "running",
            N_("Infrastructure"),
        ),
        _cost(
            "administration",
            "cash",
            "wage",
            field.administrator_fte * field.administrator_salary_per_year / 12,
            "running",
            N_("Administration"),
        ),
        _cost(
            "continuing_trainer",
            "cash",
            "live × price",
            _training_hours_per_month * field.trainer_cost_per_user_hour,
            "training",
            N_("Continuing training: trainer"),
        ),
        _cost(
            "continuing_training_time",
            "time",
            "live × wage",
            _training_hours_per_month * field.hourly_cost,
            "training",
            N_("Continuing training: users’ time"),
        ),
        _cost(
            "future_customisation",
            "cash",
            "live × price",
            field.future_customisation_per_year / 12,
            "hidden",
            N_("Future customisation"),
            hidden=True,
        ),
        _cost(
            "usage_time",
            "time",
            "adoption × wage",
            field.users * field.usage_hours_per_user_per_week * _weeks * field.hourly_cost,
            "hidden",
            N_("Extra time in the CRM"),
            hidden=True,
        ),
        _cost(
            "productivity_dip",
            "time",
            "dip × wage",
            field.users
            * field.productivity_dip_hours_per_user_per_week
            * _weeks
            * field.hourly_cost,
            "hidden",
            N_("Productivity dip after go-live"),
            hidden=True,
        ),
    )
    """Gains, then costs. A line comes after those that its amount names."""

LINE: Mapping[str, Line] = MappingProxyType({line.name: line for line in LINES})
"""Each line by its name."""
