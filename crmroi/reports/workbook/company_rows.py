"""Rows of the company, without the CRM and with it: customers, orders, revenue."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from crmroi.model.arrays import Array
from crmroi.model.names import WORDS
from crmroi.reports.workbook.held import Held, shifted
from crmroi.reports.workbook.rows import Form, Row, Section
from crmroi.reports.workbook.words import capital
from crmroi.text import _

DRIVER_FORMULAS: Mapping[str, tuple[Form, str, str]] = MappingProxyType(
    {
        "conversion": (
            "share",
            "{always}*conversion_rate",
            "MIN(1,{conversion_without}*(1+conversion_uplift*{medium}))",
        ),
        "order_value": (
            "value",
            "{always}*average_order_value",
            "{order_value_without}*(1+order_value_uplift*{medium})",
        ),
        "frequency": (
            "factor",
            "{always}*orders_per_customer_per_year/12",
            "{frequency_without}*(1+repeat_order_uplift*{long})",
        ),
        "churn": (
            "share",
            "{always}*(1-retention_rate^(1/12))",
            "MIN(1,{churn_without}*(1-churn_reduction*{long}))",
        ),
    }
)
"""What a lever moves: how it is shown, without the CRM, and with it."""


def company_section(held: Held, name: str) -> Section:
    """The company "without" the CRM or "with" it."""
    moved = name == "with"
    values = {driver: held.driver(driver, moved=moved) for driver in DRIVER_FORMULAS}
    drivers = [
        Row(f"{driver}_{name}", _word(driver), form, formulas[moved], values[driver])
        for driver, (form, *formulas) in DRIVER_FORMULAS.items()
    ]
    title = _("With CRM") if moved else _("Without CRM")
    return Section(title, (*drivers, *_flows(held, name, values)))


def _flows(held: Held, name: str, drivers: Mapping[str, Array]) -> tuple[Row, ...]:
    customers = held.monthly(f"customers_{name}")
    kept = shifted(customers) * (held.always - drivers["churn"])
    new = held.value("leads_per_month") * drivers["conversion"]
    orders = new + kept * drivers["frequency"]

    def row(what: str, form: Form, formula: str, values: Array, first: str | None = None) -> Row:
        return Row(
            f"{what}_{name}",
            _word(what),
            form,
            formula.replace("@", name),
            values,
            first,
            summed=what in {"new", "orders", "revenue"},
            strong=what in {"customers", "revenue"},
        )

    return (
        row("kept", "count", "{customers_@<}*({always}-{churn_@})", kept, "0"),
        row("new", "count", "leads_per_month*{conversion_@}", new),
        row("customers", "count", "{kept_@}+{new_@}", customers, "customers"),
        row("orders", "count", "{new_@}+{kept_@}*{frequency_@}", orders),
        row(
            "revenue",
            "money",
            "{orders_@}*{order_value_@}*{selling}",
            held.monthly(f"revenue_{name}"),
        ),
    )


def _word(name: str) -> str:
    return _("Orders") if name == "orders" else capital(_(WORDS[name]))
