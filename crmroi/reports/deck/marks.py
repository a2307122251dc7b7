"""Words at the marks of a native chart."""

from __future__ import annotations

from typing import Any

from pptx.oxml import parse_xml

from crmroi.reports.deck.writing import Style, fill

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def name_point(point: Any, text: str, style: Style, position: Any, *, down: float = 0.0) -> None:
    """Write words at a point, moved down by a share of the chart's height."""
    label = point.data_label
    frame = label.text_frame
    fill(frame, [(text, style)])
    frame.word_wrap = False
    label.position = position
    if down:
        element = label._get_or_add_dLbl()  # noqa: SLF001 - a place beside it has no other way
        for old in element.xpath("./c:layout"):
            element.remove(old)
        element.xpath("./c:idx")[0].addnext(
            parse_xml(
                f'<c:layout xmlns:c="{_CHART}"><c:manualLayout><c:x val="0"/>'
                f'<c:y val="{down:.4f}"/></c:manualLayout></c:layout>'
            )
        )
