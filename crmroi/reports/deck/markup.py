"""The markup of slides where the library has no word for it."""

from __future__ import annotations

from typing import Any

from pptx.oxml import parse_xml

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SPACES = {"a": DRAWING, "c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}


def element(tag: str, inside: str = "", **attributes: str) -> Any:
    """Return an element `a:…` (drawing) or `c:…` (chart); `inside` is ours, of its kind."""
    kind = tag.partition(":")[0]
    said = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return parse_xml(f'<{tag} xmlns:{kind}="{_SPACES[kind]}"{said}>{inside}</{tag}>')
