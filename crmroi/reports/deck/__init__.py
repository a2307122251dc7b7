"""The slides: five whose charts can be edited, and one or more for each part asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from crmroi.reports.deck.answer import answer
from crmroi.reports.deck.made_of import made_of
from crmroi.reports.deck.must_be_true import must_be_true
from crmroi.reports.deck.next_steps import next_steps
from crmroi.reports.deck.package import bytes_of, describe
from crmroi.reports.deck.paper import blank
from crmroi.reports.deck.pays import pays
from crmroi.reports.deck.talk import Talk
from crmroi.reports.findings import Findings
from crmroi.reports.making import Progress
from crmroi.reports.plain import plain


def make(findings: Findings, progress: Progress) -> bytes:
    """Return the file."""
    talk, order = Talk(blank(), findings), findings.order
    slides = list(_slides(talk))
    for at, add in enumerate(slides):
        progress(at / len(slides))
        add(talk)
    title = plain(order.scenario.name) or findings.headline
    author = plain(order.prepared_by) or "crmroi"
    describe(talk.deck, title, findings.headline, author, order.made_on)
    data = bytes_of(talk.deck, order.made_on)
    progress(1.0)
    return data


def _slides(talk: Talk) -> Iterator[Callable[[Talk], None]]:
    """Give what adds each slide, in order; what a part needs is loaded for it alone."""
    parts = talk.findings.order.parts
    yield from (answer, pays, made_of, must_be_true)
    if "risk" in parts:
        from crmroi.reports.deck.likely import likely  # noqa: PLC0415

        yield likely
    if "compare" in parts:
        from crmroi.reports.deck.side_by_side import side_by_side  # noqa: PLC0415

        yield side_by_side
    if "measure" in parts:
        from crmroi.reports.deck.before_after import before_after  # noqa: PLC0415
        from crmroi.reports.deck.measured import measured  # noqa: PLC0415

        yield measured
        yield from before_after(talk.findings)
    yield next_steps
