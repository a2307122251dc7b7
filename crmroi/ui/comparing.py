"""What a visitor compares: a set of scenarios, their scores, and how they are looked at.

Light on purpose: every session holds one, and only the Compare page needs more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from crmroi.analysis.comparable import FEWEST, MOST
from crmroi.assumptions import Scenario
from crmroi.text import Notice, _
from crmroi.ui.long_work import LongWork

if TYPE_CHECKING:
    from crmroi.analysis.comparison import Comparison
    from crmroi.analysis.simulation import Simulation
    from crmroi.files.cash_flow_table import CashFlowTable

STEPS_BACK = 20
LONGEST_NAME = 40
SCORES = "compare.score."
"""What the controls of scores are called, before the criterion and the place."""
_NUMBERED = re.compile(r"(?<=.) \d$")
"""What tells a copy from the scenario it was made of."""


@dataclass(frozen=True)
class Entry:
    """One scenario of the set, and the scores given to it by hand, 1 to 5 by criterion."""

    scenario: Scenario
    scores: Mapping[str, float] = field(default_factory=dict)
    label: str = field(default="", compare=False)
    """The message that its name is, as long as nobody gave it another."""

    def named(self, name: str, label: str = "") -> Entry:
        """Return the entry under another name."""
        scenario = self.scenario.model_copy(update={"name": name})
        return replace(self, scenario=scenario, label=label)


def told_apart(entry: Entry, others: Sequence[Entry]) -> Entry:
    """Return an entry under a name that none of the others has; who has none is counted."""
    name, taken = entry.scenario.name, {each.scenario.name for each in others}
    bare = _NUMBERED.sub("", name)[: LONGEST_NAME - 2]
    names = (
        [name, *(f"{bare} {number}" for number in range(2, MOST + 2))]
        if name
        else [_("Scenario {n}", n=number) for number in range(1, MOST + 1)]
    )
    free = next(each for each in names if each not in taken)
    return entry if free == name else entry.named(free)


class Chances(LongWork):
    """The scenarios drawn many times in a thread of their own; what was drawn until a stop stays.

    They are drawn on the same points, so that they can be held against each other.
    """

    def __init__(self, scenarios: Sequence[Scenario]) -> None:
        super().__init__()
        self.scenarios = tuple(scenarios)
        self.simulations: tuple[Simulation, ...] = ()
        self.share = 0.0
        """How much is done, 0 to 1."""
        self._whole, self._last = 0, 0
        self._start()

    def _work(self) -> None:
        from crmroi.analysis.comparison import simulate_all  # noqa: PLC0415 - with the first draw

        self.simulations = simulate_all(self.scenarios, keep_going=self._go_on)

    def _go_on(self, done: int, wanted: int) -> bool:
        if done < self._last:
            self._whole += 1  # the next scenario has begun
        self._last = done
        self.share = min(1.0, (self._whole + done / wanted) / len(self.scenarios))
        return not self._stop.is_set()


@dataclass
class Vendor:
    """A vendor's own cash-flow table, dropped in beside the scenarios."""

    name: str
    table: CashFlowTable | None
    problems: tuple[Notice, ...] = ()


class _Set(NamedTuple):
    """The scenarios and the weights before a change."""

    entries: tuple[Entry, ...]
    weights: Mapping[str, float]


@dataclass
class Comparing:
    """The set, in its order, and what is asked of it. Each scenario has a name of its own."""

    entries: tuple[Entry, ...] = ()
    weights: Mapping[str, float] = field(default_factory=dict)
    """By criterion, together 1; empty until the grid is first looked at."""
    pair: tuple[str, str] = ("", "")
    """The names chosen for “Why one beats the other”; empty: the two that are worth most."""
    editing: int | None = None
    """The place of the scenario that is on the What-if page."""
    typed: dict[str, tuple[str, Notice]] = field(default_factory=dict)
    """What was typed and could not be taken, by control."""
    problems: tuple[Notice, ...] = ()
    """What was wrong with the file that could not be opened."""
    vendor: Vendor | None = field(default=None, repr=False)
    monthly: bool = False
    """Whether the vendor's periods are months."""
    round: int = 0
    """Counts uploads: the drop zone is a new one after each, and empty."""
    chances: Chances | None = field(default=None, repr=False)
    compared: Comparison | None = field(default=None, repr=False)
    """The last comparison: it holds the scenarios it is of."""
    _past: list[_Set] = field(default_factory=list, repr=False)

    @property
    def can_undo(self) -> bool:
        """Whether the set was changed and can be as it was before."""
        return bool(self._past)

    def undo(self) -> None:
        """Take back the last change of the set."""
        if self._past:
            self.entries, self.weights = self._past.pop()
            self.typed.clear()

    def change(self, entries: Sequence[Entry]) -> None:
        """Make this the set; its weights stay."""
        self.take(entries, self.weights)

    def weigh(self, weights: Mapping[str, float]) -> None:
        """Weigh the criteria otherwise."""
        self.take(self.entries, weights)

    def take(self, entries: Sequence[Entry], weights: Mapping[str, float]) -> None:
        """Make this the set, and these its weights: one step to undo."""
        named: list[Entry] = []
        for entry in entries:
            named.append(told_apart(entry, named))
        before, after = _Set(self.entries, self.weights), _Set(tuple(named), weights)
        if before.entries and before != after:
            self._past = [*self._past, before][-STEPS_BACK:]
        self.entries, self.weights = after

    def put(self, place: int, scenario: Scenario) -> None:
        """Put a scenario in the place of another; its scores stay."""
        entries = list(self.entries)
        before = entries.pop(place)
        label = before.label if scenario.name == before.scenario.name else ""
        entry = replace(before, scenario=scenario, label=label)
        self.change([*entries[:place], told_apart(entry, entries), *entries[place:]])

    def score(self, place: int, criterion: str, score: float) -> None:
        """Give a scenario a score."""
        entries = list(self.entries)
        scores = {**entries[place].scores, criterion: score}
        entries[place] = replace(entries[place], scores=scores)
        self.change(entries)

    def add(self, entry: Entry, place: int | None = None) -> None:
        """Add a scenario, at the end or at a place, where there is room."""
        if len(self.entries) < MOST:
            at = len(self.entries) if place is None else place
            named = told_apart(entry, self.entries)
            self._move_places()
            self.change((*self.entries[:at], named, *self.entries[at:]))

    def remove(self, place: int) -> None:
        """Let a scenario go, as long as two stay."""
        if len(self.entries) > FEWEST:
            self._move_places()
            self.change(self.entries[:place] + self.entries[place + 1 :])

    def move(self, place: int, by: int) -> None:
        """Move a scenario to the left or to the right."""
        entries = list(self.entries)
        if 0 <= place + by < len(entries):
            entries.insert(place + by, entries.pop(place))
            self._move_places()
            self.change(entries)

    def speak(self) -> None:
        """Call the ready-made scenarios what they are called in the language spoken now."""
        names = {each.scenario.name: _(each.label) if each.label else each.scenario.name
                 for each in self.entries}  # fmt: skip
        if len(set(names.values())) < len(names):
            return  # somebody gave another one such a name
        if any(old != new for old, new in names.items()):
            self.entries = tuple(
                each.named(names[each.scenario.name], each.label) for each in self.entries
            )
            first, second = (names.get(name, name) for name in self.pair)
            self.pair = (first, second)

    def _move_places(self) -> None:
        """Drop scores that could not be taken: their places will be those of others."""
        for key in [key for key in self.typed if key.startswith(SCORES)]:
            del self.typed[key]
