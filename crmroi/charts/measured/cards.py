"""The KPI cards: value, before and after, the change in words, the verdict, the records behind."""

from __future__ import annotations

from collections.abc import Sequence

from crmroi.charts.measured.amounts import changed, monthly_unit, records, said
from crmroi.charts.measured.calendar import Calendar
from crmroi.charts.measured.card import Card, Spark
from crmroi.charts.measured.finding import WORDS
from crmroi.charts.measured.history import levels_of
from crmroi.charts.measured.setting import Setting
from crmroi.measure.results import BeforeAfter, Measurement, Months, Value
from crmroi.text import _, number
from crmroi.text.calendar_months import calendar_month


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
    kpi, currency = setting.kpi(name), setting.currency
    unit = monthly_unit(kpi)
    before, after = levels_of(before_after) if before_after else (None, None)
    both = before_after is not None and before is not None and after is not None
    word, tone = WORDS[before_after.verdict] if both and before_after else ("", "neutral")
    return Card(
        id=name,
        label=_(kpi.label),
        help=_(kpi.definition),
        value=said(value.value, kpi.unit, currency),
        before=said(before, unit, currency, beside=after) if both else "",
        after=said(after, unit, currency, beside=before) if both else "",
        change=_change(before_after, name, setting) if both else "",
        arrow=_arrow(before, after),
        verdict=_(word) if word else "",
        tone=tone,
        n=_n_words(value, before_after if both else None),
        reason=_reason(value, before_after),
        spark=_spark(months, name, setting),
        chosen=chosen,
    )


def _change(compared: BeforeAfter | None, name: str, setting: Setting) -> str:
    if compared is None:
        return ""
    unit = monthly_unit(setting.kpi(name))
    return changed(compared.change, compared.change_relative, unit, setting.currency)


def _arrow(before: float | None, after: float | None) -> str | None:
    if before is None or after is None or before == after:
        return None
    return "up" if after > before else "down"


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
    start, end = (said(value, unit, setting.currency) for value in (there[0], there[-1]))
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
