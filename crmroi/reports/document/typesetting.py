"""Blocks set as pages by typst: as PDF that can be read aloud, or as pictures of the pages.

What is said is given as JSON and is text only; nothing is read from a disk but the letters.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

from crmroi.reports.fonts import FOLDER
from crmroi.reports.fonts.holding import held

_SHEET = Path(__file__).with_name("report.typ")
_DRAWN = frozenset({"svg", "typst", "plain", "alt"})
"""What is not set as text: pictures, formulas, and the words for those who hear them."""
_ROOM, _WIDE = {"head": 14}, 24
"""The letters of a word that surely have room: in the head of a column, and elsewhere."""
_BREAK = "\u200b"
_UNSEEN = ("title", "author", "keywords")
"""What the file says of itself: not drawn, so that any character may be in it."""
_ZOOM = 84
"""Pixels per inch of a picture of a page."""


def pdf(document: dict[str, Any]) -> bytes:
    """Return the document as a tagged PDF (PDF/UA-1); the same document has the same bytes."""
    year, month, day = document["date"]
    moment = datetime(year, month, day, tzinfo=UTC)
    made = _compiler(document).compile(format="pdf", pdf_standards=["ua-1"], timestamp=moment)
    return _one(made)


def pictures(document: dict[str, Any]) -> list[bytes]:
    """Return each page as a PNG."""
    made = _compiler(document).compile(format="png", ppi=_ZOOM)
    return made if isinstance(made, list) else [_one(made)]


def _compiler(document: dict[str, Any]) -> typst.Compiler:
    unseen = {name: document[name] for name in _UNSEEN}
    said = json.dumps({**_in_letters(document), **unseen}, ensure_ascii=False)
    return typst.Compiler(
        _SHEET.read_bytes(), root=FOLDER, font_paths=_fonts(), sys_inputs={"data": said}
    )


@cache
def _fonts() -> typst.Fonts:
    """Our letters, and typst's own for signs in formulas; the system's would differ."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(FOLDER)])


def _in_letters(part: Any, name: str = "") -> Any:
    """Return the same with every text in letters that the fonts hold."""
    if isinstance(part, str):
        return part if name in _DRAWN else _breakable(held(part), _ROOM.get(name, _WIDE))
    if isinstance(part, dict):
        return {key: _in_letters(value, key) for key, value in part.items()}
    if isinstance(part, list | tuple):
        return [_in_letters(each, name) for each in part]
    return part


def _breakable(text: str, most: int) -> str:
    """Return a text in which a longer word may be broken: none leaves the page."""
    return re.sub(rf"\S{{{most}}}(?=\S)", lambda run: run[0] + _BREAK, text)


def _one(made: bytes | list[bytes] | None) -> bytes:
    if not isinstance(made, bytes):
        raise TypeError("typst returned no single file")
    return made
