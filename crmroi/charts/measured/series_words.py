"""The words around a KPI's months."""

from __future__ import annotations

from crmroi.charts.measured.amounts import records, said, without_unit
from crmroi.charts.measured.finding import finding
from crmroi.charts.measured.history import History, Numbers
from crmroi.charts.words import alternative
from crmroi.measure.results import BeforeAfter
from crmroi.text import N_, Unit, _, unit_name
from crmroi.text.calendar_months import calendar_month

HOW_TO_READ = (
    N_("Points are months, the line is the mean of three."),
    N_("Hollow: months around the go-live, left out of the comparison."),
    N_("Dashed: what trend and season lead to expect without the CRM, with its 95% band."),
)
"""Notes that say the same of every KPI's picture: beside many, once is enough."""


def title(shown: History, compared: BeforeAfter | None) -> str:
    """Return the finding: what the comparison says, else where the months lead from and to."""
    found = finding(shown.name, compared, shown.setting)
    if found:
        return found
    label = _(shown.setting.kpi(shown.name).label)
    (first, start), (last, end) = _ends(shown)
    if first == last:
        return _("{kpi}: {value}", kpi=label, value=end)
    return _(
        "{kpi}: {start} in {first}, {end} in {last}",
        kpi=label,
        start=start,
        first=first,
        end=end,
        last=last,
    )


def subtitle(shown: History) -> str:
    """Return measure, unit and period; a number says by itself that it is one."""
    months, kpi = shown.months.months, shown.setting.kpi(shown.name)
    first, last = calendar_month(months[0]), calendar_month(months[-1])
    measure = _("{kpi} by month", kpi=_(kpi.label))
    if kpi.unit is not Unit.COUNT:
        measure += f", {unit_name(kpi.unit, shown.setting.currency)}"
    return f"{measure}, {first} – {last}"


def alt(shown: History, compared: BeforeAfter | None) -> str:
    """Return the months in words: the finding, both ends, the go-live."""
    (first, start), (last, end) = _ends(shown)
    rest = [
        _(
            "Starts at {start} in {first}; ends at {end} in {last}.",
            start=start,
            first=first,
            end=end,
            last=last,
        )
    ]
    if shown.go_live is not None and shown.setting.go_live:
        month = calendar_month(f"{shown.setting.go_live:%Y-%m}")
        rest.append(_("The CRM went live in {month}.", month=month))
    return alternative(_("Line chart by month."), title(shown, compared), rest)


def notes(shown: History, compared: BeforeAfter | None, *, cut: bool) -> tuple[str, ...]:
    """Return how to read the picture; `cut` says that its axis leaves zero out."""
    points, hollow, dashed = HOW_TO_READ
    found = [_(points)]
    if shown.left_out:
        found.append(_(hollow))
    if shown.expected:
        found.append(_(dashed))
    elif compared and compared.adjusted.reason:
        found.append(compared.adjusted.reason.message)
    if compared and compared.reason:
        found.append(compared.reason.message)
    if cut:
        found.append(_("The axis does not start at zero."))
    return tuple(dict.fromkeys(found))


def before_texts(shown: History) -> tuple[str, ...]:
    """Return the words at the mean before the go-live, then what is said in smaller places.

    First the value alone, then the number alone where an axis leaves its unit out, too.
    """
    level, other = _levels(shown)
    value = _say(shown, level, other, short=True)
    return _("Before: {value}", value=value), value, without_unit(level, shown.unit, value)


def end_texts(shown: History) -> tuple[str, str]:
    """Return the labels in the right margin: the mean after, and what was expected."""
    other, level = _levels(shown)
    after = _("After") + "<br>" + _say(shown, level, other, short=True)
    last = shown.expected.counterfactual[-1] if shown.expected else None
    expected = _("Expected") + "<br>" + _say(shown, last, level, short=True)
    return f"<b>{after}</b>" if shown.after else "", expected if shown.expected else ""


def month_hovers(shown: History) -> list[str]:
    """Return what the hover box says of each month's point."""
    label = _(shown.setting.kpi(shown.name).label)
    return [
        f"{label}  <b>{_say(shown, value)}</b>, {records(n)}"
        for value, n in zip(shown.months.values, shown.months.n, strict=True)
    ]


def mean_hovers(shown: History, means: Numbers) -> list[str]:
    """Return what the hover box says of each mean of three months."""
    return [_say(shown, mean) for mean in means]


def expected_hovers(shown: History) -> list[str]:
    """Return what the hover box says of each expected value."""
    found = shown.expected
    if found is None:
        return []
    return [
        _(
            "{value}, between {low} and {high}",
            value=_say(shown, value),
            low=_say(shown, low),
            high=_say(shown, high),
        )
        for value, (low, high) in zip(found.counterfactual, found.band, strict=True)
    ]


def _levels(shown: History) -> tuple[float | None, float | None]:
    before, after = (part.level if part else None for part in (shown.before, shown.after))
    return before, after


def _say(
    shown: History, value: float | None, beside: float | None = None, *, short: bool = False
) -> str:
    return said(value, shown.unit, shown.setting.currency, beside=beside, short=short)


def _ends(shown: History) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the first and the last month that have a value, each with it."""
    there = [
        (month, value)
        for month, value in zip(shown.months.months, shown.months.values, strict=True)
        if value is not None
    ]
    (first, start), (last, end) = there[0], there[-1]
    return (
        (calendar_month(first), _say(shown, start, end)),
        (calendar_month(last), _say(shown, end, start)),
    )
