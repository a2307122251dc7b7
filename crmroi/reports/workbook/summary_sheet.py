"""The first sheet: the answer as made, whether it still holds, the figures of now, the pictures."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from crmroi.charts.kpis import RETURNS
from crmroi.model.measures import MEASURES
from crmroi.reports.logo import alternative
from crmroi.reports.logo_picture import picture
from crmroi.reports.plain import plain
from crmroi.reports.workbook.book import Book
from crmroi.reports.workbook.formats import measure_format
from crmroi.reports.workbook.measure_formulas import cell_name, shown
from crmroi.reports.workbook.measures_sheet import figures_width, turns, write_shown
from crmroi.reports.workbook.pictures import cash_picture, themes_picture, years_picture
from crmroi.reports.workbook.styles import COLOURS, height
from crmroi.reports.workbook.words import literal
from crmroi.text import N_, _
from crmroi.text.calendar_months import whole_day

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from crmroi.reports.workbook.years_sheet import Years

LABEL, NOW, MADE, RIGHT = 1, 2, 3, 5
_WIDTHS = {0: 2, LABEL: 34, NOW: 30, MADE: 26, 4: 3}
_LAST = 13
_ACROSS = 165
"""The width of all columns together."""
_NAME, HEADLINE, STATUS, _HEAD = 1, 2, 3, 5
_LINE, _LINES_LONG = 25, 92
"""Height of a line of the headline in points, and the letters that it holds."""
_ROW_HEIGHT = 24

PROMINENT = (
    "roi",
    "npv",
    "break_even_month",
    "irr",
    "peak_funding",
    "total_gains",
    "total_costs",
    "net_gain",
    "roi_cash",
)
"""The five numbers under the headline, what they are made of, and the return without time."""

_PICTURE_ROWS, _PICTURE_HEIGHT, _LEFT_WIDTH, _RIGHT_WIDTH, _TOP_HEIGHT = 17, 340, 655, 590, 298
"""Rows that a picture covers, and its size in pixels."""
_LOGO, _LOGO_ROOM = (230, 56), 12
"""The most that a logo takes, and the room over and under it, in pixels."""


def summary_sheet(book: Book, sheet: Worksheet, years: Years) -> None:
    """Fill the sheet, which was added before the others so that it is the first."""
    for column, least in _WIDTHS.items():
        wide = figures_width(book.projection, least) if column in (NOW, MADE) else least
        sheet.set_column(column, column, wide)
    _logo(book, sheet)
    _headline(book, sheet)
    at = _figures(book, sheet)
    below = at + 2
    title = _("From gains to net gain, by theme")
    sheet.write_string(_HEAD, RIGHT, title, book.styles.section())
    formula, made = _cash_title(book)
    sheet.write_formula(below, LABEL, f"={formula}", book.styles.section(), made)
    sheet.write_string(below, RIGHT, _("Gains and costs by year"), book.styles.section())
    _pictures(book, sheet, years, below + 1)
    last = _notes(book, sheet, below + _PICTURE_ROWS + 2)
    sheet.print_area(0, 0, last, _LAST)
    sheet.fit_to_pages(1, 1)


def _logo(book: Book, sheet: Worksheet) -> None:
    """Set the logo over everything, in a row as high as it, where there is one."""
    order = book.findings.order
    if order.logo is None:
        return
    drawn = picture(order.logo)
    scale = drawn.scale(*_LOGO)
    look = {
        "image_data": BytesIO(drawn.png),
        "x_scale": scale,
        "y_scale": scale,
        "y_offset": _LOGO_ROOM // 2,
        "object_position": 2,
        "description": alternative(order),
    }
    sheet.set_row_pixels(0, _LOGO[1] + _LOGO_ROOM)
    sheet.insert_image(0, LABEL, "logo.png", look)


def _headline(book: Book, sheet: Worksheet) -> None:
    findings, styles = book.findings, book.styles
    order = findings.order
    name = plain(order.scenario.name) or _("CRM business case")
    names = [name]
    if order.prepared_for:
        names.append(_("Prepared for {name}", name=plain(order.prepared_for)))
    if order.prepared_by:
        names.append(_("Prepared by {name}", name=plain(order.prepared_by)))
    whose = " · ".join(names)
    style = styles.of(font_color=COLOURS["muted"], text_wrap=True, valign="top")
    sheet.merge_range(_NAME, LABEL, _NAME, _LAST, whose, style)
    sheet.set_row(_NAME, height({0: whose}, [_ACROSS]))
    said = findings.headline
    style = styles.of(font_size=18, bold=True, text_wrap=True, valign="top")
    sheet.merge_range(HEADLINE, LABEL, HEADLINE, _LAST, said, style)
    sheet.set_row(HEADLINE, _LINE * (1 + len(said) // _LINES_LONG))
    day = whole_day(order.made_on)
    same = _("As made on {day}: no assumption has been changed since.", day=day)
    other = _(
        "Assumptions were changed: the sentence above is as made on {day}, the figures below are "
        "those of now.",
        day=day,
    )
    formula = f"=IF({book.changes}=0,{literal(same)},{literal(other)})"
    sheet.write_formula(STATUS, LABEL, formula, styles.of(font_color=COLOURS["text-2"]), same)
    changed = {"type": "formula", "criteria": f"={book.changes}>0"}
    looks = (
        (HEADLINE, {"font_color": COLOURS["edge"]}),
        (STATUS, {"font_color": COLOURS["warning"], "bold": True}),
    )
    for row, look in looks:
        style = book.workbook.add_format(look)
        sheet.conditional_format(row, LABEL, row, _LAST, {**changed, "format": style})


def _figures(book: Book, sheet: Worksheet) -> int:
    """The measures as they are now and as they were made; return the last row."""
    styles = book.styles
    for column, text in ((LABEL, N_("Measures")), (NOW, N_("Now")), (MADE, N_("As made"))):
        align = "left" if column == LABEL else "right"
        sheet.write_string(_HEAD, column, _(text), styles.head(align=align))
    at = _HEAD
    for name in PROMINENT:
        at += 1
        number = measure_format(MEASURES[name].form, book.currency)
        value = shown(book.projection, name, turns(book))
        first = name in (*RETURNS[:1], "npv", "break_even_month", "irr", "peak_funding")
        size = 13 if first else 10
        sheet.write_string(at, LABEL, _(MEASURES[name].label), styles.label(indent=1))
        now = styles.figure(number, bold=True, font_size=size, shrink=True)
        sheet.write_formula(at, NOW, f"={cell_name(name)}", now, value)
        made = styles.figure(number, font_color=COLOURS["muted"])
        write_shown(sheet, at, MADE, value, made)
        sheet.set_row(at, _ROW_HEIGHT)
    return at


def _cash_title(book: Book) -> tuple[str, str]:
    """The finding of the curve, as a formula that follows it, and as made."""
    month = cell_name("break_even_month")
    before, after = _("Cash invested is recovered in month {m}").split("{m}")
    at_once = _("Cash never falls below zero")
    never = _("Cash invested is not recovered within the years counted")
    recovered = f"{literal(before)}&{month}&{literal(after)}"
    formula = f"IF({month}=0,{literal(at_once)},{recovered})"
    value = book.projection.metrics["break_even_month"]
    made = never if value is None else f"{before}{value}{after}" if value else at_once
    return f"IF(ISNUMBER({month}),{formula},{literal(never)})", made


def _pictures(book: Book, sheet: Worksheet, years: Years, below: int) -> None:
    """The three pictures, and a word where the years no longer fit the last one."""
    left, right = (_LEFT_WIDTH, _PICTURE_HEIGHT), (_RIGHT_WIDTH, _PICTURE_HEIGHT)
    for name, drawn, row, column, (wide, high) in (
        ("waterfall", themes_picture(book, years), _HEAD + 1, RIGHT, (_RIGHT_WIDTH, _TOP_HEIGHT)),
        ("cash", cash_picture(book), below, LABEL, left),
        ("years", years_picture(book, years), below, RIGHT, right),
    ):
        drawn.set_size({"width": wide, "height": high})
        said = _("As made: {text}", text=book.findings.charts[name].alt)
        look = {"x_offset": 2, "y_offset": 4, "object_position": 2, "description": said}
        sheet.insert_chart(row, column, drawn, look)
    more = _(
        "The picture holds the years counted as made; the sheet “{sheet}” holds all of them.",
        sheet=book.titles["years"],
    )
    formula = f'=IF(horizon_years>{book.made["horizon_years"]},{literal(more)},"")'
    sheet.write_formula(below + _PICTURE_ROWS, RIGHT, formula, book.styles.note(), "")


def _notes(book: Book, sheet: Worksheet, at: int) -> int:
    """What is unusual, how to use the workbook, and where the figures come from."""
    styles = book.styles
    warnings = book.findings.warnings
    if warnings:
        sheet.write_string(at, LABEL, _("Worth a look, as made"), styles.section())
        for text in warnings:
            at += 1
            sheet.write_string(at, LABEL, text, styles.of())
        at += 2
    model, inputs = book.findings.identity
    for text in (
        _(
            "Change a blue figure on the sheet “{sheet}”: every sheet follows.",
            sheet=book.titles["assumptions"],
        ),
        _("Every figure is a formula; “As made” keeps those of the day it was made."),
        _("Model {model}, inputs {inputs}.", model=model, inputs=inputs),
    ):
        sheet.write_string(at, LABEL, text, styles.note())
        at += 1
    return at - 1
