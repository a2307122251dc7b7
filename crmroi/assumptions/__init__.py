"""Assumptions: every input of the model, declared once, and scenarios made of them."""

from __future__ import annotations

from crmroi.assumptions.declare import Assumption, Value
from crmroi.assumptions.problems import ScenarioError
from crmroi.assumptions.register import FRONT, FRONT_GROUPS, GROUPS, assumptions
from crmroi.assumptions.scenario import Scenario

__all__ = [
    "FRONT",
    "FRONT_GROUPS",
    "GROUPS",
    "Assumption",
    "Scenario",
    "ScenarioError",
    "Value",
    "assumptions",
]
