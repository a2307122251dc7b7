"""Leads, deals, customers and their orders."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from company import (
    END,
    FIRST,
    MONTHS,
    PRODUCT_SHARES,
    PRODUCTS,
    REGION_SHARES,
    REGIONS,
    SOURCE_SHARES,
    SOURCES,
    Company,
    Customer,
    Deal,
    Lead,
    Order,
    any_day,
    month_of,
    one_of,
    season,
    stream,
)
from numpy.random import Generator

_EARLIER_MONTHS = 8
"""Leads before FIRST: their deals close in the first months of the data."""
_CUSTOMERS_AT_FIRST = 900
_LEADS_PER_MONTH = 170
_CONVERSION, _LOST_DEALS = 0.2, 0.19
_CONVERSION_BY_SOURCE = dict(zip(SOURCES, (0.9, 0.8, 1.5, 0.8, 1.2), strict=True))
_ORDER_VALUE = 900.0
_SPREAD = 0.55
_REPEAT_ORDERS, _CHURN = 0.165, 0.024


def trade(company: Company) -> None:
    """Fill the company with what was sold, in the order in which it happened."""
    _first_customers(company)
    _leads(company)
    for customer in company.customers:
        _stay(company, customer)
    company.customers = [c for c in company.customers if c.end is None or c.end >= FIRST]
    company.orders.sort(key=lambda order: (order.day, order.customer.account))
    company.leads = [lead for lead in company.leads if lead.created >= FIRST]
    company.deals.sort(key=lambda deal: deal.created)
    company.deals = [deal for deal in company.deals if deal.closed.date() >= FIRST]
    for number, deal in enumerate(company.deals, start=1):
        deal.number = number


def order_value(company: Company, random: Generator, day: date, region: str, tally: bool) -> float:
    """What an order of that day is worth; `tally` where it will be in the orders."""
    month = month_of(day)
    expected = _ORDER_VALUE * (1 + 0.0025) ** month * season(month, 0.04, 10)
    if tally and day >= FIRST:
        expected = company.factor("order_value", month, region, expected)
    return round(expected * float(random.lognormal(-(_SPREAD**2) / 2, _SPREAD)), 2)


def retention_change(change: float) -> float:
    """The relative change of a year's retention when the chance to leave in a month changes."""
    before, after = ((1 - _CHURN * factor) ** 12 for factor in (1, 1 + change))
    return after / before - 1


def _first_customers(company: Company) -> None:
    random = stream("first customers")
    for number in range(1, _CUSTOMERS_AT_FIRST + 1):
        age = timedelta(days=1 + int(min(random.exponential(900), 1800)))
        region = one_of(random, REGIONS, REGION_SHARES)
        source = one_of(random, SOURCES, SOURCE_SHARES)
        company.customers.append(Customer(f"Account {number:04}", FIRST - age, region, source))


def _leads(company: Company) -> None:
    random = stream("leads")
    for month in range(-_EARLIER_MONTHS, MONTHS):
        expected = _LEADS_PER_MONTH * 1.003**month * season(month, 0.12, 2)
        days = sorted(any_day(random, month) for _ in range(random.poisson(expected)))
        for day in days:
            lead = Lead(
                len(company.leads) + 1,
                day,
                one_of(random, REGIONS, REGION_SHARES),
                one_of(random, SOURCES, SOURCE_SHARES),
                f"Owner {random.integers(1, 13):02}",
            )
            company.leads.append(lead)
            _work_on(company, lead, random)


def _work_on(company: Company, lead: Lead, random: Generator) -> None:
    month = month_of(lead.created)
    rate = _CONVERSION * _CONVERSION_BY_SOURCE[lead.source] * season(month, 0.06, 3)
    rate = company.factor("lead_conversion", month, lead.region, rate * 1.001**month)
    chance = random.random()
    if chance >= rate + _LOST_DEALS:
        return
    opened = _moment(random, lead.created + timedelta(days=int(random.integers(0, 6))))
    closed = _moment(random, opened.date() + timedelta(days=1 + int(random.gamma(2.5, 13))))
    outcome = "open" if closed.date() >= END else "won" if chance < rate else "lost"
    amount = order_value(company, random, closed.date(), lead.region, tally=outcome == "won")
    product = one_of(random, PRODUCTS, PRODUCT_SHARES)
    account = f"Account {_CUSTOMERS_AT_FIRST + 1 + len(company.deals):04}"
    stage = int(random.integers(4))
    lead.deal = Deal(0, lead, opened, closed, outcome, stage, amount, product, account)
    if lead.deal.created.date() >= END:
        lead.deal = None
        return
    company.deals.append(lead.deal)
    if outcome == "won":
        customer = Customer(account, closed.date(), lead.region, lead.source)
        company.customers.append(customer)
        if closed.date() >= FIRST:
            company.orders.append(Order(closed.date(), customer, amount, product))
    if random.random() < 0.01:
        lead.deal.amount = None  # somebody forgot to write it into the CRM


def _stay(company: Company, customer: Customer) -> None:
    """Order again and again, until the customer leaves."""
    random = stream(f"customer {customer.account}")
    for month in range(max(month_of(customer.start) + 1, 0), MONTHS):
        leaving = company.factor("churn", month, customer.region, _CHURN)
        if random.random() < leaving:
            customer.end = any_day(random, month)
            return
        rate = _REPEAT_ORDERS * 1.002**month * season(month, 0.15, 10)
        rate = company.factor("repeat_orders", month, customer.region, rate)
        for _ in range(random.poisson(rate)):
            day = any_day(random, month)
            amount = order_value(company, random, day, customer.region, tally=True)
            product = one_of(random, PRODUCTS, PRODUCT_SHARES)
            company.orders.append(Order(day, customer, amount, product))


def _moment(random: Generator, day: date) -> datetime:
    """A minute of the working day."""
    return datetime.combine(day, time(8)) + timedelta(minutes=int(random.integers(600)))
