"""Words on slides: measured before they are written, so that none is cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide
from pptx.util import Pt

from crmroi.charts.labels import text_width
from crmroi.charts.theme import FONT_SIZE, colours
from crmroi.reports.deck.colour import rgb
from crmroi.reports.deck.paper import TITLE_SIZES, Box
from crmroi.text import language

LINE = 1.2
"""The height of a line, as a share of the size of its letters."""
_INCH = 72
"""Points."""
_ALIGN = {"left": PP_ALIGN.LEFT, "right": PP_ALIGN.RIGHT, "center": PP_ALIGN.CENTER}
_ANCHOR = {"top": MSO_ANCHOR.TOP, "middle": MSO_ANCHOR.MIDDLE, "bottom": MSO_ANCHOR.BOTTOM}
_LANGUAGES = {
    "en": MSO_LANGUAGE_ID.ENGLISH_US,
    "fr": MSO_LANGUAGE_ID.FRENCH,
    "pt_BR": MSO_LANGUAGE_ID.BRAZILIAN_PORTUGUESE,
}
"""What a spelling check is to take the words for."""


@dataclass(frozen=True)
class Style:
    """How a paragraph is written: points, a colour's name in the theme."""

    size: float
    token: str = "text"  # noqa: S105 - a colour's name
    bold: bool = False
    align: Literal["left", "right", "center"] = "left"
    before: float = 0.0
    """Points kept free above."""


TITLE, BODY = Style(28, bold=True), Style(16)
SUBTITLE, SMALL = Style(16, "muted"), Style(12, "muted")
HEADING = Style(16, bold=True)

Paragraph = tuple[str, Style]


def write(
    slide: Slide,
    box: Box,
    paragraphs: Sequence[Paragraph],
    *,
    anchor: Literal["top", "middle", "bottom"] = "top",
    name: str = "",
) -> Any:
    """Write paragraphs into a box and return its shape."""
    shape: Any = slide.shapes.add_textbox(*box.emu)
    if name:
        shape.name = name
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = _ANCHOR[anchor]
    fill(frame, paragraphs)
    return shape


def fill(frame: Any, paragraphs: Sequence[Paragraph]) -> None:
    """Write paragraphs into a frame that holds none."""
    for at, (text, style) in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.alignment = _ALIGN[style.align]
        paragraph.space_before = Pt(style.before)
        run = paragraph.add_run()
        run.text = text
        dress(run.font, style)


def dress(font: Any, style: Style) -> None:
    """Set size, weight, colour and language."""
    font.size, font.bold = Pt(style.size), style.bold
    font.color.rgb = rgb(colours("light")[style.token])
    font.language_id = _LANGUAGES[language()]


def wide(text: str, style: Style) -> float:
    """Return the width of one line in inches, on the safe side.

    The widths are those of IBM Plex Sans, which is the wider type.
    """
    return text_width(text, bold=style.bold) / FONT_SIZE * style.size / _INCH


def line_count(text: str, style: Style, width: float) -> int:
    """Return in how many lines a text breaks between words in a width of inches."""
    lines, left = 1, width
    for word in text.split(" "):
        size = wide(word + " ", style)
        if size > left and left < width:
            lines, left = lines + 1, width
        more = int(wide(word, style) // width)  # a word longer than a line breaks within
        lines, left = lines + more, left - (size - more * width)
    return lines


def tall(paragraphs: Sequence[Paragraph], width: float) -> float:
    """Return the height of paragraphs in inches."""
    return sum(
        (line_count(text, style, width) * LINE * style.size + style.before) / _INCH
        for text, style in paragraphs
    )


def fitted(text: str, style: Style, width: float, lines: int, sizes: Sequence[float]) -> Style:
    """Return the style in the first of these sizes in which a text takes so few lines."""
    for size in sizes:
        tried = replace(style, size=size)
        if line_count(text, tried, width) <= lines:
            return tried
    return replace(style, size=sizes[-1])


def headed(text: str, style: Style, width: float) -> Style:
    """Return the style of a title: on one line where that is not much smaller, else on two."""
    one = fitted(text, style, width, 1, TITLE_SIZES)
    if line_count(text, one, width) == 1:
        return one
    return fitted(text, style, width, 2, TITLE_SIZES)


def shrunk(
    paragraphs: Sequence[Paragraph], box: Box, least: float = 12.0
) -> tuple[list[Paragraph], int]:
    """Return paragraphs small enough for a box, and how many of the last had to be left out."""
    kept = list(paragraphs)
    while kept:
        for cut in range(5):
            tried = [(text, replace(s, size=max(s.size - cut, least))) for text, s in kept]
            if tall(tried, box.width) <= box.height:
                return tried, len(paragraphs) - len(kept)
        kept.pop()
    return [], len(paragraphs)
