"""Whose document it is, what it is called, and what stands on the foot of each page."""

from __future__ import annotations

from typing import Any

from crmroi.charts.theme import colours
from crmroi.reports.document.blocks import Block
from crmroi.reports.findings import Findings
from crmroi.reports.fonts import BOLD_FAMILY, FAMILY
from crmroi.reports.logo import alternative, as_svg
from crmroi.reports.plain import plain
from crmroi.text import _, language
from crmroi.text.calendar_months import whole_day


def title(findings: Findings) -> str:
    """What the document is called, in its list of contents and in the window that shows it."""
    name = plain(findings.order.scenario.name)
    return (
        _("Business case of the CRM: {name}", name=name) if name else _("Business case of the CRM")
    )


def letterhead(findings: Findings) -> Block:
    """The head of the first page: what it is, by whom, for whom, and a logo."""
    order = findings.order
    lines = [
        said
        for said, name in (
            (_("Prepared for {name}", name=plain(order.prepared_for)), order.prepared_for),
            (_("Prepared by {name}", name=plain(order.prepared_by)), order.prepared_by),
        )
        if name
    ]
    head: Block = {
        "kind": "letterhead",
        "title": title(findings),
        "lines": lines,
    }
    if order.logo is not None:
        head["logo"] = {"svg": as_svg(order.logo), "alt": alternative(order)}
    return head


def about(findings: Findings) -> dict[str, Any]:
    """What holds for the whole document: language, date, letters, colours, the foot of a page."""
    order, (model, inputs) = findings.order, findings.identity
    code, _underline, region = language().partition("_")
    return {
        "language": code,
        "region": region or None,
        "font": FAMILY,
        "bold": BOLD_FAMILY,
        "colours": dict(colours("light")),
        "author": plain(order.prepared_by) or [],
        "keywords": [model, inputs],
        "date": [order.made_on.year, order.made_on.month, order.made_on.day],
        "footer": _(
            "{date} · model {model} · inputs {inputs}",
            date=whole_day(order.made_on), model=model, inputs=inputs,
        ),
        "pages": _("Page {n} of {count}", n="{n}", count="{count}"),
    }  # fmt: skip
