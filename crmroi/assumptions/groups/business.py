"""The company today, without the CRM."""

from __future__ import annotations

from crmroi.assumptions import sources as src
from crmroi.assumptions.declare import Group, Number, assume
from crmroi.assumptions.groups.ranges import ANY_AMOUNT, COUNT_TO_TEN_THOUSAND, SHARE, YEARLY_RISE
from crmroi.assumptions.sources import OWN_ESTIMATE, in_view_of
from crmroi.text.messages import N_
from crmroi.text.units import Unit


class Business(Group):
    """The company today, without the CRM."""

    leads_per_month: Number = assume(
        400,
        unit=Unit.COUNT_PER_MONTH,
        allowed=ANY_AMOUNT,
        plausible=(0, 20_000),
        step=10,
        favours="high",
        label=N_("Leads per month"),
        help=N_("New leads in a month, with or without the CRM."),
        source=OWN_ESTIMATE,
    )
    conversion_rate: Number = assume(
        0.05,
        unit=Unit.SHARE,
        allowed=SHARE,
        plausible=(0.005, 0.4),
        step=0.005,
        favours="high",
        label=N_("Conversion rate"),
        help=N_(
            "Share of leads that become customers today. It depends on what you call a lead: use "
            "your own."
        ),
        source=in_view_of(src.CONVERSION_BLENDED),
    )
    customers: Number = assume(
        800,
        unit=Unit.COUNT,
        allowed=ANY_AMOUNT,
        plausible=(0, 20_000),
        step=10,
        favours="high",
        label=N_("Active customers"),
        help=N_("Customers at the decision."),
        source=OWN_ESTIMATE,
    )
    retention_rate: Number = assume(
        0.76,
        unit=Unit.SHARE,
        allowed=SHARE,
        plausible=(0.4, 0.95),
        step=0.01,
        label=N_("Customers kept per year"),
        help=N_("Share of today’s customers who are still customers a year later."),
        source=in_view_of(src.RETENTION_SECTORS, src.CHURN_BUSINESS),
    )
    orders_per_customer_per_year: Number = assume(
        3,
        unit=Unit.ORDERS_PER_YEAR,
        allowed=(0, 1_000),
        plausible=(0, 12),
        step=0.1,
        favours="high",
        label=N_("Repeat orders"),
        help=N_("Orders a year of a customer kept; the first order counts apart."),
        source=OWN_ESTIMATE,
    )
    average_order_value: Number = assume(
        5_000,
        unit=Unit.MONEY,
        allowed=ANY_AMOUNT,
        plausible=(0, 50_000),
        step=5,
        favours="high",
        label=N_("Average order"),
        help=N_("Mean value of an order, before tax."),
        source=OWN_ESTIMATE,
    )
    selling_price_increase_per_year: Number = assume(
        0.02,
        unit=Unit.RATE_PER_YEAR,
        allowed=YEARLY_RISE,
        plausible=(0, 0.1),
        step=0.005,
        favours="high",
        label=N_("Rise of selling prices"),
        help=N_("Yearly rise of your own prices."),
        source=OWN_ESTIMATE,
    )
    gross_margin: Number = assume(
        0.4,
        unit=Unit.SHARE,
        allowed=SHARE,
        plausible=(0.1, 0.9),
        step=0.01,
        favours="high",
        label=N_("Gross margin"),
        help=N_(
            "Share of a sale left after delivery, commissions, returns and support: what one more "
            "sale brings."
        ),
        source=in_view_of(src.MARGIN_SERVICES, src.MARGIN_MANUFACTURING),
    )
    acquisition_spend_per_month: Number = assume(
        10_000,
        unit=Unit.MONEY_PER_MONTH,
        allowed=ANY_AMOUNT,
        plausible=(0, 100_000),
        step=500,
        favours="high",
        label=N_("Cost of finding leads"),
        help=N_("Spent each month to find leads: advertising, fairs, bought lists."),
        source=in_view_of(src.ACQUISITION_COST_SECTORS),
    )
    operating_cost_per_month: Number = assume(
        8_000,
        unit=Unit.MONEY_PER_MONTH,
        allowed=ANY_AMOUNT,
        plausible=(0, 100_000),
        step=500,
        favours="high",
        label=N_("Operating cost"),
        help=N_(
            "Running costs a month that automation could touch, such as printing, mailing and "
            "outside data entry."
        ),
        source=OWN_ESTIMATE,
    )
    returns_cost_per_month: Number = assume(
        1_000,
        unit=Unit.MONEY_PER_MONTH,
        allowed=ANY_AMOUNT,
        plausible=(0, 50_000),
        step=100,
        favours="high",
        label=N_("Cost of returns"),
        help=N_("Cost a month of goods and invoices that come back."),
        source=OWN_ESTIMATE,
    )
    tickets_per_month: Number = assume(
        300,
        unit=Unit.COUNT_PER_MONTH,
        allowed=ANY_AMOUNT,
        plausible=(0, 5_000),
        step=10,
        favours="high",
        label=N_("Support tickets"),
        help=N_("Requests and complaints handled in a month."),
        source=OWN_ESTIMATE,
    )
    minutes_per_ticket: Number = assume(
        25,
        unit=Unit.MINUTES,
        allowed=COUNT_TO_TEN_THOUSAND,
        plausible=(0, 120),
        step=1,
        favours="high",
        label=N_("Work per ticket"),
        help=N_("Working time on a ticket, not the time until it is solved."),
        source=OWN_ESTIMATE,
    )
    legacy_tools_cost_per_month: Number = assume(
        0,
        unit=Unit.MONEY_PER_MONTH,
        allowed=ANY_AMOUNT,
        plausible=(0, 5_000),
        step=50,
        favours="high",
        label=N_("Tools replaced"),
        help=N_("Cost a month of today’s tools that stops when the CRM is live."),
        source=OWN_ESTIMATE,
    )
