"""The slide of the part "risk": how likely it pays, and by when."""

from __future__ import annotations

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.slide import Slide

from crmroi.analysis.simulation import Simulation
from crmroi.charts.risk import payback, share_said
from crmroi.charts.risk.chances import cases, pays_back
from crmroi.charts.theme import FILL, colours
from crmroi.charts.words import spoken_money, without_table
from crmroi.model.measures import MEASURES
from crmroi.reports.deck import times
from crmroi.reports.deck.grids import add_grid
from crmroi.reports.deck.marks import name_point
from crmroi.reports.deck.natives import Frame, add_picture, on_lines, paint, stroke
from crmroi.reports.deck.number_codes import percent_code
from crmroi.reports.deck.paper import INNER, LEFT, Box
from crmroi.reports.deck.scale import Scale
from crmroi.reports.deck.sheet import Column
from crmroi.reports.deck.talk import Talk
from crmroi.reports.deck.writing import BODY, SMALL, SUBTITLE, Style, shrunk, tall, wide, write
from crmroi.text import _, no_value, number, percent

_LEFT, _GAP = 7.4, 0.5
"""Inches of the picture, and beside it."""
_WORD = Style(14, "with", bold=True)
_SHOWN = (10, 50, 90)
"""Percentages of cases whose NPV is told."""


def likely(talk: Talk) -> None:
    """Add the slide; its title is how often it pays back."""
    simulation = talk.findings.simulation
    chart = payback(simulation)
    title = _("It pays back in {cases}", cases=cases(pays_back(simulation)))
    said = [notice.message for notice in simulation.warnings]
    page = talk.begin(
        title, notes=[f"{chart.title}.", without_table(chart.alt), *chart.notes, *said]
    )
    rest = page.rest._replace(y=page.top + 0.05, height=page.rest.height - 0.05)
    left = rest._replace(width=_LEFT)
    head = [(chart.subtitle, SUBTITLE)]
    write(page.slide, left._replace(height=tall(head, _LEFT)), head, name=_("What is shown"))
    foot = [(note, SMALL) for note in chart.notes]
    high, low = tall(head, _LEFT) + 0.1, tall(foot, _LEFT)
    picture = Box(left.x, left.y + high, _LEFT, left.height - high - low - 0.1)
    _draw(talk, page.slide, picture)
    write(page.slide, Box(left.x, left.y + left.height - low, _LEFT, low), foot, name=_("Notes"))
    right = Box(LEFT + _LEFT + _GAP, rest.y, INNER - _LEFT - _GAP, rest.height)
    _figures(page.slide, simulation, right, said)


def _draw(talk: Talk, slide: Slide, box: Box) -> None:
    simulation, light = talk.findings.simulation, colours("light")
    shares = list(simulation.paid_back_by_month)
    years, code = (len(shares) - 1) // 12, percent_code()
    name = _("Share of cases")
    columns = [Column(name, shares), Column(_("Area"), shares, "=B{row}")]
    made_on = talk.findings.order.made_on
    sheet = times.sheet(years, columns, code, made_on)
    end = share_said(shares[-1])
    plot = times.plot(box, [percent(1.0)], right=wide(end, _WORD) + 0.25)
    kind = XL_CHART_TYPE.AREA
    chart = payback(simulation)
    picture = add_picture(slide, kind, sheet, Frame(box, plot, Scale(0.0, 1.0, 0.25)), chart)
    on_lines(picture.native, 1)
    times.along(picture.native, years)
    areas, lines = picture.native.plots
    paint(areas.series[0], light["with"], opacity=FILL)
    stroke(lines.series[0], light["with"], 2.75)
    name_point(lines.series[0].points[len(shares) - 1], end, _WORD, XL_LABEL_POSITION.RIGHT)


def _figures(slide: Slide, found: Simulation, box: Box, said: list[str]) -> None:
    """Write the probabilities and the spread of the NPV, and what is to be known about them."""
    currency = found.scenario.currency
    chances = [
        (_("Likely to be worth something (NPV above 0)"), found.probability_npv_positive),
        (_("Likely to pay for itself within the years counted"), pays_back(found)),
    ]
    rows = [["", _("Share of cases")], *([name, share_said(share)] for name, share in chances)]
    end = add_grid(slide, box, rows, shares=(3, 1.2), name=_("How likely it pays"))
    spread = [["", _(MEASURES["npv"].label)]]
    spread += [
        [_("{share} lie below", share=percent(at / 100)), _amount(value, currency)]
        for at, value in found.npv.percentiles.items()
        if at in _SHOWN
    ]
    spread.append([_("On average"), _amount(found.npv.mean, currency)])
    lower = box._replace(y=end + 0.3)
    end = add_grid(slide, lower, spread, shares=(2, 1.6), name=_("Spread"))
    drawn = _("{n} cases drawn from the ranges.", n=number(found.draws))
    rest = Box(box.x, end + 0.25, box.width, box.y + box.height - end - 0.25)
    kept, _left_out = shrunk(
        [(drawn, BODY), *((warning, Style(14, before=4)) for warning in said)], rest
    )
    if kept:
        write(slide, rest, kept, name=_("What to know"))


def _amount(value: float | None, currency: str) -> str:
    return no_value() if value is None else spoken_money(value, currency)
