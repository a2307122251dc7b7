"""The answer in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from types import MappingProxyType

from crmroi.charts.outcome import (
    Outcome,
    go_live,
    horizon,
    last_year,
    measure,
    metric,
    missing,
    outcome,
)
from crmroi.model.projection import Projection
from crmroi.text import N_, _, money, number, percent, round_money, years

HEADLINES: Mapping[Outcome, str] = MappingProxyType(
    {
        Outcome.NOTHING: N_("Nothing to compare yet: choose a starting point or move a slider."),
        Outcome.NO_GAINS: N_("No gains are counted: the CRM costs {x} over {n}."),
        Outcome.NO_COSTS: N_(
            "The CRM costs nothing here, so a return cannot be calculated; "
            "it brings in {x} over {n}."
        ),
        Outcome.NOT_LIVE: N_(
            "The CRM goes live in month {m}, after the {n} counted: no gain can show yet."
        ),
        Outcome.AT_ONCE: N_(
            "The CRM pays for itself from the start, returns {roi} over {n} "
            "and is worth {npv} today."
        ),
        Outcome.BREAKS_EVEN: N_(
            "The CRM pays for itself in month {m}, returns {roi} over {n} and is worth {npv} today."
        ),
        Outcome.RECOVERS_NOT_WORTH: N_(
            "The CRM recovers its cost in month {m}, but in today’s money it loses {x} over {n}."
        ),
        Outcome.TOO_SHORT: N_(
            "The CRM does not pay for itself within {n}: {x} are still missing; "
            "at the last year’s pace it would take until about month {m}."
        ),
        Outcome.NEVER: N_(
            "The CRM does not pay for itself: over {n} it costs {x} more than it brings in."
        ),
    }
)
"""The sentence of each case; {m} month, {n} horizon, {x} a positive amount."""


def headline(projection: Projection, *, definition: str = "roi") -> str:
    """Return the answer: when it pays, what it returns, what it is worth, in rounded figures.

    `definition` is the measure taken as the return, one of `kpis.RETURNS`.
    """
    case = outcome(projection)
    if case is Outcome.NOTHING:
        return _(HEADLINES[case])
    currency = projection.scenario.currency
    return _(
        HEADLINES[case],
        n=years(horizon(projection)),
        m=number(_month(projection, case)),
        x=money(round_money(abs(_amount(projection, case))), currency),
        roi=percent(measure(projection, definition)),
        npv=money(round_money(metric(projection, "npv")), currency),
    )


def pace_month(projection: Projection) -> int:
    """Return the month in which the pace of the last year would recover what is missing."""
    more = ceil(missing(projection) / (last_year(projection) / 12) - 1e-9)
    return int(projection.months[-1]) + more


def _month(projection: Projection, case: Outcome) -> float | None:
    if case is Outcome.NOT_LIVE:
        return go_live(projection)
    if case is Outcome.TOO_SHORT:
        return pace_month(projection)
    return measure(projection, "break_even_month")


def _amount(projection: Projection, case: Outcome) -> float:
    if case is Outcome.RECOVERS_NOT_WORTH:
        return metric(projection, "npv")
    if case is Outcome.TOO_SHORT:
        return missing(projection)
    return metric(projection, "net_gain")
