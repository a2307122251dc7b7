"""Cells that are computed of the assumptions once, and the choices that some of them have."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from xlsxwriter.utility import quote_sheetname, xl_range_abs

from crmroi.assumptions import Assumption, assumptions
from crmroi.model.adoption import CURVES
from crmroi.model.finance import NEGLIGIBLE
from crmroi.model.internal_rate import DUST
from crmroi.model.lines import CONSTANTS
from crmroi.model.names import WORDS
from crmroi.reports.workbook.book import Book
from crmroi.reports.workbook.formats import plain_format
from crmroi.reports.workbook.words import capital
from crmroi.text import _

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

CONSTANT_FORMULAS: Mapping[str, str] = MappingProxyType({"weeks_per_month": "52/12"})
"""Each constant of the model's amounts."""


class _Cell(NamedTuple):
    name: str
    label: str
    formula: str
    value: float
    number: str = "General"


def derived_cells(book: Book, sheet: Worksheet, at: int) -> int:
    """Write them from a row on, below a heading; return the last row."""
    styles = book.styles
    sheet.write_string(at, 0, _("Computed from these"), styles.section())
    for cell in _cells(book):
        at += 1
        book.name(cell.name, "assumptions", at, 1)
        formula = book.places.fill(cell.formula, book.titles["assumptions"])
        sheet.write_string(at, 0, cell.label, styles.text(indent=1))
        sheet.write_formula(at, 1, f"={formula}", styles.figure(cell.number), cell.value)
    for item in assumptions().values():
        if item.choices:
            at = _choices(book, sheet, item, at + 2)
    return at


def choices_name(item: Assumption) -> str:
    """The name of the cells that hold the choices of an assumption."""
    return f"choices_of_{item.name}"


def choice_label(item: Assumption, value: str) -> str:
    """What the cell of a choice holds: its label in the language spoken now."""
    return _((item.choices or {})[value])


def _choices(book: Book, sheet: Worksheet, item: Assumption, at: int) -> int:
    sheet.write_string(at, 0, _(item.label), book.styles.section())
    first = at + 1
    for value in item.choices or {}:
        at += 1
        sheet.write_string(at, 0, choice_label(item, value), book.styles.text(indent=1))
    title = quote_sheetname(book.titles["assumptions"])
    book.workbook.define_name(choices_name(item), f"={title}!{xl_range_abs(first, 0, at, 0)}")
    return at


def _cells(book: Book) -> list[_Cell]:
    held, projection = book.held, book.projection
    curve = assumptions()["adoption.curve"]
    order = ",".join(str(1 + list(CURVES).index(choice)) for choice in curve.choices or {})
    largest = float(np.abs(projection.monthly["net"]).max())
    return [
        *(
            _Cell(name, capital(_(WORDS[name])), CONSTANT_FORMULAS[name], value, plain_format(3))
            for name, value in CONSTANTS.items()
        ),
        _Cell("months_counted", _("Months counted"), "12*horizon_years", 12.0 * held.years, "0"),
        _Cell(
            "curve_number",
            _("Adoption curve, by number"),
            f"CHOOSE(MATCH(curve,{choices_name(curve)},0),{order})",
            1 + held.value("curve"),
            "0",
        ),
        _Cell(
            "counts_as_zero",
            _("Running sums: counts as zero"),
            f"{_written(NEGLIGIBLE)}*{{total_costs#}}",
            float(held.case.zero[0]),
            "0.0E+00",
        ),
        _Cell(
            "smallest_flow",
            _("Internal rate: counts as zero"),
            f"{_written(DUST)}*MAX(MAX({{net:}}),-MIN({{net:}}))",
            DUST * largest,
            "0.0E+00",
        ),
    ]


def _written(x: float) -> str:
    """A small number as formulas write it: 1E-9."""
    return f"{x:.0E}".replace("E-0", "E-")
