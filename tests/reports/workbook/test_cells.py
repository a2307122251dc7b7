from __future__ import annotations

import io

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from crmroi.assumptions import Scenario, assumptions
from crmroi.assumptions.ready_made import SOLUTIONS
from crmroi.model import MEASURES, project
from crmroi.model.adoption import CURVES, PHASES
from crmroi.model.customers import Drivers
from crmroi.model.lines import CONSTANTS, LINES
from crmroi.model.method.table import published
from crmroi.model.printing import excel
from crmroi.model.series import ESCALATORS, EVEN, MONTH_0, SHAPES
from crmroi.reports.workbook.company_rows import DRIVER_FORMULAS
from crmroi.reports.workbook.derived_cells import CONSTANT_FORMULAS
from crmroi.reports.workbook.measure_formulas import cell_name
from crmroi.reports.workbook.rows import AMOUNT, MONTHS
from crmroi.reports.workbook.time_rows import CURVE_FORMULAS, SHAPE_ROWS
from tests.model.scenarios import EVERYTHING_ON
from tests.reports.workbook.spreadsheets import named_cells, plan, workbook_of


def cell(book: Workbook, data: bytes, name: str) -> openpyxl.cell.Cell:
    sheet, address = named_cells(data)[name]
    return book[sheet][address]


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


def test_scenarios_stand_side_by_side_where_they_are_asked_for() -> None:
    other = Scenario(name="Larger").with_values({"team.users": 60})
    alone = workbook_of(Scenario(), others=(other,))
    both = workbook_of(Scenario(), others=(other,), parts=frozenset({"compare"}))
    assert "Scenarios" not in openpyxl.load_workbook(io.BytesIO(alone)).sheetnames
    sheet = openpyxl.load_workbook(io.BytesIO(both))["Scenarios"]
    rows = {row[0].value: [each.value for each in row[1:3]] for row in sheet.iter_rows(min_row=4)}
    assert rows["Measures"] == ["Scenario 1", "Larger"]
    live, stored = rows["Net gain"]
    assert live == "=measure_net_gain"
    # The file keeps sixteen digits of a double's seventeen.
    assert stored == pytest.approx(project(other).metrics["net_gain"], rel=1e-15)
    assert rows["Users"] == ["=users", 60]
    assert "Hardware" not in rows


def test_no_formula_has_a_function_that_has_to_be_written_otherwise(book) -> None:
    plain = Worksheet()
    cells = (cell for sheet in book for row in sheet.iter_rows(max_col=8) for cell in row)
    for written in {cell.value for cell in cells if cell.data_type == "f"}:
        assert plain._prepare_formula(written) == written.removeprefix("=")


def test_a_scenario_that_costs_nothing_is_paid_back_in_no_month() -> None:
    nothing = SOLUTIONS["nothing"].of(Scenario())
    asked = {"others": (nothing,), "parts": frozenset({"compare"})}
    sheet = openpyxl.load_workbook(io.BytesIO(workbook_of(Scenario(), **asked)))["Scenarios"]
    held = {row[0].value: row[2].value for row in sheet.iter_rows()}
    assert held[MEASURES["break_even_month"].label] == "no value"


def test_long_names_over_the_answer_have_as_many_lines_as_they_need() -> None:
    def high(**names: str) -> float:
        data = workbook_of(Scenario(name="Ours"), **names)
        return openpyxl.load_workbook(io.BytesIO(data))["Summary"].row_dimensions[2].height

    name = "A group of companies with many subsidiaries " * 3
    assert high(prepared_by=name, prepared_for=name) > 1.5 * high(prepared_by="A. Maker")
