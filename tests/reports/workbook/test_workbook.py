from __future__ import annotations

import io
import re
import zipfile
from datetime import date

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.xml.functions import fromstring

from crmroi.assumptions import FRONT, Scenario, assumptions
from crmroi.model import MEASURES, project
from crmroi.model.adoption import CURVES, PHASES
from crmroi.model.customers import Drivers
from crmroi.model.lines import CONSTANTS, LINES
from crmroi.model.method.table import published
from crmroi.model.printing import excel
from crmroi.model.series import ESCALATORS, EVEN, MONTH_0, SHAPES
from crmroi.reports import Order
from crmroi.reports.findings import Findings
from crmroi.reports.workbook import make
from crmroi.reports.workbook.book import is_a_name
from crmroi.reports.workbook.company_rows import DRIVER_FORMULAS
from crmroi.reports.workbook.derived_cells import CONSTANT_FORMULAS
from crmroi.reports.workbook.measure_formulas import cell_name
from crmroi.reports.workbook.rows import AMOUNT, MONTHS
from crmroi.reports.workbook.time_rows import CURVE_FORMULAS, SHAPE_ROWS
from crmroi.reports.workbook.words import SHEETS, as_title, literal, sheet_titles
from crmroi.text import LANGUAGES, speaking
from tests.model.scenarios import EVERYTHING_ON
from tests.reports.workbook.spreadsheets import MADE_ON, named_cells, plan, workbook_of

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


@pytest.fixture(scope="module")
def data() -> bytes:
    return workbook_of(EVERYTHING_ON)


@pytest.fixture(scope="module")
def book(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def cell(book: Workbook, data: bytes, name: str) -> openpyxl.cell.Cell:
    sheet, address = named_cells(data)[name]
    return book[sheet][address]


# ------------------------------------------------------------------ everything has its cell


@pytest.mark.parametrize("item", assumptions().values(), ids=lambda item: item.key)
def test_every_assumption_is_a_named_cell_that_can_be_changed(item, data, book) -> None:
    found = cell(book, data, item.name)
    value = EVERYTHING_ON.value(item.key)
    assert found.value == (item.choices[value] if item.choices else value)
    assert not found.protection.locked
    assert item.help in found.comment.text
    assert str(item.source) in found.comment.text
    assert found.number_format != "General"


def test_no_more_than_what_is_allowed_can_be_typed(data, book) -> None:
    sheet = book["Assumptions"]
    by_cell = {str(each.sqref): each for each in sheet.data_validations.dataValidation}
    for item in assumptions().values():
        found = by_cell[named_cells(data)[item.name][1]]
        if item.choices:
            assert (found.type, found.formula1) == ("list", f"choices_of_{item.name}")
        elif item.kind == "flag":
            assert (found.type, found.formula1) == ("list", '"1,0"')
        else:
            assert found.type == ("whole" if item.kind == "whole" else "decimal")
            assert (float(found.formula1), float(found.formula2)) == item.allowed
        assert found.error.startswith("Allowed: ")


def test_ranges_are_those_of_what_is_typed(data, book) -> None:
    sheet, address = named_cells(data)["churn_reduction"]
    row = book[sheet][int(address[1:])]
    assert [row[column].value for column in (2, 4, 5)] == ["% less", "0–30%", "−500% to 100%"]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.name)
def test_every_line_is_a_row_whose_amount_is_printed_from_its_declaration(line, book) -> None:
    sheet, at = plan().places.at(line.name)
    row = book[sheet][at + 1]
    assert row[0].value == line.label
    assert row[AMOUNT].value == f"={excel(line.amount)}"
    assert sum(each.data_type == "f" for each in row) == MONTHS + 2


def test_every_series_of_the_model_is_a_row() -> None:
    names = [
        *project(Scenario()).monthly,
        *PHASES,
        *(SHAPE_ROWS.get(name, name) for name in SHAPES),
    ]
    names += [name for name in ESCALATORS if name != EVEN] + [SHAPE_ROWS[MONTH_0]]
    for name in names:
        assert plan().places.row(name).values.shape == (MONTHS,)


@pytest.mark.parametrize("name", MEASURES)
def test_every_measure_is_a_named_formula(name, data, book) -> None:
    found = cell(book, data, cell_name(name))
    assert found.data_type == "f"
    assert found.offset(column=-1).value == MEASURES[name].label


def test_every_curve_driver_and_constant_has_a_formula() -> None:
    assert set(CURVE_FORMULAS) == set(CURVES)
    assert set(DRIVER_FORMULAS) == set(Drivers._fields)
    assert set(CONSTANT_FORMULAS) == set(CONSTANTS)


def test_every_published_source_is_listed(book) -> None:
    listed = [row[0].value for row in book["Sources"].iter_rows(min_row=5)]
    assert listed == [source.text for source in published()]


# ------------------------------------------------------------------ the file


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


# ------------------------------------------------------------------ scenarios side by side


def test_scenarios_stand_side_by_side_where_they_are_asked_for() -> None:
    other = Scenario(name="Larger").with_values({"team.users": 60})
    alone = workbook_of(Scenario(), others=(other,))
    both = workbook_of(Scenario(), others=(other,), parts=frozenset({"compare"}))
    assert "Scenarios" not in openpyxl.load_workbook(io.BytesIO(alone)).sheetnames
    sheet = openpyxl.load_workbook(io.BytesIO(both))["Scenarios"]
    rows = {row[0].value: [each.value for each in row[1:3]] for row in sheet.iter_rows(min_row=4)}
    assert rows["Measures"] == ["Scenario 1", "Larger"]
    assert rows["Net gain"] == ["=measure_net_gain", project(other).metrics["net_gain"]]
    assert rows["Users"] == ["=users", 60]
    assert "Hardware" not in rows


# ------------------------------------------------------------------ languages and names


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
