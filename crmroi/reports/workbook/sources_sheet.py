"""The sheet of sources: what each states, where, how far it was checked, what leans on it."""

from __future__ import annotations

from crmroi.model.method.table import published
from crmroi.model.method.words import SECTIONS
from crmroi.reports.workbook.book import Book
from crmroi.reports.workbook.styles import height
from crmroi.text import N_, _

_HEAD = 3
_COLUMNS = ((N_("What it states"), 70), (N_("Where"), 44), (N_("Checked"), 30), (N_("Used by"), 60))


def sources_sheet(book: Book) -> None:
    """A row for each published source. Own estimates are said so beside the assumptions."""
    sheet = book.add("sources")
    section = SECTIONS["sources"]
    sheet.write_string(0, 0, _(section.title), book.styles.title())
    sheet.write_string(1, 0, " ".join(map(_, section.paragraphs)), book.styles.note())
    for column, (text, width) in enumerate(_COLUMNS):
        sheet.write_string(_HEAD, column, _(text), book.styles.head())
        sheet.set_column(column, column, width)
    for at, source in enumerate(published(), start=_HEAD + 1):
        texts = (source.text, source.where, source.mark, ", ".join(source.used_by))
        widths = [width for _text, width in _COLUMNS]
        sheet.set_row(at, height(dict(enumerate(texts)), widths))
        for column, text in enumerate(texts):
            sheet.write_string(at, column, text, book.styles.text())
    sheet.freeze_panes(_HEAD + 1, 0)
    sheet.repeat_rows(_HEAD)
    sheet.fit_to_pages(1, 0)
