"""The reports by their kind, and how one is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Literal

from crmroi.reports.findings import Findings
from crmroi.reports.order import Order, Part
from crmroi.text import N_

Kind = Literal["xlsx", "pdf", "pptx", "html", "csv"]
"""A report by the ending of its file."""
Progress = Callable[[float], None]
"""Is told how much of a report is made, 0 to 1; may raise to stop it."""


@dataclass(frozen=True)
class _Report:
    """One kind of report: `label` and `meaning` are messages, `room` the module that makes it."""

    label: str
    meaning: str
    mime: str
    room: str
    parts: frozenset[Part] = frozenset()
    """What it can hold beside the case."""


_ALL: frozenset[Part] = frozenset({"risk", "compare", "measure"})

KINDS: Mapping[Kind, _Report] = MappingProxyType(
    {
        "xlsx": _Report(
            N_("Workbook"),
            N_("Live formulas: change an assumption and the answer follows."),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "crmroi.reports.workbook",
            frozenset({"compare"}),
        ),
        "pdf": _Report(
            N_("Document"),
            N_("Two pages for the board, and an appendix with every source."),
            "application/pdf",
            "crmroi.reports.document",
            _ALL,
        ),
        "pptx": _Report(
            N_("Slides"),
            N_("Five slides whose charts can be edited."),
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "crmroi.reports.deck",
            _ALL,
        ),
        "html": _Report(
            N_("Live page"),
            N_("One file with sliders that anybody can open, with no network."),
            "text/html",
            "crmroi.reports.live_page",
        ),
        "csv": _Report(
            N_("Months"),
            N_("Every line by month, to compute with."),
            "text/csv",
            "crmroi.reports.months",
        ),
    }
)
"""Every kind; its room has `make(findings, progress) -> bytes`."""


def make(order: Order, kind: Kind, progress: Progress | None = None) -> bytes:
    """The file of a report, in the language spoken now."""
    room = import_module(KINDS[kind].room)
    made: bytes = room.make(Findings(order), progress or (lambda _share: None))
    return made
