"""The words around what came back since the go-live."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from crmroi.charts.measured.setting import Setting
from crmroi.charts.template import money_unit
from crmroi.charts.words import alternative, spoken_money
from crmroi.measure.results import Realised, Return
from crmroi.text import N_, _, money, months, no_value, percent

PARTS: Mapping[str, str] = MappingProxyType(
    {
        "revenue": N_("Margin on additional revenue"),
        "returns": N_("Fewer returns"),
        "handling": N_("Handling time saved"),
        "costs": N_("Cost of the CRM"),
    }
)
"""The parts of a realised return; one that turned out negative keeps its name and its sign."""


def part_name(name: str) -> str:
    """Return what a part is called."""
    return _(PARTS[name])


def sum_name(realised: Realised) -> str:
    """Return the name of the last bar."""
    return _("Contribution") if realised.costs is None else _("Left after costs")


def title(realised: Realised, shown: Return, setting: Setting) -> str:
    """Return the finding: what has come back, or what has not yet."""
    span, contribution = months(realised.months), shown.contribution or 0.0
    if realised.costs is None:
        return _(
            "In {n} the CRM brought in {x}; its cost is not known",
            n=span,
            x=spoken_money(contribution, setting.currency),
        )
    left = contribution - realised.costs
    if left < 0:
        return _(
            "After {n} {x} of the cost has not come back",
            n=span,
            x=spoken_money(-left, setting.currency),
        )
    if shown.roi is None:
        return _(
            "In {n} the CRM brought in {x}", n=span, x=spoken_money(contribution, setting.currency)
        )
    return _("In {n} the CRM returned {roi} on its cost", n=span, roi=percent(shown.roi))


def subtitle(realised: Realised, tick: float, setting: Setting) -> str:
    """Return measure, unit and period; `tick` decides the unit."""
    return _(
        "What came back since the go-live, {unit}, over {n}",
        unit=money_unit(tick, setting.currency),
        n=months(realised.months),
    )


def hover(name: str, amount: float, setting: Setting) -> str:
    """Return what the hover box says of a bar."""
    return f"{name}<br><b>{money(amount, setting.currency, sign=True)}</b>"


def rate(value: float | None) -> str:
    """Return a rate of return in words."""
    return no_value() if value is None else percent(value)


def alt(realised: Realised, shown: Return, setting: Setting) -> str:
    """Return the bars in words."""
    parts = ", ".join(
        f"{part_name(name)} {money(amount, setting.currency, sign=True)}"
        for name, amount in sorted(shown.parts.items(), key=lambda pair: -pair[1])
    )
    rest = [f"{parts}."] if parts else []
    if realised.costs is not None:
        rest.append(_("The CRM cost {x}.", x=money(realised.costs, setting.currency)))
    kind = _("Waterfall chart from what came back to what is left after costs.")
    return alternative(kind, title(realised, shown, setting), rest)


def notes(realised: Realised, shown: Return) -> tuple[str, ...]:
    """Return how sure it is, what it is measured against, and where the costs come from."""
    found = []
    if shown.interval is not None:
        found.append(
            _(
                "The return lies between {low} and {high} (95% interval).",
                low=percent(shown.interval[0]),
                high=percent(shown.interval[1]),
            )
        )
    simple, adjusted = realised.simple, realised.adjusted
    if adjusted.contribution is not None:
        found.append(
            _(
                "Adjusted for trend and season; against the mean before it is {roi}.",
                roi=rate(simple.roi),
            )
        )
    else:
        found.append(_("Against the mean before the go-live."))
        if adjusted.reason:
            found.append(adjusted.reason.message)
    if realised.costs_from:
        found.append(_(_COSTS_FROM[realised.costs_from]))
    reasons = [reason.message for reason in (shown.reason, realised.reason) if reason]
    return tuple(dict.fromkeys([*found, *reasons]))


_COSTS_FROM: Mapping[str, str] = MappingProxyType(
    {
        "costs": N_("Costs are those of the costs file."),
        "plan": N_("Costs are those planned in the scenario, up to that month."),
    }
)
