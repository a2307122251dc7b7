"""Every assumption in one place: the groups in the order of a file, and the twelve in front."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from crmroi.assumptions.declare import Assumption, Group
from crmroi.assumptions.groups.adoption import Adoption
from crmroi.assumptions.groups.business import Business
from crmroi.assumptions.groups.costs import Costs
from crmroi.assumptions.groups.finance import Finance
from crmroi.assumptions.groups.gains import Gains
from crmroi.assumptions.groups.team import Team
from crmroi.text.messages import N_

GROUP_TYPES: Mapping[str, type[Group]] = MappingProxyType(
    {
        "business": Business,
        "team": Team,
        "costs": Costs,
        "adoption": Adoption,
        "gains": Gains,
        "finance": Finance,
    }
)

GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "business": N_("Company"),
        "team": N_("Team"),
        "costs": N_("Costs"),
        "adoption": N_("Adoption"),
        "gains": N_("Gains"),
        "finance": N_("Finance"),
    }
)
"""The label of each group, in the order of a file."""

FRONT_GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        N_("Costs"): (
            "team.users",
            "costs.licence_per_user_per_month",
            "costs.custom_development",
            "costs.training_hours_per_user",
        ),
        N_("Adoption"): (
            "adoption.go_live_month",
            "adoption.target_rate",
            "adoption.ramp_months",
        ),
        N_("Gains"): (
            "gains.conversion_uplift",
            "gains.order_value_uplift",
            "gains.churn_reduction",
            "gains.hours_saved_per_user_per_week",
            "finance.horizon_years",
        ),
    }
)
"""The twelve assumptions that stand in front, under the headings they stand under."""

FRONT: tuple[str, ...] = tuple(key for keys in FRONT_GROUPS.values() for key in keys)
"""The twelve that move the answer most, in the order of the panel."""


@cache
def assumptions() -> Mapping[str, Assumption]:
    """Every assumption by its dotted name, in declared order."""
    return MappingProxyType(
        {item.key: item for group in GROUP_TYPES.values() for item in group.declared.values()}
    )
