"""The words around the customers with and without the CRM."""

from __future__ import annotations

from crmroi.charts.outcome import horizon
from crmroi.charts.words import alternative, with_difference
from crmroi.model.projection import Projection
from crmroi.text import N_, _, _n, number

MORE, FEWER = N_("{n} more"), N_("{n} fewer")
"""The gap between the two companies in words."""


def title(projection: Projection) -> str:
    """Return the finding: how many more customers at the end."""
    more, last = gap(projection), horizon(projection)
    if more > 0:
        return _n(
            "{n} more customer by year {y}",
            "{n} more customers by year {y}",
            more,
            n=number(more),
            y=last,
        )
    if more < 0:
        return _n(
            "{n} fewer customer by year {y}",
            "{n} fewer customers by year {y}",
            -more,
            n=number(-more),
            y=last,
        )
    return _("As many customers with the CRM as without it")


def subtitle() -> str:
    """Return measure and period."""
    return _("Customers at month end")


def gap(projection: Projection) -> int:
    """Return how many customers more at the end, as the two shown counts differ."""
    ours = projection.monthly["customers_with"][-1]
    theirs = projection.monthly["customers_without"][-1]
    return round(float(ours)) - round(float(theirs))


def gap_in_words(projection: Projection) -> str:
    """Return the gap at the end in words, nothing where there is none."""
    more = gap(projection)
    if not more:
        return ""
    return _(MORE if more > 0 else FEWER, n=number(abs(more)))


def hovers(projection: Projection, pinned: Projection | None) -> list[str]:
    """Return what the hover box says of the company with the CRM, month by month."""
    ours = projection.monthly["customers_with"].tolist()
    theirs = projection.monthly["customers_without"].tolist()
    more, fewer = (_(text, n="\0") for text in (MORE, FEWER))
    found = []
    for here, there in zip(ours, theirs, strict=True):
        by = round(here) - round(there)
        gap_said = (more if by > 0 else fewer).replace("\0", number(abs(by)))
        found.append(f"<b>{number(here)}</b>" + (f", {gap_said}" if by else ""))
    before = None if pinned is None else pinned.monthly["customers_with"].tolist()
    return with_difference(found, ours, before, number)


def alt(projection: Projection) -> str:
    """Return the two curves in words: start, and both ends."""
    ours = projection.monthly["customers_with"]
    theirs = projection.monthly["customers_without"]
    path = _(
        "Both start at {start}; with the CRM they end at {ours}, without it at {theirs}, "
        "in month {m}.",
        start=number(float(ours[0])),
        ours=number(float(ours[-1])),
        theirs=number(float(theirs[-1])),
        m=number(len(ours) - 1),
    )
    kind = _("Line chart of customers at month end, with and without the CRM.")
    return alternative(kind, title(projection), [path])


def notes(lowest: float) -> tuple[str, ...]:
    """Return what to know under the chart; `lowest` is where its axis starts."""
    return (_("The axis does not start at zero."),) if lowest > 0 else ()
