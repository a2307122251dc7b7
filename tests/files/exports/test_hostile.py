"""Small hostile files, one trap each: the table read, what is asked, or the words of a refusal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

import pytest

from crmroi.files.exports.reading import read_export
from crmroi.files.exports.table import ReadingError, Table
from crmroi.text import Notice
from tests.files.exports.hostile.table import TRAPS
from tests.files.exports.hostile.trap import Trap
from tests.files.exports.translations import said_in_every_language

each_trap = pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.title)
READ = [trap for trap in TRAPS if not (trap.asks or trap.refused)]
ASKED = [trap for trap in TRAPS if trap.asks]
REFUSED = [trap for trap in TRAPS if trap.refused]


def shown(value: object) -> object:
    """A value of a table as a trap writes it."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, datetime):
        return str(value).removesuffix(" 00:00:00")
    return value


def has_what_is_expected(table: Table, trap: Trap) -> None:
    report = table.report
    found = {name: [shown(value) for value in table.frame[name]] for name in trap.table}
    assert found == {name: list(values) for name, values in trap.table.items()}
    assert {reason: out.rows for reason, out in report.left_out.items()} == trap.left_out
    for name, value in trap.report.items():
        orders = {header: dates.order for header, dates in report.dates.items()}
        assert (orders if name == "orders" else getattr(report, name)) == value
    says(report.remarks, trap.remarks)


def says(notices: Sequence[Notice], words: Sequence[str]) -> None:
    assert [notice.message for notice in notices] == list(words)
    said_in_every_language(notices)


def test_there_are_enough_traps_and_none_is_there_twice() -> None:
    assert len({trap.title for trap in TRAPS}) == len(TRAPS) >= 60
    files = {f"{trap.data!r} {trap.name} {trap.options} {trap.answer}" for trap in TRAPS}
    assert len(files) == len(TRAPS)


@pytest.mark.parametrize("trap", READ, ids=lambda trap: trap.title)
def test_a_trap_is_read_as_what_it_says(trap: Trap) -> None:
    reading = read_export(trap.data, trap.name, trap.options)
    assert [question.notice.message for question in reading.questions] == []
    assert reading.table is not None
    has_what_is_expected(reading.table, trap)


@pytest.mark.parametrize("trap", ASKED, ids=lambda trap: trap.title)
def test_what_a_trap_leaves_open_is_asked_and_read_once_answered(trap: Trap) -> None:
    reading = read_export(trap.data, trap.name, trap.options)
    assert reading.table is None
    says([question.notice for question in reading.questions], trap.asks)
    if trap.choices:
        assert [question.choices for question in reading.questions] == [trap.choices]
    if trap.answer is None:
        return
    answered = read_export(trap.data, trap.name, trap.answer)
    assert answered.questions == ()
    assert answered.table is not None
    has_what_is_expected(answered.table, trap)


@pytest.mark.parametrize("trap", REFUSED, ids=lambda trap: trap.title)
def test_what_is_no_table_is_refused_in_words(trap: Trap) -> None:
    with pytest.raises(ReadingError) as refused:
        read_export(trap.data, trap.name, trap.options)
    assert str(refused.value) == trap.refused
    says(refused.value.problems, [trap.refused])
