"""JSON as a person wrote it: numbers keep their text, and what is odd is found, not mended.

A message about a value shows the value as the file writes it, so numbers come as `float` and `int`
that remember their token in `.raw`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from crmroi.text import N_
from crmroi.text.notice import Notice

MAX_DEPTH = 10
_SAFE_DEPTH = 100
"""Deeper than this a text is not even parsed: Python's parser calls itself once for each level."""
_LONG_INTEGER = 400
"""Digits beyond which a whole number is larger than any float."""


class RawFloat(float):
    """A number that remembers how it was written."""

    raw: str

    def __new__(cls, raw: str) -> RawFloat:
        """The number that the token `raw` writes."""
        number = super().__new__(cls, raw)
        number.raw = raw
        return number


class RawInt(int):
    """A whole number that remembers how it was written."""

    raw: str

    def __new__(cls, raw: str) -> RawInt:
        """The whole number that the token `raw` writes."""
        number = super().__new__(cls, raw)
        number.raw = raw
        return number


class RawObject(dict[str, Any]):
    """An object that remembers the keys it was given more than once."""

    twice: tuple[str, ...] = ()


def parse(text: str) -> tuple[Any, list[Notice]]:
    """The value that a JSON text writes, and all that is wrong with the writing.

    The value is None where the text cannot be parsed; the notices say where it breaks.
    """
    depth, line, column = _deepest(text)
    problems = []
    if depth > MAX_DEPTH:
        template = N_("Line {line}, column {column}: nested deeper than {limit}.")
        values = {"line": line, "column": column, "limit": MAX_DEPTH}
        problems.append(Notice("", depth, template, values))
    if depth > _SAFE_DEPTH:
        return None, problems
    try:
        value = json.loads(
            text,
            parse_float=RawFloat,
            parse_int=_whole,
            parse_constant=RawFloat,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as error:
        return None, [*problems, _broken(error)]
    return value, [*problems, *_oddities(value)]


def written(value: object) -> str:
    """A value as a file writes it, cut to what fits in a message."""
    text = _token(value)
    return text if len(text) <= 60 else text[:59] + "…"


def _token(value: object) -> str:
    raw = getattr(value, "raw", None)
    if isinstance(raw, str):
        return raw
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_token(k)}: {_token(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_token, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def _whole(raw: str) -> RawInt | RawFloat:
    return RawInt(raw) if len(raw) <= _LONG_INTEGER else RawFloat(raw)


def _object(pairs: list[tuple[str, Any]]) -> RawObject:
    result = RawObject(pairs)
    if len(result) < len(pairs):
        times = Counter(key for key, _ in pairs)
        result.twice = tuple(key for key in result if times[key] > 1)
    return result


# A string may lack its end: it then reaches to the end of the text, in one pass.
_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[{\]}]', re.DOTALL)


def _deepest(text: str) -> tuple[int, int, int]:
    """The deepest nesting, and the line and column of the first bracket past `MAX_DEPTH`."""
    depth = deepest = place = 0
    for token in _TOKEN.finditer(text):
        mark = token[0]
        if mark in "[{":
            depth += 1
            if depth == MAX_DEPTH + 1 > deepest:
                place = token.start()
            deepest = max(deepest, depth)
        elif mark in "]}":
            depth -= 1
    return deepest, text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)


def _oddities(value: object, path: str = "") -> Iterator[Notice]:
    """Keys given twice and text that is not Unicode, wherever they are."""
    if isinstance(value, RawObject):
        for key in value.twice:
            name = f"{path}.{key}" if path else key
            template = N_("“{name}” is given twice. Keep one.")
            yield Notice(name, None, template, {"name": _printable(name)})
    if isinstance(value, str) and _printable(value) != value:
        template = N_("The text of “{name}” holds half a character (a lone surrogate).")
        yield Notice(path, _printable(value), template, {"name": path})
    for key, item in _items(value):
        name = f"{path}.{key}" if path else key
        yield from _oddities(key, _printable(name))
        yield from _oddities(item, _printable(name))


def _items(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from ((str(index), item) for index, item in enumerate(value))


def _printable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


_BREAKS = {
    "Expecting value": N_("Line {line}, column {column}: a value is missing or not JSON."),
    "Expecting ',' delimiter": N_(
        "Line {line}, column {column}: a comma or a closing bracket is missing before this."
    ),
    "Expecting ':' delimiter": N_("Line {line}, column {column}: a colon is missing before this."),
    "Expecting property name enclosed in double quotes": N_(
        "Line {line}, column {column}: a name in double quotes is missing (or a comma is too many)."
    ),
    "Extra data": N_("Line {line}, column {column}: the file goes on after its end."),
    "Unterminated string starting at": N_(
        "Line {line}, column {column}: this text has no closing quotation mark."
    ),
}
"""What Python's parser says, and what we say. Its words may change: any other has the last word."""
_BREAK = N_("Line {line}, column {column}: this is not JSON.")


def _broken(error: json.JSONDecodeError) -> Notice:
    template = _BREAKS.get(error.msg, _BREAK)
    return Notice("", None, template, {"line": error.lineno, "column": error.colno})
