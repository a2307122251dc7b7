"""Letters without case and accents: to search and to sort in any of the languages."""

from __future__ import annotations

import unicodedata


def bare(text: str) -> str:
    """Return the text without case and accents: "Élargir" and "elargir" are the same."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
