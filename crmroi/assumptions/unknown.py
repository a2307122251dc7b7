"""Names that a scenario does not know: each is told with the nearest one that it does."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from crmroi.assumptions.register import assumptions
from crmroi.assumptions.written import shorten
from crmroi.text.messages import N_
from crmroi.text.notice import Notice


def unknown_field(group: str, name: str, value: object) -> Notice:
    """A name that its group does not have."""
    own = [item.name for item in assumptions().values() if item.group == group]
    key_of = _keys_by_name()
    low = name.lower()
    nearest = low if low in own else key_of.get(low)
    nearest = nearest or _nearest(low, own) or key_of.get(_nearest(low, key_of))
    field = f"{group}.{shorten(name)}"
    if nearest:
        return _did_you_mean(field, name, value, nearest)
    template = N_("“{name}” is not a field of “{group}”. Its fields are: {known}.")
    words = {"name": shorten(name), "group": group, "known": ", ".join(own)}
    return Notice(field, value, template, words)


def unknown_key(key: str, value: object) -> Notice:
    """A dotted name that no assumption has."""
    group, dot, name = key.partition(".")
    if dot and group in _groups():
        return unknown_field(group, name, value)
    nearest = _keys_by_name().get(name or group) or _nearest(key, assumptions())
    if nearest:
        return _did_you_mean(shorten(key), key, value, nearest)
    template = N_("“{name}” is not a field. Write group and field, such as “{example}”.")
    words = {"name": shorten(key), "example": "adoption.target_rate"}
    return Notice(shorten(key), value, template, words)


def unknown_group(name: str, value: object, others: Iterable[str]) -> Notice:
    """A name at the top of a scenario that is neither a group nor one of the other entries."""
    groups, key_of, low = _groups(), _keys_by_name(), name.lower()
    words = {"name": shorten(name), "known": ", ".join(groups)}
    nearest = "" if low in key_of else _nearest(low, groups)
    if nearest:
        template = N_("“{name}” is not a group. Did you mean “{nearest}”?")
        return Notice(words["name"], value, template, {**words, "nearest": nearest})
    nearest = key_of.get(low) or _nearest(low, others) or key_of.get(_nearest(low, key_of), "")
    if nearest:
        return _did_you_mean(words["name"], name, value, nearest)
    template = N_("“{name}” is not a group. The groups are: {known}.")
    return Notice(words["name"], value, template, words)


def _did_you_mean(field: str, name: str, value: object, nearest: str) -> Notice:
    template = N_("“{name}” is not a field. Did you mean “{nearest}”?")
    return Notice(field, value, template, {"name": shorten(name), "nearest": nearest})


def _groups() -> list[str]:
    return list(dict.fromkeys(item.group for item in assumptions().values()))


def _keys_by_name() -> dict[str, str]:
    return {item.name: item.key for item in assumptions().values()}


def _nearest(name: str, known: Iterable[str]) -> str:
    return next(iter(get_close_matches(shorten(name), list(known), n=1)), "")
