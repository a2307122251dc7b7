"""What a scenario holds beside its groups: name, currency, uncertainty, correlation, notes.

Each checker takes what a file holds, tells all problems at once and returns plain values.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from numbers import Real
from typing import Any, Final

from crmroi.assumptions.declare import Assumption
from crmroi.assumptions.problems import out_of_range, refusal, wrong_value
from crmroi.assumptions.register import assumptions
from crmroi.assumptions.unknown import unknown_key
from crmroi.assumptions.written import as_written
from crmroi.text.currencies import is_currency
from crmroi.text.messages import N_
from crmroi.text.notice import Label, Notice

FORMAT: Final = "crmroi/1"
"""The format of scenario files that this version reads and writes."""

Triple = tuple[float, float, float]


def known_format(value: object) -> object:
    """The one format there is."""
    if value != FORMAT:
        template = N_("“{field}”: {value} is not a format known here. Enter “{known}”.")
        raise refusal([_entry("format", value, template, known=FORMAT)])
    return FORMAT


def missing_format() -> Notice:
    """A file must say what it is."""
    template = N_("“{field}” is missing. Enter “{known}”.")
    return Notice("format", None, template, {"field": "format", "known": FORMAT})


def known_currency(value: object) -> object:
    """The ISO 4217 code of a currency in use."""
    if not isinstance(value, str) or not is_currency(value):
        template = N_(
            "“{field}”: {value} is not a currency. Enter a code of ISO 4217, such as “{known}”."
        )
        likely = value.strip().upper() if isinstance(value, str) else ""
        known = likely if is_currency(likely) else "EUR"
        raise refusal([_entry("currency", value, template, known=known)])
    return value


def plain_text(value: object) -> object:
    """A text that can be written to a file."""
    if not _is_text(value):
        raise refusal([_entry("name", value, N_("“{field}”: {value} is not a text."))])
    return value


def ranges(value: object) -> dict[str, Triple]:
    """Low, likeliest and high of each uncertain assumption, by its dotted name."""
    part = "uncertainty"
    entries = _object(part, value, '{"adoption.target_rate": [0.6, 0.75, 0.9]}')
    problems: list[Notice] = []
    found: dict[str, Triple] = {}
    for key, given in entries.items():
        field = f"{part}.{key}"
        item = assumptions().get(key)
        if item is None:
            problems.append(unknown_key(key, given))
        elif not item.numeric:
            problems.append(_not_numeric(field, item, given))
        elif faults := list(_range_problems(field, item, given)):
            problems += faults
        else:
            low, mode, high = map(float, given)
            found[key] = (low, mode, high)
    if problems:
        raise refusal(problems)
    return found


def _range_problems(field: str, item: Assumption, given: object) -> Iterable[Notice]:
    words = {"field": field, "label": Label(item.label), "value": as_written(given)}
    if not isinstance(given, list | tuple) or len(given) != 3:
        template = N_("{field} ({label}): {value} is not a range. Enter low, likeliest and high.")
        yield Notice(field, given, template, words)
        return
    low, high = item.allowed or (0, 0)
    refused = [one for one in given if not (_is_number(one) and low <= one <= high)]
    for one in refused:
        yield out_of_range(item, one, field) if _is_number(one) else wrong_value(item, one, field)
    if not refused and any(left > right for left, right in pairwise(given)):
        template = N_("{field} ({label}): {value} is not in order. Enter low, likeliest and high.")
        yield Notice(field, given, template, words)


def pairs(value: object) -> tuple[tuple[str, str, float], ...]:
    """Rank correlations between two uncertain assumptions each."""
    part = "correlation"
    example = '[["gains.conversion_uplift", "adoption.target_rate", 0.5]]'
    if not isinstance(value, list | tuple):
        raise refusal([_not_a_list(part, value, example)])
    problems: list[Notice] = []
    seen: set[frozenset[str]] = set()
    for entry in value:
        problems += _pair_problems(part, entry, example) or _repeated(part, entry, seen)
    if problems:
        raise refusal(problems)
    return tuple((first, second, float(strength)) for first, second, strength in value)


def _pair_problems(part: str, entry: object, example: str) -> list[Notice]:
    if (
        not isinstance(entry, list | tuple)
        or len(entry) != 3
        or not all(isinstance(name, str) for name in entry[:2])
    ):
        return [_not_a_list(part, entry, example)]
    first, second, strength = entry
    problems = [unknown_key(key, key) for key in (first, second) if key not in assumptions()]
    for key in (first, second):
        item = assumptions().get(key)
        if item is not None and not item.numeric:
            problems.append(_not_numeric(f"{part}.{key}", item, key))
    if first == second:
        template = N_("“{field}”: “{first}” is paired with itself. Name two fields.")
        problems.append(_entry(part, entry, template, first=first))
    if not (_is_number(strength) and -1 <= strength <= 1):
        template = N_(
            "“{field}” of “{first}” and “{second}”: {value} is not possible. Enter {low} to {high}."
        )
        problems.append(
            _entry(part, strength, template, first=first, second=second, low="-1", high="1")
        )
    return problems


def _repeated(part: str, entry: Any, seen: set[frozenset[str]]) -> list[Notice]:
    first, second, _strength = entry
    pair = frozenset((first, second))
    if pair not in seen:
        seen.add(pair)
        return []
    template = N_("“{field}” of “{first}” and “{second}” is given twice. Keep one.")
    return [_entry(part, entry, template, first=first, second=second)]


def remarks(value: object) -> dict[str, str]:
    """Who said so, and when, by dotted name."""
    part = "notes"
    entries = _object(part, value, '{"adoption.target_rate": "..."}')
    problems = [
        unknown_key(key, given) for key, given in entries.items() if key not in assumptions()
    ]
    for key, given in entries.items():
        if key in assumptions() and not _is_text(given):
            problems.append(_entry(f"{part}.{key}", given, N_("“{field}”: {value} is not a text.")))
    if problems:
        raise refusal(problems)
    return dict(entries)


def _object(part: str, value: object, example: str) -> Mapping[str, Any]:
    if isinstance(value, Mapping):
        return value
    template = N_("“{field}”: {value} is not possible. Enter an object, such as {example}.")
    raise refusal([_entry(part, value, template, example=example)])


def _not_a_list(part: str, value: object, example: str) -> Notice:
    template = N_("“{field}”: {value} is not possible. Enter a list, such as {example}.")
    return _entry(part, value, template, example=example)


def _not_numeric(field: str, item: Assumption, value: object) -> Notice:
    template = N_("{field} ({label}): the field holds no number, so it has no range. Remove it.")
    return Notice(field, value, template, {"field": field, "label": Label(item.label)})


def _entry(field: str, value: object, template: str, **words: object) -> Notice:
    told = getattr(value, "raw", value)
    return Notice(field, told, template, {"field": field, "value": as_written(value), **words})


def _is_number(value: object) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool)


def _is_text(value: object) -> bool:
    if not isinstance(value, str):
        return False
    return not any("\ud800" <= letter <= "\udfff" for letter in value)
