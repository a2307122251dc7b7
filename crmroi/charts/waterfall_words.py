"""The words around the waterfall from gains to net gain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType

from crmroi.charts.balance import Entry, balance
from crmroi.charts.outcome import Outcome, horizon, metric, outcome
from crmroi.charts.template import money_unit
from crmroi.charts.words import against_pinned, alternative, short_money, spoken_money
from crmroi.model.lines import THEMES
from crmroi.model.projection import Projection
from crmroi.text import N_, _, money, percent, years

TITLES: Mapping[str, str] = MappingProxyType(
    {
        "leads_won": N_("More leads won bring {share} of the gain"),
        "order_size": N_("Larger orders bring {share} of the gain"),
        "repeat_orders": N_("Repeat orders bring {share} of the gain"),
        "loyalty": N_("Loyalty brings {share} of the gain"),
        "acquisition": N_("Cheaper acquisition brings {share} of the gain"),
        "time_saved": N_("Time saved brings {share} of the gain"),
        "running_savings": N_("Running savings bring {share} of the gain"),
        "intangibles": N_("Intangibles bring {share} of the gain"),
    }
)
"""The title of a case that pays, by the theme that brings the most."""


def title(projection: Projection, entries: Sequence[Entry]) -> str:
    """Return the finding: where most of the gain comes from, or that costs exceed it."""
    case = outcome(projection)
    if case is Outcome.NOTHING:
        return _("Nothing to compare yet")
    if case in (Outcome.NO_GAINS, Outcome.NOT_LIVE):
        return _("Only costs are counted, no gains")
    net, gains = metric(projection, "net_gain"), metric(projection, "total_gains")
    if net < 0:
        return _("Costs exceed gains by {x}", x=short_money(-net, projection.scenario.currency))
    if case is Outcome.NO_COSTS:
        return _("Only gains are counted, no costs")
    return _(TITLES[entries[0].theme], share=percent(entries[0].amount / gains))


def subtitle(tick: float, projection: Projection) -> str:
    """Return measure, unit and period."""
    unit = money_unit(tick, projection.scenario.currency)
    return _("From gains to net gain over {n}, {unit}", n=years(horizon(projection)), unit=unit)


def alt(projection: Projection, entries: Sequence[Entry]) -> str:
    """Return the bars in words: all gains, all costs, the largest of each, the net."""
    currency = projection.scenario.currency

    def shown(name: str) -> str:
        return spoken_money(metric(projection, name), currency)

    rest = [
        _(
            "Gains of {gains} less costs of {costs} leave {net}.",
            gains=shown("total_gains"),
            costs=shown("total_costs"),
            net=shown("net_gain"),
        )
    ]
    costs = [entry for entry in entries if not entry.gain]
    if costs:
        largest = max(costs, key=lambda entry: -entry.amount)
        rest.append(
            _(
                "The largest cost is “{theme}”, {x}.",
                theme=_(THEMES[largest.theme]),
                x=spoken_money(-largest.amount, currency),
            )
        )
    return alternative(
        _("Waterfall chart from gains to net gain by theme."), title(projection, entries), rest
    )


def hovers(
    entries: Sequence[Entry], projection: Projection, pinned: Projection | None
) -> list[str]:
    """Return what the hover box says of each bar, the net gain last: amount, share, difference."""
    currency, net = projection.scenario.currency, metric(projection, "net_gain")
    gains, costs = metric(projection, "total_gains"), metric(projection, "total_costs")
    found = []
    for entry in entries:
        amount = money(entry.amount, currency, sign=True)
        share = percent(entry.amount / gains if entry.gain else -entry.amount / costs)
        of = _("{share} of the gains") if entry.gain else _("{share} of the costs")
        found.append(f"{_(THEMES[entry.theme])}<br><b>{amount}</b>, {of.format(share=share)}")
    found.append(f"{net_name()}<br><b>{money(net, currency)}</b>")
    if pinned is None:
        return found
    theirs = {entry.theme: entry.amount for entry in balance(pinned)}
    now = [*(entry.amount for entry in entries), net]
    before = [*(theirs.get(entry.theme, 0.0) for entry in entries), metric(pinned, "net_gain")]
    differences = against_pinned(now, before, partial(money, currency=currency))
    return [f"{text}<br>{by}" for text, by in zip(found, differences, strict=True)]


def net_name() -> str:
    """Return the name of the last bar."""
    return _("Net gain")


def notes(entries: Sequence[Entry]) -> tuple[str, ...]:
    """Return what the patterns mean, under the chart."""
    said = []
    if any(entry.hidden for entry in entries):
        said.append(_("Hatched: hidden costs, which business cases forget."))
    if any(entry.theme == "intangibles" for entry in entries):
        said.append(_("Dotted: intangibles, which are not cash."))
    return (" ".join(said),) if said else ()
