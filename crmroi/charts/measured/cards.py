"""The KPI cards: value, before and after, the change in words, the verdict, the records behind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crmroi.charts.measured.amounts import monthly_unit, records, said
from crmroi.charts.measured.calendar import Calendar
from crmroi.charts.measured.card import Card, Spark
from crmroi.charts.measured.finding import TONES, change
from crmroi.charts.measured.history import levels_of
from crmroi.charts.measured.setting import Setting
from crmroi.measure.change.verdicts import VERDICTS
from crmroi.measure.results import BeforeAfter, Measurement, Months, Value
from crmroi.text import _, number
from crmroi.text.calendar_months import calendar_month
from crmroi.text.phrases import named


def cards(
    measurement: Measurement, names: Sequence[str], chosen: str, setting: Setting
) -> list[Card]:
    """Return a card for each KPI named, in that order; `chosen` is the one whose chart is shown."""
    return [
        kpi_card(
            name,
            measurement.kpis[name],
            measurement.monthly.get(name),
            measurement.before_after.get(name),
            setting,
            chosen=name == chosen,
        )
        for name in names
    ]


def kpi_card(
    name: str,
    value: Value,
    months: Months | None,
    before_after: BeforeAfter | None,
    setting: Setting,
    *,
    chosen: bool = False,
) -> Card:
    """Return the card of one KPI."""
    kpi = setting.kpi(name)
    compared = before_after if before_after and None not in levels_of(before_after) else None
    before, after = _sides(compared, name, setting)
    words, arrow = change(name, compared, setting) if compared else ("", None)
    texts = {
        "label": _(kpi.label),
        "value": said(value.value, kpi.unit, setting.currency, short=True),
        "per": _("per month") if compared and compared.per_month else "",
        "before": before,
        "after": after,
        "change": words,
        "verdict": _(VERDICTS[compared.verdict]) if compared else "",
        "n": _n_words(value, compared),
        "reason": _reason(value, before_after),
    }
    return Card(
        id=name,
        help=_(kpi.definition),
        arrow=arrow,
        tone=TONES.get(compared.verdict, "neutral") if compared else "neutral",
        spark=_spark(months, name, setting),
        said=_sentence(texts),
        chosen=chosen,
        **texts,
    )


def _sides(compared: BeforeAfter | None, name: str, setting: Setting) -> tuple[str, str]:
    """Return before and after in words; counts and sums are by month."""
    if compared is None:
        return "", ""
    unit, (before, after) = monthly_unit(setting.kpi(name)), levels_of(compared)
    return (
        said(before, unit, setting.currency, beside=after, short=True),
        said(after, unit, setting.currency, beside=before, short=True),
    )


def _sentence(texts: Mapping[str, str]) -> str:
    """Return a card as a sentence."""
    label = f"{texts['label']} {texts['per']}".strip()
    if texts["before"]:
        sides = _("{before} before, {after} after", before=texts["before"], after=texts["after"])
    else:
        sides = texts["value"]
    rest = [texts[name] for name in ("change", "verdict", "n", "reason") if texts[name]]
    return named(label, ", ".join([sides, *rest]))


def _n_words(value: Value, compared: BeforeAfter | None) -> str:
    """Return how many records are behind the card's figures."""
    if compared is None:
        return records(value.n)
    return _(
        "{before} and {after} records",
        before=number(compared.n_before),
        after=number(compared.n_after),
    )


def _reason(value: Value, compared: BeforeAfter | None) -> str:
    found = value.reason or (compared.reason if compared else None)
    return found.message if found else ""


def _spark(months: Months | None, name: str, setting: Setting) -> Spark | None:
    """Return the months as a line; None with fewer than two values."""
    there = [] if months is None else [value for value in months.values if value is not None]
    if months is None or len(there) < 2:
        return None
    calendar = Calendar(months.months)
    place = None if setting.go_live is None else calendar.place_of(setting.go_live)
    named = [month for month, v in zip(months.months, months.values, strict=True) if v is not None]
    unit = monthly_unit(setting.kpi(name))
    start, end = (
        said(value, unit, setting.currency, short=True) for value in (there[0], there[-1])
    )
    return Spark(
        values=tuple(None if v is None else float(f"{v:.6g}") for v in months.values),
        go_live=place if place is not None and calendar.holds(place) else None,
        last=end,
        alt=_(
            "By month: {start} in {first}, {end} in {last}.",
            start=start,
            first=calendar_month(named[0]),
            end=end,
            last=calendar_month(named[-1]),
        ),
    )
