"""What the scenarios of the set are called: each its own name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crmroi.assumptions import Scenario
from crmroi.text import _
from crmroi.ui.comparing import MOST, Entry

LONGEST_NAME = 40
_NUMBERED = re.compile(r"(?<=.) \d$")
"""What tells a copy from the scenario it was made of."""


def name_of(entry: Entry, place: int) -> str:
    """Return what a scenario is called; an unnamed one is counted."""
    return entry.scenario.name or _("Scenario {n}", n=place + 1)


def called(scenario: Scenario, name: str, others: Sequence[Entry]) -> Scenario:
    """Return a scenario under a name that none of the others has."""
    taken = {each.scenario.name for each in others}
    bare = _NUMBERED.sub("", name)[: LONGEST_NAME - 2]
    names = [name, *(f"{bare} {number}" for number in range(2, MOST + 2))]
    free = next(each for each in names if not each or each not in taken)
    return scenario.model_copy(update={"name": free})
