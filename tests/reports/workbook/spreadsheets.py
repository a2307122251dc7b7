"""Workbooks of scenarios, recalculated by LibreOffice, and what the model says instead."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pytest
import xlsxwriter

from crmroi.assumptions import Scenario, Value, assumptions
from crmroi.model.values import as_number
from crmroi.reports import Order, make
from crmroi.reports.findings import Findings
from crmroi.reports.workbook.book import Book
from crmroi.reports.workbook.derived_cells import choice_label
from crmroi.text import speaking
from tests.model.scenarios import EVERYTHING_ON
from tools.office import SOFFICE, convert

MADE_ON = date(2026, 11, 22)
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")

_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
"""Every sheet, each figure with all its digits."""

Sheets = Mapping[str, list[list[str]]]
"""Rows of cells by the title of a sheet."""


def workbook_of(scenario: Scenario, lang: str = "en", **asked: Any) -> bytes:
    """The file of a scenario, or of an order of several."""
    others = asked.pop("others", ())
    with speaking(lang):
        return make(Order((scenario, *others), MADE_ON, **asked), "xlsx")


@cache
def plan() -> Book:
    """Where everything stands: the same in every workbook of a language."""
    return Book(xlsxwriter.Workbook(io.BytesIO()), Findings(Order((Scenario(),), MADE_ON)))


@lru_cache(maxsize=8)
def named_cells(data: bytes) -> Mapping[str, tuple[str, str]]:
    """The sheet and the address of every named cell."""
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    found = {}
    for name, defined in book.defined_names.items():
        (sheet, address), *_more = defined.destinations
        found[name] = sheet, address.replace("$", "")
    return found


def with_cells(data: bytes, changes: Mapping[str, Value]) -> bytes:
    """The file with the values of some named cells typed anew."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    names = named_cells(data)
    for key, value in changes.items():
        item = assumptions()[key]
        sheet, address = names[item.name]
        book[sheet][address] = choice_label(item, str(value)) if item.choices else value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def typed_into(data: bytes, scenario: Scenario) -> bytes:
    """The file with every number of a scenario typed into it; what cells show is left as it was.

    Done in the file's own text: no library opens, changes and saves so large a file in no time.
    """
    names, out = named_cells(data), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            text = old.read(part)
            if part == "xl/worksheets/sheet2.xml":
                text = _with_numbers(text.decode(), names, scenario).encode()
            new.writestr(part, text)
    return out.getvalue()


def _with_numbers(text: str, names: Mapping[str, tuple[str, str]], scenario: Scenario) -> str:
    for item in assumptions().values():
        if item.choices is None:
            place = names[item.name][1]
            value = as_number(scenario.value(item.key))
            pattern = rf'(<c r="{place}"[^>]*><v>)[^<]*'
            text, found = re.subn(pattern, rf"\g<1>{value!r}", text)
            assert found == 1, item.key
    return text


def recalculated(files: Mapping[str, bytes], folder: Path) -> Iterator[tuple[str, Sheets]]:
    """Each file as LibreOffice computes it, all of them in one call."""
    made, found = folder / "made", folder / "found"
    made.mkdir()
    for name, data in files.items():
        (made / f"{name}.xlsx").write_bytes(data)
    convert(sorted(made.iterdir()), _CSV, found, folder / "profile")
    for name in files:
        yield (
            name,
            {
                path.stem.removeprefix(f"{name}-"): table(path)
                for path in found.glob(f"{name}-*.csv")
            },
        )


def table(path: Path) -> list[list[str]]:
    """The rows of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def random_scenarios(count: int) -> Iterator[Scenario]:
    """Cases drawn from all that is allowed: most values from the plausible range."""
    generator = np.random.default_rng(20261122)
    for _number in range(count):
        values: dict[str, Value] = {}
        for key, item in assumptions().items():
            if generator.random() < 0.5:
                continue
            if item.choices:
                values[key] = str(generator.choice(list(item.choices)))
            elif item.kind == "flag":
                values[key] = bool(generator.random() < 0.5)
            else:
                wide = generator.random() < 0.05 and (item.allowed or (0, 0))[1] < 1e6
                low, high = (item.allowed if wide else item.plausible) or (0, 0)
                drawn = float(generator.uniform(low, high))
                values[key] = round(drawn) if item.kind == "whole" else drawn
        yield EVERYTHING_ON.with_values(values)
