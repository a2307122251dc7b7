"""How reports are worked at: one at a time in the whole process, and how a fault is told."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from crmroi.files.exports.faults import fault
from crmroi.text import N_, Notice

_LOG = logging.getLogger(__name__)
_TURN = Lock()
"""Each takes a core and some hundred megabytes."""
_ASKS = 0.1
"""Seconds from one look to the next."""
_FAULT = N_(
    "A fault of crmroi, not of your figures: {kind} at {place}. Try it with fewer parts, and "
    "report this sentence as it stands: it holds nothing of yours."
)


class StoppedError(Exception):
    """Somebody asked for no more of it."""


@contextmanager
def my_turn(go_on: Callable[[], None]) -> Iterator[None]:
    """Wait until nobody else is at work; `go_on` raises to give up waiting."""
    while not _TURN.acquire(timeout=_ASKS):
        go_on()
    try:
        yield
    finally:
        _TURN.release()


def told(error: Exception, what: str) -> tuple[Notice, ...]:
    """Return what can be said of an unexpected error, and write as much into the log.

    Its kind and its place, never its words: they may hold what somebody typed.
    """
    known = fault(error).values
    _LOG.error("%s: %s at %s", what, known["kind"], known["place"])
    return (Notice("", None, _FAULT, known),)
