"""What a report will look like, drawn in a thread of its own: the page does not wait for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from crmroi.assumptions import ScenarioError
from crmroi.reports import Kind, Order
from crmroi.text import Notice, speaking
from crmroi.ui.long_work import LongWork
from crmroi.ui.report.turns import StoppedError, my_turn, told

_ANY_DAY = date(2000, 1, 1)


@dataclass(frozen=True)
class Picture:
    """A page, or a chart of one: PNG, or SVG as text."""

    image: bytes | str
    alt: str


@dataclass(frozen=True)
class Passage:
    """What one slide or one page says, where it cannot be shown as it looks."""

    title: str
    lines: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True)
class Preview:
    """What can be shown of a report: its pages, or what they say, or the parts it has."""

    pages: tuple[Picture, ...] = ()
    slides: tuple[tuple[str, str], ...] = ()
    """What each says, and how it looks in HTML."""
    passages: tuple[Passage, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    """Names and what they hold."""


class Previewing(LongWork):
    """One kind of report looked at before it is made."""

    def __init__(self, order: Order, kind: Kind, language: str) -> None:
        super().__init__()
        self.order, self.kind, self.language = order, kind, language
        self.found: Preview | None = None
        self.failures: tuple[Notice, ...] = ()
        self._start()

    def shows(self, order: Order, kind: Kind, language: str) -> bool:
        """Whether it is of this report."""
        same = (self.kind, self.language) == (kind, language)
        return same and same_order(self.order, order)

    def _work(self) -> None:
        from crmroi.ui.report.looks import LOOKS  # noqa: PLC0415 - brings what draws

        try:
            with my_turn(self._go_on), speaking(self.language):
                self.found = LOOKS[self.kind](self.order, lambda _share: self._go_on())
        except StoppedError:
            pass  # another is on its way
        except ScenarioError as refused:
            self.failures = refused.problems
        except Exception as error:  # noqa: BLE001 - its words may hold what somebody typed
            self.failures = told(error, f"report {self.kind} not shown")

    def _go_on(self) -> None:
        if self._stop.is_set():
            raise StoppedError


def same_order(one: Order, other: Order) -> bool:
    """Whether two orders ask for the same, on whatever day, linked from wherever."""
    return _undated(one) == _undated(other)


def _undated(order: Order) -> Order:
    return replace(order, made_on=_ANY_DAY, link="")
