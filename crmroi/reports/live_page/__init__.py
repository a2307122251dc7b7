"""One HTML file that computes the case in the page while its sliders move, from any disk.

Nothing is loaded: the model, the words, Plotly, fonts and figures are all in the file, and its
content security policy allows it no more than that.
"""

from __future__ import annotations

from html import escape
from typing import Any

from crmroi.charts import CHARTS, Chart, draw
from crmroi.reports.findings import Findings
from crmroi.reports.live_page import page, scripts
from crmroi.reports.live_page.case import values
from crmroi.reports.live_page.controls import Slider, sliders
from crmroi.reports.live_page.embed import allowed, as_json, as_script
from crmroi.reports.live_page.spoken import spoken
from crmroi.reports.making import Progress

SHOWN = CHARTS[:3]
"""The charts of the page: cumulative cash, gains and costs by year, the waterfall."""


def make(findings: Findings, progress: Progress) -> bytes:
    """The file, in the language spoken now."""
    front = sliders(findings.order.scenario)
    charts = tuple(findings.charts[name] for name in SHOWN)
    progress(0.3)
    data = as_json(_data(findings, front))
    progress(0.6)
    running = [
        as_script(text) for text in (scripts.plotly(), scripts.answering(), scripts.showing())
    ]
    written = [f'<script type="application/json" id="case">{data}</script>']
    written += [f"<script>{text}</script>" for text in running]
    head = f"{_policy(running)}\n<style>{page.style()}</style>"
    body = page.body(findings, front, charts)
    text = page.document(head, body, "\n".join(written), page.title(findings))
    progress(1.0)
    return text.encode()


def _policy(running: list[str]) -> str:
    """What a browser may do here: run these very scripts, and look at what is in the file."""
    scripts_allowed = " ".join(map(allowed, running))
    rules = (
        "default-src 'none'",
        f"script-src {scripts_allowed}",
        "style-src 'unsafe-inline'",  # Plotly writes styles; they load nothing under default-src
        "img-src data:",
        "font-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{escape("; ".join(rules))}">'


def _data(findings: Findings, front: tuple[Slider, ...]) -> dict[str, Any]:
    scenario = findings.order.scenario
    dark = {chart.id: chart for chart in draw(findings.projection, theme="dark")}
    return {
        "values": values(scenario),
        "sliders": [slider._asdict() for slider in front],
        "spoken": spoken(scenario.currency),
        "charts": {name: _fixed(findings.charts[name], dark[name]) for name in SHOWN},
    }


def _fixed(light: Chart, dark: Chart) -> dict[str, Any]:
    """The figure in both themes, and its way of zooming by the room there is."""
    wide = light.figure["layout"]
    narrow = light.narrow["layout"]
    mode = {"wide": wide["dragmode"], "narrow": narrow.get("dragmode", wide["dragmode"])}
    return {"light": light.figure, "dark": dark.figure} | {
        room: {"dragmode": value} for room, value in mode.items()
    }
