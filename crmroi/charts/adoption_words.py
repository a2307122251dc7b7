"""The words around the curves of adoption."""

from __future__ import annotations

from crmroi.charts.outcome import go_live, horizon, is_live
from crmroi.charts.words import alternative
from crmroi.model.projection import Projection
from crmroi.text import _, number, percent, years


def title(projection: Projection) -> str:
    """Return the finding: how many work in the CRM, and from when."""
    target = projection.scenario.adoption.target_rate
    if target <= 0:
        return _("Nobody works in the CRM")
    if not is_live(projection):
        return _("The CRM goes live after the years counted")
    reached = _full_use(projection)
    share = percent(target)
    if reached is None:
        end = percent(float(projection.monthly["adoption"][-1]))
        span = years(horizon(projection))
        return _("{end} of users after {n}, not yet {share}", end=end, n=span, share=share)
    return _("{share} of users work in the CRM by month {m}", share=share, m=number(reached))


def subtitle() -> str:
    """Return measure, unit and period."""
    return _("Share of users whose work shows as a gain, by month since the decision")


def alt(projection: Projection) -> str:
    """Return the curves in words: go-live, full use, and when each phase shows."""
    rest = []
    if is_live(projection):
        rest.append(_("Use starts after go-live in month {m}.", m=number(go_live(projection))))
        ends = {
            name: percent(float(projection.monthly[name][-1]))
            for name in ("short", "medium", "long")
        }
        rest.append(
            _(
                "At the end productivity stands at {short}, conversion at {medium} "
                "and loyalty at {long}.",
                **ends,
            )
        )
    else:
        rest.append(_("No use falls within the years counted, so every curve stays at zero."))
    kind = _("Line chart of the share of users whose work shows as a gain, by month.")
    return alternative(kind, title(projection), rest)


def notes(projection: Projection) -> tuple[str, ...]:
    """Return how long each phase takes to show."""
    gains = projection.scenario.gains
    lags = (gains.short_term_lag_months, gains.medium_term_lag_months, gains.long_term_lag_months)
    return (
        _(
            "From use to gain: productivity {short}, conversion {medium}, loyalty {long} months.",
            **dict(zip(("short", "medium", "long"), map(number, lags), strict=True)),
        ),
    )


def _full_use(projection: Projection) -> int | None:
    """Return the first month of the full target, None if it lies beyond the horizon."""
    target = projection.scenario.adoption.target_rate
    reached = projection.monthly["adoption"] >= target * (1 - 1e-9)
    return int(reached.argmax()) if reached.any() else None
