"""Everything that the method lists of a case."""

from __future__ import annotations

from crmroi.assumptions import Scenario
from crmroi.model import project
from crmroi.model.method.formulas import measures, topics
from crmroi.model.method.lines import themes
from crmroi.model.method.parts import Entry


def listed_measures(scenario: Scenario) -> dict[str, Entry]:
    return {entry.anchor: entry for entry in measures(project(scenario))}


def listed_lines(scenario: Scenario) -> dict[str, Entry]:
    projection = project(scenario)
    return {
        entry.anchor: entry
        for side in ("gain", "cost")
        for theme in themes(side, projection)
        for entry in theme.entries
    }


def listed_formulas(scenario: Scenario) -> dict[str, Entry]:
    by_topic = topics(project(scenario))
    return {entry.anchor: entry for entries in by_topic.values() for entry in entries}
