"""Slides drawn small as HTML from the file itself: its words where they stand, its charts as ours.

Only what our own slides are made of: texts, tables, charts, pictures, plain rectangles.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.dml import MSO_FILL
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN

from crmroi.charts import Chart
from crmroi.charts.theme import FONT_SIZE
from crmroi.charts.words import without_table

_POINT = 12_700
"""What a point is in the units of a presentation (EMU)."""
_ALIGN = {PP_ALIGN.RIGHT: "right", PP_ALIGN.CENTER: "center"}
_ANCHOR = {MSO_ANCHOR.MIDDLE: "center", MSO_ANCHOR.BOTTOM: "end"}
_TITLE_SIZE, _TYPE = 28.0, 14.0
"""Points of a title that says nothing else, and of the words in a chart."""
_LEAST_HEIGHT = 260
"""Pixels in which the names of our curves have room: a flatter one is drawn larger, and shrunk."""


def sketches(data: bytes, charts: Iterable[Chart]) -> list[tuple[str, str]]:
    """Return of each slide what it says and its HTML; `charts` are known by their alternatives."""
    deck = Presentation(BytesIO(data))
    known = {without_table(chart.alt): chart for chart in charts if chart.empty is None}
    return [_sketch(slide, deck.slide_width or 1, deck.slide_height or 1, known)
            for slide in deck.slides]  # fmt: skip


def _sketch(slide: Any, width: int, height: int, known: Mapping[str, Chart]) -> tuple[str, str]:
    charts = [shape for shape in slide.shapes if shape.has_chart]
    shown = [shape for shape in slide.shapes if not any(_inside(shape, each) for each in charts)]
    boxes = "".join(
        f'<div style="{_place(shape, width, height)}">{_content(shape, width, known)}</div>'
        for shape in shown
        if not _is_number(shape)
    )
    said = " ".join(text for shape in shown for text in _texts(shape))
    return said, f'<div class="slide">{boxes}</div>'


def _inside(shape: Any, chart: Any) -> bool:
    """Whether it names a line of a chart: ours bring their own names."""
    if shape is chart or not shape.has_text_frame:
        return False
    x, y = shape.left + shape.width // 2, shape.top + shape.height // 2
    across = chart.left <= x <= chart.left + chart.width
    return bool(across and chart.top <= y <= chart.top + chart.height)


def _is_number(shape: Any) -> bool:
    return bool(
        shape.is_placeholder and shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER
    )


def _texts(shape: Any) -> Iterator[str]:
    if shape.has_text_frame and not _is_number(shape):
        yield from (each.text for each in shape.text_frame.paragraphs if each.text)
    elif shape.has_table:
        yield from (cell.text for row in shape.table.rows for cell in row.cells if cell.text)


def _place(shape: Any, width: int, height: int) -> str:
    sides = {
        "left": shape.left / width, "top": shape.top / height, "width": shape.width / width,
        "height": shape.height / height,
    }  # fmt: skip
    style = "".join(f"{side}:{share:.3%};" for side, share in sides.items())
    if shape.has_text_frame and shape.text_frame.vertical_anchor in _ANCHOR:
        style += f"align-content:{_ANCHOR[shape.text_frame.vertical_anchor]};"
    if hasattr(shape, "fill") and shape.fill.type == MSO_FILL.SOLID:
        style += f"background:#{shape.fill.fore_color.rgb};"
    return style


def _content(shape: Any, width: int, known: Mapping[str, Chart]) -> str:
    if shape.has_chart:
        return _chart(shape, known)
    if shape.has_table:
        return _table(shape.table, width)
    if hasattr(shape, "image"):
        return _image(shape.image.blob, shape.image.content_type)
    if shape.has_text_frame:
        return "".join(_paragraph(each, width) for each in shape.text_frame.paragraphs)
    return ""


def _paragraph(paragraph: Any, width: int) -> str:
    if not paragraph.runs:
        return ""
    font = paragraph.runs[0].font
    size = font.size.pt if font.size is not None else _TITLE_SIZE
    before = paragraph.space_before.pt if paragraph.space_before is not None else 0.0
    style = f"font-size:{_share(size, width)};padding-top:{_share(before, width)};"
    if font.bold:
        style += "font-weight:600;"
    if font.color is not None and font.color.type is not None:
        style += f"color:#{font.color.rgb};"
    if paragraph.alignment in _ALIGN:
        style += f"text-align:{_ALIGN[paragraph.alignment]};"
    return f'<p style="{style}">{escape(paragraph.text)}</p>'


def _share(points: float, width: int) -> str:
    """Return a length as a share of the slide’s width: it is drawn at any size."""
    return f"{points * _POINT / width * 100:.3f}cqw"


def _table(table: Any, width: int) -> str:
    whole = sum(column.width for column in table.columns)
    columns = "".join(
        f'<col style="width:{column.width / whole:.3%}">' for column in table.columns
    )  # fmt: skip
    rows = "".join(
        f'<tr style="height:{_share(row.height / _POINT, width)}">'
        + "".join(f"<td>{_cell(cell, width)}</td>" for cell in row.cells)
        + "</tr>"
        for row in table.rows
    )
    return f"<table><colgroup>{columns}</colgroup><tbody>{rows}</tbody></table>"


def _cell(cell: Any, width: int) -> str:
    return "".join(_paragraph(each, width) for each in cell.text_frame.paragraphs)


def _chart(shape: Any, known: Mapping[str, Chart]) -> str:
    """Return the chart as it is on screen; of one that is not, its title."""
    from crmroi.reports.vectors import svg  # noqa: PLC0415 - brings what draws

    [label] = shape.element.xpath("./p:nvGraphicFramePr/p:cNvPr")
    chart = known.get(label.get("descr", ""))
    if chart is None:
        return f'<p class="elsewhere">{escape(shape.name)}</p>'
    scale = max(FONT_SIZE / _TYPE / _POINT, _LEAST_HEIGHT / shape.height)
    drawn = svg(chart, shape.width * scale, shape.height * scale)
    return _image(drawn.encode(), "image/svg+xml")


def _image(data: bytes, mime: str) -> str:
    return f'<img alt="" src="data:{mime};base64,{b64encode(data).decode()}">'
