from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest

from crmroi.assumptions import Scenario
from crmroi.model.adoption import CURVES
from crmroi.text import LANGUAGES
from tests.golden import __path__ as golden_path
from tests.model.scenarios import EVERYTHING_ON
from tests.reports.workbook.answers import Answer, differences, figure
from tests.reports.workbook.spreadsheets import (
    Sheets,
    named_cells,
    needs_libreoffice,
    random_scenarios,
    recalculated,
    typed_into,
    with_cells,
    workbook_of,
)
from tests.support import SHARED

pytestmark = [pytest.mark.slow, needs_libreoffice]

CHANGES = {
    "team.users": 41,
    "adoption.curve": "linear",
    "finance.horizon_years": 7,
}


def reference_scenarios() -> dict[str, Scenario]:
    """The reference cases beside this checkout; the project's own where there are none."""
    paths = [*SHARED.glob("cases/*.json")] or [*Path(golden_path[0]).glob("*.json")]
    return {
        f"{path.parent.name}-{path.stem}": Scenario.from_mapping(
            json.loads(path.read_text(encoding="utf-8"))["scenario"]
        )
        for path in paths
    }


def random_files() -> tuple[dict[str, Scenario], dict[str, bytes]]:
    """Cases of all kinds, typed into a workbook that was made of another."""
    made = {
        curve: workbook_of(EVERYTHING_ON.with_values({"adoption.curve": curve})) for curve in CURVES
    }
    scenarios = {f"random-{at}": case for at, case in enumerate(random_scenarios(50))}
    files = {name: typed_into(made[case.adoption.curve], case) for name, case in scenarios.items()}
    return scenarios, files


def test_libreoffice_computes_what_the_model_computes(tmp_path: Path) -> None:
    scenarios, files = random_files()
    references = reference_scenarios()
    files |= {name: workbook_of(scenario) for name, scenario in references.items()}
    scenarios |= references
    names = named_cells(next(iter(files.values())))
    wrong = {}
    for name, sheets in recalculated(files, tmp_path):
        if found := differences(Answer(sheets, names), scenarios[name]):
            wrong[name] = found
    assert wrong == {}


@dataclass(frozen=True)
class Computed:
    """Workbooks, and what LibreOffice computed of each."""

    made: Mapping[str, bytes]
    found: Mapping[str, Sheets]


@pytest.fixture(scope="module")
def computed(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> Computed:
    """One workbook as made and changed, and one in each language: LibreOffice starts once."""
    other = (Scenario().with_values({"team.users": 60}),)
    asked = {"others": other, "parts": frozenset({"compare"})}
    files = {"as-made": data, "changed": with_cells(data, CHANGES)}
    files |= {lang: workbook_of(EVERYTHING_ON, lang, **asked) for lang in LANGUAGES}
    return Computed(files, dict(recalculated(files, tmp_path_factory.mktemp("computed"))))


def test_what_is_changed_inside_the_workbook_changes_the_answer_as_in_the_model(
    computed: Computed,
) -> None:
    names = named_cells(computed.made["as-made"])
    changed = Answer(computed.found["changed"], names)
    assert differences(changed, EVERYTHING_ON.with_values(CHANGES)) == []
    assert len(differences(changed, EVERYTHING_ON)) > 40
    summary = {name: computed.found[name]["Summary"][3][1] for name in ("as-made", "changed")}
    assert summary == {
        "as-made": "As made on November\u00a022,\u00a02026: no assumption has been changed since.",
        "changed": "Assumptions were changed: the sentence above is as made on"
        " November\u00a022,\u00a02026, the figures below are those of now.",
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_cell_shows_before_what_it_shows_after(lang: str, computed: Computed) -> None:
    sheets = computed.found[lang]
    before = openpyxl.load_workbook(io.BytesIO(computed.made[lang]), data_only=True)
    wrong = []
    for sheet in before:
        for cells, now in zip(sheet.iter_rows(), sheets[sheet.title], strict=False):
            for cell, text in zip(cells, now, strict=False):
                if not same_cell(cell.value, text):
                    wrong.append((sheet.title, cell.coordinate, cell.value, text))
    assert wrong == []


def same_cell(held: object, text: str) -> bool:
    if isinstance(held, int | float):
        return float(figure(text)) == pytest.approx(float(held), rel=1e-9, abs=1e-7)
    return (held or "") == text
