"""The numbers of a native chart, and the small workbook in which they can be edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

from pptx.chart.data import CategoryChartData
from xlsxwriter import Workbook

from crmroi.text import _

Values = Sequence[float | None]


@dataclass(frozen=True)
class Column:
    """One series: its name, its values, and where it follows from another a formula for a row.

    The formula names the row as {row}; column B holds the first series.
    """

    name: str
    values: Values
    formula: str = ""


class Sheet(CategoryChartData):
    """Chart data whose workbook takes no name for a formula, and is the same every time.

    `months` stand beside the columns: those of the rows, where `names` name few of them.
    """

    def __init__(
        self,
        names: Sequence[str],
        columns: Sequence[Column],
        code: str,
        made_on: date,
        *,
        months: Sequence[str | int] = (),
    ) -> None:
        base: Any = super()  # the library leaves it untyped
        base.__init__(number_format=code)
        self.names, self.columns, self.code = names, columns, code
        self.made_on, self.months = made_on, months
        self.categories = names
        for column in columns:
            base.add_series(column.name, column.values)

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook."""
        out = BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with Workbook(out, options) as book:
            book.set_properties({"created": moment(self.made_on)})
            self._write(book)
        return out.getvalue()

    def _write(self, book: Any) -> None:
        page = book.add_worksheet("Sheet1")
        head = book.add_format({"bold": True, "text_wrap": True})
        amount = book.add_format({"num_format": self.code})
        page.set_column(0, len(self.columns), 18)
        page.freeze_panes(1, 1)
        for row, name in enumerate(self.names, start=1):
            page.write_string(row, 0, name)
        for place, column in enumerate(self.columns, start=1):
            page.write_string(0, place, column.name, head)
            for row, value in enumerate(column.values, start=1):
                if column.formula:
                    text = column.formula.format(row=row + 1)
                    page.write_formula(row, place, text, amount, value)
                elif value is not None:
                    page.write_number(row, place, value, amount)
        if self.months:
            self._tell(page, len(self.columns) + 1, head)

    def _tell(self, page: Any, place: int, head: Any) -> None:
        """Write the months beside what is drawn: on the axis few of them have a name."""
        page.write_string(0, place, _("Month"), head)
        for row, month in enumerate(self.months, start=1):
            if isinstance(month, str):
                page.write_string(row, place, month)
            else:
                page.write_number(row, place, month)


def moment(day: date) -> datetime:
    """Return the moment that a file says it was made at: the beginning of its day."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
