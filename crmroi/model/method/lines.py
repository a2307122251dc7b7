"""The lines of the business case by theme: kind, series in words, formula, what they come to."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from crmroi.model.formulas import line_latex, series_latex
from crmroi.model.lines import KINDS, LINES, SALES, THEMES, Line, Side
from crmroi.model.method.parts import Entry, Theme
from crmroi.model.method.put_in import Figures
from crmroi.model.projection import Projection
from crmroi.model.series import ALWAYS, EVEN, MONTH_0, series
from crmroi.text import N_, _, money, years

SERIES: Mapping[str, str] = MappingProxyType(
    {
        MONTH_0: N_("Once, in month 0"),
        SALES: N_("Every month, this lever’s share of the revenue gained"),
        ALWAYS: N_("Every month from month 1 on"),
        "live": N_("Every month after go-live"),
        "dip": N_("Every month of the dip after go-live"),
        "adoption": N_("Every month, as far as the CRM is used"),
        "short": N_("Every month, as far as the gains in work have matured"),
        "medium": N_("Every month, as far as the gains in sales have matured"),
        "long": N_("Every month, as far as the gains in loyalty have matured"),
    }
)
"""When a line flows, by its series or by the shape of it."""

RISES: Mapping[str, str] = MappingProxyType(
    {
        "price": N_("rising with supplier prices"),
        "wage": N_("rising with wages"),
        "selling": N_("rising with selling prices"),
    }
)
"""How a line rises over the years, by the escalator of its series."""


def themes(side: Side, projection: Projection) -> tuple[Theme, ...]:
    """The lines of one side by theme, in the order of the waterfall."""
    figures = Figures(projection.scenario)
    return tuple(
        Theme(
            anchor=f"theme-{theme}",
            title=_(label),
            total=_total(float(projection.sum_of(side=side, theme=theme).sum()), projection),
            entries=tuple(
                _entry(line, projection, figures)
                for line in LINES
                if (line.side, line.theme) == (side, theme)
            ),
        )
        for theme, label in THEMES.items()
        if any((line.side, line.theme) == (side, theme) for line in LINES)
    )


def series_in_words(name: str) -> str:
    """When a line of this series flows: "Every month after go-live, rising with wages"."""
    if name in SERIES:
        return _(SERIES[name])
    shape, escalator = series(name)
    rise = [] if escalator == EVEN else [_(RISES[escalator])]
    return ", ".join([_(SERIES[shape]), *rise])


def _entry(line: Line, projection: Projection, figures: Figures) -> Entry:
    totals = projection.gains if line.side == "gain" else projection.costs
    return Entry(
        anchor=f"line-{line.name}",
        title=_(line.label),
        text=series_in_words(line.series),
        latex=_formula(line, line_latex(line)),
        figures=figures.in_amount(line),
        facts=(_(KINDS[line.kind]), *([_("Hidden")] if line.hidden else [])),
        total=_total(totals[line.name], projection),
    )


def _formula(line: Line, amount: str) -> str:
    """The line in month t."""
    if line.series == MONTH_0:
        return amount
    return rf"{amount} \times {series_latex(line.series).partition(',')[0]}"


def _total(total: float, projection: Projection) -> str:
    return _(
        "{amount} over {years}",
        amount=money(total, projection.scenario.currency),
        years=years(projection.scenario.finance.horizon_years),
    )
