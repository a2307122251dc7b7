"""A cash-flow table from anyone's study: `period,benefits,costs` or `period,net`.

Amounts per period in one currency; costs are positive once read. Periods rise by one, and the first
label does not matter. Everything wrong with a table is said at once, each by its line and column.
"""

from __future__ import annotations

from dataclasses import dataclass

from crmroi.assumptions.written import bound
from crmroi.files.cash_flow_rows import CashFlowTableError, Row, read_rows, shown
from crmroi.files.table_numbers import AmbiguousNumber, DecimalMark, decimal_mark, read_number
from crmroi.text import N_
from crmroi.text.notice import Notice

MAX_AMOUNT = 1e15


@dataclass(frozen=True)
class CashFlowTable:
    """Amounts per period, first period first.

    `benefits` and `costs` (positive) are None where the table gives `net` alone.
    `notices` says what was read otherwise than written.
    """

    net: tuple[float, ...]
    benefits: tuple[float, ...] | None = None
    costs: tuple[float, ...] | None = None
    notices: tuple[Notice, ...] = ()


def read_cash_flow_table(data: bytes) -> CashFlowTable:
    """The table of a CSV file (UTF-8; comma, semicolon or tab).

    Raises `CashFlowTableError` with every problem found.
    """
    delimiter, rows = read_rows(data)
    problems = _period_problems(rows)
    amounts, bad_amounts = _amounts(rows, delimiter)
    problems += bad_amounts
    costs = amounts.get("costs")
    if costs is not None:
        problems += _mixed_signs(rows, costs)
    if problems:
        raise CashFlowTableError(problems)
    if costs is None:
        return CashFlowTable(net=tuple(amounts["net"]))
    notices = _sign_notices(costs)
    costs = [abs(cost) for cost in costs]
    net = tuple(b - c for b, c in zip(amounts["benefits"], costs, strict=True))
    return CashFlowTable(net, tuple(amounts["benefits"]), tuple(costs), notices)


def _cell_problem(row: Row, column: str, template: str, **values: object) -> Notice:
    cell = row.cells[column].strip()
    known = {"line": row.line, "column": column, "cell": shown(cell)}
    return Notice(column, cell, template, {**known, **values})


def _period_problems(rows: list[Row]) -> list[Notice]:
    problems = []
    before: int | None = None
    for row in rows:
        number = read_number(row.cells["period"], DecimalMark.POINT)
        if number is None or not number.is_integer() or abs(number) > MAX_AMOUNT:
            template = N_(
                "Line {line}, {column}: “{cell}” is not a whole number. Number the periods 0, 1, 2"
                " and so on."
            )
            problems.append(_cell_problem(row, "period", template))
            before = None
            continue
        if before is not None and number != before + 1:
            template = N_("Line {line}: period {cell} comes after {before}. Periods rise by one.")
            problems.append(_cell_problem(row, "period", template, before=before))
        before = int(number)
    return problems


def _amounts(rows: list[Row], delimiter: str) -> tuple[dict[str, list[float]], list[Notice]]:
    """The amounts of each column but `period`; with problems, only those that could be read."""
    columns = [column for column in rows[0].cells if column != "period"]
    try:
        mark = decimal_mark((row.cells[c] for row in rows for c in columns), delimiter)
    except AmbiguousNumber as question:
        return {}, [_question(question)]
    amounts: dict[str, list[float]] = {column: [] for column in columns}
    problems = []
    for row in rows:
        for column in columns:
            number = read_number(row.cells[column], mark)
            if number is not None and abs(number) <= MAX_AMOUNT:
                amounts[column].append(number)
            else:
                problems.append(_amount_problem(row, column, number))
    return amounts, problems


def _question(number: AmbiguousNumber) -> Notice:
    template = N_("“{cell}” can be {point} or {comma}. Write it without a mark between thousands.")
    known = {"point": f"{number.point:.15g}", "comma": f"{number.comma:.15g}"}
    return Notice("table", number.cell, template, {"cell": shown(number.cell), **known})


def _amount_problem(row: Row, column: str, number: float | None) -> Notice:
    if not row.cells[column].strip():
        template = N_("Line {line}, {column}: nothing is written. Write 0 where nothing is paid.")
    elif number is None:
        template = N_(
            "Line {line}, {column}: “{cell}” is not a number. Write it without a currency, like"
            " 1200.50."
        )
    else:
        template = N_("Line {line}, {column}: {cell} is beyond {limit}, the most that is read.")
    return _cell_problem(row, column, template, limit=bound(MAX_AMOUNT))


def _mixed_signs(rows: list[Row], costs: list[float]) -> list[Notice]:
    if len(costs) < len(rows) or min(costs) >= 0 or max(costs) <= 0:
        return []
    template = N_(
        "costs: some are positive and some are negative (line {line}: {cell}). "
        "Write all costs as positive amounts; money that comes back is a benefit."
    )
    minority = -1 if sum(c < 0 for c in costs) <= sum(c > 0 for c in costs) else 1
    odd = next(row for row, cost in zip(rows, costs, strict=True) if cost * minority > 0)
    return [_cell_problem(odd, "costs", template)]


def _sign_notices(costs: list[float]) -> tuple[Notice, ...]:
    if not any(cost < 0 for cost in costs):
        return ()
    template = N_("costs: all are written as negative amounts; they are read as positive.")
    return (Notice("costs", None, template, {}),)
