"""Work that takes longer than a click: done in a thread, watched and stopped from a page."""

from __future__ import annotations

from abc import ABC, abstractmethod
from threading import Event, Thread
from typing import ClassVar

from crmroi.assumptions import ScenarioError
from crmroi.text import N_, Notice
from crmroi.ui.faults import logged

PATIENCE = 0.4
"""Seconds for which a page waits before it says that work is under way."""


class StoppedError(Exception):
    """Somebody asked for no more of it."""


class LongWork(ABC):
    """Work under way, or ended; what it keeps as it goes is its own to say."""

    fault_said: ClassVar[str] = N_(
        "A fault of crmroi, not of your figures: {kind} at {place}. Report this sentence as it "
        "stands: it holds nothing of yours."
    )

    def __init__(self) -> None:
        self.problems: tuple[Notice, ...] = ()
        """Why it could not be done."""
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
        """Do the work, asking `_stop` on the way, or `_heed_stop`."""

    def _heed_stop(self) -> None:
        """Go no further where a stop was asked for."""
        if self._stop.is_set():
            raise StoppedError

    def _run(self) -> None:
        try:
            self._work()
        except StoppedError:
            pass  # what was done until then is kept
        except ScenarioError as refused:
            self.problems = refused.problems
        except Exception as error:  # noqa: BLE001 - any other ends a thread that nobody looks at
            self.problems = (logged(error, f"{type(self).__name__} broken off", self.fault_said),)
        finally:
            self._ended.set()
