"""No cell of an upload is ever printed: not in a message, an error, a repr, a warning or a log."""

from __future__ import annotations

import logging
import re
import traceback
import warnings
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle

import pytest

from crmroi.files.exports.encoding.source import decode
from crmroi.files.exports.meaning.fields import KINDS
from crmroi.files.exports.meaning.headings import known
from crmroi.files.exports.reading import read_export
from crmroi.files.exports.table import Options, Reading, ReadingError
from crmroi.text import LANGUAGES, Notice, speaking
from tests.files.exports.hostile.table import TRAPS
from tests.files.exports.hostile.trap import Trap

WORD, NUMBER = "Qx7marker", "7137713"
CELLS = (WORD, f"{{}} {WORD}", f"{WORD}@{WORD}.example", NUMBER)
"""What stands in every cell, around what stood there."""
_CELL = re.compile(r'[^,;|\t\r\n"]+')


def marked(trap: Trap, cell: str, names: set[str]) -> bytes | None:
    """The file with a marker in every cell without a column's names; None for what is no text."""
    try:
        text = decode(trap.data, trap.name, trap.options).text_bytes.decode()
    except ReadingError:
        return None

    def mark(found: re.Match[str]) -> str:
        words = " ".join(found.group().split())
        if names >= set(words.split()) or known(words) or words.startswith("sep="):
            return found.group()
        return cell.format(found.group())

    return _CELL.sub(mark, text).encode()


def words_of_headers(trap: Trap) -> set[str]:
    try:
        columns = read_export(trap.data, trap.name, trap.options).preview.columns
    except ReadingError:
        return set()
    return {word for header in columns for part in _CELL.findall(header) for word in part.split()}


def told(data: bytes, name: str, options: Options) -> Iterator[str]:
    """All that is said of a file."""
    try:
        reading = read_export(data, name, options)
    except ReadingError as error:
        yield "".join(traceback.format_exception(error))
        yield from (repr(error), repr(error.problems), *worded(error.problems))
    else:
        # Where no record names the columns, one of cells is taken for their names.
        if not any(m in header for m in (WORD, NUMBER) for header in reading.preview.columns):
            yield from (repr(reading), *said_of(reading))


def said_of(reading: Reading) -> Iterator[str]:
    yield from worded([question.notice for question in reading.questions])
    yield repr(reading.questions)
    if reading.table is not None:
        report = reading.table.report
        yield from (repr(reading.table), repr(report), *worded(report.remarks))
        yield from worded([dates.proof for dates in report.dates.values()])


def worded(notices: list[Notice] | tuple[Notice, ...]) -> Iterator[str]:
    for code in LANGUAGES:
        with speaking(code):
            yield from [f"{notice.field} {notice.message}" for notice in notices]


@pytest.fixture(scope="module")
def names() -> dict[str, set[str]]:
    """By trap, the words of its headers."""
    return {trap.title: words_of_headers(trap) for trap in TRAPS}


@pytest.mark.parametrize("cell", CELLS)
def test_no_cell_is_told_anywhere(
    cell: str, names: dict[str, set[str]], caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    caplog.set_level(logging.DEBUG)
    kinds = cycle(KINDS)
    for trap in TRAPS:
        data = marked(trap, cell, names[trap.title])
        if data is None:
            continue
        for given in (trap.answer or trap.options, Options(kind=next(kinds))):
            options = replace(given, encoding="utf-8", salt=b"salt")
            with warnings.catch_warnings(record=True) as warned:
                warnings.simplefilter("always")
                said = "\n".join(told(data, trap.name, options))
            for marker in (WORD, NUMBER):
                assert marker not in said, f"{trap.title}: {said[said.find(marker) - 60 :][:120]}"
            assert not warned, trap.title
    out, err = capfd.readouterr()
    assert not any(marker in each for marker in (WORD, NUMBER) for each in (out, err, caplog.text))


def test_the_markers_do_stand_in_the_tables() -> None:
    (trap,) = (each for each in TRAPS if each.title == "semicolons")
    table = read_export(marked(trap, WORD, set()) or b"", trap.name, Options(kind="deals")).table
    assert table is None or WORD in table.frame["id"].to_list()
