from __future__ import annotations

import io

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from tests.model.scenarios import EVERYTHING_ON
from tests.reports.workbook.spreadsheets import workbook_of


@pytest.fixture(scope="package")
def data() -> bytes:
    return workbook_of(EVERYTHING_ON)


@pytest.fixture(scope="package")
def book(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))
