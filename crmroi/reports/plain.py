"""What people typed, made fit to stand in a report: as text and as nothing else."""

from __future__ import annotations

import unicodedata

from crmroi.text import _

LONGEST_NAME = 120
"""Characters of a name that a report shows; it ends in an ellipsis where it is cut."""
_LONGEST_NOTE = 500

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Controls, marks that turn the direction of writing, halves of characters, and what is none.

Turning marks would let a name change how the words around it read.
"""


def plain(text: str, longest: int = LONGEST_NAME) -> str:
    """One line without characters that cannot be seen, cut at so many characters."""
    seen = "".join(_seen(letter) for letter in text)
    line = " ".join(seen.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def noted(note: str) -> str:
    """A note about an assumption as it stands beside its source; "" where there is none."""
    shown = plain(note, _LONGEST_NOTE)
    return _("Note: {note}", note=shown) if shown else ""


def _seen(letter: str) -> str:
    if letter in "\n\r\t\u2028\u2029":
        return " "
    if letter == "\u200d":  # joins emoji: without it a family falls apart into its members
        return letter
    return "" if unicodedata.category(letter) in _UNSEEN else letter
