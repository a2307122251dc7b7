"""The words around a KPI by parts, and around the return of campaigns."""

from __future__ import annotations

from collections.abc import Sequence

from crmroi.charts.labels import plain
from crmroi.charts.measured.amounts import records, said
from crmroi.charts.measured.setting import Setting
from crmroi.charts.words import alternative
from crmroi.measure.results import Part
from crmroi.text import Unit, _, _n, money, number, percent, unit_name


def parts_title(shown: Sequence[Part], name: str, setting: Setting) -> str:
    """Return the finding: the best of the parts that are large enough to tell."""
    telling = [part for part in shown if not part.small]
    kpi = setting.kpi(name)
    if not telling:
        return _("{kpi}: every part is too small to tell", kpi=_(kpi.label))
    down = kpi.better == "down"
    best = (min if down else max)(telling, key=lambda part: part.kpis[name].value or 0.0)
    words = (
        _("{kpi}: lowest in {part}, {value}") if down else _("{kpi}: highest in {part}, {value}")
    )
    if len(telling) == 1:
        words = _("{kpi} in {part}: {value}")
    return words.format(kpi=_(kpi.label), part=best.name, value=_value(best, name, setting))


def parts_subtitle(by: str, name: str, setting: Setting) -> str:
    """Return measure, unit and what it is broken down by."""
    kpi = setting.kpi(name)
    measure = _("{kpi} by “{column}”", kpi=_(kpi.label), column=by)
    unit = [] if kpi.unit is Unit.COUNT else [unit_name(kpi.unit, setting.currency)]
    return ", ".join([measure, *unit, _("n: records")])


def part_word(part: Part, name: str, setting: Setting, between: str = "  ") -> str:
    """Return what stands at a bar's end: the value, and the records behind it."""
    value = part.kpis[name]
    return f"<b>{_value(part, name, setting)}</b>{between}n\u00a0=\u00a0{number(value.n)}"


def part_hover(part: Part, name: str, setting: Setting) -> str:
    """Return what the hover box says of a part."""
    value = part.kpis[name]
    lines = [
        plain(part.name),
        f"<b>{said(value.value, setting.kpi(name).unit, setting.currency)}</b>, {records(value.n)}",
    ]
    return "<br>".join([*lines, _("too few records to tell")] if part.small else lines)


def parts_alt(by: str, shown: Sequence[Part], name: str, setting: Setting) -> str:
    """Return the bars in words."""
    kind = _(
        "Bar chart of “{kpi}” by “{column}”, the largest part first.",
        kpi=_(setting.kpi(name).label),
        column=by,
    )
    largest = _(
        "The largest part, {part}, has {value} from {records}.",
        part=shown[0].name,
        value=_value(shown[0], name, setting),
        records=records(shown[0].kpis[name].n),
    )
    return alternative(kind, parts_title(shown, name, setting), [largest])


def notes(shown: Sequence[Part], most: int) -> tuple[str, ...]:
    """Return what to know under the bars."""
    found = []
    if any(part.small for part in shown[:most]):
        found.append(_("Hatched: too few records to tell."))
    more = len(shown) - most
    if more > 0:
        found.append(_n("{n} more part is in the table.", "{n} more parts are in the table.", more))
    return tuple(found)


def campaigns_title(shown: Sequence[Part]) -> str:
    """Return the finding: how many campaigns earned more than they cost."""
    paid = sum((part.roi or 0.0) > 0 for part in shown)
    return _n(
        "{paid} of {n} campaign earned more than it cost",
        "{paid} of {n} campaigns earned more than they cost",
        len(shown),
        paid=number(paid),
    )


def campaigns_subtitle(by: str) -> str:
    """Return measure and unit."""
    return _("Return on cost, %, by “{column}”", column=by)


def campaign_hover(part: Part, setting: Setting) -> str:
    """Return what the hover box says of a campaign."""
    cost = "" if part.cost is None else _("cost {x}", x=money(part.cost, setting.currency))
    figures = [f"<b>{percent(part.roi, sign=True)}</b>", cost]
    lines = [plain(part.name), ", ".join(text for text in figures if text)]
    return "<br>".join([*lines, _("too few records to tell")] if part.small else lines)


def campaigns_alt(by: str, shown: Sequence[Part]) -> str:
    """Return the bars in words; the best return is first, the worst last."""
    ends = _(
        "The best, {first}, returned {high}; the worst, {last}, {low}.",
        first=shown[0].name,
        high=percent(shown[0].roi, sign=True),
        last=shown[-1].name,
        low=percent(shown[-1].roi, sign=True),
    )
    kind = _("Bar chart of the return on cost by “{column}”, the best first.", column=by)
    return alternative(kind, campaigns_title(shown), [ends])


def _value(part: Part, name: str, setting: Setting) -> str:
    value = part.kpis[name].value
    return said(value, setting.kpi(name).unit, setting.currency)
