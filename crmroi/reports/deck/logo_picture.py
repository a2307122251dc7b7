"""A logo as slides can hold it: a PNG as it is, an SVG set as one."""

from __future__ import annotations

from crmroi.reports.order import Logo

_SHEET = b"""#set page(width: 61mm, height: 18mm, margin: 0pt, fill: none)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%, fit: "contain")
"""
_FINE = 300
"""Pixels per inch."""


def png(logo: Logo) -> bytes:
    """Return the picture as a PNG."""
    if logo.format == "png":
        return logo.data
    import typst  # noqa: PLC0415 - only for such a logo

    fonts = typst.Fonts(include_system_fonts=False)
    svg = logo.data.decode("utf-8")
    compiler = typst.Compiler(_SHEET, font_paths=fonts, sys_inputs={"svg": svg})
    pages = compiler.compile(format="png", ppi=_FINE)
    found = pages[0] if isinstance(pages, list) else pages
    if found is None:
        raise AssertionError("a sheet without a page")
    return found
