"""What a visitor asked about the risk of the case, and the cases drawn so far.

Light on purpose: every session holds one, and only the Risk page needs more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from crmroi.assumptions import Scenario
from crmroi.assumptions.entries import Triple
from crmroi.text import Notice
from crmroi.ui.long_work import LongWork

if TYPE_CHECKING:
    from crmroi.analysis.goals import Goal
    from crmroi.analysis.indices import Indices
    from crmroi.analysis.monte_carlo_error import StandardError
    from crmroi.analysis.simulation import Simulation

VIEWS = ("likelihood", "matters", "true", "sceptic")
FEWEST = 16_384


class Drawing(LongWork):
    """Cases being drawn in a thread of their own: no page waits for them, and they can be stopped.

    What was drawn before a stop is kept. What is found out about all the cases comes after them,
    one thing after the other; after a stop it does not come.
    """

    def __init__(self, scenario: Scenario, draws: int) -> None:
        super().__init__()
        self.scenario, self.wanted, self.done = scenario, draws, 0
        self.simulation: Simulation | None = None
        self.indices: Indices | None = None
        """Which assumption the spread comes from."""
        self.error: StandardError | None = None
        """How far mean and P10 may be off by chance."""
        self._start()

    @property
    def settled(self) -> bool:
        """Whether the cases are there, or none will come."""
        return self.simulation is not None or self.ended

    def _work(self) -> None:
        # With the first draw: a session alone needs none of them.
        from crmroi.analysis.indices import indices  # noqa: PLC0415
        from crmroi.analysis.monte_carlo_error import standard_error  # noqa: PLC0415
        from crmroi.analysis.simulation import simulate  # noqa: PLC0415

        self.simulation = simulate(self.scenario, draws=self.wanted, keep_going=self._go_on)
        if not self.simulation.stopped:
            self.indices = indices(self.scenario, keep_going=self._not_stopped)
            self.error = standard_error(
                self.scenario, draws=self.wanted, keep_going=self._not_stopped
            )

    def _go_on(self, done: int, wanted: int) -> bool:
        self.done, self.wanted = done, wanted
        return self._not_stopped()

    def _not_stopped(self, _done: int = 0, _wanted: int = 0) -> bool:
        return not self._stop.is_set()


@dataclass
class Risks:
    """How the risk is looked at, and the last figures."""

    view: str = VIEWS[0]
    draws: int = FEWEST
    every: bool = False
    """Whether the tornado shows every assumption, not only the uncertain ones."""
    slider: str = ""
    """The assumption that has a slider beside the tornado; empty: that of the widest bar."""
    measure: str = "npv"
    """The measure of the heat map."""
    axes: tuple[str, str] = ("adoption.target_rate", "costs.licence_per_user_per_month")
    """The assumptions of the heat map: across and up."""
    goal: Goal | None = None
    typed: dict[str, tuple[str, Notice]] = field(default_factory=dict)
    """What was typed and could not be taken, by control."""
    set_aside: dict[str, Triple] = field(default_factory=dict)
    """The ranges of assumptions that were unticked, for when they are ticked again."""
    drawing: Drawing | None = field(default=None, repr=False)
    """Under way, or the last one ended."""
    shown: Drawing | None = field(default=None, repr=False)
    """The last one that has cases: its figures are shown."""

    @property
    def simulation(self) -> Simulation | None:
        """The cases whose figures are shown."""
        return None if self.shown is None else self.shown.simulation

    @property
    def indices(self) -> Indices | None:
        """Which assumption their spread comes from; None until it is known."""
        return None if self.shown is None else self.shown.indices

    @property
    def error(self) -> StandardError | None:
        """How far chance may have moved them; None until it is known."""
        return None if self.shown is None else self.shown.error

    def draw(self, scenario: Scenario) -> Drawing:
        """Begin to draw the cases of a scenario; others still being drawn are stopped."""
        if self.drawing is not None:
            self.drawing.stop()
        self.drawing = Drawing(scenario, self.draws)
        return self.drawing
