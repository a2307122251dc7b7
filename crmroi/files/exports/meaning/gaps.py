"""What a table lacks: columns that its kind is known by, and dates of its records."""

from __future__ import annotations

import polars as pl

from crmroi.files.exports.meaning.columns import Assignment
from crmroi.files.exports.meaning.fields import KINDS
from crmroi.text import N_, Label, N_n, Notice

_MISSING = N_(
    "No column is the “{field}” of “{table}”: KPIs that need it cannot be computed. Name the "
    "column, if there is one."
)
_UNDATED = N_n(
    "{n} record has no date in “{column}”: it is in no month.",
    "{n} records have no date in “{column}”: they are in no month.",
)


def missing(assignment: Assignment) -> tuple[Notice, ...]:
    """That the table lacks what its kind is known by."""
    if assignment.is_known:
        return ()
    kind = KINDS[assignment.kind]
    has = set(assignment.mapping)
    lacking = min((names - has for names in kind.known_by), key=len)
    named = {"table": Label(kind.label)}
    fields = [each for each in kind.fields if each.name in lacking]
    return tuple(
        Notice(each.name, None, _MISSING, {**named, "field": Label(each.label)}) for each in fields
    )


def undated(assignment: Assignment, table: pl.DataFrame) -> tuple[Notice, ...]:
    """Records that no month counts: those without the date by which the table is known."""
    name = KINDS[assignment.kind].dated_by
    count = table[name].null_count() if name in table.columns else 0
    if not count:
        return ()
    named = {"n": count, "column": assignment.mapping[name]}
    return (Notice(name, count, _UNDATED[0], named, _UNDATED[1]),)
