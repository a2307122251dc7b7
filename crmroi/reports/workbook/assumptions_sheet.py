"""The sheet of assumptions: what may be changed, each in a cell of its own name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlsxwriter.utility import quote_sheetname, xl_range_abs, xl_rowcol_to_cell

from crmroi.assumptions import Assumption, assumptions
from crmroi.model.method.table import HEADS
from crmroi.model.method.table import Row as Described
from crmroi.model.method.table import rows as described
from crmroi.model.values import as_number
from crmroi.reports.plain import plain
from crmroi.reports.workbook.book import Book
from crmroi.reports.workbook.derived_cells import choice_label, choices_name, derived_cells
from crmroi.reports.workbook.formats import value_format
from crmroi.reports.workbook.styles import COLOURS, height
from crmroi.text import N_, Span, Unit, _

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LABEL, VALUE, UNIT, MADE, PLAUSIBLE, ALLOWED, SOURCE, NOTE = range(8)
_WIDTHS = (32, 16, 24, 16, 24, 24, 84, 44)
_HEAD = 3
_LONGEST_NOTE = 1000
_LONGEST_ERROR, _LONGEST_ERROR_TITLE = 255, 32
"""Excel's limits of the message on a value that it refuses."""


def assumptions_sheet(book: Book) -> None:
    """A row for each assumption, in its group; then what is computed of them."""
    sheet = book.add("assumptions")
    styles = book.styles
    sheet.write_string(0, LABEL, _("Assumptions"), styles.title())
    said = _("Change a blue figure: every sheet follows. Its comment says what it means.")
    sheet.write_string(1, LABEL, said, styles.note())
    _heads(book, sheet)
    at = _HEAD + 1
    for title, rows in described(book.projection.scenario).items():
        sheet.write_string(at, LABEL, title, styles.section())
        for row in rows:
            at += 1
            _assumption(book, sheet, at, row)
        at += 2
    _mark_changes(book, sheet, at - 2)
    last = derived_cells(book, sheet, at)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(_HEAD + 1, VALUE + 1)
    sheet.repeat_rows(_HEAD)
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, last, NOTE if book.projection.scenario.notes else SOURCE)
    sheet.protect("", {"format_cells": True, "format_columns": True, "format_rows": True})


def _heads(book: Book, sheet: Worksheet) -> None:
    label, _today, _default, plausible, allowed, source = HEADS
    heads = (label, N_("Value"), N_("Unit"), N_("As made"), plausible, allowed, source, N_("Note"))
    for column, text in enumerate(heads):
        align = "right" if column in (VALUE, MADE) else "left"
        sheet.write_string(_HEAD, column, _(text), book.styles.head(align=align))


def _assumption(book: Book, sheet: Worksheet, at: int, row: Described) -> None:
    scenario, styles = book.projection.scenario, book.styles
    item = assumptions()[row.key]
    value = scenario.value(row.key)
    number = value_format(item, value, book.currency)
    sheet.write_string(at, LABEL, row.label, styles.text(indent=1))
    book.name(item.name, "assumptions", at, VALUE)
    before = xl_rowcol_to_cell(at, MADE, row_abs=True, col_abs=True)
    book.made[item.name] = f"{quote_sheetname(book.titles['assumptions'])}!{before}"
    made = styles.figure(number, font_color=COLOURS["muted"])
    for column, style in ((VALUE, styles.input(number)), (MADE, made)):
        if item.choices:
            sheet.write_string(at, column, choice_label(item, str(value)), style)
        else:
            sheet.write_number(at, column, as_number(value), style)
    note = plain(scenario.notes.get(row.key, ""), _LONGEST_NOTE)
    plausible, allowed = _ranges(item, row)
    texts = {UNIT: row.unit, PLAUSIBLE: plausible, ALLOWED: allowed, NOTE: note}
    for column, text in texts.items():
        sheet.write_string(at, column, text, styles.text())
    sheet.write_string(at, SOURCE, str(row.source), styles.note(wrap=True))
    sheet.set_row(at, height({**texts, SOURCE: str(row.source)}, _WIDTHS))
    said = "\n".join(part for part in (row.help, str(row.source), note) if part)
    look = {"x_scale": 2.4, "y_scale": 1.5, "font_size": 9, "color": COLOURS["panel"]}
    sheet.write_comment(at, VALUE, said, look)
    sheet.data_validation(at, VALUE, at, VALUE, _validation(item, row.label, allowed))


def _ranges(item: Assumption, row: Described) -> tuple[str, str]:
    """The plausible and the allowed range as they are typed: 10% for what is shown as −10%."""
    if item.unit is not Unit.REDUCTION or not (item.plausible and item.allowed):
        return row.plausible, row.allowed
    plausible, allowed = (str(Span(*ends, Unit.SHARE)) for ends in (item.plausible, item.allowed))
    return plausible, allowed


def _validation(item: Assumption, label: str, allowed: str) -> dict[str, object]:
    """What Excel lets one type: the allowed range, one of the choices, or 1 and 0."""
    said = {
        "error_title": label[:_LONGEST_ERROR_TITLE],
        "error_message": _("Allowed: {range}.", range=allowed)[:_LONGEST_ERROR],
    }
    if item.choices:
        return {"validate": "list", "source": f"={choices_name(item)}", **said}
    if item.allowed is None:
        return {"validate": "list", "source": [1, 0], **said}
    low, high = item.allowed
    kind = "integer" if item.kind == "whole" else "decimal"
    return {"validate": kind, "criteria": "between", "minimum": low, "maximum": high, **said}


def _mark_changes(book: Book, sheet: Worksheet, last: int) -> None:
    """Figures that are not as made stand out; how many they are is a cell of its own."""
    first = _HEAD + 1
    value, made = (xl_rowcol_to_cell(first, column, col_abs=True) for column in (VALUE, MADE))
    look = {"bold": True, "bg_color": COLOURS["warning-ground"], "font_color": COLOURS["warning"]}
    sheet.conditional_format(
        first,
        VALUE,
        last,
        VALUE,
        {
            "type": "formula",
            "criteria": f"={value}<>{made}",
            "format": book.workbook.add_format(look),
        },
    )
    now, before = (xl_range_abs(first, column, last, column) for column in (VALUE, MADE))
    title = quote_sheetname(book.titles["assumptions"])
    book.changes = f"SUMPRODUCT(--({title}!{now}<>{title}!{before}))"
