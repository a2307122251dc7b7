"""How cells look: the colours of the charts on white paper, one typeface that every office has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from typing import TYPE_CHECKING

from crmroi.charts.theme import colours

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

FONT, SIZE = "Arial", 10
COLOURS = colours("light")

_LETTERS_A_WIDTH = 1.1
_LINE, _ROOM = 12.75, 4.0
"""Points of a line of text, and around it."""


def height(texts: Mapping[int, str], widths: Sequence[float]) -> float:
    """The height in points that a row needs for texts by column: LibreOffice does not find it."""
    lines = (
        ceil(len(text) / (widths[column] * _LETTERS_A_WIDTH)) for column, text in texts.items()
    )
    return _LINE * max(1, *lines) + _ROOM


def width(amounts: Iterable[float], least: float) -> float:
    """The width that a column needs for amounts without decimals, of SIZE or a little larger."""
    longest = max((len(f"{amount:,.0f}") for amount in amounts), default=0)
    return max(least, longest + 2)


class Styles:
    """The formats of one workbook; the same properties give the same format."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def of(self, **properties: object) -> Format:
        """A format of these properties of XlsxWriter, on top of typeface and ink."""
        wanted = {
            "font_name": FONT,
            "font_size": SIZE,
            "font_color": COLOURS["text"],
            "valign": "vcenter",
            **properties,
        }
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(wanted)
        return self._made[key]

    def text(self, **properties: object) -> Format:
        """Words of any length, on as many lines as they need, a little off the cell before."""
        return self.of(**{"text_wrap": True, "indent": 1, **properties})

    def title(self) -> Format:
        """The name of a sheet."""
        return self.of(font_size=16, bold=True)

    def note(self, *, wrap: bool = False) -> Format:
        """What is said beside."""
        return self.of(font_color=COLOURS["muted"], text_wrap=wrap, indent=int(wrap))

    def head(self, *, align: str = "left", number: str = "General") -> Format:
        """The head of a column."""
        return self.of(
            bold=True,
            font_color=COLOURS["text-2"],
            bg_color=COLOURS["panel"],
            bottom=1,
            bottom_color=COLOURS["edge"],
            align=align,
            indent=int(align == "left"),
            num_format=number,
            text_wrap=True,
        )

    def section(self, colour: str = "text") -> Format:
        """The heading of a group of rows."""
        return self.of(bold=True, font_size=11, font_color=COLOURS[colour])

    def figure(self, number: str, *, strong: bool = False, **properties: object) -> Format:
        """A figure that is computed."""
        line = {"top": 1, "top_color": COLOURS["edge"], "bold": True} if strong else {}
        return self.of(**{"num_format": number, "align": "right", **line, **properties})

    def label(self, *, strong: bool = False, indent: int = 0) -> Format:
        """The name of a row."""
        line = {"top": 1, "top_color": COLOURS["edge"], "bold": True} if strong else {}
        return self.of(indent=indent, **line)

    def input(self, number: str) -> Format:
        """A figure to be changed."""
        return self.of(
            num_format=number,
            align="right",
            locked=False,
            font_color=COLOURS["accent"],
            bg_color=COLOURS["panel"],
            border=1,
            border_color=COLOURS["hairline"],
        )
