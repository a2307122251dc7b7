"""Who had no CRM yet: the records of one value of one column."""

from __future__ import annotations

import polars as pl

from crmroi.files.exports.meaning.columns import find_column
from crmroi.files.exports.meaning.vocabulary import fold
from crmroi.files.exports.values.sheets import Sheets, Typed
from crmroi.text import N_, Notice

_NOBODY = N_("No record of “{column}” has the value of the control group: there is none.")


def control_column(sheet: Sheets, typed: Typed) -> pl.Series | None:
    """Whether each record belongs to the control group; None where none can be told.

    Of several files read with the same options, not every one has the column.
    """
    if sheet.options.control is None:
        return None
    asked, value = sheet.options.control
    header = find_column(asked, sheet.headers, sheet.assignment)
    if header is None:
        return None
    cells = sheet.cells(header)
    same = [cell for cell in cells.unique().to_list() if fold(cell) == fold(value)]
    if not same:
        typed.remarks.append(Notice("control", None, _NOBODY, {"column": header}))
    return cells.is_in(same)
