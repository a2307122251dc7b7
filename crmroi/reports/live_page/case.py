"""A scenario as the page's model takes it."""

from __future__ import annotations

from crmroi.assumptions import Scenario, Value
from crmroi.model.values import field_name


def values(scenario: Scenario) -> dict[str, float | int | str]:
    """Every assumption by its field name: true and false as 1 and 0, a choice by its name."""
    return {field_name(key): _plain(value) for key, value in scenario.values().items()}


def _plain(value: Value) -> float | int | str:
    return int(value) if isinstance(value, bool) else value
