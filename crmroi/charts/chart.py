"""What a chart is, told apart from how it is drawn or shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Trace = dict[str, Any]
Layout = dict[str, Any]
Figure = dict[str, Any]
"""`{"data": [trace, …], "layout": {…}}`, as plotly.js takes it."""

MOVING = frozenset({"x", "y", "base", "text", "textposition", "customdata"})
"""What may change in a trace from one move of a slider to the next."""
MOVING_LAYOUT = frozenset({"height", "margin", "range", "tickvals", "ticktext"})
"""What may change in a layout and its axes."""


@dataclass(frozen=True)
class Empty:
    """What stands in a chart's frame when there is nothing to draw: a sentence and one button."""

    message: str
    suggestion: str
    field: str
    """The assumption (`group.name`), or the control of the page, that the button leads to."""


@dataclass(frozen=True)
class Chart:
    """One picture and the words around it, in the language and theme it was made in.

    `figure` is drawn above 760 px; at 760 px and below `narrow` is laid over it: `layout` holds
    dotted Plotly names (`xaxis.tickvals`) and their values, `data` the same for each trace by its
    number (as text, since JSON has no other keys). `layout.height` is there only where rows
    decide it; else the page does. From one move of a slider to the next the traces keep their
    number and order, and only `MOVING` and `MOVING_LAYOUT` change.
    """

    id: str
    title: str
    """The finding, as a sentence without full stop."""
    subtitle: str
    """Measure, unit, period."""
    alt: str
    """A text alternative of 150 to 300 characters."""
    figure: Figure
    narrow: Mapping[str, Any]
    notes: tuple[str, ...] = ()
    empty: Empty | None = None
    """Set when there is nothing to draw; shown in place of the figure."""


Cell = str | float | int | None


@dataclass(frozen=True)
class Column:
    """A column of a table; `unit` says what its raw numbers count ("EUR"), "" where plain."""

    name: str
    unit: str = ""


@dataclass(frozen=True)
class Table:
    """The numbers behind a chart: `raw` to compute with, `shown` as people read them, by row."""

    columns: tuple[Column, ...]
    raw: tuple[tuple[Cell, ...], ...]
    shown: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Kpi:
    """One of the five numbers under the headline."""

    id: str
    """The measure's name: roi, npv, break_even_month, irr, peak_funding."""
    label: str
    value: str
    delta: str | None = None
    """The change from the pinned case, in words; None when nothing is pinned."""
    arrow: str | None = None
    """`up` or `down`, the way the number went; None when it did not move."""
    good: bool | None = None
    """Whether that way is good; None when it did not move."""
    reason: str | None = None
    """Why there is no value; None when there is one."""
