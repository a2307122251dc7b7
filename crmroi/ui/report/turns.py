"""How reports are worked at: one at a time in the whole process, and what a fault is told as."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from crmroi.text import N_

_TURN = Lock()
"""Each takes a core and some hundred megabytes."""
_ASKS = 0.1
"""Seconds from one look to the next."""
REPORT_FAULT = N_(
    "A fault of crmroi, not of your figures: {kind} at {place}. Try it with fewer parts, and "
    "report this sentence as it stands: it holds nothing of yours."
)


@contextmanager
def my_turn(go_on: Callable[[], None]) -> Iterator[None]:
    """Wait until nobody else is at work; `go_on` raises to give up waiting."""
    while not _TURN.acquire(timeout=_ASKS):
        go_on()
    try:
        yield
    finally:
        _TURN.release()
