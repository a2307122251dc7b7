"""Straight lines on slides."""

from __future__ import annotations

from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR_TYPE
from pptx.slide import Slide
from pptx.util import Inches, Pt

from crmroi.reports.deck.colour import rgb

Point = tuple[float, float]


def straight(
    slide: Slide, start: Point, end: Point, colour: str, width: float, *, name: str
) -> None:
    """Draw a line between two points, in inches; its width is in points."""
    ends = (Inches(at) for at in (*start, *end))
    line: Any = slide.shapes.add_connector(MSO_CONNECTOR_TYPE.STRAIGHT, *ends)
    line.name = name
    line.line.color.rgb = rgb(colour)
    line.line.width = Pt(width)
    style = line._element.xpath("./p:style")[0]  # noqa: SLF001 - it would bring a shadow
    style.getparent().remove(style)
