from __future__ import annotations

import io
import re
import zipfile
from datetime import date

import openpyxl
import pytest

from crmroi.assumptions import FRONT, Scenario
from crmroi.reports import Order
from crmroi.reports.findings import Findings
from crmroi.reports.workbook import make
from crmroi.reports.workbook.words import SHEETS, as_title, literal, sheet_titles
from crmroi.text import LANGUAGES, speaking
from tests.model.scenarios import EVERYTHING_ON
from tests.reports.workbook.spreadsheets import named_cells, workbook_of

HOSTILE = (
    "=1+1",
    "<script>alert(1)</script>",
    "x" * 10_000,
    "\u202eevil",
    "👩\u200d🚀 & co",
    "@SUM(1)",
    "http://example.org",
    "a\x00b\x1fc",
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_its_titles_and_formats(lang: str) -> None:
    found = openpyxl.load_workbook(io.BytesIO(workbook_of(EVERYTHING_ON, lang)))
    with speaking(lang):
        titles = sheet_titles()
    assert found.sheetnames == [title for name, title in titles.items() if name != "scenarios"]
    names = named_cells(workbook_of(EVERYTHING_ON, lang))
    sheet, address = names["licence_per_user_per_month"]
    formats = {
        "en": '"€"#,##0.00;"−€"#,##0.00;"–"',
        "fr": '#,##0.00"\u202f€";"−"#,##0.00"\u202f€";"–"',
        "pt_BR": '"€\xa0"#,##0.00;"−€\xa0"#,##0.00;"–"',
    }
    assert found[sheet][address].number_format == formats[lang]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_titles_of_sheets_are_such_as_excel_takes(lang: str) -> None:
    with speaking(lang):
        titles = list(sheet_titles().values())
    assert len({title.casefold() for title in titles}) == len(SHEETS)
    assert all(0 < len(title) <= 31 and not re.search(r"[\[\]:*?/\\]", title) for title in titles)


def test_a_title_is_cut_cleaned_and_told_from_others() -> None:
    assert as_title("a/b:c" + "d" * 40) == "a b c" + "d" * 26
    assert as_title("Years", ["years"]) == "Years 2"
    assert as_title("History") == "History 2"
    assert as_title("'[]'") == "–"


def test_a_text_in_a_formula_is_quoted_and_cut_where_it_is_long() -> None:
    assert literal('say "so"') == '"say ""so"""'
    assert literal("") == '""'
    assert literal("x" * 300) == f'"{"x" * 255}"&"{"x" * 45}"'


@pytest.mark.parametrize("name", HOSTILE)
def test_what_people_typed_stays_text(name: str) -> None:
    scenario = Scenario(name=name, notes={FRONT[0]: name})
    other = Scenario(name=name + "2").with_values({"team.users": 60})
    made = workbook_of(
        scenario,
        others=(other,),
        parts=frozenset({"compare"}),
        prepared_by=name,
        prepared_for=name,
    )
    found = openpyxl.load_workbook(io.BytesIO(made))
    formulas = {
        each.value
        for sheet in found
        for row in sheet.iter_rows()
        for each in row
        if each.data_type == "f"
    }
    assert "=1+1" not in formulas
    assert not any("script" in formula or "SUM(1)" in formula for formula in formulas)
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        everything = b"".join(map(file.read, file.namelist())).decode()
    assert "\u202e" not in everything
    assert "x" * 1_001 not in everything
    assert "<script" not in everything
    assert 'TargetMode="External"' not in everything
    assert found["Summary"]["B3"].value.startswith("The CRM pays for itself in month\u00a025")


def test_a_currency_without_a_sign_keeps_its_code() -> None:
    made = workbook_of(Scenario(currency="CHF"))
    found = openpyxl.load_workbook(io.BytesIO(made))
    sheet, address = named_cells(made)["installation"]
    assert found[sheet][address].number_format == '"CHF\xa0"#,##0;"−CHF\xa0"#,##0;"–"'


def test_the_day_is_that_of_the_order() -> None:
    with speaking("en"):
        made = make(Findings(Order((Scenario(),), date(2020, 2, 3))), lambda _share: None)
    text = openpyxl.load_workbook(io.BytesIO(made), data_only=True)["Summary"]["B4"].value
    assert text == "As made on February\u00a03,\u00a02020: no assumption has been changed since."
