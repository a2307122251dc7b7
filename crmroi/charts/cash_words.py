"""The words around the curve of cumulative net cash."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from crmroi.charts.outcome import Outcome, horizon, measure, outcome
from crmroi.charts.template import money_unit
from crmroi.charts.words import alternative, short_money, spoken_money
from crmroi.model.projection import Projection
from crmroi.text import N_, _, number, percent, years

TITLES: Mapping[Outcome, str] = MappingProxyType(
    {
        Outcome.NOTHING: N_("Nothing to compare yet"),
        Outcome.NOT_LIVE: N_("The CRM goes live after the years counted"),
        Outcome.NO_GAINS: N_("No gains are counted: costs reach {x}"),
        Outcome.NO_COSTS: N_("No cost to recover: gains reach {x}"),
        Outcome.AT_ONCE: N_("Cash never falls below zero"),
        Outcome.BREAKS_EVEN: N_("Cash invested is recovered in month {m}"),
        Outcome.RECOVERS_NOT_WORTH: N_("Cash invested is recovered in month {m}"),
        Outcome.TOO_SHORT: N_("{x} still to recover after {n}"),
        Outcome.NEVER: N_("Not recovered: {x} short after {n}"),
    }
)
"""The title of each case; {x} a positive amount, {m} a month, {n} the years counted."""


def title(projection: Projection) -> str:
    """Return the finding of the curve."""
    currency = projection.scenario.currency
    end = float(projection.monthly["cumulative"][-1])
    return _(
        TITLES[outcome(projection)],
        x=short_money(abs(end), currency),
        m=number(measure(projection, "break_even_month")),
        n=years(horizon(projection)),
    )


def subtitle(tick: float, currency: str) -> str:
    """Return measure, unit and period."""
    unit = money_unit(tick, currency)
    return _("Cumulative net cash, {unit}, by month since the decision", unit=unit)


def alt(projection: Projection, pinned: Projection | None) -> str:
    """Return the curve in words: finding, start, turning point, end."""
    currency = projection.scenario.currency
    curve = projection.monthly["cumulative"]
    lowest = int(curve.argmin())
    values = {
        "start": spoken_money(float(curve[0]), currency),
        "low": spoken_money(float(curve[lowest]), currency),
        "m": number(lowest),
        "end": spoken_money(float(curve[-1]), currency),
        "last": number(len(curve) - 1),
    }
    if 0 < lowest < len(curve) - 1:
        path = _(
            "Starts at {start}; lowest {low} in month {m}; ends at {end} in month {last}.", **values
        )
    else:
        path = _("Starts at {start}; ends at {end} in month {last}.", **values)
    rest = [path]
    if pinned is not None:
        theirs = float(pinned.monthly["cumulative"][: len(curve)][-1])
        rest.append(_("The pinned case ends at {x}.", x=spoken_money(theirs, currency)))
    kind = _("Line chart of cumulative net cash by month.")
    return alternative(kind, title(projection), rest)


def end_text(name: str, end: float | None, currency: str, *, recovered: bool = True) -> str:
    """Return the two lines at a curve's end: its name and what it ends at."""
    if end is None:
        return name
    amount = short_money(end, currency)
    return f"{name}<br>" + (amount if recovered or end >= 0 else _("still {x}", x=amount))


def notes(projection: Projection, *, discounted: bool) -> tuple[str, ...]:
    """Return what is counted, under the chart."""
    counted = _("People’s time counts at its hourly cost.")
    if not discounted:
        return (counted,)
    rate = percent(projection.scenario.finance.discount_rate)
    return counted, _("Discounted: in today’s money, at {rate} a year.", rate=rate)
