"""The sheet of measures: each a formula, as made beside it, and the search for the rate below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crmroi.charts.outcome import metric
from crmroi.model import Projection
from crmroi.model.measures import MEASURES
from crmroi.reports.workbook import rate_search
from crmroi.reports.workbook.book import Book
from crmroi.reports.workbook.formats import measure_format
from crmroi.reports.workbook.line_rows import clean
from crmroi.reports.workbook.measure_formulas import Shown, cell_name, measure_formulas
from crmroi.reports.workbook.styles import COLOURS, width
from crmroi.text import N_, _

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LABEL, VALUE, MADE, MEANING = range(4)
_WIDTHS = (44, 26, 26, 90)
_HEAD = 3
_NAMED = 6
"""Named cells of the search."""


def measures_sheet(book: Book) -> None:
    """Every measure, and how the internal rate is found."""
    sheet = book.add("measures")
    styles = book.styles
    sheet.write_string(0, LABEL, _("Measures"), styles.title())
    said = _(
        N_("Where the net flow changes sign more than once, the app says how many rates there are.")
    )
    sheet.write_string(1, LABEL, said, styles.note())
    heads = (N_("Measures"), N_("Value"), N_("As made"), N_("What it says"))
    for column, text in enumerate(heads):
        align = "right" if column in (VALUE, MADE) else "left"
        sheet.write_string(_HEAD, column, _(text), styles.head(align=align))
    at = _HEAD
    for name, computed in measure_formulas(book.projection, turns(book)).items():
        at += 1
        number = measure_format(MEASURES[name].form, book.currency)
        book.name(cell_name(name), "measures", at, VALUE)
        sheet.write_string(at, LABEL, _(MEASURES[name].label), styles.label(indent=1))
        formula = book.places.fill(computed.formula, book.titles["measures"])
        now = styles.figure(number, bold=True)
        sheet.write_formula(at, VALUE, f"={formula}", now, computed.value)
        made = styles.figure(number, font_color=COLOURS["muted"])
        write_shown(sheet, at, MADE, computed.value, made)
        sheet.write_string(at, MEANING, _(MEASURES[name].definition), styles.note(wrap=True))
    sheet.print_area(0, 0, at, len(_WIDTHS) - 1)  # the search below is for those who look for it
    _search(book, sheet, at + 3)
    for column, least in enumerate(_WIDTHS):
        wide = figures_width(book.projection, least) if column in (VALUE, MADE) else least
        sheet.set_column(column, column, wide)
    sheet.freeze_panes(_HEAD + 1, VALUE)
    sheet.repeat_rows(_HEAD)
    sheet.fit_to_pages(1, 0)


def write_shown(sheet: Worksheet, row: int, column: int, value: Shown, style: Format) -> None:
    """A figure, or the words in its place."""
    if isinstance(value, str):
        sheet.write_string(row, column, value, style)
    else:
        sheet.write_number(row, column, value, style)


def figures_width(projection: Projection, least: float) -> float:
    """The width of a column of measures: the longest amount with its currency."""
    amounts = [metric(projection, name) for name, each in MEASURES.items() if each.form == "money"]
    return width([1000 * amount for amount in amounts], least)


def turns(book: Book) -> int:
    """How often the net flow of the case changes sign."""
    return int(book.places.row("turn").values.sum())


def _search(book: Book, sheet: Worksheet, at: int) -> None:
    """The cells of the search, and its halvings below one another."""
    styles = book.styles
    title = _("Search for the internal rate of a month, x = ln(1 + rate)")
    sheet.write_string(at, LABEL, title, styles.section())
    search = rate_search.Search(clean(book.held.monthly("net")), book.held.years)
    heads = at + _NAMED + 2
    steps = list(search.steps(heads + 2))
    for cell in search.named(steps[-1], heads + 1 + len(steps)):
        at += 1
        book.name(cell.name, "measures", at, VALUE)
        sheet.write_string(at, LABEL, _(cell.label), styles.text())
        _formula(book, sheet, at, VALUE, (cell.formula, cell.value), cell.number)
    for column, text in enumerate((N_("Low"), N_("High"), N_("Middle"), N_("Worth, scaled"))):
        sheet.write_string(heads, column, _(text), styles.head(align="right"))
    for row, step in enumerate(steps, start=heads + 1):
        for column, figure in enumerate(step):
            number = "0.0E+00" if column == len(step) - 1 else rate_search.FIGURES
            _formula(book, sheet, row, column, figure, number)


def _formula(
    book: Book, sheet: Worksheet, row: int, column: int, cell: tuple[str, float], number: str
) -> None:
    template, value = cell
    formula = book.places.fill(template, book.titles["measures"])
    sheet.write_formula(row, column, f"={formula}", book.styles.figure(number), value)
