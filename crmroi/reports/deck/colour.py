"""Our colours as PowerPoint takes them."""

from __future__ import annotations

from typing import Any

from pptx.dml.color import RGBColor

_COLOUR: Any = RGBColor  # the library leaves it untyped


def rgb(colour: str) -> RGBColor:
    """Return a colour `#RRGGBB`."""
    found: RGBColor = _COLOUR.from_string(colour[1:])
    return found


def faded(colour: str, ground: str, share: float) -> str:
    """Return a colour of which so much is on a ground, both `#RRGGBB`: 0 is the ground's."""
    pairs = ((int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(share * one + (1 - share) * other):02X}" for one, other in pairs)
