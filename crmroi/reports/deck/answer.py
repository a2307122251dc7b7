"""The first slide: the answer in a sentence, five measures, whose it is."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.slide import Slide
from pptx.util import Inches

from crmroi.charts import Kpi
from crmroi.charts.outcome import metric
from crmroi.charts.theme import colours
from crmroi.charts.words import spoken_money
from crmroi.model.measures import MEASURES
from crmroi.reports.deck.colour import rgb
from crmroi.reports.deck.paper import INNER, LEFT, TOP, WIDTH, Box, add_slide
from crmroi.reports.deck.talk import Talk, head, tell
from crmroi.reports.deck.writing import BODY, Style, fitted, tall, wide, write
from crmroi.reports.findings import Findings
from crmroi.reports.logo import alternative
from crmroi.reports.logo_picture import picture
from crmroi.reports.order import Logo, Order
from crmroi.reports.plain import plain
from crmroi.text import _
from crmroi.text.phrases import named

_SENTENCE = Style(40, bold=True)
_SIZES = (40, 36, 32, 28)
_LINES = 3
_TILES = 4.05
"""Where the measures stand."""
_TILE, _GAP, _INSIDE = 1.45, 0.2, 0.16
_LABEL, _REASON = Style(14, "muted"), Style(12, "text-2")
_VALUE = Style(28, bold=True)
_LOGO = (2.4, 0.7)
"""The most that a logo takes, in inches."""
_CASE = Style(16, bold=True)
_NAME = 60
"""Letters of a name beside another."""


def answer(talk: Talk) -> None:
    """Add the slide."""
    findings = talk.findings
    slide = add_slide(talk.deck, talk.footer)
    _whose(slide, findings)
    style = fitted(findings.headline, _SENTENCE, INNER, _LINES, _SIZES)
    head(slide, findings.headline, style, Box(LEFT, 1.35, INNER, 2.4))
    width = (INNER - 4 * _GAP) / len(findings.kpis)
    for at, kpi in enumerate(findings.kpis):
        _tile(slide, kpi, Box(LEFT + at * (width + _GAP), _TILES, width, _TILE))
    _made_of(slide, findings)
    tell(slide, _notes(findings))


def _whose(slide: Slide, findings: Findings) -> None:
    order = findings.order
    room = INNER - (_LOGO[0] + _GAP if order.logo else 0.0)
    case = _on_one_line(order.scenario.name, _CASE, room)
    words = [(case, _CASE)] if case else []
    names = _names(findings)
    if names:
        words.append((names, Style(14, "muted")))
    if words:
        write(slide, Box(LEFT, TOP, room, tall(words, room)), words, name=_("Whose case it is"))
    if order.logo:
        _add_logo(slide, order, order.logo)


def _on_one_line(name: str, style: Style, room: float) -> str:
    """Return a name, cut where one line of inches would be too short for it."""
    text = plain(name)
    while wide(text, style) > room:
        text = plain(text, len(text) - 1)
    return text


def _add_logo(slide: Slide, order: Order, logo: Logo) -> None:
    """Add it at the right, as large as its place allows."""
    drawn = picture(logo)
    scale = drawn.scale(*_LOGO)
    width, height = Inches(drawn.width * scale), Inches(drawn.height * scale)
    left = Inches(WIDTH - LEFT - drawn.width * scale)
    data = BytesIO(drawn.png)
    added: Any = slide.shapes.add_picture(data, left, Inches(TOP), width, height)
    added.name = _("Logo")
    added.element.xpath("./p:nvPicPr/p:cNvPr")[0].set("descr", alternative(order))


def _names(findings: Findings) -> str:
    maker, reader = (plain(name, _NAME) for name in (findings.order.prepared_by,
                                                     findings.order.prepared_for))  # fmt: skip
    if maker and reader:
        return _("Prepared for {reader} by {maker}", reader=reader, maker=maker)
    if maker:
        return _("Prepared by {maker}", maker=maker)
    return _("Prepared for {reader}", reader=reader) if reader else ""


def _tile(slide: Slide, kpi: Kpi, box: Box) -> None:
    """Write one measure: its name, its value, and why where it has none."""
    light = colours("light")
    ground: Any = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box.emu)
    ground.name = kpi.label
    ground.fill.solid()
    ground.fill.fore_color.rgb = rgb(light["panel"])
    ground.line.fill.background()
    style = ground.element.xpath("./p:style")[0]
    style.getparent().remove(style)  # it would bring a shadow
    inner = Box(box.x + _INSIDE, box.y + _INSIDE, box.width - 2 * _INSIDE, box.height - 2 * _INSIDE)
    value = fitted(kpi.value, _VALUE, inner.width, 1, (28, 26, 24, 22, 20, 18))
    words = [(kpi.label, _LABEL), (kpi.value, value)]
    if kpi.reason:
        words.append((kpi.reason, fitted(kpi.reason, _REASON, inner.width, 2, (12, 11))))
    write(slide, inner, words, name=named(kpi.label, kpi.value))


def _made_of(slide: Slide, findings: Findings) -> None:
    """Say what the net gain is made of, under the measures."""
    projection = findings.projection
    currency = projection.scenario.currency
    amounts = {
        name: spoken_money(metric(projection, measure), currency)
        for name, measure in {
            "gains": "total_gains", "costs": "total_costs", "net": "net_gain",
        }.items()
    }  # fmt: skip
    text = _("Gains of {gains} less costs of {costs} leave {net}.", **amounts)
    y = _TILES + _TILE + 0.35
    write(slide, Box(LEFT, y, INNER, tall([(text, BODY)], INNER)), [(text, BODY)],
          name=_("What it is made of"))  # fmt: skip


def _notes(findings: Findings) -> list[str]:
    """Return every measure with what it means."""
    return [
        f"{named(each.label, each.shown)}. {_(MEASURES[each.name].definition)}"
        for each in findings.measures
    ]
