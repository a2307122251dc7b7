"""What a visitor asked about the risk of the case, and the cases drawn so far.

Light on purpose: every session holds one, and only the Risk page needs more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from crmroi.assumptions import Scenario
from crmroi.text import Notice
from crmroi.ui.long_work import LongWork

if TYPE_CHECKING:
    from crmroi.analysis.goals import Goal
    from crmroi.analysis.simulation import Simulation

VIEWS = ("likelihood", "matters", "true", "sceptic")
FEWEST = 16_384


class Drawing(LongWork):
    """Cases being drawn in a thread of their own: no page waits for them, and they can be stopped.

    What was drawn before a stop is kept.
    """

    def __init__(self, scenario: Scenario, draws: int) -> None:
        super().__init__()
        self.scenario, self.wanted, self.done = scenario, draws, 0
        self.simulation: Simulation | None = None
        self._start()

    def _work(self) -> None:
        from crmroi.analysis.simulation import simulate  # noqa: PLC0415 - with the first draw

        self.simulation = simulate(self.scenario, draws=self.wanted, keep_going=self._go_on)

    def _go_on(self, done: int, wanted: int) -> bool:
        self.done, self.wanted = done, wanted
        return not self._stop.is_set()


@dataclass
class Risks:
    """How the risk is looked at, and the last figures."""

    view: str = VIEWS[0]
    draws: int = FEWEST
    every: bool = False
    """Whether the tornado shows every assumption, not only the uncertain ones."""
    axes: tuple[str, str] = ("adoption.target_rate", "costs.licence_per_user_per_month")
    """The assumptions of the heat map: across and up."""
    goal: Goal | None = None
    typed: dict[str, tuple[str, Notice]] = field(default_factory=dict)
    """What was typed and could not be taken, by control."""
    tried: str = ""
    """The assumption whose solved value was put into the case last."""
    drawing: Drawing | None = field(default=None, repr=False)
    """Under way, or the last one ended."""
    simulation: Simulation | None = field(default=None, repr=False)
    """The figures shown."""

    def draw(self, scenario: Scenario) -> None:
        """Begin to draw the cases of a scenario; others still being drawn are stopped."""
        if self.drawing is not None:
            self.drawing.stop()
        self.drawing = Drawing(scenario, self.draws)
