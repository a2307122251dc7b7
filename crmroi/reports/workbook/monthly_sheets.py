"""The sheets of months: a row for each thing, a column for each month, all of it formulas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_col_to_name

from crmroi.reports.workbook.book import Book
from crmroi.reports.workbook.line_rows import named_lines
from crmroi.reports.workbook.rows import (
    AMOUNT,
    FIRST,
    HEAD,
    KIND,
    LABEL,
    LAST,
    MONTHS,
    TOTAL,
    Grid,
    Row,
)
from crmroi.reports.workbook.styles import COLOURS
from crmroi.text import N_, _, currency_symbol

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_WIDTHS = {LABEL: 40, KIND: 20, AMOUNT: 13, TOTAL: 14}
_MONTH_WIDTH = 11
_MONTHS_A_PAGE = 12


def months_sheet(book: Book) -> None:
    """Every line by month, what moves it, and what the measures are taken of."""
    _sheet(book, "months", book.months, _(N_("Every line by month")))


def levers_sheet(book: Book) -> None:
    """The 16 companies in which some of the levers are pulled, and each lever's share."""
    title = _(N_("What each sales lever brings"))
    sheet = _sheet(book, "levers", book.levers, title)
    sheet.write_string(
        1,
        LABEL,
        _(
            N_(
                "The levers act on each other. A lever’s share is its mean contribution over all 24"
                " orders in which the four could be pulled; the shares add up to the gain."
            )
        ),
        book.styles.note(),
    )


def _sheet(book: Book, name: str, grid: Grid, title: str) -> Worksheet:
    sheet = book.add(name)
    _head(book, sheet, title)
    for at, heading in grid.headings.items():
        sheet.write_string(at, LABEL, heading, book.styles.section())
    for at, row in grid.rows.items():
        _write(book, sheet, at, row, grid.sheet)
    _set_up(book, sheet, grid)
    return sheet


def _head(book: Book, sheet: Worksheet, title: str) -> None:
    styles, currency = book.styles, currency_symbol(book.currency)
    sheet.write_string(0, LABEL, title, styles.title())
    said = _(N_("Amounts in {currency}. Months beyond the years counted stay empty."))
    sheet.write_string(1, LABEL, said.format(currency=currency), styles.note())
    heads = (_(N_("Month")), _(N_("Kind")), _(N_("Amount")), _(N_("Total")))
    for column, text in enumerate(heads):
        align = "left" if column in (LABEL, KIND) else "right"
        sheet.write_string(HEAD, column, text, styles.head(align=align))
    for month in range(MONTHS):
        sheet.write_number(HEAD, FIRST + month, month, styles.head(align="right", number="0"))
        if month % 12 == 1 or not month:
            text = _(N_("Year {n}")).format(n=1 + month // 12) if month else _("At the decision")
            sheet.write_string(HEAD - 1, FIRST + month, text, styles.note())


def _write(book: Book, sheet: Worksheet, at: int, row: Row, title: str) -> None:
    styles = book.styles
    number = book.formats[row.form]
    figure = styles.figure(number, strong=row.strong)
    sheet.write_string(at, LABEL, row.label, styles.label(strong=row.strong, indent=1))
    blank = styles.label(strong=row.strong)
    sheet.write_string(at, KIND, row.kind, blank)
    if row.amount is None:
        sheet.write_blank(at, AMOUNT, None, blank)
    else:
        formula, value = row.amount
        if row.name in named_lines():
            book.name(row.name, "months", at, AMOUNT)
        amount = styles.figure(book.formats["amount"])
        sheet.write_formula(at, AMOUNT, f"={formula}", amount, value)
    if row.summed:
        months = book.places.fill(f"{{{row.name}:}}", title)
        total = float(row.values.sum())
        sheet.write_formula(at, TOTAL, f"=SUM({months})", styles.figure(number, bold=True), total)
    else:
        sheet.write_blank(at, TOTAL, None, blank)
    for month, value in enumerate(row.values.tolist()):
        template = row.formula if month or row.first is None else row.first
        column = FIRST + month
        formula = book.places.fill(template, title, column)
        sheet.write_formula(at, column, f"={formula}", figure, value)


def _set_up(book: Book, sheet: Worksheet, grid: Grid) -> None:
    for column, width in _WIDTHS.items():
        sheet.set_column(column, column, width)
    sheet.set_column(FIRST, LAST, _MONTH_WIDTH)
    sheet.freeze_panes(HEAD + 1, FIRST)
    beyond = f"={xl_col_to_name(FIRST)}${HEAD + 1}>months_counted"
    unseen = book.workbook.add_format({"num_format": ";;;", "font_color": COLOURS["page"]})
    sheet.conditional_format(
        HEAD + 1, FIRST, grid.last, LAST, {"type": "formula", "criteria": beyond, "format": unseen}
    )
    last = FIRST + 12 * book.held.years
    sheet.print_area(0, 0, grid.last, last)
    sheet.repeat_columns(LABEL, LABEL)
    sheet.repeat_rows(HEAD - 1, HEAD)
    sheet.set_paper(8)  # A3: a year to a page
    sheet.set_print_scale(60)
    sheet.set_v_pagebreaks(range(FIRST + 1 + _MONTHS_A_PAGE, last + 1, _MONTHS_A_PAGE))
    # the first month begins what the others carry on, and has another formula
    everything = f"A1:{xl_col_to_name(LAST)}{grid.last + 1}"
    sheet.ignore_errors({"formula_differs": everything, "formula_range": everything})
