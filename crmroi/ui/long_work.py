"""Work that takes longer than a click: done in a thread, watched and stopped from a page."""

from __future__ import annotations

from abc import ABC, abstractmethod
from threading import Event, Thread

from crmroi.assumptions import ScenarioError
from crmroi.text import Notice


class LongWork(ABC):
    """Work under way, or ended; what it keeps as it goes is its own to say."""

    def __init__(self) -> None:
        self.problems: tuple[Notice, ...] = ()
        self.fault: Exception | None = None
        """What went wrong that nobody foresaw: raised again on the page."""
        self._stop, self._ended = Event(), Event()

    @property
    def ended(self) -> bool:
        """Whether all is done, or it was stopped, or it cannot be done."""
        return self._ended.is_set()

    def stop(self) -> None:
        """Do no more."""
        self._stop.set()

    def wait(self, seconds: float) -> bool:
        """Wait for the end, no longer than so many seconds; return whether it has come."""
        return self._ended.wait(seconds)

    def _start(self) -> None:
        """Begin: the last thing that is done as one is made."""
        Thread(target=self._run, daemon=True).start()

    @abstractmethod
    def _work(self) -> None:
        """Do the work, asking `_stop` on the way."""

    def _run(self) -> None:
        try:
            self._work()
        except ScenarioError as refused:
            self.problems = refused.problems
        except Exception as fault:  # noqa: BLE001 - told on the page, not in a thread unseen
            self.fault = fault
        finally:
            self._ended.set()
