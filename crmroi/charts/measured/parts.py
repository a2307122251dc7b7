"""A KPI by the parts of one column, and the return of each campaign."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from crmroi.charts import template
from crmroi.charts.chart import Chart
from crmroi.charts.measured.amounts import axis_word, least_step
from crmroi.charts.measured.naming import NARROW, column_label, in_lines
from crmroi.charts.measured.parts_words import (
    campaign_hover,
    campaigns_alt,
    campaigns_subtitle,
    campaigns_title,
    notes,
    part_hover,
    part_word,
    parts_alt,
    parts_subtitle,
    parts_title,
)
from crmroi.charts.measured.setting import Setting
from crmroi.charts.rows import Rows, reworded_rows, rows_axis, rows_layout, rows_traces
from crmroi.measure.results import Breakdown, Part
from crmroi.text import Unit, percent

MOST = 12
"""So many parts are drawn; the table holds all."""
_FILLS = {"without": "", "ghost": "/"}
"""Parts, and those too small to tell."""
_RETURN_FILLS = {"gain": "", "cost": ""}
_ROW, _TALL_ROW = 28, 42
"""Heights of a row, in pixels: of names in one line, and in two."""
_LEAST_STEP_OF_RETURN = 0.01


def parts_chart(breakdown: Breakdown, name: str, setting: Setting) -> Chart | None:
    """Return a bar for each part's value of a KPI; None where no part has one."""
    shown = with_value(breakdown, name)
    if not shown:
        return None
    unit = setting.kpi(name).unit
    values = [part.kpis[name].value or 0.0 for part in shown][:MOST]
    bars = _Bars(
        parts=shown[:MOST],
        values=values,
        fills=["ghost" if part.small else "without" for part in shown[:MOST]],
        words=[part_word(part, name, setting) for part in shown[:MOST]],
        narrow_words=[part_word(part, name, setting, "<br>") for part in shown[:MOST]],
        hovers=[part_hover(part, name, setting) for part in shown[:MOST]],
        show=partial(axis_word, unit=unit, currency=setting.currency),
        step=least_step(unit, max([*values, 0]) - min([*values, 0])),
    )
    return bars.chart(
        "parts",
        _FILLS,
        setting,
        (
            parts_title(shown, name, setting),
            parts_subtitle(column_label(breakdown.by), name, setting),
            parts_alt(column_label(breakdown.by), shown, name, setting),
        ),
        notes(shown, MOST),
    )


def with_value(breakdown: Breakdown, name: str) -> list[Part]:
    """Return the parts that have a value of a KPI, the largest part first."""
    return [
        part for part in breakdown.parts if name in part.kpis and part.kpis[name].value is not None
    ]


def campaigns_chart(breakdown: Breakdown, setting: Setting) -> Chart | None:
    """Return a bar for each campaign's return; None where no part has one."""
    found = [(part, part.roi) for part in breakdown.parts if part.roi is not None]
    if not found:
        return None
    found.sort(key=lambda pair: -pair[1])
    shown, returns = [part for part, _roi in found], [roi for _part, roi in found]
    words = [f"<b>{percent(roi, sign=True)}</b>" for roi in returns[:MOST]]
    bars = _Bars(
        parts=shown[:MOST],
        values=returns[:MOST],
        fills=["gain" if roi > 0 else "cost" for roi in returns[:MOST]],
        words=words,
        narrow_words=words,
        hovers=[campaign_hover(part, setting) for part in shown[:MOST]],
        show=partial(axis_word, unit=Unit.SHARE, currency=setting.currency),
        step=_LEAST_STEP_OF_RETURN,
    )
    return bars.chart(
        "campaigns",
        _RETURN_FILLS,
        setting,
        (
            campaigns_title(shown),
            campaigns_subtitle(column_label(breakdown.by)),
            campaigns_alt(column_label(breakdown.by), shown),
        ),
        notes(shown, MOST),
    )


@dataclass(frozen=True)
class _Bars:
    """Parts with what is drawn and said of each."""

    parts: Sequence[Part]
    values: Sequence[float]
    fills: list[str]
    words: list[str]
    narrow_words: list[str]
    hovers: list[str]
    show: Callable[[float], str]
    step: float

    def chart(
        self,
        name: str,
        fills: dict[str, str],
        setting: Setting,
        said: tuple[str, str, str],
        under: tuple[str, ...],
    ) -> Chart:
        """Return the chart of the bars; `said` are its title, subtitle and alternative."""
        rows = self._rows([in_lines(part.name) for part in self.parts], self.words)
        small = self._rows([in_lines(part.name, NARROW) for part in self.parts], self.narrow_words)
        axes = rows_axis(rows, template.WIDTH, most=5)
        figure = template.figure(
            rows_traces(rows, fills, setting.theme), rows_layout(rows, axes, setting.theme)
        )
        title, subtitle, alt = said
        return Chart(name, title, subtitle, alt, figure, reworded_rows(small, fills), notes=under)

    def _rows(self, names: list[str], words: list[str]) -> Rows:
        return Rows(
            names=names,
            fills=self.fills,
            lows=[min(value, 0.0) for value in self.values],
            highs=[max(value, 0.0) for value in self.values],
            words=words,
            hovers=self.hovers,
            show=self.show,
            step=self.step,
            row=_TALL_ROW if any("<br>" in text for text in (*names, *words)) else _ROW,
        )
