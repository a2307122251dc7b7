"""Many scenarios at once, in chunks over buffers that are used again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from crmroi.assumptions import Scenario
from crmroi.model.arrays import Array, Values, Workspace
from crmroi.model.case import ALL_KINDS, Case, evaluate
from crmroi.model.lines import Kind
from crmroi.model.measures import MEASURES, measure
from crmroi.model.values import columns_of, with_columns

CELLS = 250_000
"""Months times scenarios computed at a time: more cost memory, fewer cost calls."""


class Chunk(NamedTuple):
    """Some of the scenarios of a batch. The arrays of `case` hold only until the next chunk."""

    place: slice
    case: Case


def at_a_time(years: int) -> int:
    """How many scenarios of so long a horizon are best computed at a time: a power of two."""
    return 1 << ((CELLS // (12 * years)).bit_length() - 1)


def case_of(columns: Mapping[str, ArrayLike], base: Values, work: Workspace) -> Case:
    """The case of a few scenarios, computed together in these buffers; see `chunks`."""
    return evaluate(*with_columns(columns, base), work)


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
    values, size = columns_of(columns, base)
    step = chunk or at_a_time(int(values["horizon_years"].max()))
    work = Workspace()
    for start in range(0, size, step):
        place = slice(start, min(start + step, size))
        yield Chunk(place, evaluate(_part(values, place), place.stop - start, work, kinds))


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


def _part(values: Values, place: slice) -> Values:
    return {name: value if value.size == 1 else value[place] for name, value in values.items()}
