"""The sheet of scenarios: the measures of each side by side, and what they differ in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from crmroi.analysis.comparison import Comparison, Member
from crmroi.assumptions import Assumption, assumptions
from crmroi.charts.outcome import owes_nothing
from crmroi.model.measures import MEASURES
from crmroi.model.values import as_number
from crmroi.reports.plain import plain
from crmroi.reports.workbook.book import Book
from crmroi.reports.workbook.derived_cells import choice_label
from crmroi.reports.workbook.formats import measure_format, value_format
from crmroi.reports.workbook.measure_formulas import cell_name, shown
from crmroi.reports.workbook.measures_sheet import figures_width, turns, write_shown
from crmroi.reports.workbook.styles import height
from crmroi.text import _, no_value

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_HEAD = 3
_LABEL_WIDTH, _WIDTH = 40, 26


def scenarios_sheet(book: Book, comparison: Comparison) -> None:
    """A column for each scenario. The first is the workbook's own and lives; the others stand."""
    sheet = book.add("scenarios")
    styles, members = book.styles, comparison.members
    sheet.write_string(0, 0, _("Scenarios"), styles.title())
    said = _("The first follows the assumptions of this workbook; the others are as made.")
    sheet.write_string(1, 0, said, styles.note())
    sheet.write_string(_HEAD, 0, _("Measures"), styles.head())
    wide = max(figures_width(member.projection, _WIDTH) for member in members)
    names = {
        1 + member.number: plain(member.name) or _("Scenario {n}", n=member.number + 1)
        for member in members
    }
    for column, name in names.items():
        sheet.write_string(_HEAD, column, name, styles.head(align="right"))
    sheet.set_row(_HEAD, height(names, [wide] * (1 + len(names))))
    at = _measures(book, sheet, members)
    at = _differing(book, sheet, members, at + 2)
    _overtakes(book, sheet, comparison, at + 2)
    sheet.set_column(0, 0, _LABEL_WIDTH)
    sheet.set_column(1, len(members), wide)
    sheet.freeze_panes(_HEAD + 1, 1)
    sheet.repeat_rows(_HEAD)
    sheet.fit_to_pages(1, 0)


def _measures(book: Book, sheet: Worksheet, members: Sequence[Member]) -> int:
    at = _HEAD
    for name, measure in MEASURES.items():
        at += 1
        sheet.write_string(at, 0, _(measure.label), book.styles.label(indent=1))
        style = book.styles.figure(measure_format(measure.form, book.currency))
        first, *others = members
        held = shown(first.projection, name, turns(book))
        sheet.write_formula(at, 1, f"={cell_name(name)}", style, held)
        for member in others:  # these are the app's own: it knows how many rates there are
            value = shown(member.projection, name, turns=0)
            if measure.form == "month" and owes_nothing(member.projection):
                value = no_value()
            write_shown(sheet, at, 1 + member.number, value, style)
    return at


def _differing(book: Book, sheet: Worksheet, members: Sequence[Member], at: int) -> int:
    """The assumptions that are not the same in all."""
    items = [
        item
        for key, item in assumptions().items()
        if len({member.scenario.value(key) for member in members}) > 1
    ]
    if items:
        sheet.write_string(at, 0, _("What they differ in"), book.styles.section())
    for item in items:
        at += 1
        sheet.write_string(at, 0, _(item.label), book.styles.label(indent=1))
        for member in members:
            _value(book, sheet, at, member, item)
    return at


def _value(book: Book, sheet: Worksheet, at: int, member: Member, item: Assumption) -> None:
    value = member.scenario.value(item.key)
    style = book.styles.figure(value_format(item, value, book.currency))
    held = choice_label(item, str(value)) if item.choices else as_number(value)
    if member.number:
        write_shown(sheet, at, 1 + member.number, held, style)
    else:
        sheet.write_formula(at, 1, f"={item.name}", style, held)


def _overtakes(book: Book, sheet: Worksheet, comparison: Comparison, at: int) -> None:
    """Who overtakes whom, as made."""
    for overtake in comparison.overtakes:
        sentence = plain(comparison.sentence(overtake).message, longest=500)
        sheet.write_string(at, 0, sentence, book.styles.note())
        at += 1
