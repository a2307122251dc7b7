"""Names that have changed: the old ones go on working in files and links."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crmroi.assumptions.written import as_written
from crmroi.text.messages import N_
from crmroi.text.notice import Notice

RENAMED: dict[str, str] = {}
"""The dotted name of today by each former one; a name once published stays here for ever."""


def key_of_today(key: str) -> str:
    """The dotted name that an assumption has now."""
    return RENAMED.get(key, key)


def with_new_names(mapping: Mapping[str, Any], problems: list[Notice]) -> Mapping[str, Any]:
    """A scenario's mapping with today's names; a value given under both names is a problem."""
    renewed = {**mapping}
    for old, new in RENAMED.items():
        _move(renewed, old.split("."), new.split("."), problems)
        for part in ("uncertainty", "notes"):
            _move(renewed, [part, old], [part, new], problems)
    if RENAMED and isinstance(pairs := mapping.get("correlation"), list | tuple):
        renewed["correlation"] = [_renewed_pair(pair) for pair in pairs]
    return renewed


def _move(mapping: dict[str, Any], old: list[str], new: list[str], problems: list[Notice]) -> None:
    source, target = mapping.get(old[0]), mapping.get(new[0], {})
    if not isinstance(source, Mapping) or not isinstance(target, Mapping) or old[1] not in source:
        return
    value = source[old[1]]
    if new[1] in target:
        problems.append(_given_twice(".".join(old), ".".join(new), value))
    mapping[old[0]] = {name: kept for name, kept in source.items() if name != old[1]}
    mapping[new[0]] = {new[1]: value, **mapping.get(new[0], {})}
    if not mapping[old[0]]:
        del mapping[old[0]]  # a group that is no more, once nothing is left in it


def _given_twice(old: str, new: str, value: object) -> Notice:
    template = N_("“{old}” is the former name of “{new}”, which is given too. Keep one.")
    return Notice(old, value, template, {"old": old, "new": new, "value": as_written(value)})


def _renewed_pair(pair: object) -> object:
    if not isinstance(pair, list | tuple):
        return pair
    return [key_of_today(name) if isinstance(name, str) else name for name in pair]
