"""A scenario as the query of a link: every number, the currency and the model's version.

Never a name or a note: links end in logs. JSON by group, deflated, in URL-safe base64. zlib's check
sum tells a link that was cut short; nothing in a link is ever run.
"""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from crmroi.assumptions.entries import FORMAT
from crmroi.assumptions.problems import ScenarioError
from crmroi.assumptions.register import assumptions
from crmroi.assumptions.renamed import key_of_today
from crmroi.assumptions.scenario import Scenario
from crmroi.assumptions.written import as_written
from crmroi.files.link_parts import Listing, apply_parts
from crmroi.files.raw_json import parse
from crmroi.files.scenario_file import numbers_of
from crmroi.text import N_, N_n
from crmroi.text.notice import Label, Notice

MAX_LINK = 50_000
"""Characters; a link without ranges of uncertainty has some 1,200."""
MAX_CONTENT = 200_000
"""Bytes that a link may unpack to: a bomb stops here."""

_UNREADABLE = N_(
    "This link cannot be read: it is cut short or changed. Its figures are not on this page: ask "
    "for the link again."
)


def to_link(scenario: Scenario) -> str:
    """The value of a query parameter that holds the scenario's numbers, digit for digit."""
    content = {"format": scenario.format, **numbers_of(scenario)}
    packed = zlib.compress(json.dumps(content, separators=(",", ":")).encode(), 9)
    return base64.urlsafe_b64encode(packed).rstrip(b"=").decode()


def from_link(text: str) -> tuple[Scenario, tuple[Notice, ...]]:
    """The scenario of a link, and what of the link could not be applied: the rest is.

    Raises ScenarioError where there is no telling what the link held.
    """
    content, notices = _content(text)
    version = content.pop("format", None)
    if version != FORMAT:
        template = N_("The link is of another version of the model ({version}).")
        words = {"version": as_written(version)}
        notices.insert(0, Notice("format", version, template, words))
    scenario, refused = apply_parts(content)
    return scenario, (*refused, *notices, *_left_out(content))


def _content(text: str) -> tuple[dict[str, Any], list[Notice]]:
    unreadable = ScenarioError([Notice("", None, _UNREADABLE)])
    if len(text) > MAX_LINK:
        raise unreadable
    try:
        packed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        unpacking = zlib.decompressobj()
        data = unpacking.decompress(packed, MAX_CONTENT)
    except (binascii.Error, ValueError, zlib.error):
        raise unreadable from None
    if not unpacking.eof or unpacking.unused_data:
        raise unreadable
    try:
        content, problems = parse(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise unreadable from None
    if not isinstance(content, dict):
        raise unreadable
    return content, problems


def _left_out(content: Mapping[str, Any]) -> Iterator[Notice]:
    """What an older model's link does not know of keeps its default, and that is said."""
    named = {
        key_of_today(f"{group}.{name}")
        for group, fields in content.items()
        if isinstance(fields, Mapping)
        for name in fields
    }
    absent = [item for item in assumptions().values() if item.key not in named]
    one, many = N_n(
        "{n} value is not in the link and keeps its default ({names}).",
        "{n} values are not in the link and keep their defaults ({names}).",
    )
    if absent:
        yield Notice(
            "",
            len(absent),
            one,
            {"n": len(absent), "names": Listing([Label(item.label) for item in absent])},
            plural=many,
        )
