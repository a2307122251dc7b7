"""The reading report in HTML: what was read, what was left out and why, what was recognised."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from crmroi.files.exports.meaning.fields import KINDS
from crmroi.files.exports.reasons import REASONS
from crmroi.files.exports.table import LeftOut, Report
from crmroi.text import N_, _, _n, number
from crmroi.text.phrases import quoted

_SHOWN_ROWS = 8
_DELIMITERS = {",": N_("comma"), ";": N_("semicolon"), "\t": N_("tab"), "|": N_("bar")}
_ORDERS = {
    "dmy": N_("day, month, year"),
    "mdy": N_("month, day, year"),
    "ymd": N_("year, month, day"),
}
_PERSONAL = {
    "hashed": N_("{columns}: replaced by a code that only this session knows"),
    "dropped": N_("{columns}: not kept"),
}


def report(found: Report) -> str:
    """The report of one file."""
    return (
        '<section class="reading">'
        f"{_counts(found)}{_left_out(found)}{_recognised(found)}{_remarks(found)}</section>"
    )


def _counts(found: Report) -> str:
    left = sum(reason.count for reason in found.left_out.values())
    figures = (
        (_("rows read"), found.rows_read),
        (_("rows used"), found.rows_used),
        (_("rows left out"), left),
    )
    cells = "".join(
        f"<div><b>{escape(number(n))}</b><span>{escape(name)}</span></div>" for name, n in figures
    )
    return f'<div class="counts">{cells}</div>'


def _left_out(found: Report) -> str:
    return _list(
        _("Left out"),
        (f"{_rows(left)}. {_(REASONS[reason])}" for reason, left in found.left_out.items()),
    )


def _rows(left: LeftOut) -> str:
    shown = ", ".join(map(str, left.rows[:_SHOWN_ROWS]))
    n, more = left.count, left.count - min(len(left.rows), _SHOWN_ROWS)
    if not more:
        return _n("{n} (row {rows})", "{n} (rows {rows})", n, n=number(n), rows=shown)
    return _("{n} (rows {rows} and {more} more)", n=number(n), rows=shown, more=number(more))


def _recognised(found: Report) -> str:
    kind = KINDS[found.kind]
    facts = [
        _("Table: {kind}", kind=_(kind.label)),
        _("Encoding: {encoding}; between the cells: {delimiter}; header in row {row}",
          encoding=found.encoding, delimiter=_(_DELIMITERS.get(found.delimiter, found.delimiter)),
          row=found.header_row),
    ]  # fmt: skip
    if found.decimal:
        facts.append(_("Decimal mark: {mark}", mark=quoted(found.decimal)))
    facts += [
        _("Dates of “{column}”: {order} ({proof})", column=column, order=_(_ORDERS[dates.order]),
          proof=dates.proof.message)
        for column, dates in found.dates.items()
    ]  # fmt: skip
    return _list(_("Recognised"), facts)


def _remarks(found: Report) -> str:
    personal = []
    for how, said in _PERSONAL.items():
        columns = [column for column, done in found.personal_columns.items() if done == how]
        if columns:
            named = ", ".join(map(quoted, columns))
            personal.append(_(said, columns=named))
    return _list(_("Personal columns"), personal) + _list(
        _("To know"), (remark.message for remark in found.remarks)
    )


def _list(title: str, points: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(point)}</li>" for point in points)
    return f"<div><h2>{escape(title)}</h2><ul>{items}</ul></div>" if items else ""
