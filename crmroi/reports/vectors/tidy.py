"""What matplotlib writes as SVG, made smaller and the same for the same drawing."""

from __future__ import annotations

import hashlib
import re

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_PATH = re.compile(r'\bd="([^"]*)"')
_NUMBER = re.compile(r"-?\d+\.\d{3,}")
_SIZE = re.compile(r'(width|height)="([\d.]+)pt"')
_BETWEEN = re.compile(r">\s+<")
_OWN = "\x00"
"""Stands for the beginning of a name until the drawing is known."""
_ID = re.compile(r'id="([a-z]+[0-9a-f]{10})"')


def tidy(text: str) -> str:
    """Return a whole file as one element, without what tells one writing from the next."""
    return _named(_compact(text))


def _compact(text: str) -> str:
    """Leave out what a reader needs and a picture does not: its head, comments, spare digits."""
    text = _COMMENT.sub("", text[text.index("<svg") :])
    text = _PATH.sub(lambda path: f'd="{_shorter(path[1])}"', text)
    text = _SIZE.sub(r'\1="\2"', text, count=2)
    return _BETWEEN.sub("><", text).strip()


def _shorter(path: str) -> str:
    return _NUMBER.sub(lambda number: f"{float(number[0]):.2f}", " ".join(path.split()))


def _named(text: str) -> str:
    """Name what the library names by chance after the drawing: the same has the same bytes."""
    for number, found in enumerate(dict.fromkeys(_ID.findall(text))):
        for before, after in (('id="', '"'), ("url(#", ")"), ('href="#', '"')):
            text = text.replace(before + found + after, f"{before}{_OWN}{number}{after}")
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    return text.replace(_OWN, f"s{digest}-")
