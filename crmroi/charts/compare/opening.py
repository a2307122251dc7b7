"""The sentence above a comparison: who pays back first, and who is worth most."""

from __future__ import annotations

from crmroi.analysis.comparison import Comparison, Member
from crmroi.charts.compare.naming import pays_nothing
from crmroi.charts.outcome import horizon, measure, metric
from crmroi.charts.words import spoken_money
from crmroi.text import _, month, months, years


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
    if later == when:
        return _("{name} and {other} pay back in {month}.", **words, month=month(when))
    return _("{name} pays back {n} before {other}.", **words, n=months(later - when))


def _worth(found: Comparison) -> str:
    best: Member = max(found.members, key=lambda member: metric(member.projection, "npv"))
    npv = metric(best.projection, "npv")
    if pays_nothing(best) and npv <= 0:
        return _("None is worth more than {name} over {n}.", name=best.name, n=_span(found))
    words = {"name": best.name, "n": _span(found)}
    amount = spoken_money(npv, best.scenario.currency)
    return _("{name} is worth most over {n}: {x} today.", **words, x=amount)


def _span(found: Comparison) -> str:
    return years(max(horizon(member.projection) for member in found.members))
