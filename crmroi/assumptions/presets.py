"""Four sectors to start from: a plausible company of each, where it differs from the default.

Published figures are the sectors'; how many leads, customers, users and tickets a company has is
an own estimate of a mid-size one. Gains stay at the default's central values: no source tells
them apart by sector.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from crmroi.assumptions import sources as src
from crmroi.assumptions.declare import Value
from crmroi.assumptions.register import assumptions
from crmroi.assumptions.scenario import Scenario
from crmroi.assumptions.sources import OWN_ESTIMATE, Source, entered, in_view_of
from crmroi.text.messages import N_, _


@dataclass(frozen=True)
class Preset:
    """A sector: its name, the values it changes with the source of each, its KPIs.

    ``kpis`` names the measured KPIs that matter in the sector, the most telling first.
    """

    label: str
    values: Mapping[str, Value]
    sources: Mapping[str, Source]
    kpis: tuple[str, ...]


def _preset(
    label: str, kpis: tuple[str, ...], stated: Mapping[str, tuple[Value, Source]]
) -> Preset:
    return Preset(
        label,
        MappingProxyType({key: value for key, (value, _source) in stated.items()}),
        MappingProxyType({key: source for key, (_value, source) in stated.items()}),
        kpis,
    )


_SOFTWARE_AND_SERVICES = _preset(
    N_("B2B software and services"),
    (
        "lead_conversion_rate",
        "win_rate",
        "sales_cycle_days",
        "average_deal_value",
        "retention_rate",
        "customer_acquisition_cost",
        "lifetime_value_to_acquisition_cost",
        "nps",
        "adoption_rate",
    ),
    {
        "business.leads_per_month": (250, OWN_ESTIMATE),
        "business.conversion_rate": (0.03, in_view_of(src.CONVERSION_BLENDED)),
        "business.customers": (320, OWN_ESTIMATE),
        "business.retention_rate": (0.76, in_view_of(src.RETENTION_SECTORS)),
        "business.orders_per_customer_per_year": (1, OWN_ESTIMATE),
        "business.average_order_value": (20_000, in_view_of(src.CONTRACT_VALUE)),
        "business.gross_margin": (0.6, in_view_of(src.MARGIN_SOFTWARE, src.MARGIN_SERVICES)),
        "business.acquisition_spend_per_month": (
            30_000,
            in_view_of(src.ACQUISITION_COST_SECTORS),
        ),
        "business.operating_cost_per_month": (5_000, OWN_ESTIMATE),
        "business.returns_cost_per_month": (0, OWN_ESTIMATE),
        "business.tickets_per_month": (400, OWN_ESTIMATE),
        "business.minutes_per_ticket": (30, OWN_ESTIMATE),
        "team.users": (25, OWN_ESTIMATE),
        "team.hourly_cost": (65, in_view_of(src.LOADED_WAGES)),
        "gains.medium_term_lag_months": (2, in_view_of(src.CYCLE_LENGTH)),
    },
)

_ONLINE_SHOP = _preset(
    N_("E-commerce"),
    (
        "lead_conversion_rate",
        "cart_abandonment_rate",
        "average_order_value",
        "repeat_purchase_rate",
        "orders_per_customer_per_year",
        "retention_rate",
        "customer_acquisition_cost",
        "returns_cost_per_month",
        "csat_satisfied_share",
    ),
    {
        "business.leads_per_month": (20_000, OWN_ESTIMATE),
        "business.conversion_rate": (0.027, src.CONVERSION_SHOP),
        "business.customers": (14_000, OWN_ESTIMATE),
        "business.retention_rate": (0.62, src.RETENTION_SECTORS),
        "business.orders_per_customer_per_year": (1.8, in_view_of(src.REPEAT_SHOP)),
        "business.average_order_value": (145, src.ORDER_SHOP),
        "business.gross_margin": (0.42, in_view_of(src.MARGIN_APPAREL)),
        "business.acquisition_spend_per_month": (
            40_000,
            in_view_of(src.ACQUISITION_COST_SECTORS),
        ),
        "business.operating_cost_per_month": (12_000, OWN_ESTIMATE),
        "business.returns_cost_per_month": (12_000, in_view_of(src.RETURNS_SHARE)),
        "business.tickets_per_month": (1_800, OWN_ESTIMATE),
        "business.minutes_per_ticket": (10, OWN_ESTIMATE),
        "team.users": (10, OWN_ESTIMATE),
        "team.hourly_cost": (40, in_view_of(src.LOADED_WAGES)),
        "costs.administrator_fte": (0.2, OWN_ESTIMATE),
        "gains.medium_term_lag_months": (0, OWN_ESTIMATE),
        "gains.long_term_lag_months": (3, OWN_ESTIMATE),
    },
)

_PROFESSIONAL_SERVICES = _preset(
    N_("Professional services"),
    (
        "win_rate",
        "average_deal_value",
        "sales_cycle_days",
        "retention_rate",
        "revenue_per_customer",
        "customer_lifetime_value",
        "nps",
        "interactions_per_customer",
        "adoption_rate",
    ),
    {
        "business.leads_per_month": (80, OWN_ESTIMATE),
        "business.conversion_rate": (0.05, in_view_of(src.CONVERSION_BLENDED)),
        "business.customers": (300, OWN_ESTIMATE),
        "business.retention_rate": (0.85, src.RETENTION_SECTORS),
        "business.orders_per_customer_per_year": (1.5, OWN_ESTIMATE),
        "business.average_order_value": (15_000, OWN_ESTIMATE),
        "business.gross_margin": (0.4, in_view_of(src.MARGIN_SERVICES)),
        "business.acquisition_spend_per_month": (8_000, in_view_of(src.ACQUISITION_COST_SECTORS)),
        "business.operating_cost_per_month": (4_000, OWN_ESTIMATE),
        "business.returns_cost_per_month": (0, OWN_ESTIMATE),
        "business.tickets_per_month": (100, OWN_ESTIMATE),
        "business.minutes_per_ticket": (30, OWN_ESTIMATE),
        "team.users": (15, OWN_ESTIMATE),
        "team.hourly_cost": (80, in_view_of(src.LOADED_WAGES)),
        "costs.administrator_fte": (0.2, OWN_ESTIMATE),
        "gains.medium_term_lag_months": (2, in_view_of(src.CYCLE_LENGTH)),
    },
)

_MANUFACTURING = _preset(
    N_("Manufacturing"),
    (
        "win_rate",
        "sales_cycle_days",
        "average_order_value",
        "orders_per_customer_per_year",
        "retention_rate",
        "revenue_per_customer",
        "returns_cost_per_month",
        "resolution_hours_median",
        "adoption_rate",
    ),
    {
        "business.leads_per_month": (100, OWN_ESTIMATE),
        "business.conversion_rate": (0.03, in_view_of(src.CONVERSION_BLENDED)),
        "business.customers": (140, OWN_ESTIMATE),
        "business.retention_rate": (0.75, in_view_of(src.RETENTION_SECTORS)),
        "business.orders_per_customer_per_year": (6, OWN_ESTIMATE),
        "business.average_order_value": (25_000, OWN_ESTIMATE),
        "business.gross_margin": (0.31, src.MARGIN_MANUFACTURING),
        "business.acquisition_spend_per_month": (
            20_000,
            in_view_of(src.ACQUISITION_COST_SECTORS),
        ),
        "business.operating_cost_per_month": (10_000, OWN_ESTIMATE),
        "business.returns_cost_per_month": (8_000, OWN_ESTIMATE),
        "business.tickets_per_month": (250, OWN_ESTIMATE),
        "business.minutes_per_ticket": (40, OWN_ESTIMATE),
        "team.users": (30, OWN_ESTIMATE),
        "costs.administrator_fte": (0.4, OWN_ESTIMATE),
        "gains.medium_term_lag_months": (5, in_view_of(src.CYCLE_LENGTH)),
    },
)

PRESETS: Mapping[str, Preset] = MappingProxyType(
    {
        "b2b_software_and_services": _SOFTWARE_AND_SERVICES,
        "e_commerce": _ONLINE_SHOP,
        "professional_services": _PROFESSIONAL_SERVICES,
        "manufacturing": _MANUFACTURING,
    }
)
"""The sectors by the name that files, links and the command line use."""

_MOST_OF_IT = 0.5


def preset_scenario(name: str) -> Scenario:
    """The default case with a sector's values, named in the language of the session.

    KeyError if there is no such sector.
    """
    preset = PRESETS[name]
    return Scenario(name=_(preset.label)).with_values(preset.values)


def sector_of(scenario: Scenario) -> Preset | None:
    """The sector that a case was started from: it holds more than half of that sector's values."""
    values = scenario.values()

    def kept(preset: Preset) -> float:
        same = sum(values[key] == value for key, value in preset.values.items())
        return same / len(preset.values)

    nearest = max(PRESETS.values(), key=kept)
    return nearest if kept(nearest) > _MOST_OF_IT else None


def sources_of(scenario: Scenario) -> dict[str, Source]:
    """Where each value of a case comes from: its default, its sector, or whoever entered it."""
    sector = sector_of(scenario)

    def source(key: str, value: Value) -> Source:
        if sector is not None and sector.values.get(key) == value:
            return sector.sources[key]
        item = assumptions()[key]
        return item.source if value == item.default else entered(item.source)

    return {key: source(key, value) for key, value in scenario.values().items()}
