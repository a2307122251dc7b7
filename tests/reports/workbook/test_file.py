from __future__ import annotations

import io
import re
import zipfile

import openpyxl
import pytest
from openpyxl.xml.functions import fromstring

from crmroi.assumptions import Scenario
from crmroi.reports import Order
from crmroi.reports.findings import Findings
from crmroi.reports.workbook import make
from crmroi.reports.workbook.book import is_a_name
from tests.model.scenarios import EVERYTHING_ON
from tests.reports.workbook.spreadsheets import MADE_ON, named_cells, workbook_of


def test_the_parts_of_the_file_hold_together(data) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        names = file.namelist()
        assert len(names) == len(set(names))
        types = fromstring(file.read("[Content_Types].xml"))
        covered = {each.get("PartName") for each in types} | {
            each.get("Extension") for each in types
        }
        for name in names:
            fromstring(file.read(name))
            assert f"/{name}" in covered or name.rpartition(".")[2] in covered, name
        for name in (name for name in names if name.endswith(".rels")):
            folder = name.rpartition("_rels/")[0]
            for each in fromstring(file.read(name)):
                assert each.get("TargetMode") != "External"
                assert resolved(folder, each.get("Target") or "") in names


def resolved(folder: str, target: str) -> str:
    parts = [] if target.startswith("/") else [part for part in folder.split("/") if part]
    for part in target.split("/"):
        if part == "..":
            parts.pop()
        elif part:
            parts.append(part)
    return "/".join(parts)


def test_names_of_cells_are_none_that_a_spreadsheet_takes_for_something_else(data) -> None:
    names = list(named_cells(data))
    assert all(is_a_name(name) for name in names)
    assert len({name.casefold() for name in names}) == len(names)


@pytest.mark.parametrize("text", ["AB12", "roi1", "R1C1", "r", "C", "RC", "2x", "a b", "", "é"])
def test_an_address_is_no_name(text: str) -> None:
    assert not is_a_name(text)


def test_the_same_findings_make_the_same_bytes(data) -> None:
    assert workbook_of(EVERYTHING_ON) == data


def test_the_file_says_what_it_is(book) -> None:
    named = workbook_of(EVERYTHING_ON.model_copy(update={"name": "North"}), prepared_by="Ann")
    found = openpyxl.load_workbook(io.BytesIO(named))
    assert book.properties.title == "CRM business case"
    assert found.properties.title == "CRM business case: North"
    assert found.properties.creator == "Ann"
    assert found.properties.created.date() == MADE_ON
    custom = {each.name: each.value for each in found.custom_doc_props.props}
    assert custom["Language"] == "en"
    assert custom["Model"] == "crmroi/1"
    assert re.fullmatch("[0-9a-f]{12}", custom["Inputs"])


def test_progress_rises_to_one_and_may_stop_the_work() -> None:
    heard: list[float] = []
    make(Findings(Order((Scenario(),), MADE_ON)), heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0

    def stop(_share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        make(Findings(Order((Scenario(),), MADE_ON)), stop)


def test_sheets_are_protected_from_slips_alone(book) -> None:
    sheet = book["Assumptions"]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
