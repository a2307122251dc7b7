"""JSON as a person wrote it: numbers keep their text, and what is odd is found, not mended.

A message about a value shows the value as the file writes it, so numbers come as `float` and `int`
that remember their token in `.raw`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from crmroi.assumptions.written import shorten
from crmroi.text import N_
from crmroi.text.notice import Notice

MAX_DEPTH = 10
MAX_VALUES = 10_000
"""A scenario that pairs all its assumptions has 8,000."""
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
    problems += _keys_given_twice(value)
    count = _count(value)
    if count > MAX_VALUES:
        template = N_("The file holds {count} values; at most {limit} are read.")
        problems.append(Notice("", count, template, {"count": count, "limit": MAX_VALUES}))
        return None, problems
    return _whole_characters(value, "", problems), problems


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


def _keys_given_twice(value: object, path: str = "") -> Iterator[Notice]:
    if isinstance(value, RawObject):
        for key in value.twice:
            name = shorten(path + key)
            yield Notice(name, None, N_("“{name}” is given twice. Keep one."), {"name": name})
    for place, item in _items(value):
        yield from _keys_given_twice(item, f"{path}{place}.")


def _whole_characters(value: Any, path: str, problems: list[Notice]) -> Any:
    """The value with every half of a character replaced, each a problem: nothing could print it."""
    if isinstance(value, str):
        whole = value.encode("utf-8", "replace").decode("utf-8")
        if whole != value:
            template = N_("“{name}” holds half a character. Write it anew.")
            problems.append(Notice(path, whole, template, {"name": shorten(path)}))
        return whole
    if isinstance(value, dict):
        places = {key: f"{path}.{key}" if path else key for key in value}
        return {
            _whole_characters(key, places[key], problems): _whole_characters(
                item, places[key], problems
            )
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [_whole_characters(item, path, problems) for item in value]
    return value


def _items(value: object) -> Iterable[tuple[object, object]]:
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, list) else ()


def _count(value: object) -> int:
    return 1 + sum(_count(item) for _key, item in _items(value))


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
