"""A scenario as a file: JSON that a person can read, write and keep.

What is read is what was written, digit for digit. All that is wrong with a file is said at once.
"""

from __future__ import annotations

import json
from math import copysign
from typing import Any

from crmroi.assumptions.declare import Value
from crmroi.assumptions.problems import ScenarioError
from crmroi.assumptions.register import GROUPS, assumptions
from crmroi.assumptions.renamed import RENAMED
from crmroi.assumptions.scenario import Scenario
from crmroi.files.raw_json import parse
from crmroi.text import N_
from crmroi.text.currencies import currencies
from crmroi.text.notice import Notice

MAX_BYTES = 1_000_000
_DESCRIPTION = (
    "What a company is like today, what a CRM will cost it, how its people will adopt it and what "
    "that will gain. A field left out takes its default; rates are fractions (0.15 is 15 %)."
)


def read_scenario(data: bytes | str) -> Scenario:
    """The scenario of a file (UTF-8). Raises ScenarioError with every problem at once."""
    value, problems = parse(decode(data))
    if isinstance(value, dict):
        try:
            scenario = Scenario.from_mapping(value)
        except ScenarioError as error:
            problems = [*problems, *error.problems]
    elif not problems:
        template = N_("A scenario file is one JSON object, in curly brackets.")
        problems = [Notice("", None, template)]
    if problems:
        raise ScenarioError(problems)
    return scenario


def decode(data: bytes | str) -> str:
    """The text of a file, without the mark that some editors put before it."""
    if isinstance(data, bytes):
        if len(data) > MAX_BYTES:
            template = N_("The file is larger than {limit} bytes; none of it is read.")
            raise ScenarioError([Notice("", len(data), template, {"limit": MAX_BYTES})])
        try:
            data = data.decode("utf-8")
        except UnicodeDecodeError:
            template = N_("The file is not UTF-8 text. Save it as UTF-8.")
            raise ScenarioError([Notice("", None, template)]) from None
    return data.removeprefix("\ufeff")


def write_scenario(scenario: Scenario) -> str:
    """The file of a scenario, every number digit for digit, in declared order."""
    return json.dumps(content_of(scenario), ensure_ascii=False, indent=2) + "\n"


def content_of(scenario: Scenario) -> dict[str, Any]:
    """The content of a scenario's file."""
    content: dict[str, Any] = {"format": scenario.format, "name": scenario.name}
    content |= numbers_of(scenario)
    if scenario.notes:
        content["notes"] = dict(scenario.notes)
    return content


def numbers_of(scenario: Scenario) -> dict[str, Any]:
    """The content of a file without its texts: currency, groups, uncertainty, correlation."""
    content: dict[str, Any] = {"currency": scenario.currency}
    for item in assumptions().values():
        group = content.setdefault(item.group, {})
        group[item.name] = _plain(scenario.value(item.key))
    if scenario.uncertainty:
        content["uncertainty"] = {
            key: [_plain(value) for value in span] for key, span in scenario.uncertainty.items()
        }
    if scenario.correlation:
        content["correlation"] = [
            [first, second, _plain(strength)] for first, second, strength in scenario.correlation
        ]
    return content


def _plain(value: Value) -> Value:
    """2500.0 as 2500, which is the same number and what a person would write; −0.0 stays."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value) if value or copysign(1, value) > 0 else value
    return value


def scenario_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a scenario file, from the declarations.

    Whatever the reader accepts is valid under it. What a schema cannot say (the order within a
    range of uncertainty, a key given twice) only the reader refuses.
    """
    schema = Scenario.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["description"] = _DESCRIPTION
    properties = schema["properties"]
    for group in GROUPS:
        properties[group].pop("default", None)  # each of its fields has one
    spans = {item.key: _span(item.allowed) for item in assumptions().values() if item.allowed}
    properties["currency"]["enum"] = sorted(currencies())
    properties["uncertainty"] |= {"properties": spans, "additionalProperties": False}
    pair = properties["correlation"]["items"]["prefixItems"]
    pair[:2] = [{"enum": list(spans)}, {"enum": list(spans)}]
    pair[2] |= {"minimum": -1, "maximum": 1}
    notes = {key: {"type": "string"} for key in assumptions()}
    properties["notes"] |= {"properties": notes, "additionalProperties": False}
    for old, new in RENAMED.items():
        _keep_old_name(schema, old, new)
    return schema


def _span(allowed: tuple[float, float]) -> dict[str, Any]:
    low, high = allowed
    number = {"type": "number", "minimum": low, "maximum": high}
    return {"type": "array", "items": number, "minItems": 3, "maxItems": 3}


def _keep_old_name(schema: dict[str, Any], old: str, new: str) -> None:
    """Files that use a former name stay valid."""

    def fields(key: str) -> tuple[dict[str, Any], str]:
        group, name = key.split(".")
        place = schema["properties"][group]["$ref"].rsplit("/", 1)[1]
        return schema["$defs"][place]["properties"], name

    (old_fields, old_name), (new_fields, new_name) = fields(old), fields(new)
    old_fields[old_name] = new_fields[new_name] | {"deprecated": True}
    for part in ("uncertainty", "notes"):
        known = schema["properties"][part]["properties"]
        if new in known:
            known[old] = known[new] | {"deprecated": True}
    for place in schema["properties"]["correlation"]["items"]["prefixItems"][:2]:
        if new in place["enum"]:
            place["enum"].append(old)
