"""What a recalculated workbook says, beside what the model says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from xlsxwriter.utility import xl_cell_to_rowcol

from crmroi.assumptions import Scenario
from crmroi.model import Projection, project
from crmroi.model.lines import LINES
from crmroi.model.measures import MEASURES
from crmroi.reports.workbook.line_rows import clean
from crmroi.reports.workbook.measure_formulas import cell_name, shown
from crmroi.reports.workbook.rows import FIRST, MONTHS, TOTAL
from tests.reports.workbook.spreadsheets import Sheets, plan


def figure(text: str) -> float | str:
    """What a cell holds."""
    try:
        return float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        return text


@dataclass
class Answer:
    """What a recalculated workbook says."""

    sheets: Sheets
    names: Mapping[str, tuple[str, str]]

    def named(self, name: str) -> float | str:
        """A named cell."""
        sheet, address = self.names[name]
        row, column = xl_cell_to_rowcol(address)
        return figure(self.sheets[sheet][row][column])

    def row(self, name: str) -> np.ndarray:
        """A row of months, (MONTHS,)."""
        sheet, at = plan().places.at(name)
        return np.array([float(figure(x)) for x in self.sheets[sheet][at][FIRST : FIRST + MONTHS]])

    def total(self, name: str) -> float:
        """The total of a row."""
        sheet, at = plan().places.at(name)
        return float(figure(self.sheets[sheet][at][TOTAL]))


def differences(answer: Answer, scenario: Scenario) -> list[tuple[str, object, object]]:
    """Where a workbook says other than the model: measures, lines, net flow."""
    projection = project(scenario)
    dust = 1e-12 * turnover(projection)
    found: list[tuple[str, object, object]] = []
    turns = int(np.count_nonzero(np.diff(signs(projection))))
    for name, measure in MEASURES.items():
        here, there = answer.named(cell_name(name)), shown(projection, name, turns)
        absolute = dust if measure.form == "money" else 1e-12
        relative = 1e-6 if name == "irr" else 1e-9
        if not close(here, there, relative, absolute):
            found.append((name, here, there))
    for line in LINES:
        here, there = answer.total(line.name), float(projection.lines[line.name].sum())
        if not close(here, there, 1e-9, dust):
            found.append((line.name, here, there))
    for name in ("net", "cumulative", "customers_with"):
        here, there = answer.row(name), projection.monthly[name]
        if not np.allclose(here[: len(there)], there, rtol=1e-9, atol=dust):
            found.append((name, here, there))
    beyond = len(projection.months)
    if answer.row("net")[beyond:].any():
        found.append(("beyond the horizon", answer.row("net")[beyond:], 0))
    return found


def close(here: object, there: object, relative: float, absolute: float) -> bool:
    """Whether two cells are the same figure, or the same words."""
    if isinstance(here, str) or isinstance(there, str):
        return here == there
    return bool(np.isclose(here, there, rtol=relative, atol=absolute))


def turnover(projection: Projection) -> float:
    """All that flows: what differences of it are rounded by."""
    flows = ("total_gains", "total_costs", "revenue_with", "revenue_without")
    return float(sum(np.abs(projection.monthly[name]).sum() for name in flows))


def signs(projection: Projection) -> np.ndarray:
    """The signs of the net flow, nothing left out but what counts as zero."""
    flow = clean(projection.monthly["net"])
    return np.sign(flow[flow != 0])
