from __future__ import annotations

import io
from pathlib import Path

import formulas
import openpyxl
import pytest

from crmroi.assumptions import Scenario, assumptions
from crmroi.model import MEASURES, project
from crmroi.model.lines import LINES
from crmroi.model.values import as_number
from crmroi.reports.workbook.derived_cells import choice_label
from crmroi.reports.workbook.measure_formulas import cell_name, shown
from tests.model.scenarios import EVERYTHING_ON
from tests.reports.workbook.answers import close, signs, turnover
from tests.reports.workbook.spreadsheets import named_cells, plan, random_scenarios, workbook_of

NAME = "case.xlsx"
CASES = {
    "everything on": EVERYTHING_ON,
    "three things changed": Scenario().with_values(
        {"team.users": 41, "finance.horizon_years": 7, "adoption.curve": "linear"}
    ),
    "any": next(random_scenarios(1)),
}


def written(data: bytes) -> dict[tuple[str, str], str]:
    """Every formula by its place."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row)
    return {
        (cell.parent.title, cell.coordinate): cell.value for cell in cells if cell.data_type == "f"
    }


@pytest.mark.slow
def test_the_formulas_are_the_same_whatever_the_case() -> None:
    status = ("Summary", "B4")  # names the day
    first, *others = (written(workbook_of(case)) for case in CASES.values())
    assert status in first
    assert len(first) > 12_000
    assert all(other == first for other in others)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_another_reader_of_formulas_computes_what_the_model_computes(tmp_path: Path) -> None:
    data = workbook_of(EVERYTHING_ON)
    (tmp_path / NAME).write_bytes(data)
    model = formulas.ExcelModel().loads(str(tmp_path / NAME)).finish()
    names = named_cells(data)

    def key(name: str) -> str:
        sheet, address = names[name]
        return f"'[{NAME}]{sheet.upper()}'!{address}"

    def typed(scenario: Scenario) -> dict[str, object]:
        return {
            key(item.name): choice_label(item, str(scenario.value(item.key)))
            if item.choices
            else as_number(scenario.value(item.key))
            for item in assumptions().values()
        }

    for case in CASES.values():
        found = model.calculate(inputs=typed(case))
        projection = project(case)
        turns = len(signs(projection)) and int(
            (signs(projection)[1:] != signs(projection)[:-1]).sum()
        )
        dust = 1e-12 * turnover(projection)
        for name in MEASURES:
            here, there = found[key(cell_name(name))].value[0, 0], shown(projection, name, turns)
            relative = 1e-6 if name == "irr" else 1e-9
            assert close(here, there, relative, max(dust, 1e-12)), (name, here, there)
        for line in LINES:
            sheet, at = plan().places.at(line.name)
            here = found[f"'[{NAME}]{sheet.upper()}'!D{at + 1}"].value[0, 0]
            assert close(here, float(projection.lines[line.name].sum()), 1e-9, dust), line.name
