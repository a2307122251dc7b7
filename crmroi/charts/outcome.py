"""Which case a projection is: the table behind the headline and the titles."""

from __future__ import annotations

from enum import Enum, auto

from crmroi.model.projection import Projection


class Outcome(Enum):
    """How a case ends, in the order in which the cases are tried."""

    NOTHING = auto()
    """Neither gains nor costs."""
    NOT_LIVE = auto()
    """The CRM goes live at or after the horizon, so that no gain can show."""
    NO_GAINS = auto()
    NO_COSTS = auto()
    AT_ONCE = auto()
    """Never below zero."""
    BREAKS_EVEN = auto()
    RECOVERS_NOT_WORTH = auto()
    """Breaks even, but is worth less than nothing in today's money."""
    TOO_SHORT = auto()
    """Does not break even, but the last twelve months earn."""
    NEVER = auto()


def outcome(projection: Projection) -> Outcome:
    """Return the case of a projection, the first that holds.

    A CRM that is not live within the horizon has no gains either: the nearer reason goes first.
    """
    gains, costs = metric(projection, "total_gains"), metric(projection, "total_costs")
    if not gains and not costs:
        return Outcome.NOTHING
    if not gains:
        return Outcome.NO_GAINS if is_live(projection) else Outcome.NOT_LIVE
    if not costs and gains > 0:
        return Outcome.NO_COSTS
    month = measure(projection, "break_even_month")
    if month is None:
        earns = last_year(projection) > 0
        return Outcome.TOO_SHORT if earns else Outcome.NEVER
    if metric(projection, "npv") < 0:
        return Outcome.RECOVERS_NOT_WORTH
    return Outcome.BREAKS_EVEN if month else Outcome.AT_ONCE


def owes_nothing(projection: Projection) -> bool:
    """Tell whether nothing has to be paid back: there are no costs."""
    return outcome(projection) in (Outcome.NOTHING, Outcome.NO_COSTS)


def measure(projection: Projection, name: str) -> float | None:
    """Return a measure, None where it has no value."""
    value = projection.metrics[name]
    if isinstance(value, str):
        raise TypeError(f"{name} is not a number")
    return value


def metric(projection: Projection, name: str) -> float:
    """Return a measure that always has a value: a total, the NPV, the peak funding."""
    value = measure(projection, name)
    if value is None:
        raise TypeError(f"{name} has no value here")
    return float(value)


def horizon(projection: Projection) -> int:
    """Return the years counted."""
    return len(projection.months) // 12


def go_live(projection: Projection) -> int:
    """Return the month the CRM goes live; the next one is the first of use."""
    return projection.scenario.adoption.go_live_month


def last_year(projection: Projection) -> float:
    """Return the net flow of the last twelve months."""
    return float(projection.monthly["net"][-12:].sum())


def missing(projection: Projection) -> float:
    """Return the amount still to be recovered at the horizon, positive."""
    return -float(projection.monthly["cumulative"][-1])


def is_live(projection: Projection) -> bool:
    """Tell whether the CRM is in use for at least one month of the horizon."""
    return go_live(projection) < len(projection.months) - 1
