"""Whatever a file holds, the reader gives a table, a question or a refusal in words; and soon.

`CRMROI_FUZZ` says how many inputs are tried; `make fuzz` tries 200,000. An input that fails is
told by its number: `tests.files.exports.fuzzing.example(number)` gives it again.
"""

from __future__ import annotations

import csv
import faulthandler
import io
import os
import traceback
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from time import perf_counter

import polars as pl
import pytest

from crmroi.files.exports.reading import read_export
from crmroi.files.exports.table import ReadingError, Table
from crmroi.files.exports.writing import clean_csv, left_out_csv
from tests.files.exports.fuzzing import example
from tests.files.exports.hostile.trap import Trap

COUNT = int(os.environ.get("CRMROI_FUZZ", "2000"))
AT_ONCE = 250
SECONDS = 20.0
"""How long one input may take at most, on a machine that is busy."""


def read(trap: Trap) -> None:
    """Read an input and hold what comes of it to what must always be so."""
    try:
        reading = read_export(trap.data, trap.name, trap.options)
    except ReadingError as refused:
        assert refused.problems
        assert all(problem.message for problem in refused.problems)
        return
    assert (reading.table is None) == bool(reading.questions)
    assert all(question.notice.message for question in reading.questions)
    if reading.table is not None:
        accounts_for_every_record(reading.table)
        can_be_written(trap, reading.table)


def accounts_for_every_record(table: Table) -> None:
    report = table.report
    assert report.rows_used == table.frame.height
    assert report.rows_read == report.rows_used + sum(out.count for out in report.left_out.values())
    rows = table.frame["row"].to_list()
    assert rows == sorted(set(rows))
    assert not {*rows} & {row for out in report.left_out.values() for row in out.rows}
    assert not any(dtype.is_nested() or dtype == pl.Null for dtype in table.frame.dtypes)


def can_be_written(trap: Trap, table: Table) -> None:
    written = list(csv.reader(io.StringIO(clean_csv(table), newline="")))
    assert len(written) == table.frame.height + 1
    text = left_out_csv(trap.data, table.report, trap.options)
    left = list(csv.reader(io.StringIO(text, newline="")))
    assert len(left) == sum(len(out.rows) for out in table.report.left_out.values()) + 1


def failures(first: int) -> list[str]:
    """What went wrong with the inputs from a number on, and which took too long."""
    found = []
    for number in range(first, min(first + AT_ONCE, COUNT)):
        trap = example(number)
        start = perf_counter()
        faulthandler.dump_traceback_later(3 * SECONDS, exit=True)  # it hangs: show where
        try:
            read(trap)
        except Exception:  # noqa: BLE001 - whatever it is, the input is to be named
            found.append(f"{trap.title}\n{traceback.format_exc(limit=-4)}")
        faulthandler.cancel_dump_traceback_later()
        if perf_counter() - start > SECONDS:
            found.append(f"{trap.title} took more than {SECONDS:.0f} seconds")
    return found


def test_no_input_stops_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLARS_MAX_THREADS", "1")  # small files are read sooner by one
    firsts = range(0, COUNT, AT_ONCE)
    # A forked process would inherit the locks of polars; a fresh one has none.
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as processes:
        found = [each for some in processes.map(failures, firsts) for each in some]
    assert not found, "\n".join([f"{len(found)} of {COUNT}", *found[:20]])


def test_a_number_is_one_input() -> None:
    assert all(example(number) == example(number) for number in range(100))
