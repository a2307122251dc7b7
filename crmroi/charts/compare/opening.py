"""The sentence above a comparison: who pays back first, and who is worth most."""

from __future__ import annotations

from crmroi.analysis.comparison import Comparison
from crmroi.charts.compare.naming import pays_nothing
from crmroi.charts.outcome import horizon, measure, metric
from crmroi.charts.words import spoken_money
from crmroi.text import _, month, months, number, years

_NAMED = 2
"""So many that are level are named; more are counted."""


def opening(found: Comparison) -> str:
    """Return the sentence, in the language spoken now."""
    return f"{_paid_back(found)} {_worth(found)}"


def _paid_back(found: Comparison) -> str:
    paid = sorted(
        (when, member.number, member)
        for member in found.members
        if not pays_nothing(member)
        and (when := measure(member.projection, "break_even_month")) is not None
    )
    if not paid:
        return _("None of the scenarios pays back within {n}.", n=_span(found))
    when, _place, first = paid[0]
    if len(paid) == 1:
        return _("Only {name} pays back, in {month}.", name=first.name, month=month(when))
    later, _place, second = paid[1]
    words = {"name": first.name, "other": second.name}
    level = sum(each == when for each, _place, _member in paid)
    if level > _NAMED:
        return _("{n} scenarios pay back first, in {month}.", n=number(level), month=month(when))
    if later == when:
        return _("{name} and {other} pay back in {month}.", **words, month=month(when))
    return _("{name} pays back {n} before {other}.", **words, n=months(later - when))


def _worth(found: Comparison) -> str:
    npv = max(metric(member.projection, "npv") for member in found.members)
    best = [member for member in found.members if metric(member.projection, "npv") == npv]
    first, span = best[0], _span(found)
    if npv <= 0 and any(map(pays_nothing, best)):
        free = next(member for member in best if pays_nothing(member))
        return _("None is worth more than {name} over {n}.", name=free.name, n=span)
    amount = spoken_money(npv, first.scenario.currency)
    if len(best) > _NAMED:
        return _("{m} scenarios are worth most over {n}: {x} today.",
                 m=number(len(best)), n=span, x=amount)  # fmt: skip
    if len(best) == _NAMED:
        return _("{name} and {other} are worth most over {n}: {x} today.",
                 name=first.name, other=best[1].name, n=span, x=amount)  # fmt: skip
    return _("{name} is worth most over {n}: {x} today.", name=first.name, n=span, x=amount)


def _span(found: Comparison) -> str:
    return years(max(horizon(member.projection) for member in found.members))
