"""What is wrong with a scenario, in words: the one place where an error gets its message.

Each problem is a :class:`Notice` that names the field, the value as the file writes it, and what
to enter instead. All problems of a scenario are told together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from numbers import Real
from typing import Any

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from crmroi.assumptions.declare import Assumption
from crmroi.assumptions.register import assumptions
from crmroi.assumptions.unknown import unknown_field, unknown_group
from crmroi.assumptions.written import as_written, bound
from crmroi.text.messages import N_
from crmroi.text.notice import Label, Notice
from crmroi.text.units import Quantity

PROBLEMS = "problems"
"""The pydantic error type of a validator of ours: its context holds the notices."""


class ScenarioError(ValueError):
    """A scenario that cannot be: ``problems`` tells everything that is wrong with it."""

    def __init__(self, problems: Iterable[Notice]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(problem.message for problem in self.problems)


def out_of_range(item: Assumption, value: object, field: str = "") -> Notice:
    """The value is a number, but not one that the field can hold."""
    return _refuse(item, value, field, N_(
        "{field} ({label}): {value} is not possible. Enter {low} to {high}."
    ))  # fmt: skip


def out_of_range_on_screen(item: Assumption, value: float, currency: str) -> Notice:
    """The same for a person who types into a field: by its label and with its unit."""
    low, high = item.allowed or (0, 0)
    return Notice(
        item.key,
        value,
        N_("{label}: {value} is not possible. Enter {low} to {high}."),
        {
            "label": Label(item.label),
            "value": Quantity(value, item.unit, currency),
            "low": Quantity(low, item.unit, currency),
            "high": Quantity(high, item.unit, currency),
        },
    )


def wrong_value(item: Assumption, value: object, field: str = "") -> Notice:
    """Whatever is wrong with a value of this field, as a notice."""
    if item.kind == "flag":
        return _refuse(item, value, field, N_(
            "{field} ({label}): {value} is not possible. Enter true or false."
        ))  # fmt: skip
    if item.kind == "choice":
        return _refuse(item, value, field, N_(
            "{field} ({label}): {value} is not possible. Enter one of: {choices}."
        ))  # fmt: skip
    if isinstance(value, bool) or not isinstance(value, Real):
        return _refuse(item, value, field, N_(
            "{field} ({label}): {value} is not a number. Enter {low} to {high}."
        ))  # fmt: skip
    if item.kind == "whole" and _is_between_whole_numbers(item, value):
        return _refuse(item, value, field, N_(
            "{field} ({label}): {value} is not a whole number. Enter {low} to {high}."
        ))  # fmt: skip
    return out_of_range(item, value, field)


def _is_between_whole_numbers(item: Assumption, value: Any) -> bool:
    low, high = item.allowed or (0, 0)
    return bool(low <= value <= high and value % 1 != 0)


def _refuse(item: Assumption, value: object, field: str, template: str) -> Notice:
    low, high = item.allowed or (0, 0)
    words = {
        "field": field or item.key,
        "label": Label(item.label),
        "value": as_written(value),
        "low": bound(low),
        "high": bound(high),
        "choices": ", ".join(f"“{name}”" for name in item.choices or {}),
    }
    return Notice(field or item.key, getattr(value, "raw", value), template, words)


def refusal(problems: Iterable[Notice]) -> PydanticCustomError:
    """What a validator of ours raises: pydantic carries it, :func:`problems_of` unpacks it."""
    told = tuple(problems)
    text = " ".join(problem.message for problem in told)
    return PydanticCustomError(PROBLEMS, "{text}", {"text": text, PROBLEMS: told})


def problems_of(
    error: ValidationError,
    given: Mapping[str, Any],
    *,
    others: Iterable[str] = (),
    group: str = "",
) -> list[Notice]:
    """The notices for all that pydantic found wrong with a scenario's mapping.

    ``others`` names what may stand at the top of it beside the groups; ``group`` is the one
    validated, where it was not the whole.
    """
    found: list[Notice] = []
    for detail in error.errors(include_url=False, include_input=False):
        if detail["type"] == PROBLEMS:
            found.extend(detail["ctx"][PROBLEMS])
        else:
            place = [*filter(None, [group]), *(str(part) for part in detail["loc"])]
            found.append(_problem(detail["type"], place, _look_up(given, place), others))
    return found


def _look_up(given: Mapping[str, Any], place: list[str]) -> object:
    """The value as it was given: pydantic tells of the number that we made of it."""
    value: Any = given
    for part in place:
        value = value[part]
    return value


def _problem(kind: str, place: list[str], value: object, others: Iterable[str]) -> Notice:
    unknown = kind == "extra_forbidden"
    if len(place) > 1:
        group, name = place[:2]
        if unknown:
            return unknown_field(group, name, value)
        return wrong_value(assumptions()[f"{group}.{name}"], value)
    if unknown:
        return unknown_group(place[0], value, others)
    template = N_("“{group}”: {value} is not a group of fields. Enter them as an object.")
    return Notice(place[0], value, template, {"group": place[0], "value": as_written(value)})
