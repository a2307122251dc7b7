"""Marks between words, which each language sets otherwise: colons, semicolons, quotation marks."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from crmroi.text.messages import _


def named(name: str, text: str) -> str:
    """A text with its name before it."""
    return _("{name}: {text}", name=name, text=text)


def named_once(name: str, text: str) -> str:
    """A text with its name before it, if it does not start with that already."""
    return text if text.startswith(name) else named(name, text)


def quoted(text: str) -> str:
    """A word of somebody else's, between quotation marks."""
    return _("“{text}”", text=text)


def listed(texts: Iterable[str]) -> str:
    """Things that may hold commas themselves, parted by semicolons; "" of none."""
    found = [*texts] or [""]
    return reduce(lambda before, text: _("{before}; {text}", before=before, text=text), found)
