"""The sheet of years: the months added up, by line, by theme and by kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from xlsxwriter.utility import quote_sheetname, xl_col_to_name, xl_range_abs, xl_rowcol_to_cell

from crmroi.assumptions.groups.ranges import LONGEST_HORIZON
from crmroi.charts.yearly import BUCKETS
from crmroi.model.arrays import Array
from crmroi.model.lines import LINES, THEMES, Line
from crmroi.reports.workbook.book import Book
from crmroi.reports.workbook.formats import years_format
from crmroi.reports.workbook.rows import FIRST as MONTH_0
from crmroi.reports.workbook.styles import COLOURS, width
from crmroi.text import _, currency_symbol

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LABEL, TOTAL, DECISION = range(3)
LAST = DECISION + LONGEST_HORIZON
ROOM = LAST + 2
"""A hidden column: what keeps the ends of a picture's axis off the figures at its bars."""
_ROOM = 0.25
HEAD = 3
_LABEL_WIDTH, _YEAR_WIDTH = 40, 13


class Years:
    """The sheet as it is written; remembers where rows stand, for pictures."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.sheet: Worksheet = book.add("years")
        self.at: dict[str, int] = {}
        self.totals: dict[str, float] = {}
        self.row = HEAD + 1
        self._write()

    def _write(self) -> None:
        self._head()
        for side, total in (("gain", "total_gains"), ("cost", "total_costs")):
            self._section(_("Gains") if side == "gain" else _("Costs"))
            for line in LINES:
                if line.side == side:
                    self._of_months(line.name, strong=False)
            self._of_months(total, strong=True)
        self._section(_("Net flow"))
        for name in ("net", "discounted_net"):
            self._of_months(name, strong=name == "net")
        for name, net in (("cumulative", "net"), ("discounted_cumulative", "discounted_net")):
            self._running(name, net)
        self._themes()
        self._buckets()
        self._set_up()

    def _head(self) -> None:
        styles, sheet = self.book.styles, self.sheet
        sheet.write_string(0, LABEL, _("Years"), styles.title())
        said = _("Amounts in {currency}.", currency=currency_symbol(self.book.currency))
        sheet.write_string(1, LABEL, said, styles.note())
        sheet.write_string(HEAD, LABEL, _("Year"), styles.head())
        for year in range(LONGEST_HORIZON + 1):
            head = styles.head(align="right", number=years_format())
            sheet.write_number(HEAD, DECISION + year, year, head)
        sheet.write_string(HEAD, TOTAL, _("Total"), styles.head(align="right"))

    def _section(self, title: str) -> None:
        self.row += 1
        self.sheet.write_string(self.row, LABEL, title, self.book.styles.section())
        self.row += 1

    def _of_months(self, name: str, *, strong: bool) -> None:
        """A row that adds up one of the months."""
        row = self.book.places.row(name)
        sheet, at = self.book.places.at(name)
        formulas = []
        for year in range(LONGEST_HORIZON + 1):
            first = MONTH_0 + (12 * year - 11 if year else 0)
            last = first + (11 if year else 0)
            cells = f"{xl_col_to_name(first)}{at + 1}:{xl_col_to_name(last)}{at + 1}"
            formulas.append(f"SUM({quote_sheetname(sheet)}!{cells})")
        self._cells(name, row.label, formulas, _by_year(row.values), strong=strong)

    def _cells(
        self, name: str, label: str, formulas: Sequence[str], values: Array, *, strong: bool = False
    ) -> None:
        """A row of formulas with its total."""
        styles, number = self.book.styles, self.book.formats["money"]
        self.at[name], self.totals[name] = self.row, float(values.sum())
        self.sheet.write_string(self.row, LABEL, label, styles.label(strong=strong, indent=1))
        style = styles.figure(number, strong=strong)
        for year, (formula, value) in enumerate(zip(formulas, values.tolist(), strict=True)):
            self.sheet.write_formula(self.row, DECISION + year, f"={formula}", style, value)
        first, last = (
            xl_rowcol_to_cell(self.row, column) for column in (DECISION, DECISION + LONGEST_HORIZON)
        )
        total = styles.figure(number, strong=strong, bold=True)
        formula = f"=SUM({first}:{last})"
        self.sheet.write_formula(self.row, TOTAL, formula, total, self.totals[name])
        self.row += 1

    def _running(self, name: str, net: str) -> None:
        """A row of running sums, which have no total."""
        row = self.book.places.row(name)
        values = np.cumsum(_by_year(self.book.places.row(net).values))
        style = self.book.styles.figure(self.book.formats["money"])
        self.at[name] = self.row
        self.sheet.write_string(self.row, LABEL, row.label, self.book.styles.label(indent=1))
        for year, value in enumerate(values.tolist()):
            column = DECISION + year
            now = xl_rowcol_to_cell(self.at[net], column)
            formula = f"{xl_rowcol_to_cell(self.row, column - 1)}+{now}" if year else now
            self.sheet.write_formula(self.row, column, f"={formula}", style, value)
        self.row += 1

    def _sum(self, lines: Sequence[Line], year: int, sign: int) -> str:
        cells = "+".join(xl_rowcol_to_cell(self.at[line.name], DECISION + year) for line in lines)
        return cells if sign > 0 else f"-({cells})"

    def _added(self, name: str, label: str, lines: Sequence[Line], sign: int) -> None:
        """A row that adds up lines of this sheet."""
        years = range(LONGEST_HORIZON + 1)
        values = sign * np.sum([_by_year(self.book.held.line(line.name)) for line in lines], axis=0)
        self._cells(name, label, [self._sum(lines, year, sign) for year in years], values)

    def _themes(self) -> None:
        self._section(_("By theme, costs below zero"))
        for theme, label in THEMES.items():
            lines = [line for line in LINES if line.theme == theme]
            sign = 1 if lines[0].side == "gain" else -1
            self._added(f"theme {theme}", _(label), lines, sign)
        self._cells(
            "theme net",
            _("Net gain"),
            [xl_rowcol_to_cell(self.at["net"], DECISION + y) for y in range(LONGEST_HORIZON + 1)],
            _by_year(self.book.held.monthly("net")),
            strong=True,
        )

        self._room([*(f"theme {theme}" for theme in THEMES), "theme net"])

    def _room(self, names: Sequence[str]) -> None:
        """Each total, and beyond it a share of the whole span."""
        first, last = self.at[names[0]], self.at[names[-1]]
        every = xl_range_abs(first, TOTAL, last, TOTAL)
        totals = [self.totals[name] for name in names]
        more = _ROOM * (max(totals) - min(totals))
        style = self.book.styles.figure(self.book.formats["money"])
        for name, total in zip(names, totals, strict=True):
            cell = xl_rowcol_to_cell(self.at[name], TOTAL)
            formula = f"={cell}+SIGN({cell})*{_ROOM}*(MAX({every})-MIN({every}))"
            value = total + float(np.sign(total)) * more
            self.sheet.write_formula(self.at[name], ROOM, formula, style, value)

    def _buckets(self) -> None:
        self._section(_("By kind, costs below zero"))
        for bucket in BUCKETS:
            lines = [line for line in LINES if bucket.holds(line)]
            self._added(f"bucket {bucket.name}", _(bucket.label), lines, bucket.sign)

    def _set_up(self) -> None:
        sheet, book = self.sheet, self.book
        sheet.set_column(LABEL, LABEL, _LABEL_WIDTH)
        sheet.set_column(TOTAL, LAST, width(self.totals.values(), _YEAR_WIDTH))
        sheet.set_column(ROOM, ROOM, _YEAR_WIDTH, None, {"hidden": True})
        sheet.freeze_panes(HEAD + 1, DECISION)
        sheet.repeat_rows(HEAD)
        sheet.set_portrait()
        sheet.fit_to_pages(1, 1)
        sheet.print_area(0, 0, self.row - 1, DECISION + book.held.years)
        unseen = book.workbook.add_format({"num_format": ";;;", "font_color": COLOURS["page"]})
        beyond = f"={xl_col_to_name(DECISION)}${HEAD + 1}>horizon_years"
        everything = f"A1:{xl_col_to_name(ROOM)}{self.row + 1}"
        sheet.ignore_errors({"formula_differs": everything, "formula_range": everything})
        place = (HEAD, DECISION, self.row, LAST)
        sheet.conditional_format(*place, {"type": "formula", "criteria": beyond, "format": unseen})


def _by_year(months: Array) -> Array:
    return np.concatenate([months[:1], months[1:].reshape(-1, 12).sum(axis=1)])
