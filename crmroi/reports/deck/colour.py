"""Our colours as PowerPoint takes them."""

from __future__ import annotations

from typing import Any

from pptx.dml.color import RGBColor

_COLOUR: Any = RGBColor  # the library leaves it untyped


def rgb(colour: str) -> RGBColor:
    """Return a colour `#RRGGBB`."""
    found: RGBColor = _COLOUR.from_string(colour[1:])
    return found
