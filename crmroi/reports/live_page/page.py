"""The HTML of a live page. Every text is escaped here; what people typed is made plain first."""

from __future__ import annotations

from html import escape
from pathlib import Path

from crmroi.charts import Chart, Kpi, css_variables
from crmroi.reports.findings import Findings
from crmroi.reports.live_page.controls import Slider
from crmroi.reports.live_page.embed import data_address
from crmroi.reports.live_page.folded import all_assumptions, measures
from crmroi.reports.live_page.panel import panel
from crmroi.reports.logo import alternative
from crmroi.reports.plain import plain
from crmroi.text import _, html_language
from crmroi.text.calendar_months import whole_day
from crmroi.text.phrases import named

_HERE = Path(__file__).parent
_FONTS = {"IBM Plex Sans": "latin", "IBM Plex Sans Extended": "latin-ext"}
_IN_BAR = ("break_even_month", "roi", "npv")
"""The figures that stay in sight on a small screen: when, how much, what it is worth."""


def style() -> str:
    """The stylesheet: fonts and colours from where they are declared, the rest from page.css."""
    return f"{_fonts()}{css_variables()}{(_HERE / 'page.css').read_text(encoding='utf-8')}"


def _fonts() -> str:
    folder = _HERE.parents[2] / "static"
    faces = (
        (family, (folder / f"ibm-plex-sans-{part}-wght-normal.woff2").read_bytes())
        for family, part in _FONTS.items()
    )
    return "".join(
        f"@font-face{{font-family:'{family}';font-weight:100 700;"
        f"src:url({data_address(data, 'font/woff2')}) format('woff2')}}"
        for family, data in faces
    )


def document(head: str, body: str, scripts: str, title: str) -> str:
    """The whole file."""
    return (
        f'<!doctype html>\n<html lang="{html_language()}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"{head}\n<title>{escape(title)}</title>\n</head>\n<body>\n{body}\n{scripts}\n</body>\n"
        "</html>\n"
    )


def title(findings: Findings) -> str:
    """What the page is called."""
    name = plain(findings.order.scenario.name)
    case = _("CRM business case")
    return named(case, name) if name else case


def body(findings: Findings, sliders: tuple[Slider, ...], charts: tuple[Chart, ...]) -> str:
    """What is seen, with the figures of the case as it was made."""
    return (
        f'<a class="skip" href="#answer">{escape(_("Go to the answer"))}</a>'
        f'<div class="page">{_letterhead(findings)}'
        f'<main><h1 id="answer" aria-live="polite" tabindex="-1">{escape(findings.headline)}</h1>'
        f'<div class="kpis">{"".join(map(_kpi, findings.kpis))}</div>'
        f"{panel(sliders, findings.order.scenario)}"
        f'<div class="cards">{_columns(findings, charts)}</div>'
        f"{all_assumptions(findings)}</main>{_footer(findings)}</div>"
        f"{_bar(findings.kpis)}"
    )


def _columns(findings: Findings, charts: tuple[Chart, ...]) -> str:
    """All charts in sight at once: those along time above each other, the last one beside them."""
    *along_time, last = map(_card, charts)
    right = last + measures(findings)
    return "".join(f'<div class="column">{part}</div>' for part in ("".join(along_time), right))


def _letterhead(findings: Findings) -> str:
    order = findings.order
    name = plain(order.scenario.name) or _("CRM business case")
    reader, maker = plain(order.prepared_for), plain(order.prepared_by)
    lines = [_("Prepared for {name}", name=reader)] if reader else []
    lines += [_("Prepared by {name}", name=maker)] if maker else []
    lines.append(whole_day(order.made_on))
    said = "".join(f"<span>{escape(line)}</span>" for line in lines)
    return (
        f'<header class="letterhead">{_logo(findings)}<p class="case">{escape(name)}</p>'
        f"<p>{said}</p></header>"
    )


def _logo(findings: Findings) -> str:
    """The logo as a picture, in which a browser runs and loads nothing."""
    logo = findings.order.logo
    if logo is None:
        return ""
    mime = {"png": "image/png", "svg": "image/svg+xml"}[logo.format]
    alt = escape(alternative(findings.order))
    return f'<img src="{data_address(logo.data, mime)}" alt="{alt}">'


def _kpi(kpi: Kpi) -> str:
    return (
        f'<section class="kpi"><div class="label">{escape(kpi.label)}</div>'
        f'<div class="value" data-figure="{kpi.id}">{escape(kpi.value)}</div>'
        f'<div class="reason" data-reason="{kpi.id}">{escape(kpi.reason or "")}</div></section>'
    )


def _bar(kpis: tuple[Kpi, ...]) -> str:
    shown = {kpi.id: kpi for kpi in kpis}
    parts = (
        f'<span><small>{escape(shown[name].label)}</small><b data-figure="{name}">'
        f"{escape(shown[name].value)}</b></span>"
        for name in _IN_BAR
    )
    return f'<div class="bar" aria-hidden="true">{"".join(parts)}</div>'


def _card(chart: Chart) -> str:
    empty = _("Nothing to compare yet. Set at least one cost or gain to see this chart.")
    return (
        f'<section class="card card-{chart.id}" data-chart="{chart.id}"'
        f' aria-labelledby="title-{chart.id}"><h2 id="title-{chart.id}">{escape(chart.title)}</h2>'
        f'<p class="subtitle">{escape(chart.subtitle)}</p>'
        f'<div class="plot"></div><p class="empty" hidden>{escape(empty)}</p>'
        f'<p class="notes">{escape(" ".join(chart.notes))}</p>'
        f'<details><summary id="table-{chart.id}">{escape(_("Show as a table"))}</summary>'
        '<div class="aside" tabindex="0" role="region"'
        f' aria-labelledby="table-{chart.id} title-{chart.id}"></div>'
        "</details></section>"
    )


def _footer(findings: Findings) -> str:
    order, (model, inputs) = findings.order, findings.identity
    how = _(
        "This page computes its figures itself, by the formulas of the app: it works without a"
        " network and sends nothing. Reset brings back the case as it was made."
    )
    which = _("Model {model}, inputs {inputs}.", model=model, inputs=inputs)
    said = (how, f"{which} {whole_day(order.made_on)}.")
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in said)
    return f"<footer>{paragraphs}{_link(order.link)}</footer>"


def _link(address: str) -> str:
    """The way to the app, where there is one: an address of the web and nothing else."""
    if not address.startswith(("http://", "https://")):
        return ""
    said = escape(_("Open this case in the app"))
    return f'<p><a href="{escape(address)}" rel="noreferrer">{said}</a></p>'
