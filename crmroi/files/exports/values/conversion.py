"""From the columns of a sheet, all text, to the typed columns of a table.

Only columns that a field needs are converted, and each as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import polars as pl

from crmroi.files.exports.dates.reading import read_date_columns
from crmroi.files.exports.meaning.fields import KINDS, Type
from crmroi.files.exports.typed import Dates, Numbers
from crmroi.files.exports.values.categories import read_categories, read_survey_kinds
from crmroi.files.exports.values.controls import control_column
from crmroi.files.exports.values.converted import read_converted
from crmroi.files.exports.values.currencies import one_currency
from crmroi.files.exports.values.durations import read_minutes
from crmroi.files.exports.values.flags import read_flags
from crmroi.files.exports.values.moments import date_headers, earlier_pairs, merged
from crmroi.files.exports.values.numbers import read_money, read_numbers
from crmroi.files.exports.values.scores import read_scores
from crmroi.files.exports.values.sheets import Sheets, Typed
from crmroi.files.exports.values.stages import read_deal_outcomes
from crmroi.files.exports.values.texts import read_texts
from crmroi.text import N_, Notice, is_currency

_Reader = Callable[[Sheets, Typed], None]


def type_columns(sheet: Sheets, kept: Collection[str] = ()) -> Typed:
    """The typed columns of a table, and those to keep as they are."""
    typed = Typed()
    control = control_column(sheet, typed)
    _at_once(sheet, typed, (_by_kind, partial(_texts, kept=kept), _moments, _money))
    for name, header in _of_type(sheet, Type.NUMBER).items():
        _number(sheet, typed, name, header)
    for name, header in _of_type(sheet, Type.FLAG).items():
        flags = read_flags(sheet.cells(header), header, sheet.rows)
        typed.columns[name] = flags.series
        typed.say(flags.remarks)
    _from_others(sheet, typed)
    if control is not None:
        typed.columns["control"] = control
    return typed


def _at_once(sheet: Sheets, typed: Typed, readers: Sequence[_Reader]) -> None:
    """Let readers work side by side, each on its columns: polars leaves Python's lock meanwhile."""
    parts = [Typed() for _reader in readers]
    with ThreadPoolExecutor(len(readers)) as pool:
        at_work = [pool.submit(r, sheet, p) for r, p in zip(readers, parts, strict=True)]
        for each in at_work:
            each.result()
    for part in parts:
        typed.add(part)


def _of_type(sheet: Sheets, *wanted: Type) -> dict[str, str]:
    """Field to header, of the fields of some types."""
    mapping = sheet.assignment.mapping
    fields = KINDS[sheet.assignment.kind].fields
    return {e.name: mapping[e.name] for e in fields if e.type in wanted and e.name in mapping}


def _texts(sheet: Sheets, typed: Typed, kept: Collection[str]) -> None:
    fields = _of_type(sheet, Type.NAME, Type.ID)
    fields.pop("currency", None)  # read with the amounts
    names = KINDS[sheet.assignment.kind].fields
    further = {header: header for header in kept if header not in {each.name for each in names}}
    read_texts(sheet, typed, {**further, **fields}, _of_type(sheet, Type.ID))


def _moments(sheet: Sheets, typed: Typed) -> None:
    """All columns of dates at once: one may prove another's order."""
    wanted = date_headers(sheet.frame, sheet.assignment)
    names = {header: name for name, headers in wanted.items() for header in headers}
    columns = {header: sheet.cells(header) for header in names}
    found: dict[str, Dates] = {}
    if columns:
        found = read_date_columns(columns, sheet.options, sheet.rows, names, earlier_pairs(wanted))
    for header, dates in found.items():
        typed.say(dates.remarks, dates.question)
        typed.dates[header] = dates.column
    for name, headers in wanted.items():
        column = f"{name}_on" if name == "converted" else name
        typed.columns[column] = merged([found[header].series for header in headers])


def _money(sheet: Sheets, typed: Typed) -> None:
    """The amounts: what one column shows of the decimal mark holds for one that shows none."""
    fields = KINDS[sheet.assignment.kind].fields
    names = [each.name for each in fields if each.type is Type.MONEY]
    headers = {n: sheet.assignment.mapping[n] for n in names if n in sheet.assignment.mapping}
    found: dict[str, Numbers] = {}
    for _again in range(2):
        mark = next((numbers.mark for numbers in found.values() if numbers.mark), "")
        for name, header in headers.items():
            if name not in found or (found[name].question and mark):
                cells = sheet.cells(header)
                found[name] = read_money(cells, header, sheet.options, mark, sheet.rows)
    for name, numbers in found.items():
        typed.say(numbers.remarks, numbers.question)
        typed.marks.append(numbers.mark)
        typed.columns[name] = numbers.series
    if "amount" in found:
        _currency(sheet, typed, headers["amount"], found["amount"])


def _currency(sheet: Sheets, typed: Typed, header: str, amounts: Numbers) -> None:
    named = sheet.header_of("currency")
    cells = None if named is None else sheet.cells(named)
    found = one_currency(amounts, header, cells, named or header, sheet.options.currency)
    typed.say(found.remarks, found.question)
    typed.columns["amount"] = found.amounts
    if found.currency is not None:
        typed.columns["currency"] = found.currency
    typed.currencies = tuple(
        code for code in found.currencies if is_currency(code) or code in amounts.currencies
    )


def _number(sheet: Sheets, typed: Typed, name: str, header: str) -> None:
    cells, rows, options = sheet.cells(header), sheet.rows, sheet.options
    if name == "handling_minutes":
        minutes = read_minutes(cells, header, options, rows)
        typed.say(minutes.remarks, minutes.question)
        typed.columns[name] = minutes.series
    elif name in {"satisfaction", "score"}:
        scores = read_scores(cells, header, options, rows)
        typed.say(scores.remarks, scores.question)
        typed.columns[name] = scores.series
        if scores.scale is not None:
            typed.scales[name] = scores.scale
    else:
        numbers = read_numbers(cells, header, options, typed.decimal, rows)
        typed.say(numbers.remarks, numbers.question)
        typed.columns[name] = numbers.series


def _by_kind(sheet: Sheets, typed: Typed) -> None:
    """What is read from words that one kind of table alone has."""
    if sheet.assignment.kind == "deals":
        read_deal_outcomes(sheet, typed)
    elif sheet.assignment.kind == "costs":
        read_categories(sheet, typed)


def _from_others(sheet: Sheets, typed: Typed) -> None:
    """What other columns of the table say."""
    kind = sheet.assignment.kind
    if kind == "leads":
        read_converted(sheet, typed)
    elif kind == "survey":
        read_survey_kinds(sheet, typed)
    elif kind == "orders" and "amount" not in typed.columns:
        _amounts_of_lines(typed)


_LINE_AMOUNTS = N_("No column holds the amounts: they are the quantity × the unit price.")


def _amounts_of_lines(typed: Typed) -> None:
    quantity, price = typed.columns.get("quantity"), typed.columns.get("unit_price")
    if quantity is not None and price is not None:
        amounts = quantity * price.cast(pl.Float64)
        typed.columns["amount"] = amounts.round(4).cast(pl.Decimal(38, 4))
        typed.remarks.append(Notice("amount", None, _LINE_AMOUNTS))
