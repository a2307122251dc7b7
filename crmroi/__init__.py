"""What a CRM costs, what it gains and when it has paid for itself.

>>> from crmroi import Scenario, project
>>> projection = project(Scenario().with_values({"adoption.target_rate": 0.6}))
>>> projection.metrics["break_even_month"] is not None
True
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crmroi.assumptions import Scenario, ScenarioError, assumptions
    from crmroi.model import Projection, evaluate_batch, project

__all__ = [
    "Projection",
    "Scenario",
    "ScenarioError",
    "assumptions",
    "evaluate_batch",
    "project",
]

_ROOMS = ("crmroi.assumptions", "crmroi.model")


def __getattr__(name: str) -> object:
    """Bring a public name in when it is first asked for: the model needs half a second."""
    if name in __all__:
        for room in map(import_module, _ROOMS):
            if hasattr(room, name):
                return getattr(room, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
