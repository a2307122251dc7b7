"""One workbook in the making: its sheets, its styles, the rows of months at their places."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell

from crmroi.model import Projection
from crmroi.reports.findings import Findings
from crmroi.reports.workbook.company_rows import company_section
from crmroi.reports.workbook.formats import row_formats
from crmroi.reports.workbook.held import Held
from crmroi.reports.workbook.lever_rows import lever_sections
from crmroi.reports.workbook.line_rows import helper_section, line_section, net_section
from crmroi.reports.workbook.rows import Grid, Places
from crmroi.reports.workbook.sheet import Sheet
from crmroi.reports.workbook.styles import Styles
from crmroi.reports.workbook.time_rows import adoption_section, time_section
from crmroi.reports.workbook.words import sheet_titles

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)
_LOOKS_LIKE_A_CELL = re.compile(r"[A-Z]{1,3}[0-9]+|R[0-9]*(C[0-9]*)?|C[0-9]*", re.IGNORECASE)
_LONGEST_NAME = 255
_ROW_HEIGHT = 15.75


class Book:
    """The workbook of one order, in the language spoken now."""

    def __init__(self, workbook: Workbook, findings: Findings) -> None:
        self.workbook, self.findings = workbook, findings
        self.styles = Styles(workbook)
        self.titles = sheet_titles()
        self.formats = row_formats()
        self.named: dict[str, str] = {}
        self.made: dict[str, str] = {}
        """The cell of each assumption as it was made, by its field name."""
        self.changes = "0"
        """The formula of how many assumptions are not as made."""

    @property
    def projection(self) -> Projection:
        """That of the case which the workbook computes."""
        return self.findings.projection

    @property
    def currency(self) -> str:
        """That of all amounts."""
        return self.projection.scenario.currency

    @cached_property
    def held(self) -> Held:
        """What the model holds of the case."""
        return Held(self.projection)

    @cached_property
    def months(self) -> Grid:
        """The rows of the sheet of months."""
        held = self.held
        return Grid(
            self.titles["months"],
            (
                line_section(held, "gain"),
                line_section(held, "cost"),
                net_section(held),
                time_section(held),
                adoption_section(held),
                company_section(held, "without"),
                company_section(held, "with"),
                helper_section(held),
            ),
        )

    @cached_property
    def levers(self) -> Grid:
        """The rows of the sheet of the sales levers."""
        return Grid(self.titles["levers"], lever_sections(self.held))

    @cached_property
    def places(self) -> Places:
        """Where the rows of both stand."""
        return Places((self.months, self.levers))

    def add(self, sheet: str) -> Worksheet:
        """A new sheet, as all are: to be printed across, on as many pages as it takes."""
        made = self.workbook.add_worksheet(self.titles[sheet], Sheet)
        made.set_landscape()
        made.set_paper(9)  # A4
        made.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        made.set_footer(f"&L&8{_footer(self)}&C&8&A&R&8&P / &N")
        made.hide_gridlines(2)
        made.set_default_row(_ROW_HEIGHT)
        return made

    def name(self, name: str, sheet: str, row: int, column: int) -> str:
        """Name a cell; ValueError for a name that a spreadsheet would take for something else."""
        taken = {each.casefold() for each in self.named}
        if not is_a_name(name) or name.casefold() in taken:
            raise ValueError(f"{name!r} cannot be the name of a cell")
        title = quote_sheetname(self.titles[sheet])
        cell = xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)
        self.named[name] = f"={title}!{cell}"
        self.workbook.define_name(name, self.named[name])
        return name


def is_a_name(text: str) -> bool:
    """Whether a text can name a cell: it is no address (`AB12`, `R1C1`) and no odd letter."""
    fits = _NAME.fullmatch(text) and len(text) <= _LONGEST_NAME
    return bool(fits) and not _LOOKS_LIKE_A_CELL.fullmatch(text)


def _footer(book: Book) -> str:
    model, inputs = book.findings.identity
    return f"{model} · {inputs}"
