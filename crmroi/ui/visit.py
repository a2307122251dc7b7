"""What one visitor has set: the case, its past, and how it is looked at.

The case in `Session.scenario` is the one truth. A control writes to it when it is moved and is
set from it before it is drawn; nothing else remembers a value. All that must survive a reload is
also in the address (see `address`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from crmroi.assumptions import Scenario
from crmroi.model import Projection, project
from crmroi.text import N_, Label, Notice
from crmroi.ui.comparing import Comparing
from crmroi.ui.reporting import Reporting
from crmroi.ui.risks import Risks
from crmroi.ui.uploads import Uploads

STEPS_BACK = 50

OPENED = "opened"
"""The starting point that came from a file; presets are named by theirs."""

EDITED = "edited"
"""The starting point that is a scenario of the set compared."""


@dataclass
class View:
    """How the case is looked at; none of it changes a figure."""

    all_assumptions: bool = False
    open_group: str = ""
    exact: bool = False
    search: str = ""
    presenting: bool = False
    chosen: tuple[str, ...] = (
        "team.users",
        "costs.licence_per_user_per_month",
        "adoption.target_rate",
        "gains.conversion_uplift",
        "gains.hours_saved_per_user_per_week",
        "finance.horizon_years",
    )
    how: str = ""
    discounted: bool = False
    tables: frozenset[str] = frozenset()
    definition: str = "roi"
    """The measure that stands as the return."""


class _Step(NamedTuple):
    """The case and its starting point on one side of a change, and what was changed."""

    scenario: Scenario
    base: Scenario
    preset: str
    what: str


class _Desk(NamedTuple):
    """A case with its starting point and its past."""

    scenario: Scenario
    base: Scenario
    preset: str
    past: list[_Step]
    future: list[_Step]


@dataclass
class Session:
    """One visitor's case and the way there."""

    language: str
    scenario: Scenario = field(default_factory=Scenario)
    base: Scenario = field(default_factory=Scenario)
    """The starting point: where Reset leads, and what "changed" is counted from."""
    preset: str = ""
    pinned: Scenario | None = None
    preview: Scenario | None = None
    """The case under a thumb that is being dragged: shown, not yet set."""
    echo: object = None
    """Which preview was answered: without it an answer equal to the last would not be told."""
    view: View = field(default_factory=View)
    notices: list[Notice] = field(default_factory=list)
    """To be told once, on the next run, in passing."""
    of_link: list[Notice] = field(default_factory=list)
    """What the link that led here could not give: to be told once, and until it is closed."""
    typed: dict[str, tuple[str, Notice]] = field(default_factory=dict)
    """What was typed and could not be taken, by field, with the reason: kept until mended."""
    refused: tuple[Notice, ...] = ()
    """What was wrong with the file that could not be opened."""
    file: dict[str, object] | None = None
    """A file that the browser is about to save."""
    copy: str = ""
    """A text that the browser is about to put on the clipboard."""
    wear: str = ""
    """The theme that the browser is about to put on: "Light" or "Dark"."""
    uploads: Uploads = field(default_factory=Uploads)
    """Exports of a CRM: never in the address, never in a file."""
    risks: Risks = field(default_factory=Risks)
    """What was asked about the risk, and the cases drawn last."""
    comparing: Comparing = field(default_factory=Comparing)
    """The scenarios compared."""
    reporting: Reporting = field(default_factory=Reporting)
    """What a report is to hold, and the files made: never in the address, never in a file."""
    _past: list[_Step] = field(default_factory=list)
    _future: list[_Step] = field(default_factory=list)
    _aside: _Desk | None = None
    """The visitor's own case, while one of the set is worked on."""
    _projections: dict[int, tuple[Scenario, Projection]] = field(default_factory=dict)

    @property
    def shown(self) -> Scenario:
        """The case on the screen: the one under the thumb while a slider is dragged."""
        return self.preview or self.scenario

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back and nothing was changed since."""
        return bool(self._future)

    def change(self, scenario: Scenario, what: str) -> None:
        """Make this the case; `what` names the change for its undoing."""
        if scenario == self.scenario:
            return
        self._past = [*self._past, self._now(what)][-STEPS_BACK:]
        self._future = []
        self.scenario = scenario

    def start_from(self, base: Scenario, scenario: Scenario, what: str, preset: str = "") -> None:
        """Take another starting point and make `scenario` the case; undone as one step."""
        self.typed.clear()
        self.change(scenario, what)
        self.base, self.preset = base, preset

    def work_on(self, scenario: Scenario) -> None:
        """Work on another case for a while: the own one waits, with its past."""
        if self._aside is None:
            self._aside = _Desk(self.scenario, self.base, self.preset, self._past, self._future)
        self._sit_down(_Desk(scenario, scenario, EDITED, [], []))

    def back(self) -> Scenario:
        """Go back to the own case; return the one that was worked on."""
        worked_on = self.scenario
        if self._aside is not None:
            self._sit_down(self._aside)
            self._aside = None
        return worked_on

    def _sit_down(self, desk: _Desk) -> None:
        self.typed.clear()
        self.scenario, self.base, self.preset, self._past, self._future = desk

    def set_values(self, values: Mapping[str, object], what: str) -> None:
        """Change some assumptions; raises ScenarioError where one cannot be taken."""
        self.change(self.scenario.with_values(values), what)

    def undo(self) -> None:
        """Take the last step back, if there is one."""
        self._step(self._past, self._future, N_("{what}: undone."))

    def redo(self) -> None:
        """Take the last undone step again, if there is one."""
        self._step(self._future, self._past, N_("{what}: done again."))

    def _step(self, source: list[_Step], target: list[_Step], said: str) -> None:
        if not source:
            return
        step = source.pop()
        target.append(self._now(step.what))
        self.scenario, self.base, self.preset = step.scenario, step.base, step.preset
        self.typed.clear()
        self.notices.append(Notice("", None, said, {"what": Label(step.what)}))

    def _now(self, what: str) -> _Step:
        return _Step(self.scenario, self.base, self.preset, what)

    def projection(self, scenario: Scenario) -> Projection:
        """Project a case; the last few are kept, since a pinned one is asked for on every move."""
        kept = self._projections.get(id(scenario))
        if kept is None or kept[0] is not scenario:
            if len(self._projections) > 3:
                self._projections.pop(next(iter(self._projections)))
            kept = self._projections[id(scenario)] = (scenario, project(scenario))
        return kept[1]

    @property
    def pinned_projection(self) -> Projection | None:
        """The pinned case projected, if one is pinned."""
        return None if self.pinned is None else self.projection(self.pinned)

    def changed(self, group: str) -> int:
        """Count the assumptions of a group that differ from the starting point."""
        now, then = self.scenario.values(), self.base.values()
        return sum(now[key] != then[key] for key in now if key.startswith(f"{group}."))

    def forget(self) -> None:
        """Go back to the first day: nothing of this visit is kept but the language."""
        self.reporting.stop()
        self.__init__(self.language)  # type: ignore[misc] # every field to its default, none left out
