"""Columns of dates: one order per column, proved by the whole column, or asked for.

The order of `03/04/2025` is never guessed cell by cell. What its column does not prove, another
column of the file may; then an answer given beforehand; else it is a question.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

import polars as pl

from crmroi.files.exports.cells import row_numbers, trimmed
from crmroi.files.exports.dates import order as date_order
from crmroi.files.exports.dates.moments import dates_of, unknown
from crmroi.files.exports.dates.order import Proved, prove
from crmroi.files.exports.dates.readings import Readings, read_cells
from crmroi.files.exports.table import DateOrder, Options, Question
from crmroi.files.exports.typed import Dates
from crmroi.text import N_, Notice

_DEFAULT = Options()
_EXAMPLES = 3
_TELLING = 20
"""How many times as often dates must stand the wrong way round in another order."""

ASKED = N_("Nothing in the column “{column}” tells whether its dates are day first or month first.")
ASKED_MIXED = N_(
    "The column “{column}” has dates day first (row {first}) and month first (row {second}), and "
    "most could be either. Say which to keep; the others are left empty."
)
ASKED_YEAR = N_(
    "Nothing in the column “{column}” tells whether the year of its dates comes first or last."
)
ORDERS_DIFFER = N_("“{column}” is day first and “{other}” is month first, in the same file.")


@dataclass
class _Column:
    """A column on its way: its cells, how they read, what has shown its order."""

    header: str
    cells: pl.Series = field(repr=False)
    readings: Readings = field(repr=False)
    proved: Proved

    @property
    def open(self) -> bool:
        return self.proved.order is None

    def settle(self, order: DateOrder, template: str, **values: object) -> None:
        self.proved = Proved(order, Notice(self.header, None, template, values))


def read_dates(
    cells: pl.Series,
    header: str,
    options: Options = _DEFAULT,
    rows: pl.Series | None = None,
    field_name: str = "",
) -> Dates:
    """The dates of one column that has no others beside it: see `read_date_columns`."""
    return read_date_columns({header: cells}, options, rows, {header: field_name})[header]


def read_date_columns(
    columns: Mapping[str, pl.Series],
    options: Options = _DEFAULT,
    rows: pl.Series | None = None,
    fields: Mapping[str, str] | None = None,
    earlier: Sequence[tuple[str, str]] = (),
) -> dict[str, Dates]:
    """All columns of dates of one file, by header: what proves one may prove another.

    `fields`: header to field, since an order may be told by either. `earlier`: pairs of headers
    of which the first comes before the second (created, closed).
    """
    if not columns:
        return {}
    numbers = row_numbers(next(iter(columns.values())), rows)
    read = {}
    for header, cells in columns.items():
        readings = read_cells(cells)
        read[header] = _Column(header, cells, readings, prove(readings, numbers, header))
    _tell(read, options, fields or {}, by_name=True)
    _by_pairs(read, earlier, numbers)
    _by_form(read)
    _tell(read, options, fields or {}, by_name=False)
    differing = _differing(read)
    return {
        header: unknown(column.cells, column.proved.choices[0], _question(column))
        if column.proved.order is None or column.proved.proof is None
        else dates_of(
            column.cells,
            column.readings,
            column.proved,
            options.timezone,
            numbers,
            differing.get(header),
        )
        for header, column in read.items()
    }


def _tell(
    read: Mapping[str, _Column], options: Options, fields: Mapping[str, str], *, by_name: bool
) -> None:
    """Settle open columns as they were told: those named, or all of them."""
    told = options.date_orders
    for header, column in read.items():
        names = (header, fields.get(header) or header) if by_name else ("",)
        order = next((told[name] for name in names if name in told), None)
        if column.open and order in column.proved.choices:
            column.settle(order, date_order.TOLD)


def _by_pairs(
    read: Mapping[str, _Column], earlier: Sequence[tuple[str, str]], rows: pl.Series
) -> None:
    """Settle open columns by what must come before them or after them."""
    for names in earlier:
        if not all(name in read for name in names):
            continue
        pair = [read[name] for name in names]
        if not any(column.open for column in pair) or any(c.proved.mixed for c in pair):
            continue
        tried = {}
        for orders in product(*(_candidates(column) for column in pair)):
            moments = [c.readings.cells(o) for c, o in zip(pair, orders, strict=True)]
            tried[orders] = date_order.fits(*moments)
        best, *others = sorted(tried, key=lambda orders: tried[orders][0])
        next_best = tried[others[0]] if others else (0, 0)
        if next_best[0] <= _TELLING * tried[best][0]:
            continue
        for column, order in zip(pair, best, strict=True):
            if column.open:
                values = {"earlier": names[0], "later": names[1], "row": rows[next_best[1]]}
                column.settle(order, date_order.COMES_AFTER, **values)


def _candidates(column: _Column) -> tuple[DateOrder, ...]:
    order = column.proved.order
    return column.proved.choices if order is None else (order,)


def _by_form(read: Mapping[str, _Column]) -> None:
    """Settle open columns by proved ones that are written alike, where these agree."""
    shown: dict[str, dict[DateOrder, str]] = {}
    for header, column in read.items():
        form, order = date_order.form_of(column.readings), column.proved.order
        proof = column.proved.proof
        if form and order and proof and proof.template != date_order.NOTHING_DEPENDS:
            shown.setdefault(form, {}).setdefault(order, header)
    for column in read.values():
        known = shown.get(date_order.form_of(column.readings) or "", {})
        if column.open and not column.proved.mixed and len(known) == 1:
            ((order, other),) = known.items()
            if order in column.proved.choices:
                column.settle(order, date_order.WRITTEN_LIKE, other=other)


def _differing(read: Mapping[str, _Column]) -> dict[str, Notice]:
    """A remark on the first column that is month first in a file with one that is day first."""
    first: dict[DateOrder, str] = {}
    for header, column in read.items():
        if column.proved.order and date_order.form_of(column.readings):
            first.setdefault(column.proved.order, header)
    if "dmy" not in first or "mdy" not in first:
        return {}
    values = {"column": first["dmy"], "other": first["mdy"]}
    return {first["mdy"]: Notice(first["mdy"], None, ORDERS_DIFFER, values)}


def _question(column: _Column) -> Question:
    """What is asked about an open column; its examples are cells that read in several ways."""
    proved = column.proved
    values: dict[str, object] = {"column": column.header}
    template = ASKED_YEAR if "ymd" in proved.choices else ASKED
    if proved.mixed:
        template = ASKED_MIXED
        values |= {"first": proved.mixed[0], "second": proved.mixed[1]}
    either = (pl.col("dmy") != pl.col("mdy")).fill_null(value=False)
    either |= pl.lit("ymd" in proved.choices) & pl.col("short")
    several = column.readings.cells(pl.col("open") & either)
    examples = trimmed(column.cells.filter(several)).unique(maintain_order=True)
    return Question(
        "date_order",
        column.header,
        Notice(column.header, None, template, values),
        proved.choices,
        "--date-order",
        tuple(examples.head(_EXAMPLES).to_list()),
    )
