"""Step 3: the verdict, the KPIs, the months of one of them, its parts, what came back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

import streamlit as st

from crmroi.assumptions.presets import PRESETS
from crmroi.charts import Chart, Table
from crmroi.charts import measured as pictures
from crmroi.measure.change.verdicts import DECIDED, MANY_KPIS
from crmroi.measure.kpis import KPIS
from crmroi.measure.results import Measurement
from crmroi.text import _, _n, percent
from crmroi.ui import drawing, words
from crmroi.ui.measure import markup
from crmroi.ui.measure.asked import asked
from crmroi.ui.measure.reading import measured, measured_currency
from crmroi.ui.measure.steps import waiting
from crmroi.ui.visit import Session

FRONT_CARDS = 8
"""The cards shown at first; the others stand behind a click."""


def result(current: Session) -> Measurement | None:
    """Draw what the tables say; return it, or None where there is nothing to measure yet."""
    if not current.uploads.counted:
        st.html(markup.opening(_("What did the CRM really change?"), _(
            "Nothing is read yet. Drop the exports of your CRM in step 1, or use the sample."
        )))  # fmt: skip
        return None
    asked(current)
    waiting(current)
    found = measured(current)
    for problem in () if found else current.uploads.problems:
        words.error(problem.message)
    if found is not None:
        with st.container(key="measured"):
            drawing.mount(current, _payload(current, found))
        if found.before_after:
            words.note(_(MANY_KPIS))
    return found


def _payload(current: Session, found: Measurement) -> dict[str, Any]:
    setting = _setting(current)
    names = _names(current, found)
    chosen = current.uploads.chosen = _chosen(current, found, names)
    cards = pictures.cards(found, names, chosen, setting)
    shown = list(_pictures(found, chosen, setting))
    current.uploads.tables = {chart.id: table for chart, table in shown}
    tables = current.view.tables
    return {
        **drawing.frame(current),
        "headline": _headline(current, found),
        "kpis": [],
        "bar": [
            {"label": f"{card.label} {card.per}".strip(), "value": card.after or card.value}
            for card in cards[:3]
        ],
        "cards": [asdict(card) for card in cards],
        "charts": [
            drawing.chart(chart, table if chart.id in tables else None) for chart, table in shown
        ],
        "tables": [],
        "warnings": [remark.message for remark in found.remarks],
        "checks": _("Things to know"),
    }


def _setting(current: Session) -> pictures.Setting:
    currency, go_live = measured_currency(current), current.uploads.asked.go_live
    return pictures.Setting(KPIS, currency, go_live, drawing.theme())


def _names(current: Session, found: Measurement) -> list[str]:
    """Return the KPIs to show: the sector's first, then what changed, then the others.

    One without a value stands in front only where none has one: its reason is the answer then.
    """
    preset = PRESETS.get(current.preset)
    names = pictures.ranked(found, preset.kpis if preset else ())
    if current.uploads.all_kpis:
        return names
    told = [name for name in names if found.kpis[name].value is not None]
    return (told or names)[:FRONT_CARDS]


def _chosen(current: Session, found: Measurement, names: list[str]) -> str:
    """Return the KPI that is looked at: the one clicked, else the first that was compared."""
    if current.uploads.chosen in names:
        return current.uploads.chosen
    told = [
        name
        for name in names
        if name in found.before_after and found.before_after[name].verdict in pictures.TONES
    ]
    return (told or names)[0]


def _headline(current: Session, found: Measurement) -> str:
    """Return the answer in a sentence or two: what changed, and what came back."""
    if current.uploads.asked.go_live is None:
        return _("Set the go-live of the CRM to see what changed with it.")
    told = [compared.verdict for compared in found.before_after.values()]
    n = sum(verdict in {*DECIDED, "unclear"} for verdict in told)
    if not n:
        return _("These files are too short on one side of the go-live to tell what changed.")
    said = _n(
        "Of {n} KPI compared, {better} got better and {worse} worse; the rest chance could "
        "explain.",
        "Of {n} KPIs compared, {better} got better and {worse} worse; the rest chance could "
        "explain.",
        n, n=n, better=told.count("better"), worse=told.count("worse"),
    )  # fmt: skip
    return f"{said} {_returned(found)}".strip()


def _returned(found: Measurement) -> str:
    """Return the realised ROI in a sentence, the adjusted one where there is one."""
    if found.realised is None:
        return ""
    adjusted = found.realised.adjusted.roi is not None
    back = found.realised.adjusted if adjusted else found.realised.simple
    if back.roi is None:
        return ""
    if back.interval is None:
        return _("The return so far is {roi}.", roi=percent(back.roi))
    low, high = (percent(end) for end in back.interval)
    return _(
        "The return so far is {roi} (between {low} and {high}).", roi=percent(back.roi), low=low,
        high=high,
    )  # fmt: skip


def _pictures(
    found: Measurement, chosen: str, setting: pictures.Setting
) -> Iterator[tuple[Chart, Table]]:
    """Give each picture with the numbers behind it."""
    months, compared = found.monthly.get(chosen), found.before_after.get(chosen)
    pairs: list[tuple[Chart | None, Callable[[], Table]]] = []
    if months is not None:
        chart = pictures.series_chart(chosen, months, compared, setting)
        pairs.append((chart, lambda: pictures.series_table(chosen, months, compared, setting)))
    if (parts := found.breakdown) is not None:
        bars = pictures.parts_chart(parts, chosen, setting)
        pairs.append((bars, lambda: pictures.parts_table(parts, chosen, setting)))
        returns = pictures.campaigns_chart(parts, setting)
        pairs.append((returns, lambda: pictures.campaigns_table(parts, setting)))
    if (realised := found.realised) is not None:
        back = pictures.realised_chart(realised, setting)
        pairs.append((back, lambda: pictures.realised_table(realised, setting)))
    for picture, table in pairs:
        if picture is not None:
            yield picture, table()
