"""KPIs of leads, deals and orders."""

from __future__ import annotations

from crmroi.measure.declared.kpi import Kpi, Source
from crmroi.measure.formulas import Found, OverMonths, Ratio, Total
from crmroi.text import N_, Unit

ADD_LEADS = N_("{kpi} cannot be calculated: no leads and no deals. Add the file of either.")
ADD_DEALS = N_("{kpi} cannot be calculated: no deals. Add the deals file.")
ADD_ORDERS = N_("{kpi} cannot be calculated: no orders. Add the orders file.")
ADD_SALES = N_("{kpi} cannot be calculated: no orders and no won deals. Add the file of either.")
_NO_LEADS = N_("{kpi} cannot be calculated: none of the leads is old enough to have been won.")
_NO_WON = N_("{kpi} cannot be calculated: no won deal has an amount.")
_NONE_CLOSED = N_("{kpi} cannot be calculated: no deal is won or lost.")
_NO_CYCLE = N_("{kpi} cannot be calculated: none that was won has both dates.")
_NO_AMOUNT = N_("{kpi} cannot be calculated: no order has an amount.")

_LEADS = (
    Source("leads", Total("leads.records")),
    Source("deals", Total("pipeline.records")),
)
_LEADS_PER_MONTH = (
    Source("leads", OverMonths("leads.records"), ("created",)),
    Source("deals", OverMonths("pipeline.records"), ("created",)),
)

SALES_KPIS = (
    Kpi(
        "leads", N_("Leads"),
        N_("Leads created; where there are no leads, deals created."),
        Unit.COUNT, "up", ADD_LEADS, _LEADS, per_month=True,
    ),
    Kpi(
        "leads_per_month", N_("Leads per month"),
        N_("Leads created in a month; where there are no leads, deals created."),
        Unit.COUNT_PER_MONTH, "up", ADD_LEADS, _LEADS_PER_MONTH,
    ),
    Kpi(
        "lead_conversion_rate", N_("Lead conversion"),
        N_(
            "Leads that became a customer ÷ leads. By month: of the leads created in it, those won"
            " within the time in which nine of ten wins come; younger leads are left out."
        ),
        Unit.SHARE, "up", ADD_LEADS,
        (
            Source(
                "leads", Ratio("leads.won", "leads.records"), ("converted",),
                dated=Ratio("leads.won_in_time", "leads.old_enough"), empty=_NO_LEADS,
            ),
            Source(
                "deals", Ratio("pipeline.won", "pipeline.records"), ("status", "closed"),
                dated=Ratio("pipeline.won_in_time", "pipeline.old_enough"), empty=_NO_LEADS,
            ),
        ),
    ),
    Kpi(
        "cart_abandonment_rate", N_("Cart abandonment"),
        N_("1 − carts that became an order ÷ carts."),
        Unit.SHARE, "down",
        N_("{kpi} cannot be calculated: no carts. Add a file of carts as the leads."),
        (
            Source(
                "leads", Ratio("carts.lost", "carts.records"), ("converted",),
                dated=Ratio("carts.lost_in_time", "carts.old_enough"), empty=_NO_LEADS,
            ),
        ),
    ),
    Kpi(
        "deals_won", N_("Deals won"), N_("Deals won, by closing date."),
        Unit.COUNT, "up", ADD_DEALS, (Source("deals", Total("deals.won"), ("status",)),),
        per_month=True,
    ),
    Kpi(
        "deals_lost", N_("Deals lost"), N_("Deals lost, by closing date."),
        Unit.COUNT, "", ADD_DEALS, (Source("deals", Total("deals.lost"), ("status",)),),
        per_month=True,
    ),
    Kpi(
        "deals_open", N_("Deals open"), N_("Deals neither won nor lost, by the date created."),
        Unit.COUNT, "", ADD_DEALS, (Source("deals", Total("pipeline.open"), ("status",)),),
        per_month=True,
    ),
    Kpi(
        "win_rate", N_("Win rate"), N_("Deals won ÷ deals won or lost, by closing date."),
        Unit.SHARE, "up", ADD_DEALS,
        (Source("deals", Ratio("deals.won", "deals.decided"), ("status",), empty=_NONE_CLOSED),),
    ),
    Kpi(
        "average_deal_value", N_("Average deal value"),
        N_("Mean amount of the won deals that have one."),
        Unit.MONEY, "up", ADD_DEALS,
        (
            Source(
                "deals", Ratio("deals.revenue", "deals.priced"), ("status", "amount"),
                empty=_NO_WON,
            ),
        ),
    ),
    Kpi(
        "sales_cycle_days", N_("Sales cycle"),
        N_("Median of the whole days from created to closed, of what was won."),
        Unit.DAYS, "down", ADD_LEADS,
        (
            Source(
                "deals", Found("deals.cycle_days", "deals.cycles"),
                ("status", "created", "closed"), empty=_NO_CYCLE,
            ),
            Source(
                "leads", Found("leads.cycle_days", "leads.cycles"), ("converted",), empty=_NO_CYCLE,
            ),
        ),
        falls_back=True,
    ),
    Kpi(
        "revenue", N_("Revenue"),
        N_(
            "Amounts of the orders by order date, credits taken off; where there are no orders,"
            " amounts of the won deals by closing date."
        ),
        Unit.MONEY, "up", ADD_SALES,
        (
            Source("orders", Total("lines.revenue", "lines.priced"), ("amount",)),
            Source("deals", Total("deals.revenue", "deals.priced"), ("status", "amount")),
        ),
        per_month=True,
    ),
    Kpi(
        "deals.revenue", N_("Revenue of won deals"),
        N_("Amounts of the won deals by closing date, beside the revenue of the orders."),
        Unit.MONEY, "up", ADD_DEALS,
        (Source("deals", Total("deals.revenue", "deals.priced"), ("status", "amount")),),
        per_month=True, beside="revenue",
    ),
    Kpi(
        "orders", N_("Orders"), N_("Distinct order numbers; rows where there are no numbers."),
        Unit.COUNT, "up", ADD_ORDERS, (Source("orders", Total("orders.records")),), per_month=True,
    ),
    Kpi(
        "average_order_value", N_("Average order value"),
        N_("Revenue of the orders that have an amount ÷ their number."),
        Unit.MONEY, "up", ADD_ORDERS,
        (
            Source(
                "orders", Ratio("orders.revenue", "orders.priced"), ("amount",), empty=_NO_AMOUNT
            ),
        ),
    ),
)  # fmt: skip
"""KPIs of leads, deals and orders, in the order in which a page lists them."""
