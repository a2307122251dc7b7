"""The same case under each definition of the return: why 300 % and 200 % can be one project."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from crmroi.model.measures import MEASURES
from crmroi.model.names import fill
from crmroi.model.projection import Projection
from crmroi.text import N_


@dataclass(frozen=True)
class Definition:
    """One definition of the return; `label` and `meaning` are messages. Values are fractions."""

    label: str
    meaning: str
    template: str
    """LaTeX in which a «name» stands for its words."""
    value: Callable[[Projection], float | None]

    @property
    def latex(self) -> str:
        """The formula in the language spoken now."""
        return fill(self.template)


def _measured(name: str) -> Definition:
    measure = MEASURES[name]

    def value(projection: Projection) -> float | None:
        found = projection.metrics[name]
        return found if isinstance(found, float) else None

    return Definition(measure.label, measure.definition, measure.template, value)


def _revenue_over_cost(projection: Projection, less: float = 0.0) -> float | None:
    monthly = projection.monthly
    revenue = float((monthly["revenue_with"] - monthly["revenue_without"]).sum())
    costs = float(monthly["total_costs"].sum())
    return revenue / costs - less if costs else None


DEFINITIONS: Mapping[str, Definition] = MappingProxyType(
    {
        **{
            name: _measured(name)
            for name in ("roi", "discounted_roi", "annual_yield", "benefit_cost_ratio")
        },
        "revenue_over_cost": Definition(
            N_("Revenue ÷ cost"),
            N_("Added revenue for each unit of cost, as vendors quote it: not what is left of it."),
            r"\frac{\sum «revenue»_{«with»} - \sum «revenue»_{«without»}}{\sum C}",
            _revenue_over_cost,
        ),
        "revenue_less_cost_over_cost": Definition(
            N_("(Revenue − cost) ÷ cost"),
            N_("Added revenue less cost, for each unit of cost: always 100 points less."),
            r"\frac{\sum «revenue»_{«with»} - \sum «revenue»_{«without»} - \sum C}{\sum C}",
            lambda projection: _revenue_over_cost(projection, less=1.0),
        ),
    }
)
"""Each definition by its name, the simple one first."""


def definitions(projection: Projection) -> dict[str, float | None]:
    """The return under each definition; None where it has no value."""
    return {name: definition.value(projection) for name, definition in DEFINITIONS.items()}
