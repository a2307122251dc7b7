"""How each kind of report is shown before it is made: as it looks where that can be drawn here.

Pages of the document are drawn as they are, slides from what is in their file. Of sheets,
which an office draws, is shown what they hold; the live page is shown by its charts until it is
asked for itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from crmroi.charts import Chart
from crmroi.reports import Kind, Order, Progress
from crmroi.reports.findings import Findings
from crmroi.reports.months import months_table
from crmroi.text import N_, _, number

_CHART_WIDTH, _CHART_HEIGHT = 640, 300
_SHEETS: Mapping[str, str] = MappingProxyType(
    {
        "summary": N_("The answer, the measures and the charts."),
        "assumptions": N_("Every value to change, with its unit, range, help and source."),
        "months": N_("Every line of every month, as formulas."),
        "levers": N_("What each of the sales levers gives, as formulas."),
        "years": N_("The lines by year, as formulas."),
        "measures": N_("Each measure with its formula."),
        "scenarios": N_("The scenarios side by side, as they were when it was made."),
        "sources": N_("What each value rests on."),
    }
)
"""What the sheets of the workbook hold."""


@dataclass(frozen=True)
class Picture:
    """A page, or a chart of one: PNG, or SVG as text."""

    image: bytes | str
    alt: str


@dataclass(frozen=True)
class Passage:
    """What one slide or one page says, where it cannot be shown as it looks."""

    title: str
    lines: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True)
class Preview:
    """What can be shown of a report: its pages, or what they say, or the parts it has."""

    pages: tuple[Picture, ...] = ()
    slides: tuple[tuple[str, str], ...] = ()
    """What each says, and how it looks in HTML."""
    passages: tuple[Passage, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    """Names and what they hold."""
    live: bytes = field(default=b"", repr=False)
    """The live page itself, to be tried."""


def _document(order: Order, progress: Progress) -> Preview:
    from crmroi.reports.document import pages  # noqa: PLC0415 - brings what draws

    drawn = pages(Findings(order))
    progress(1.0)
    return Preview(
        pages=tuple(
            Picture(image, _("Page {n} of {count}", n=place, count=len(drawn)))
            for place, image in enumerate(drawn, start=1)
        )
    )


def _workbook(order: Order, _progress: Progress) -> Preview:
    from crmroi.reports.workbook.words import sheet_titles  # noqa: PLC0415

    kept = {*_SHEETS} if Findings(order).comparison else {*_SHEETS} - {"scenarios"}
    titles = sheet_titles()
    return Preview(
        parts=tuple((titles[name], _(said)) for name, said in _SHEETS.items() if name in kept)
    )


def _slides(order: Order, progress: Progress) -> Preview:
    from crmroi.reports.deck import make  # noqa: PLC0415 - brings what writes presentations
    from crmroi.ui.report.slides import sketches  # noqa: PLC0415

    findings = Findings(order)
    made = make(findings, progress)
    return Preview(slides=tuple(sketches(made, _charts(findings))))


def _charts(findings: Findings) -> Iterator[Chart]:
    """Yield every chart that slides may show, as it is on the pages."""
    yield from findings.charts.values()
    if "risk" in findings.order.parts:
        from crmroi.charts.risk import payback  # noqa: PLC0415

        yield payback(findings.simulation)
    if findings.comparison is not None:
        from crmroi.charts.compare import curves  # noqa: PLC0415

        yield curves(findings.comparison)
    yield from findings.histories.values()


def _live_page(order: Order, progress: Progress) -> Preview:
    from crmroi.reports.live_page import SHOWN, make  # noqa: PLC0415 - brings what it is made of

    findings = Findings(order)
    charts = [findings.charts[name] for name in SHOWN if findings.charts[name].empty is None]
    return Preview(
        passages=tuple(Passage(each.title, (), (_picture(each),)) for each in charts),
        live=make(findings, progress),
    )


def _months(order: Order, _progress: Progress) -> Preview:
    table = months_table(Findings(order).projection)
    size = _(
        "{rows} rows, {columns} columns", rows=number(len(table.raw)),
        columns=number(len(table.columns)),
    )  # fmt: skip
    return Preview(passages=(Passage(size, tuple(column.name for column in table.columns)),))


def _picture(chart: Chart) -> Picture:
    from crmroi.reports.vectors import svg  # noqa: PLC0415 - brings what draws

    height = None if "height" in chart.figure["layout"] else _CHART_HEIGHT
    return Picture(svg(chart, _CHART_WIDTH, height), chart.alt)


LOOKS: Mapping[Kind, Callable[[Order, Progress], Preview]] = MappingProxyType(
    {
        "xlsx": _workbook,
        "pdf": _document,
        "pptx": _slides,
        "html": _live_page,
        "csv": _months,
    }
)
"""What shows a kind of report, in the language spoken now."""
