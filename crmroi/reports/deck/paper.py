"""The sheet that slides are written on: size, type, colours, one layout, a footer on each.

The type is Arial: a presentation cannot bring its font, and every office has this one or one as
wide, so that what fits here fits there.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from types import MappingProxyType
from typing import Any, NamedTuple

from pptx import Presentation
from pptx.enum.text import PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Inches, Pt

from crmroi.charts.theme import SCENARIO_COLOURS, colours
from crmroi.reports.deck.colour import rgb
from crmroi.reports.deck.markup import DRAWING, element

FONT = "Arial"
WIDTH, HEIGHT = 13.333, 7.5
"""Of a slide, in inches: 16:9."""
LEFT, TOP = 0.6, 0.45
INNER = WIDTH - 2 * LEFT
FOOT = 6.98
"""Where the footer begins."""
END = FOOT - 0.13
"""Where what stands on a slide ends at the latest."""
TITLE_SIZES = (28, 26, 24)
"""Points of a title, the first in which it fits."""

_FOOT_SIZE = 10.5
_LAYOUT = "Title Only"
_FOOTER, _NUMBER, _DATE = 15, 13, 16
"""What PowerPoint calls the placeholders at the foot."""
_THEME: Mapping[str, str] = MappingProxyType(
    {
        "dk1": "text",
        "lt1": "page",
        "dk2": "text-2",
        "lt2": "panel",
        "accent1": "accent",
        "accent2": "gain",
        "accent3": "cost",
        "hlink": "accent",
        "folHlink": "text-2",
    }
)
"""The theme's colours, so that what somebody adds has ours; the other accents are scenarios'."""


class Box(NamedTuple):
    """A place on a slide, in inches."""

    x: float
    y: float
    width: float
    height: float

    @property
    def emu(self) -> tuple[Inches, Inches, Inches, Inches]:
        """As PowerPoint counts."""
        return Inches(self.x), Inches(self.y), Inches(self.width), Inches(self.height)


TITLE = Box(LEFT, TOP, INNER, 1.0)
FOOTER = Box(LEFT, FOOT, INNER - 1.0, 0.3)


def blank() -> Deck:
    """Return an empty presentation with one layout: a title, a footer, a number."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    for layout in list(deck.slide_layouts):
        if layout.name != _LAYOUT:
            deck.slide_layouts.remove(layout)
    _paint(deck)
    _place(deck)
    _forget(deck)
    return deck


def add_slide(deck: Deck, footer: str) -> Slide:
    """Return a new slide with its footer and its number."""
    layout = deck.slide_layouts[0]
    slide: Slide = deck.slides.add_slide(layout)
    tree: Any = slide.shapes.element
    for at, shape in enumerate(layout.placeholders):
        if shape.placeholder_format.type in (_FOOTER, _NUMBER):
            copy: Any = deepcopy(shape.element)
            copy.xpath("./p:nvSpPr/p:cNvPr")[0].set("id", str(90 + at))
            tree.append(copy)
    for shape in slide.placeholders:
        if shape.placeholder_format.type == _FOOTER:
            _foot(shape, footer)
    return slide


def _foot(shape: Any, text: str) -> None:
    """Write the footer; LibreOffice does not take over what master and layout say of it."""
    _at(shape, *FOOTER.emu)
    shape.text_frame.text = text
    paragraph = shape.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    font = paragraph.runs[0].font
    font.name, font.size = "+mn-lt", Pt(_FOOT_SIZE)
    font.color.rgb = rgb(colours("light")["muted"])


def _paint(deck: Deck) -> None:
    """Put our colours and our font into the theme."""
    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme: Any = parse_xml(part.blob)
    light = colours("light")
    accents = [f"accent{at}" for at in range(4, 7)]
    paint = {name: light[token] for name, token in _THEME.items()}
    paint |= dict(zip(accents, SCENARIO_COLOURS["light"][1:], strict=False))
    for name, colour in paint.items():
        for slot in theme.iter(f"{{{DRAWING}}}{name}"):
            slot[:] = [element("a:srgbClr", val=colour[1:])]
    for font in theme.iter(f"{{{DRAWING}}}majorFont", f"{{{DRAWING}}}minorFont"):
        font[0].set("typeface", FONT)
    theme.set("name", "crmroi")
    part.blob = serialize_part_xml(theme)


def _place(deck: Deck) -> None:
    """Put the placeholders of master and layout where they belong, in our type."""
    master: Any = deck.slide_master
    for shape in [*master.placeholders, *deck.slide_layouts[0].placeholders]:
        if shape.placeholder_format.type == _DATE:
            shape.element.getparent().remove(shape.element)
    for shape in master.placeholders:
        _at(shape, *_place_of(shape).emu)
    texts = master.element.xpath
    for first in texts(".//p:titleStyle/a:lvl1pPr | .//p:sp[.//p:ph[@type='ftr']]//a:lvl1pPr"):
        first.set("algn", "l")
    for default in texts(".//p:titleStyle/a:lvl1pPr/a:defRPr"):
        default.set("sz", str(TITLE_SIZES[0] * 100))
        default.set("b", "1")
    for default in texts(".//p:sp//a:lvl1pPr/a:defRPr[@sz='1200']"):
        default.set("sz", str(round(_FOOT_SIZE * 100)))


def _place_of(shape: Any) -> Box:
    kind = shape.placeholder_format.type
    if kind == _FOOTER:
        return FOOTER
    if kind == _NUMBER:
        return Box(LEFT + FOOTER.width, FOOT, INNER - FOOTER.width, FOOTER.height)
    return TITLE if shape.placeholder_format.idx == 0 else Box(LEFT, 1.9, INNER, END - 1.9)


def _at(shape: Any, x: int, y: int, width: int, height: int) -> None:
    shape.left, shape.top, shape.width, shape.height = x, y, width, height
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Pt(0)
    body = frame._txBody.bodyPr  # noqa: SLF001 - how a text shrinks is not to be told otherwise
    for fit in list(body):
        body.remove(fit)
    body.set("anchor", "t")


def _forget(deck: Deck) -> None:
    """Drop what the library's own template brings: a picture of it, a printer, its statistics."""
    package = deck.part.package
    for part, kinds in (
        (deck.part, (RELATIONSHIP_TYPE.PRINTER_SETTINGS,)),
        (package, (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)),
    ):
        related: Any = part._rels  # noqa: SLF001 - there is no other way to name them
        for name in [name for name, each in related.items() if each.reltype in kinds]:
            related.pop(name)
