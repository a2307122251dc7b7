"""Characters that the letters of reports hold, and what stands for the others."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import groupby

from crmroi.reports.fonts import REGULAR, SEMIBOLD
from crmroi.reports.matplotlib_import import FT2Font

_JOINERS = re.compile("[\u200c\u200d\ufe00-\ufe0f]")
"""Shape the characters around them, and are nothing beside one that is not held."""


def held(text: str) -> str:
    """Return a text in which a character without a letter is named: "[U+1F600]".

    No character is lost: a name in another script can still be told from any other.
    """
    if text.isascii():
        return text
    known = _known()
    text = _JOINERS.sub("", unicodedata.normalize("NFC", text))
    pieces = []
    for there, letters in groupby(text, key=lambda letter: letter == "\n" or ord(letter) in known):
        run = "".join(letters)
        pieces.append(run if there else f"[{' '.join(f'U+{ord(one):04X}' for one in run)}]")
    return "".join(pieces)


@cache
def _known() -> frozenset[int]:
    """Return the characters that every weight holds."""
    weights = [FT2Font(str(path)).get_charmap() for path in (REGULAR, SEMIBOLD)]
    return frozenset(weights[0]) & frozenset(weights[1])
