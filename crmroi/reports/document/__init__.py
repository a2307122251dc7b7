"""Two pages for the board and an appendix, as PDF that can be searched, read aloud and traced."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from crmroi.reports.document import appendix, formulas, front, parts
from crmroi.reports.document.blocks import Block
from crmroi.reports.document.letterhead import about, title
from crmroi.reports.document.typesetting import pdf, pictures
from crmroi.reports.findings import Findings
from crmroi.reports.making import Progress

__all__ = ["make", "pages"]


def make(findings: Findings, progress: Progress) -> bytes:
    """The document as a tagged PDF (PDF/UA-1); the same findings give the same bytes."""
    return pdf(_document(findings, progress))


def pages(findings: Findings) -> list[bytes]:
    """Each page of it as a picture (PNG), to look at before it is downloaded."""
    return pictures(_document(findings, lambda _share: None))


def _document(findings: Findings, progress: Progress) -> dict[str, Any]:
    sections = list(_sections(findings))
    blocks: list[Block] = []
    for done, section in enumerate(sections):
        progress(done / (len(sections) + 1))
        blocks += section(findings)
    progress(len(sections) / (len(sections) + 1))
    return {**about(findings), "title": title(findings), "blocks": blocks}


def _sections(findings: Findings) -> Iterator[Callable[[Findings], list[Block]]]:
    """Give what the order asks for, in the order of reading."""
    yield front.answer
    yield front.conditions
    yield from (section for part, section in parts.SECTIONS.items() if part in findings.order.parts)
    yield appendix.measures
    yield appendix.figures
    yield appendix.assumptions
    yield appendix.ranges
    yield formulas.formulas
    yield appendix.limits
    yield appendix.sources
