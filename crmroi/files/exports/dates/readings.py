"""A column's cells read in every order that they allow: each distinct text once, where few differ.

A column of moments has hardly a text twice; if they are written regularly, polars reads them whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import polars as pl

from crmroi.files.exports.cells import trimmed
from crmroi.files.exports.dates.counts import ORDERS
from crmroi.files.exports.dates.parts import in_range, placeholder, read_texts
from crmroi.files.exports.repeats import distinct

_MANY = 20_000
_FEW = 0.2
"""The share of distinct texts, in as many cells, up to which reading each once is quicker."""

_YEAR_FIRST = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:([T ])([0-9]{2}:[0-9]{2})(:[0-9]{2})?(\.[0-9]{1,9})?(Z| ?UTC|\+00:?00)?)?"
)
_YEAR_LAST = re.compile(r"[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{4}( [0-9]{1,2}:[0-9]{2}(:[0-9]{2})?)?")


@dataclass(frozen=True)
class Readings:
    """The readings of a column (columns as `read_texts` gives them), one row per distinct text.

    `index` says for each cell which row is its own, null for an empty cell; None: row by cell.
    """

    read: pl.DataFrame = field(repr=False)
    index: pl.Series | None = field(repr=False)
    whole: pl.Series | None = field(default=None, repr=False)
    """Without an index the cells, trimmed."""

    @property
    def filled(self) -> pl.Series:
        """Which cells hold something."""
        by_cell = self.index if self.whole is None else self.whole
        if by_cell is None:
            raise ValueError("readings by cell without their cells")
        return by_cell.is_not_null()

    def by_cell(self, values: pl.Series) -> pl.Series:
        """Values of the distinct texts, laid out by cell."""
        return values if self.index is None else values.gather(self.index)

    def cells(self, what: str | pl.Expr) -> pl.Series:
        """A column of the readings, or an expression of them, laid out by cell."""
        column = pl.col(what) if isinstance(what, str) else what
        return self.by_cell(self.read.select(column).to_series())

    def first_row(self, which: pl.Expr, rows: pl.Series) -> int | None:
        """The row number of the first cell of which something is so; None if of none."""
        so = self.read.select(which.fill_null(value=False)).to_series()
        if not so.any():
            return None
        at = self.by_cell(so).fill_null(value=False).arg_max()
        return None if at is None else int(rows[at])


def read_cells(cells: pl.Series) -> Readings:
    """The readings of cells as they stand in the file."""
    if len(cells) > _MANY and cells.head(_MANY).n_unique() > _FEW * _MANY:
        whole = trimmed(cells)
        return Readings(_regular(whole), None, whole)
    written, which = distinct(cells)
    plain = trimmed(written)
    texts = plain.unique(maintain_order=True).drop_nulls()
    at = pl.int_range(len(texts), dtype=pl.UInt32, eager=True)
    places = plain.replace_strict(texts, at, default=None, return_dtype=pl.UInt32)
    index = places.gather(which)
    return Readings(_regular(texts), index)


def _regular(cells: pl.Series) -> pl.DataFrame:
    """The readings by cell: those written as the first one is at once, the others one by one."""
    filled = cells.drop_nulls()
    if filled.is_empty():
        return read_texts(cells)
    pattern, formats, form, zoned = _written(str(filled[0]))
    alike = cells.str.contains(pattern) if pattern else pl.repeat(False, len(cells), eager=True)
    if not alike.any():
        return read_texts(cells)
    moments = {
        order: cells.str.strptime(pl.Datetime("us"), formats[order], strict=False)
        for order in ORDERS
        if order in formats
    }
    if len(formats) == 1:
        moments = dict.fromkeys(ORDERS, moments["ymd"])
    nothing = pl.lit(None, dtype=pl.Datetime("us"))
    open_form = pl.lit(form, dtype=pl.String)
    read = pl.DataFrame({"text": cells, **moments}).lazy()
    read = read.with_columns(
        *(nothing.alias(order) for order in ORDERS if order not in moments)
    ).select(
        "text",
        *(pl.when(in_range(order)).then(order).alias(order) for order in ORDERS),
        short=pl.lit(value=False),
        offset=pl.lit(0 if zoned else None, dtype=pl.Int32),
        form=open_form,
        words=pl.lit(value=False),
        open=pl.lit(value=len(formats) > 1),
        serial=pl.lit(value=False),
        nothing=placeholder(),
    )
    regular = read.collect()
    rest = ~alike.fill_null(value=True)
    if not rest.any():
        return regular
    others = read_texts(cells.filter(rest)).select(regular.columns).cast(regular.schema)
    at = rest.arg_true()
    return pl.DataFrame([column.scatter(at, others[column.name]) for column in regular])


def _written(text: str) -> tuple[str, dict[str, str], str | None, bool]:
    """How a text is written, if regularly: the pattern of its like, their formats by order."""
    if found := _YEAR_FIRST.fullmatch(text):
        date, mark, _minutes, seconds, fraction, zone = found.groups()
        if not mark:
            return "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", {"ymd": "%Y-%m-%d"}, None, False
        pattern = re.sub("[0-9]", "[0-9]", re.escape(date + mark)) + "[0-9]{2}:[0-9]{2}"
        pattern += ":[0-9]{2}" if seconds else ""
        pattern += r"\.[0-9]{1,9}" if fraction else ""
        written = f"%Y-%m-%d{mark}%H:%M{':%S' if seconds else ''}{'%.f' if fraction else ''}"
        return (
            f"^{pattern}{re.escape(zone or '')}$",
            {"ymd": written + (zone or "")},
            None,
            bool(zone),
        )
    if found := _YEAR_LAST.fullmatch(text):
        mark, time, seconds = found.groups()
        pattern = r"[0-9]{1,2}M[0-9]{1,2}M[0-9]{4}".replace("M", re.escape(mark))
        clock = (" %H:%M:%S" if seconds else " %H:%M") if time else ""
        pattern += " [0-9]{1,2}" * bool(time) + ":[0-9]{2}" * clock.count(":")
        orders = {"dmy": f"%d{mark}%m{mark}%Y{clock}", "mdy": f"%m{mark}%d{mark}%Y{clock}"}
        return f"^{pattern}$", orders, f"{mark}4", False
    return "", {}, None, False
