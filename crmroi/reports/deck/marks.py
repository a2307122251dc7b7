"""Words at the marks of a native chart."""

from __future__ import annotations

from typing import Any

from crmroi.reports.deck.markup import element
from crmroi.reports.deck.writing import Style, fill


def name_point(point: Any, text: str, style: Style, position: Any, *, down: float = 0.0) -> None:
    """Write words at a point, moved down by a share of the chart's height."""
    label = point.data_label
    frame = label.text_frame
    fill(frame, [(text, style)])
    frame.word_wrap = False
    label.position = position
    if down:
        markup = label._get_or_add_dLbl()  # noqa: SLF001 - a place beside it has no other way
        for old in markup.xpath("./c:layout"):
            markup.remove(old)
        place = f'<c:manualLayout><c:x val="0"/><c:y val="{down:.4f}"/></c:manualLayout>'
        markup.xpath("./c:idx")[0].addnext(element("c:layout", place))
