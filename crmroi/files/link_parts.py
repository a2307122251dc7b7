"""What a link holds, applied value by value: one that is refused does not take the rest with it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeGuard

from crmroi.assumptions.entries import FORMAT
from crmroi.assumptions.problems import ScenarioError
from crmroi.assumptions.register import GROUPS, assumptions
from crmroi.assumptions.renamed import key_of_today
from crmroi.assumptions.scenario import Scenario
from crmroi.assumptions.written import as_written, shorten
from crmroi.text import N_, N_n
from crmroi.text.notice import Label, Notice
from crmroi.text.units import Quantity

_TEXTS = ("name", "notes")
_LISTED = 3


@dataclass(frozen=True)
class Listing:
    """The first things of a list, in words, inside a message."""

    items: Sequence[object]

    def __str__(self) -> str:
        shown = "; ".join(map(str, self.items[:_LISTED]))
        return shown if len(self.items) <= _LISTED else f"{shown}; …"

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)


@dataclass(frozen=True)
class _Part:
    """One value of a link as a mapping of its own.

    `identity` is the same for two parts that say the same thing, `key` the name in messages.
    """

    key: str
    identity: Hashable
    mapping: Mapping[str, Any]
    value: object


def apply_parts(content: Mapping[str, Any]) -> tuple[Scenario, list[Notice]]:
    """The scenario of what can be applied, over the defaults, and what cannot.

    Where all can, nothing is said; else a summary comes first, then each refusal.
    """
    parts = list(_parts(content))
    kept: dict[Hashable, _Part] = {}
    refused: list[_Part] = []
    problems: list[Notice] = []
    for part in parts:
        earlier = [kept[part.identity]] if part.identity in kept else []
        found = _problems([*earlier, part])
        if found:
            refused.append(part)
            problems += found
        else:
            kept[part.identity] = part
    scenario = Scenario.from_mapping(_merged(kept.values()))
    if refused:
        one, many = N_n(  # one form in English; other languages have two
            "{n} of {total} values in the link could not be applied ({what}). The rest is loaded.",
            "{n} of {total} values in the link could not be applied ({what}). The rest is loaded.",
        )
        what = Listing([_reason(part, scenario.currency) for part in refused])
        words = {"n": len(refused), "total": len(parts), "what": what}
        problems.insert(0, Notice("", None, one, words, plural=many))
    return scenario, problems


def _parts(content: Mapping[str, Any]) -> Iterator[_Part]:
    for name, value in content.items():
        if name in GROUPS and isinstance(value, Mapping):
            for field, given in value.items():
                key = f"{name}.{field}"
                yield _Part(key, key_of_today(key), {name: {field: given}}, given)
        elif name == "uncertainty" and isinstance(value, Mapping):
            for key, given in value.items():
                yield _Part(key, (name, key_of_today(key)), {name: {key: given}}, given)
        elif name == "correlation" and isinstance(value, list):
            for given in value:
                yield _Part(name, (name, _pair(given)), {name: [given]}, given)
        else:
            yield _Part(name, name, {name: value}, value)


def _pair(given: object) -> Hashable:
    """The two names of a correlation in any order; whatever else it is, as text."""
    if isinstance(given, list) and all(isinstance(name, str) for name in given[:2]):
        return frozenset(map(key_of_today, given[:2]))
    return as_written(given)


def _problems(parts: Sequence[_Part]) -> Sequence[Notice]:
    name = parts[-1].key
    if name in _TEXTS:
        template = N_("“{name}” is not taken from a link, which holds numbers only.")
        return [Notice(name, None, template, {"name": name})]
    try:
        Scenario.from_mapping(_merged(parts))
    except ScenarioError as error:
        return error.problems
    return ()


def _merged(parts: Any) -> dict[str, Any]:
    merged: dict[str, Any] = {"format": FORMAT}
    for part in parts:
        for name, value in part.mapping.items():
            if isinstance(value, Mapping):
                merged.setdefault(name, {}).update(value)
            elif isinstance(value, list):
                merged.setdefault(name, []).extend(value)
            else:
                merged[name] = value
    return merged


def _reason(part: _Part, currency: str) -> object:
    """A refused value in a few words: "Years counted 40 years, at most 10 years"."""
    item = assumptions().get(key_of_today(part.key))
    if item is None:
        return shorten(part.key)
    value = part.value
    words: dict[str, object] = {"label": Label(item.label), "value": as_written(value)}
    if not item.allowed or not _is_moderate(value):
        return Notice(item.key, value, N_("{label} {value}"), words)
    words["value"] = Quantity(value, item.unit, currency)
    low, high = item.allowed
    if value > high:
        words["limit"] = Quantity(high, item.unit, currency)
        return Notice(item.key, value, N_("{label} {value}, at most {limit}"), words)
    if value < low:
        words["limit"] = Quantity(low, item.unit, currency)
        return Notice(item.key, value, N_("{label} {value}, at least {limit}"), words)
    return Notice(item.key, value, N_("{label} {value}"), words)


def _is_moderate(value: object) -> TypeGuard[float]:
    """Whether a value is a number that can be shown with its unit."""
    return isinstance(value, float | int) and not isinstance(value, bool) and abs(value) < 1e300
