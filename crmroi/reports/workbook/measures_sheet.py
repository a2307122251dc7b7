"""The sheet of measures: each a formula, as made beside it, and the search for the rate below."""

from __future__ import annotations

from math import expm1
from typing import TYPE_CHECKING

from crmroi.model.measures import MEASURES
from crmroi.reports.workbook import rate_search
from crmroi.reports.workbook.book import Book
from crmroi.reports.workbook.formats import measure_format
from crmroi.reports.workbook.line_rows import clean
from crmroi.reports.workbook.measure_formulas import Shown, cell_name, measure_formulas
from crmroi.reports.workbook.styles import COLOURS
from crmroi.text import N_, _

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LABEL, VALUE, MADE, MEANING = range(4)
_WIDTHS = (34, 24, 24, 16, 26, 40)
_HEAD = 3


def measures_sheet(book: Book) -> None:
    """Every measure, and how the internal rate is found."""
    sheet = book.add("measures")
    styles = book.styles
    sheet.write_string(0, LABEL, _(N_("Measures")), styles.title())
    said = _(
        N_("Where the net flow changes sign more than once, the app says how many rates there are.")
    )
    sheet.write_string(1, LABEL, said, styles.note())
    heads = (N_("Measure"), N_("Value"), N_("As made"), N_("What it says"))
    for column, text in enumerate(heads):
        align = "right" if column in (VALUE, MADE) else "left"
        sheet.write_string(_HEAD, column, _(text), styles.head(align=align))
    for column in range(MEANING + 1, len(_WIDTHS)):
        sheet.write_blank(_HEAD, column, None, styles.head())
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
        sheet.write_string(at, MEANING, _(MEASURES[name].definition), styles.note())
    last = _search(book, sheet, at + 3)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(_HEAD + 1, VALUE)
    sheet.repeat_rows(_HEAD)
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, last, len(_WIDTHS) - 1)


def write_shown(sheet: Worksheet, row: int, column: int, value: Shown, style: Format) -> None:
    """A figure, or the words in its place."""
    if isinstance(value, str):
        sheet.write_string(row, column, value, style)
    else:
        sheet.write_number(row, column, value, style)


def turns(book: Book) -> int:
    """How often the net flow of the case changes sign."""
    return int(book.places.row("turn").values.sum())


def _search(book: Book, sheet: Worksheet, at: int) -> int:
    """The halvings, below one another; return the last row."""
    styles, years = book.styles, book.held.years
    flow = clean(book.held.monthly("net"))
    title = _(N_("Search for the internal rate of a month, x = ln(1 + rate)"))
    sheet.write_string(at, LABEL, title, styles.section())
    named = (
        (rate_search.FOUND, N_("Rate of a month found"), "0.0000%"),
        (rate_search.BRACKETED, N_("The worth changes sign in between (1 = yes)"), "0"),
    )
    heads = at + len(named) + 2
    first = heads + 1
    found = list(rate_search.steps(flow, years, first + 2))
    formulas = (
        (f"EXP(D{first + 1 + rate_search.STEPS})-1", expm1(found[-1].middle[1])),
        (rate_search.between_formula(first + 1), rate_search.is_between(flow, years)),
    )
    for (name, label, number), (formula, value) in zip(named, formulas, strict=True):
        at += 1
        book.name(name, "measures", at, VALUE)
        sheet.write_string(at, LABEL, _(label), styles.text(indent=1))
        sheet.write_formula(at, VALUE, f"={formula}", styles.figure(number), value)
    texts = (N_("Step"), N_("Low"), N_("High"), N_("Middle"), N_("Worth, scaled"))
    for column, text in enumerate(texts):
        sheet.write_string(heads, column, _(text), styles.head(align="right"))
    for count, step in enumerate([rate_search.ends(flow, years, first + 1), *found]):
        at = first + count
        sheet.write_number(at, LABEL, count, styles.figure("0"))
        for column, (template, value) in enumerate(step, start=VALUE):
            formula = book.places.fill(template, book.titles["measures"])
            style = styles.figure("0.0E+00" if column == len(step) else "0.0000000000")
            sheet.write_formula(at, column, f"={formula}", style, value)
        sheet.set_row(at, None, None, {"level": 1})
    return at
