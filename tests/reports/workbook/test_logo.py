from __future__ import annotations

import io
import zipfile
from typing import Any

import openpyxl
import pytest
from openpyxl.xml.functions import fromstring
from PIL import Image

from crmroi.assumptions import Scenario
from crmroi.reports.logo import check
from crmroi.reports.order import Logo
from tests.reports.workbook.spreadsheets import workbook_of

DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 40"><rect width="90" height="40"/>'
    b"</svg>"
)
SPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xdr": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
}


def logo(kind: str) -> Logo:
    """Nine parts wide, four high."""
    if kind == "svg":
        return check(DRAWING, "logo.svg")
    kept = io.BytesIO()
    Image.new("RGB", (1800, 800), "navy").save(kept, "PNG", dpi=(300, 300))
    return check(kept.getvalue(), "logo.png")


def pictures(data: bytes) -> list[Any]:
    """Each picture of the first sheet, as the file places it."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        drawing = fromstring(file.read("xl/drawings/drawing1.xml"))
    return drawing.findall(".//xdr:pic", SPACES)


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_a_logo_stands_on_the_first_sheet_as_it_was_drawn(kind: str) -> None:
    made = workbook_of(Scenario(), logo=logo(kind), prepared_by="A. Maker")
    [shown] = pictures(made)
    assert shown.find(".//xdr:cNvPr", SPACES).get("descr") == "Logo of A. Maker"
    size = shown.find(".//a:ext", SPACES)
    assert int(size.get("cx")) / int(size.get("cy")) == pytest.approx(9 / 4, rel=0.02)
    pixels = 9525
    assert int(size.get("cy")) / pixels == pytest.approx(56, abs=1)


def test_the_row_of_the_logo_is_higher_than_it() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook_of(Scenario(), logo=logo("png"))))["Summary"]
    [image] = sheet._images
    assert image.anchor._from.row == image.anchor.to.row == 0
    points_a_pixel = 0.75
    assert sheet.row_dimensions[1].height == 68 * points_a_pixel


def test_a_logo_without_a_name_is_called_a_logo() -> None:
    [shown] = pictures(workbook_of(Scenario(), "fr", logo=logo("svg")))
    assert shown.find(".//xdr:cNvPr", SPACES).get("descr") == "Logo"


def test_without_a_logo_there_is_no_picture() -> None:
    assert pictures(workbook_of(Scenario())) == []


def test_whose_it_is_stands_over_the_answer() -> None:
    asked = {"prepared_by": "A. Maker", "prepared_for": "B & Sons"}
    made = workbook_of(Scenario(name="North"), logo=logo("svg"), **asked)
    sheet = openpyxl.load_workbook(io.BytesIO(made))["Summary"]
    assert sheet["B2"].value == "North · Prepared for B & Sons · Prepared by A. Maker"
