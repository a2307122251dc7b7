"""Reading an export as a whole: bytes in; a typed table and its report, or questions, out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath

import polars as pl

from crmroi.files.exports.dates.reading import read_dates
from crmroi.files.exports.duplicates import without_duplicates
from crmroi.files.exports.encoding.source import Source, decode
from crmroi.files.exports.kinds import guess_kind
from crmroi.files.exports.meaning.columns import Assignment, assign, find_column, told
from crmroi.files.exports.meaning.fields import KINDS
from crmroi.files.exports.meaning.gaps import missing, undated
from crmroi.files.exports.meaning.headings import known
from crmroi.files.exports.meaning.personal import personal_columns
from crmroi.files.exports.meaning.samples import Samples
from crmroi.files.exports.meaning.vocabulary import fold, values
from crmroi.files.exports.previews import preview
from crmroi.files.exports.sheet.layout import Outline, Sheet, look
from crmroi.files.exports.table import (
    LeftOut,
    Options,
    Question,
    Reading,
    ReadingError,
    Report,
    Table,
)
from crmroi.files.exports.values.conversion import type_columns
from crmroi.files.exports.values.outcomes import outcome
from crmroi.files.exports.values.sheets import Sheets, Typed
from crmroi.text import N_, Notice

_MOST_ROWS_NAMED = 1000
_DEFAULT = Options()


@dataclass(frozen=True)
class _File:
    """A file of which the first records are known, and what its columns are taken for."""

    name: str
    source: Source = field(repr=False)
    outline: Outline = field(repr=False)
    assignment: Assignment
    personal: Mapping[str, str]
    options: Options


def read_export(data: bytes, name: str, options: Options = _DEFAULT) -> Reading:
    """Read an export of a CRM; what is told in `options` goes before what is found.

    Raises ReadingError, with every reason, for a file that cannot be a table; what can be
    answered is a question of the reading, and its table is then None.
    """
    source = decode(data, name, options)
    outline = look(source, options, known)
    samples = Samples(outline.sample)
    assignment, question = _assigned(outline, samples, name, options)
    # Headers of another encoding may say more: which it is comes first.
    questions = source.questions or ((question,) if question else ())
    if assignment is None:
        outline.read(())  # says what no table can be: two in one sheet, quotes left open
        return Reading(name, "", {}, preview(outline, samples, None), None, questions)
    assignment = told(assignment, outline.columns, options)
    kept = _kept(outline, assignment, options)
    personal = personal_columns(outline.columns, assignment, samples, kept)
    file = _File(name, source, outline, assignment, personal, options)
    table, asked = _table(file, kept)
    questions += asked
    shown = preview(outline, samples, assignment.kind, personal)
    found = None if questions else table
    return Reading(name, assignment.kind, assignment.mapping, shown, found, questions)


def _assigned(
    outline: Outline, samples: Samples, name: str, options: Options
) -> tuple[Assignment | None, Question | None]:
    if not options.kind:
        return guess_kind(outline.columns, samples, name)
    if options.kind not in KINDS:
        template = N_("“{kind}” is not a kind of table. The kinds are: {kinds}.")
        known_kinds = {"kind": options.kind, "kinds": ", ".join(KINDS)}
        raise ReadingError([Notice("kind", options.kind, template, known_kinds)])
    return assign(outline.columns, options.kind, samples), None


def _kept(outline: Outline, assignment: Assignment, options: Options) -> tuple[str, ...]:
    """The further columns to keep: a field that is asked for by its own name is there already."""
    asked = (each for each in options.keep if each not in assignment.mapping)
    found = (find_column(each, outline.columns, assignment) for each in asked)
    return tuple(dict.fromkeys(header for header in found if header is not None))


def _table(file: _File, kept: tuple[str, ...]) -> tuple[Table, tuple[Question, ...]]:
    sheet = file.outline.read(_wanted(file, kept))
    left_out = dict(sheet.left_out)
    frame = _without_empty(file, _without_repeats(file, sheet.frame, left_out), left_out)
    sheet = replace(sheet, frame=sheet.frame.clear())  # the text goes as its columns are read
    texts = Sheets(
        frame, file.assignment, file.personal, file.options, file.outline.columns,
        _advertises(file), sheet.trimmed,
    )  # fmt: skip
    rows = texts.rows
    del frame
    typed = type_columns(texts, kept)
    columns = [series.alias(name) for name, series in typed.columns.items()]
    table = pl.DataFrame([*sorted(columns, key=_place(file.assignment.kind)), rows])
    report = _report(file, sheet, typed, table, left_out)
    return Table(file.assignment.kind, table, report), tuple(typed.questions)


def _place(kind: str) -> Callable[[pl.Series], int]:
    """The order of columns: that of the fields, then the others."""
    places = {each.name: place for place, each in enumerate(KINDS[kind].fields)}
    return lambda column: places.get(column.name, len(places))


def _wanted(file: _File, kept: tuple[str, ...]) -> set[str]:
    """The columns to read: those of fields, of the control group, and those kept."""
    found = file.assignment
    wanted = {*found.mapping.values(), *kept}
    for headers in found.further.values():
        wanted |= set(headers)
    if file.options.control is not None:
        header = find_column(file.options.control[0], file.outline.columns, found)
        wanted |= {header} if header else set()
    if "currency" in found.helpers:
        wanted.add(found.helpers["currency"])
    if found.kind == "deals" and not _shows_outcomes(file):
        names = ("is_won", "is_lost", "is_closed", "probability")
        wanted |= {found.helpers[name] for name in names if name in found.helpers}
    return wanted


def _shows_outcomes(file: _File) -> bool:
    """Whether the first records have a status or a stage that is won or lost."""
    headers = {file.assignment.mapping.get(name) for name in ("status", "stage")} - {None}
    cells = (cell for header in headers if header for cell in file.outline.sample[header].unique())
    return any(outcome(cell) in {"won", "lost"} for cell in cells)


def _without_repeats(
    file: _File, frame: pl.DataFrame, left_out: dict[str, LeftOut]
) -> pl.DataFrame:
    header = file.assignment.mapping.get("id")
    if header is None or _is_a_name(file.assignment, header):
        return frame
    unique = without_duplicates(frame, header, lambda: _modified(file))
    left_out |= {reason: _left_out(rows) for reason, rows in unique.left_out.items()}
    return unique.frame


def _is_a_name(assignment: Assignment, header: str) -> bool:
    """Whether what identifies the records is a name: several may share it."""
    meaning = assignment.chosen.get(header)
    return meaning is not None and meaning.word.rank > 2


def _modified(file: _File) -> pl.DataFrame | None:
    header = file.assignment.helpers.get("modified")
    if header is None:
        return None
    frame = file.outline.read((header,)).frame
    dates = read_dates(frame[header], header, file.options, frame["row"])
    return None if dates.question else pl.DataFrame({"row": frame["row"], "at": dates.series})


def _without_empty(file: _File, frame: pl.DataFrame, left_out: dict[str, LeftOut]) -> pl.DataFrame:
    """The records of which a column that is read holds something."""
    headers = set(file.assignment.mapping.values())
    if any(not (frame[header] == "").any() for header in headers) or not headers:
        return frame
    empty = pl.all_horizontal(pl.col(header).str.len_bytes() == 0 for header in headers)
    rows = frame.filter(empty)["row"]
    if not rows.len():
        return frame
    left_out["nothing_read"] = _left_out(rows)
    return frame.filter(~empty)


def _left_out(rows: pl.Series) -> LeftOut:
    return LeftOut(rows.len(), tuple(rows.head(_MOST_ROWS_NAMED).to_list()))


def _advertises(file: _File) -> bool:
    words = fold(" ".join((PurePath(file.name).stem, *file.outline.columns))).split()
    return any(word in values("acquisition") for word in words)


def _report(
    file: _File, sheet: Sheet, typed: Typed, table: pl.DataFrame, left_out: Mapping[str, LeftOut]
) -> Report:
    found = file.assignment
    remarks = (
        *file.source.remarks, *sheet.remarks, *found.remarks, *missing(found),
        *typed.remarks, *undated(found, table),
    )  # fmt: skip
    return Report(
        file.name,
        found.kind,
        file.source.encoding,
        sheet.delimiter,
        sheet.header_row,
        typed.decimal,
        sheet.rows_read,
        table.height,
        left_out,
        found.mapping,
        sheet.columns,
        typed.dates,
        typed.scales,
        file.personal,
        typed.currencies,
        tuple(replace(remark, value=None) for remark in remarks),
    )
