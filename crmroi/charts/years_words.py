"""The words around the bars of gains and costs by year."""

from __future__ import annotations

from crmroi.charts.outcome import Outcome, horizon, outcome
from crmroi.charts.scale import Series
from crmroi.charts.template import money_unit
from crmroi.charts.words import alternative, spoken_money
from crmroi.charts.yearly import net_by_year
from crmroi.model.projection import Projection
from crmroi.text import _, number


def title(projection: Projection) -> str:
    """Return the finding: from when on a year brings in more than it costs."""
    case = outcome(projection)
    if case is Outcome.NOTHING:
        return _("Nothing to compare yet")
    if case in (Outcome.NO_GAINS, Outcome.NOT_LIVE):
        return _("Only costs are counted, no gains")
    if case is Outcome.NO_COSTS:
        return _("Only gains are counted, no costs")
    return _overtaking((net_by_year(projection)[1:] > 0).tolist())


def _overtaking(ahead: list[bool]) -> str:
    """Return from when on years bring in more than they cost, of one truth a year."""
    if len(ahead) == 1:
        return _("Gains exceed costs in year 1") if ahead[0] else _("Costs exceed gains in year 1")
    behind = ahead.count(False)
    if not behind:
        return _("Gains exceed costs in every year")
    if behind == len(ahead):
        return _("Costs exceed gains in every year")
    if not any(ahead[:behind]):
        return _("Gains overtake costs in year {y}", y=behind + 1)
    return _("Gains exceed costs in {k} of {n} years", k=sum(ahead), n=len(ahead))


def subtitle(tick: float, currency: str) -> str:
    """Return measure, unit and period."""
    return _("Gains and costs by year, {unit}", unit=money_unit(tick, currency))


def alt(projection: Projection) -> str:
    """Return the bars in words: the decision, the first and the last year."""
    gains = projection.by_year(projection.monthly["total_gains"])
    costs = projection.by_year(projection.monthly["total_costs"])
    currency, last = projection.scenario.currency, horizon(projection)

    def shown(series: Series, year: int) -> str:
        return spoken_money(float(series[year]), currency)

    rest = [_("At the decision costs are {x}.", x=shown(costs, 0))]
    for year in sorted({1, last}):
        values = {"gains": shown(gains, year), "costs": shown(costs, year), "y": number(year)}
        rest.append(_("In year {y} gains are {gains} and costs {costs}.", **values))
    return alternative(_("Bar chart of gains and costs by year."), title(projection), rest)


def notes(projection: Projection) -> tuple[str, ...]:
    """Return what the faded, hatched and dotted bars are."""
    said = [
        _("Faded: people’s time."),
        _("Hatched: hidden costs, which business cases forget."),
    ]
    if projection.scenario.gains.include_intangibles:
        said.append(_("Dotted: intangibles, which are not cash."))
    return (" ".join(said),)
