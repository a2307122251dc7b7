"""Words as charts write them: lines, some parts bold or in a colour of their own."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from crmroi.reports.fonts.holding import held

_TAG = re.compile(r'(</?b>|<br>|<span style="color:#[0-9A-Fa-f]{6}">|</span>)')
"""Every tag that charts write. What else looks like one, in a name somebody typed, is text."""
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")


class Run(NamedTuple):
    """A piece of a line that is written alike; without a colour, in that of the words."""

    text: str
    bold: bool
    colour: str | None


Line = list[Run]


def lines(text: str) -> list[Line]:
    """Return the lines of a text with `<b>`, `<br>` and coloured `<span>`s; entities are letters.

    A character that the fonts do not hold is named.
    """
    found: list[Line] = [[]]
    bold, colour = False, None
    for piece in _TAG.split(text):
        if piece in ("<b>", "</b>"):
            bold = piece == "<b>"
        elif piece == "<br>":
            found.append([])
        elif piece == "</span>":
            colour = None
        elif _TAG.fullmatch(piece):
            colour = _COLOUR.findall(piece)[0]
        elif piece:
            found[-1].append(Run(held(unescape(piece)), bold, colour))
    return found
