"""A logo as slides and sheets can hold it: a PNG as it is, an SVG set as one."""

from __future__ import annotations

from typing import NamedTuple

from crmroi.reports.logo import size
from crmroi.reports.order import Logo

_SHEET = b"""#set page(width: auto, height: auto, margin: 0pt, fill: none)
#let drawn(..wanted) = image(bytes(sys.inputs.svg), format: "svg", ..wanted)
#context if measure(drawn(height: 18mm)).width > 61mm { drawn(width: 61mm) } else {
  drawn(height: 18mm)
}
"""
_FINE = 300
"""Pixels per inch."""


class Picture(NamedTuple):
    """A PNG, and its sides in pixels."""

    png: bytes
    width: int
    height: int

    def scale(self, wide: float, high: float) -> float:
        """What both sides are multiplied by to fill a box, without being distorted."""
        return min(wide / self.width, high / self.height)


def picture(logo: Logo) -> Picture:
    """Return a logo as a PNG, no larger than what is drawn on it."""
    data = logo.data if logo.format == "png" else _set(logo.data.decode("utf-8"))
    return Picture(data, *size(Logo(data, "png")))


def _set(svg: str) -> bytes:
    import typst  # noqa: PLC0415 - only for such a logo

    fonts = typst.Fonts(include_system_fonts=False)
    compiler = typst.Compiler(_SHEET, font_paths=fonts, sys_inputs={"svg": svg})
    pages = compiler.compile(format="png", ppi=_FINE)
    found = pages[0] if isinstance(pages, list) else pages
    if found is None:
        raise AssertionError("a sheet without a page")
    return found
