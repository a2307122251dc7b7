"""KPIs of customers: how many, how loyal, what they bring and what they cost."""

from __future__ import annotations

from crmroi.measure.declared.kpi import Kpi, Source
from crmroi.measure.declared.sales import ADD_ORDERS, ADD_SALES
from crmroi.measure.formulas import MARGIN, Combined, Found, OverMonths, Ratio, Total
from crmroi.text import N_, Unit

_ADD_CUSTOMERS = N_(
    "{kpi} cannot be calculated: no orders and no customers. Add the file of either."
)
_ADD_COSTS = N_("{kpi} cannot be calculated: no costs. Add the costs file.")
_NO_BUYER = N_("{kpi} cannot be calculated: no order names its customer.")
_NO_YEARS = N_(
    "{kpi} cannot be calculated: the orders cover less than two years. Add older orders, or the"
    " file of customers with their start and end."
)
_NO_START = N_(
    "{kpi} cannot be calculated: there were no customers yet twelve months before the end of the"
    " data. Add older customers."
)
_NO_SPEND = N_(
    "{kpi} cannot be calculated: no new customers in the months of the costs. Add both for the"
    " same months."
)
_NO_LIFETIME = N_(
    "{kpi} cannot be calculated: it takes the average order value, the orders of a customer in a"
    " year, and a retention below 100%."
)
_NO_RATIO = N_(
    "{kpi} cannot be calculated: it takes the lifetime value and the acquisition cost of a"
    " customer."
)
_NO_MARGIN = N_(
    "{kpi} cannot be calculated: it takes the lifetime value of a customer and the gross margin."
    " Enter the margin."
)
_NO_RETURNS = N_("{kpi} cannot be calculated: none of the costs is of returns.")


def _lifetime(order_value: float, orders_per_year: float, retention_rate: float) -> float | None:
    """Order value × orders of a year × 1 ÷ (1 − retention) years; None where nobody ever leaves."""
    return order_value * orders_per_year / (1.0 - retention_rate) if retention_rate < 1 else None


def _ratio(value: float, cost: float) -> float | None:
    return value / cost if cost else None


def _product(value: float, margin: float) -> float | None:
    return value * margin


_ENDED = Source(
    "customers", Found("loyalty.retention", "loyalty.at_start"), ("start", "end"),
    dated=Found("loyalty.retention_by_year", "loyalty.at_start"), empty=_NO_START,
)  # fmt: skip
_FLAGGED = Source("customers", Ratio("flags.kept", "flags.flagged"), ("churned",))

