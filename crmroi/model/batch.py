"""Many scenarios at once, in chunks over buffers that are used again."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from functools import cache
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import ArrayLike

from crmroi.assumptions import Scenario
from crmroi.model.arrays import Array, Values, Workspace
from crmroi.model.case import ALL_KINDS, Case, evaluate
from crmroi.model.lines import Kind
from crmroi.model.measures import MEASURES, measure
from crmroi.model.values import columns_of

CELLS = 180_000
"""Months times scenarios computed at a time: more cost memory, fewer cost calls."""


WORKERS = min(4, os.cpu_count() or 1)
"""Threads that chunks are computed in: NumPy lets go of the interpreter while it works."""

T = TypeVar("T")


class Chunk(NamedTuple):
    """Some of the scenarios of a batch. The arrays of `case` hold only until the next chunk."""

    place: slice
    case: Case


def chunks(
    columns: Mapping[str, ArrayLike],
    base: Scenario,
    *,
    chunk: int | None = None,
    kinds: frozenset[Kind] = ALL_KINDS,
) -> Iterator[Chunk]:
    """The cases of all scenarios in order, a chunk at a time.

    `columns` holds by dotted key what varies, one value a scenario: any assumption, the horizon,
    go-live and the curve included. The rest is as in `base`. Raises ValueError for an unknown key,
    columns of different lengths and values that are not allowed.
    """
    values, places = _places(columns, base, chunk)
    work = Workspace()
    for place in places:
        yield _chunk(values, place, work, kinds)


def each_chunk(
    columns: Mapping[str, ArrayLike], base: Scenario, use: Callable[[Chunk], T]
) -> Iterator[T]:
    """What `use` makes of each chunk, in order; several are computed at once, on as many cores.

    The chunks are those of `chunks`, and so are their digits. `use` runs in the thread of its
    chunk. What is not begun when the iteration is left is not computed.
    """
    values, places = _places(columns, base, None)

    def work(place: slice) -> T:
        return use(_chunk(values, place, _workspace(), ALL_KINDS))

    waiting = [_pool().submit(work, place) for place in places]
    try:
        for future in waiting:
            yield future.result()
    finally:
        wait([future for future in waiting if not future.cancel()])


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(WORKERS, thread_name_prefix="batch")


_kept = threading.local()


def _workspace() -> Workspace:
    """The buffers of this thread, kept from one batch to the next."""
    if not hasattr(_kept, "workspace"):
        _kept.workspace = Workspace()
    found: Workspace = _kept.workspace
    return found


def _places(
    columns: Mapping[str, ArrayLike], base: Scenario, chunk: int | None
) -> tuple[Values, list[slice]]:
    """The values of all scenarios, and where each chunk lies."""
    values, size = columns_of(columns, base)
    step = chunk or max(1, CELLS // int(12 * values["horizon_years"].max()))
    return values, [slice(start, min(start + step, size)) for start in range(0, size, step)]


def _chunk(values: Values, place: slice, work: Workspace, kinds: frozenset[Kind]) -> Chunk:
    part = {name: value if value.size == 1 else value[place] for name, value in values.items()}
    return Chunk(place, evaluate(part, place.stop - place.start, work, kinds))


def evaluate_batch(
    columns: Mapping[str, ArrayLike],
    base: Scenario,
    *,
    measures: Sequence[str] = tuple(MEASURES),
    chunk: int | None = None,
    kinds: frozenset[Kind] = ALL_KINDS,
) -> dict[str, Array]:
    """The named measures of every scenario, (scenarios,) each: those of `project`, one by one.

    NaN is no value; `irr_status` is the place in `finance.IRR_STATUSES`. Only the measures asked
    for are computed, and lines of a kind not in `kinds` are left out. See `chunks` for the rest.
    """
    names = tuple(measures)
    size = max((np.size(column) for column in columns.values()), default=1)
    found = {name: np.empty(size) for name in names}
    for place, case in chunks(columns, base, chunk=chunk, kinds=kinds):
        for name, value in measure(case, names).items():
            found[name][place] = value
    return found
