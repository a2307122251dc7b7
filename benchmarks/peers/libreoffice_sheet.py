"""The model in a LibreOffice sheet: the workbook that we leave behind, one for each draw.

What a draw takes is the slope over several workbooks converted in one call, so that starting the
office does not count; opening and saving a workbook does, as it does for whoever tries a case.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from time import perf_counter

import openpyxl
from numpy.typing import NDArray

from crmroi.assumptions import Scenario, Value, assumptions
from crmroi.reports import Order, make
from tools.office import SOFFICE, convert

FEW, MANY = 1, 9
"""Workbooks in either call."""
_DAY = date(2026, 1, 1)


def missing() -> str | None:
    """Why it cannot be raced, if it cannot."""
    return None if SOFFICE else "LibreOffice is not installed"


def seconds_a_draw(scenario: Scenario, columns: Mapping[str, NDArray]) -> float:
    """How long a workbook takes to be opened, computed and saved; of at least `MANY` draws."""
    few, many = (_run(scenario, columns, count)[0] for count in (FEW, MANY))
    return (many - few) / (MANY - FEW)


def npv(scenario: Scenario, columns: Mapping[str, NDArray], count: int) -> list[float]:
    """The NPV of the first draws, as LibreOffice computes it."""
    return _run(scenario, columns, count)[1]


def _run(
    scenario: Scenario, columns: Mapping[str, NDArray], count: int
) -> tuple[float, list[float]]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = [folder / f"{at:03}.xlsx" for at in range(count)]
        for at, file in enumerate(files):
            drawn = scenario.with_values(
                {key: _value(key, values[at]) for key, values in columns.items()}
            )
            file.write_bytes(make(Order((drawn,), _DAY), "xlsx"))
        start = perf_counter()
        convert(files, "xlsx", folder / "computed", folder / "profile")
        taken = perf_counter() - start
        return taken, [_npv_of(folder / "computed" / file.name) for file in files]


def _value(key: str, value: float) -> Value:
    return int(value) if assumptions()[key].kind == "whole" else float(value)


def _npv_of(file: Path) -> float:
    book = openpyxl.load_workbook(file, data_only=True)
    (sheet, address), *_more = book.defined_names["measure_npv"].destinations
    return float(book[sheet][address.replace("$", "")].value)
