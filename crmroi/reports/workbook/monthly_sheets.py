"""The sheets of months: a row for each thing, a column for each month, all of it formulas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_col_to_name

from crmroi.model.formulas import FORMULAS, TOPICS
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
from crmroi.reports.workbook.styles import COLOURS, width
from crmroi.text import _, currency_symbol

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_LABEL_WIDTH, _KIND_WIDTH, _AMOUNT_WIDTH, _MONTH_WIDTH = 40.0, 25.0, 13.0, 10.0
_MONTHS_A_PAGE = 24
_A3_WIDTH = 188
"""Letters that fit across a sheet of A3 at full size, the gaps between columns counted."""
_SMALLEST_SCALE, _LARGEST_SCALE = 30, 60


def months_sheet(book: Book) -> None:
    """Every line by month, what moves it, and what the measures are taken of."""
    _sheet(book, "months", book.months, _("Every line by month"))


def levers_sheet(book: Book) -> None:
    """The 16 companies in which some of the levers are pulled, and each lever's share."""
    title = _("What each sales lever brings")
    sheet = _sheet(book, "levers", book.levers, title)
    meaning = FORMULAS["shapley"].meaning
    sheet.write_string(1, LABEL, _(meaning), book.styles.note())
    sheet.set_column(KIND, AMOUNT, None, None, {"hidden": True})  # companies have neither


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
    styles = book.styles
    sheet.write_string(0, LABEL, title, styles.title())
    said = _(
        "Amounts in {currency}. Months beyond the years counted stay empty.",
        currency=currency_symbol(book.currency),
    )
    sheet.write_string(1, LABEL, said, styles.note())
    heads = (_("Month"), _("Kind"), _("Amount"), _("Total"))
    for column, text in enumerate(heads):
        align = "left" if column in (LABEL, KIND) else "right"
        sheet.write_string(HEAD, column, text, styles.head(align=align))
    for month in range(MONTHS):
        sheet.write_number(HEAD, FIRST + month, month, styles.head(align="right", number="0"))
        if month % 12 == 1 or not month:
            text = _("Year {n}", n=1 + month // 12) if month else _("At the decision")
            year = styles.of(bold=True, align="right", font_color=COLOURS["muted"])
            sheet.write_string(HEAD - 1, FIRST + month, text, year)


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
        total_style = styles.figure(number, strong=row.strong, bold=True)
        sheet.write_formula(at, TOTAL, f"=SUM({months})", total_style, total)
    else:
        sheet.write_blank(at, TOTAL, None, blank)
    for month, value in enumerate(row.values.tolist()):
        template = row.formula if month or row.first is None else row.first
        column = FIRST + month
        formula = book.places.fill(template, title, column)
        sheet.write_formula(at, column, f"={formula}", figure, value)


def _widths(sheet: Worksheet, grid: Grid) -> int:
    """Set the widths of all columns; return the scale at which two years fit a page, in percent."""
    totals = [float(row.values.sum()) for row in grid if row.summed]
    amounts = [100 * row.amount[1] for row in grid if row.amount]  # two more, for the decimals
    monthly = [float(edge) for row in grid for edge in (row.values.min(), row.values.max())]
    longest = max(len(row.label) for row in grid)
    widths = {
        LABEL: float(max(_LABEL_WIDTH, longest)),
        KIND: _KIND_WIDTH,
        AMOUNT: width(amounts, _AMOUNT_WIDTH),
        TOTAL: width(totals, _AMOUNT_WIDTH),
        FIRST: width(monthly, _MONTH_WIDTH),
    }
    for column, wide in widths.items():
        sheet.set_column(column, LAST if column == FIRST else column, wide)
    needed = sum(widths.values()) + _MONTHS_A_PAGE * widths[FIRST]
    return max(_SMALLEST_SCALE, min(_LARGEST_SCALE, int(100 * _A3_WIDTH / needed)))


def _set_up(book: Book, sheet: Worksheet, grid: Grid) -> None:
    scale = _widths(sheet, grid)
    sheet.freeze_panes(HEAD + 1, KIND)
    beyond = f"={xl_col_to_name(FIRST)}${HEAD + 1}>months_counted"
    unseen = book.workbook.add_format({"num_format": ";;;", "font_color": COLOURS["page"]})
    sheet.conditional_format(
        HEAD + 1, FIRST, grid.last, LAST, {"type": "formula", "criteria": beyond, "format": unseen}
    )
    last = FIRST + 12 * book.held.years
    sheet.print_area(0, 0, grid.last, last)
    sheet.repeat_columns(LABEL, LABEL)
    sheet.repeat_rows(HEAD - 1, HEAD)
    sheet.set_paper(8)  # A3: two years to a page, the lines on one, what moves them on another
    sheet.set_print_scale(scale)
    breaks = [at for at, heading in grid.headings.items() if heading == _(TOPICS["time"])]
    sheet.set_h_pagebreaks(breaks)
    sheet.set_v_pagebreaks(range(FIRST + 1 + _MONTHS_A_PAGE, last + 1, _MONTHS_A_PAGE))
    # the first month begins what the others carry on, and has another formula
    everything = f"A1:{xl_col_to_name(LAST)}{grid.last + 1}"
    sheet.ignore_errors({"formula_differs": everything, "formula_range": everything})
