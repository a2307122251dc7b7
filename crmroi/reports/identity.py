"""Which model made a report, of which inputs: what lets a figure be traced."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import NamedTuple

from crmroi.assumptions import Scenario
from crmroi.assumptions.entries import FORMAT
from crmroi.files.scenario_file import content_of

_DIGITS = 12


class Identity(NamedTuple):
    """The model's version and a hash of everything that was put in."""

    model: str
    inputs: str
    """Twelve hexadecimal digits; the same for the same scenarios in the same order."""


def identity(scenarios: Sequence[Scenario]) -> Identity:
    """The identity of a report on these scenarios."""
    contents = [content_of(scenario) for scenario in scenarios]
    text = json.dumps(contents, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Identity(FORMAT, hashlib.sha256(text.encode()).hexdigest()[:_DIGITS])
