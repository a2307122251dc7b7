"""The workbook: the whole model as live formulas, in Excel and in LibreOffice.

What it computes is printed from the declarations of assumptions, lines and measures; what its cells
show before anything is recalculated is what the model computes.
"""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO

import xlsxwriter

from crmroi.reports.findings import Findings
from crmroi.reports.making import Progress
from crmroi.reports.plain import plain
from crmroi.reports.workbook.assumptions_sheet import assumptions_sheet
from crmroi.reports.workbook.book import Book
from crmroi.reports.workbook.measures_sheet import measures_sheet
from crmroi.reports.workbook.monthly_sheets import levers_sheet, months_sheet
from crmroi.reports.workbook.scenarios_sheet import scenarios_sheet
from crmroi.reports.workbook.sources_sheet import sources_sheet
from crmroi.reports.workbook.styles import FONT, SIZE
from crmroi.reports.workbook.summary_sheet import summary_sheet
from crmroi.reports.workbook.years_sheet import Years
from crmroi.text import _, language
from crmroi.text.phrases import named


def make(findings: Findings, progress: Progress) -> bytes:
    """The file, in the language spoken now."""
    data = BytesIO()
    with xlsxwriter.Workbook(data, _options()) as workbook:
        book = Book(workbook, findings)
        _say_what_it_is(book)
        _write(book, progress)
    progress(1.0)
    return data.getvalue()


def _options() -> dict[str, object]:
    """New each time, since XlsxWriter adds to them: a text stays a text, whatever it looks like."""
    return {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "default_format_properties": {"font_name": FONT, "font_size": SIZE},
    }


def _write(book: Book, progress: Progress) -> None:
    summary = book.add("summary")
    assumptions_sheet(book)
    progress(0.1)
    months_sheet(book)
    progress(0.6)
    levers_sheet(book)
    progress(0.75)
    years = Years(book)
    measures_sheet(book)
    if book.findings.comparison:
        scenarios_sheet(book, book.findings.comparison)
    sources_sheet(book)
    summary_sheet(book, summary, years)
    summary.activate()
    progress(0.8)


def _say_what_it_is(book: Book) -> None:
    """The properties of the file; made on the day of the order, so that its bytes are the same."""
    order, (model, inputs) = book.findings.order, book.findings.identity
    name = plain(order.scenario.name)
    title = _("CRM business case")
    book.workbook.set_properties(
        {
            "title": named(title, name) if name else title,
            "author": plain(order.prepared_by),
            "company": plain(order.prepared_for),
            "comments": _("Model {model}, inputs {inputs}.", model=model, inputs=inputs),
            "created": datetime.combine(order.made_on, time()),
        }
    )
    for key, value in (("Language", language()), ("Model", model), ("Inputs", inputs)):
        book.workbook.set_custom_property(key, value, "text")
    book.workbook.set_calc_mode("auto")