CUSTOMER_KPIS = (
    Kpi(
        "customers", N_("Customers"),
        N_("Customers with an order; where there are no orders, records of customers."),
        Unit.COUNT, "up", _ADD_CUSTOMERS,
        (
            Source("orders", Total("orders.customers"), ("customer",)),
            Source("customers", Total("customers.records")),
        ),
        per_month=True, falls_back=True,
    ),
    Kpi(
        "new_customers", N_("New customers"),
        N_("Customers by the date of their start; where it is not given, of their first order."),
        Unit.COUNT, "up", _ADD_CUSTOMERS,
        (
            Source("customers", Total("customers.started"), ("start",)),
            Source("orders", Total("buyers.started"), ("customer",)),
        ),
        per_month=True, falls_back=True,
    ),
    Kpi(
        "repeat_purchase_rate", N_("Repeat purchases"),
        N_("Customers with two orders or more ÷ customers with an order."),
        Unit.SHARE, "up", ADD_ORDERS,
        (
            Source(
                "orders", Ratio("buyers.repeat", "buyers.customers"), ("customer",),
                empty=_NO_BUYER, by_month=False,
            ),
        ),
    ),
    Kpi(
        "orders_per_customer_per_year", N_("Orders per customer and year"),
        N_(
            "Orders ÷ customer-years observed, from a customer’s first order to the last day of"
            " the data."
        ),
        Unit.ORDERS_PER_YEAR, "up", ADD_ORDERS,
        (
            Source(
                "orders", Ratio("buyers.orders", "buyers.years", "buyers.orders"),
                ("customer",), empty=_NO_BUYER,
            ),
        ),
    ),
    Kpi(
        "retention_rate", N_("Retention"),
        N_(
            "Customers of one year who buy again in the next ÷ those customers. From start and end:"
            " customers at the start of twelve months who are not lost in them. From a flag alone:"
            " 1 − lost customers ÷ customers, of an unknown period."
        ),
        Unit.SHARE, "up",
        N_("{kpi} cannot be calculated: no order dates or end dates. Add the orders file."),
        (
            Source(
                "orders", Ratio("returning.again", "returning.base"), ("customer",), empty=_NO_YEARS
            ),
            _ENDED,
            _FLAGGED,
        ),
        falls_back=True,
    ),
    Kpi(
        "customers.retention_rate", N_("Retention by customers’ records"),
        N_("From the customers’ start and end or their flag, beside the retention of the orders."),
        Unit.SHARE, "up",
        N_("{kpi} cannot be calculated: no end dates. Add the customers file."),
        (_ENDED, _FLAGGED), falls_back=True, beside="retention_rate",
    ),
    Kpi(
        "revenue_per_customer", N_("Revenue per customer"),
        N_("Revenue of identified customers ÷ customers."),
        Unit.MONEY, "up", ADD_SALES,
        (
            Source(
                "orders", Ratio("lines.of_customers", "lines.customers"), ("amount", "customer"),
                empty=_NO_BUYER, by_month=False,
            ),
            Source(
                "deals", Ratio("deals.of_customers", "deals.customers"),
                ("status", "amount", "customer"),
                empty=N_("{kpi} cannot be calculated: no won deal names its customer."),
                by_month=False,
            ),
        ),
    ),
    Kpi(
        "customer_lifetime_value", N_("Customer lifetime value (CLV)"),
        N_(
            "Average order value × orders per customer and year × lifespan; the lifespan is"
            " 1 ÷ (1 − retention) years."
        ),
        Unit.MONEY, "up", _NO_LIFETIME,
        combined=Combined(
            ("average_order_value", "orders_per_customer_per_year", "retention_rate"), _lifetime
        ),
    ),
    Kpi(
        "customer_lifetime_margin", N_("Margin of a customer’s lifetime"),
        N_("Customer lifetime value × gross margin."),
        Unit.MONEY, "up", _NO_MARGIN,
        combined=Combined(("customer_lifetime_value", MARGIN), _product),
    ),
    Kpi(
        "customer_acquisition_cost", N_("Customer acquisition cost (CAC)"),
        N_("Acquisition costs ÷ new customers of the same months."),
        Unit.MONEY, "down", _ADD_COSTS,
        (
            Source(
                "costs", Ratio("acquisition.cost", "acquisition.customers"), (), empty=_NO_SPEND
            ),
        ),
    ),
    Kpi(
        "lifetime_value_to_acquisition_cost", N_("Lifetime value to acquisition cost"),
        N_("Customer lifetime value ÷ customer acquisition cost."),
        Unit.COUNT, "up", _NO_RATIO,
        combined=Combined(("customer_lifetime_value", "customer_acquisition_cost"), _ratio),
    ),
    Kpi(
        "returns_cost_per_month", N_("Cost of returns per month"),
        N_("Costs of returns in a month."),
        Unit.MONEY_PER_MONTH, "down", _ADD_COSTS,
        (
            Source(
                "costs", OverMonths("costs.returns", n="costs.returns_records"),
                ("category",), empty=_NO_RETURNS,
            ),
        ),
    ),
    Kpi(
        "repeat_orders_per_customer_per_year", N_("Repeat orders per customer and year"),
        N_("Orders after a customer’s first ÷ customer-years observed."),
        Unit.ORDERS_PER_YEAR, "up", ADD_ORDERS,
        (
            Source(
                "orders", Ratio("buyers.repeat_orders", "buyers.years", "buyers.orders"),
                ("customer",), empty=_NO_BUYER,
            ),
        ),
        auxiliary=True,
    ),
    Kpi(
        "current_customers", N_("Customers now"),
        N_("Customers with an order in the last twelve months; else those who have not ended."),
        Unit.COUNT, "up", _ADD_CUSTOMERS,
        (
            Source("orders", Total("recent.customers"), ("customer",)),
            Source("customers", Total("loyalty.current")),
        ),
        falls_back=True, auxiliary=True,
    ),
    Kpi(
        "acquisition_cost", N_("Acquisition spend"), N_("Costs of category acquisition."),
        Unit.MONEY, "down", _ADD_COSTS,
        (Source("costs", Total("costs.acquisition", "costs.acquisition_records"), ("category",)),),
        per_month=True, auxiliary=True,
    ),
    Kpi(
        "crm_cost", N_("Cost of the CRM"), N_("Costs of category CRM."),
        Unit.MONEY, "down", _ADD_COSTS,
        (Source("costs", Total("costs.crm", "costs.crm_records"), ("category",)),),
        per_month=True, auxiliary=True,
    ),
    Kpi(
        "returns_cost", N_("Cost of returns"), N_("Costs of category returns."),
        Unit.MONEY, "down", _ADD_COSTS,
        (Source("costs", Total("costs.returns", "costs.returns_records"), ("category",)),),
        per_month=True, auxiliary=True,
    ),
)  # fmt: skip
"""KPIs of customers and costs, in the order in which a page lists them; the auxiliary ones last."""
