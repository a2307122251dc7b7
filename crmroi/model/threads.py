"""Work on several things at once, one in each thread: NumPy lets others go on while it computes."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import cache
from typing import TypeVar

from crmroi.model.arrays import Workspace

MOST_WORKERS = 2
"""Each keeps its buffers, some 50 MB; a third would wait for the interpreter more than compute."""
_AHEAD = 2
"""Things begun for each worker before the first answer is waited for."""

Item = TypeVar("Item")
Answer = TypeVar("Answer")


def in_threads(
    work: Callable[[Item, Workspace], Answer], items: Iterable[Item]
) -> Iterator[Answer]:
    """What `work` makes of each item, in order.

    `work` is given the buffers of its thread. Items are taken as they are needed; when the
    iteration is left no more are begun and none is under way. What `work` raises is raised in turn.
    """

    def here(item: Item) -> Answer:
        return work(item, _workspace())

    begun: deque[Future[Answer]] = deque()
    try:
        for item in items:
            begun.append(_pool().submit(here, item))
            if len(begun) > _AHEAD * workers():
                yield begun.popleft().result()
        while begun:
            yield begun.popleft().result()
    finally:
        wait([future for future in begun if not future.cancel()])


@cache
def workers() -> int:
    """How many threads work: one for each processor that is there for this process, not all."""
    here = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(MOST_WORKERS, here or 1)


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(workers(), thread_name_prefix="model")


_kept = threading.local()


def _workspace() -> Workspace:
    """The buffers of this thread, kept: fresh memory costs more than what is computed in it."""
    if not hasattr(_kept, "workspace"):
        _kept.workspace = Workspace()
    found: Workspace = _kept.workspace
    return found
