"""The generated pages of docs/ say what the code says."""

from __future__ import annotations

from pathlib import Path

import pytest

from crmroi.assumptions import assumptions
from crmroi.model import LINES, MEASURES
from crmroi.model.formulas import FORMULAS
from crmroi.text import speaking
from tests.support import ROOT
from tools import docs
from tools.docs import documents


@pytest.mark.parametrize("name", documents())
def test_a_generated_page_is_as_the_code_prints_it(name: str) -> None:
    written = (ROOT / name).read_text(encoding="utf-8")
    assert written == documents()[name], f"{name} is out of date: run `make docs`"


def test_make_docs_mends_a_page_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(docs, "ROOT", tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "formulas.md").write_text("old", encoding="utf-8")
    docs.main()
    assert capsys.readouterr().out == "".join(f"{name}: written\n" for name in documents())
    for name, text in documents().items():
        assert (tmp_path / name).read_text(encoding="utf-8") == text
    docs.main()
    assert "docs/formulas.md: as it was" in capsys.readouterr().out


def test_the_pages_are_english_whatever_language_is_spoken() -> None:
    with speaking("fr"):
        assert "## What is compared" in documents()["docs/formulas.md"]


def test_every_assumption_has_a_row_and_every_formula_a_heading() -> None:
    pages = documents()
    rows = [line for line in pages["docs/assumptions.md"].splitlines() if line.startswith("| **")]
    assert len(rows) == len(assumptions())
    assert all(any(f"`{key}`" in row for row in rows) for key in assumptions())
    headings = [line for line in pages["docs/formulas.md"].splitlines() if line.startswith("#")]
    for title in (
        *(f"### {measure.label}" for measure in MEASURES.values()),
        *(f"### {formula.title}" for formula in FORMULAS.values()),
        *(f"#### {line.label}" for line in LINES),
    ):
        assert title in headings


def test_no_cell_of_a_table_holds_a_bar_of_its_own() -> None:
    for line in documents()["docs/assumptions.md"].splitlines():
        if line.startswith("|"):
            assert line.count(" | ") == len(docs.COLUMNS) - 1
