"""The same answer as a Dash app: the same charts, sliders, sentence and figures, one callback.

Made as one who knows Dash would: sliders that send while they are dragged, figures that keep
their zoom, nothing in debug mode, a server that keeps its connections open. The model and the
figures are crmroi's own, so that both pages compute and draw the same.

    python -m benchmarks.peers.dash_app PORT
"""

from __future__ import annotations

import sys
from typing import Any

from dash import Dash, Input, Output, dcc, html
from werkzeug.serving import WSGIRequestHandler

from crmroi.assumptions import FRONT, FRONT_GROUPS, Scenario, assumptions
from crmroi.charts import CHARTS, draw, headline, kpis
from crmroi.model import project
from crmroi.text import show, speak

HEIGHTS = {"cash": 270, "years": 270}
HEIGHT = 300
STYLE = """
body{margin:0;padding:4.25rem 1.5rem 3rem;font:16px 'IBM Plex Sans',sans-serif;color:#16202e}
#body{display:flex;gap:1rem;max-width:1600px}#panel{flex:0 0 290px;padding:.75rem .875rem}
#result{flex:1;min-width:0}h1{font-size:1.75rem;line-height:1.25;margin:0 0 .5rem;max-width:44ch}
.kpis{display:grid;grid-template-columns:repeat(5,1fr);gap:.75rem;margin-bottom:.75rem}
.kpi,.card{border:1px solid #d5dbe5;border-radius:8px;padding:.625rem .75rem;min-width:0}
.value{font-size:1.5rem;font-weight:600}.card h2{margin:0;font-size:1rem}
.card p{margin:0;font-size:.8125rem}
.cards{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:.75rem}
.slider{height:2.75rem}.head{display:flex;justify-content:space-between;font-size:.875rem}
#panel h2{font-size:.8125rem;margin:.25rem 0}
"""


def css_id(key: str) -> str:
    """A dot has another meaning in the name of a Dash component."""
    return key.replace(".", "-")


def slider(key: str) -> html.Div:
    """One assumption: its label, its value, its slider."""
    item = assumptions()[key]
    low, high = item.plausible or (0, 1)
    return html.Div(
        className="slider",
        children=[
            html.Div([html.Label(item.label), html.B(id=f"value-{css_id(key)}")], className="head"),
            dcc.Slider(
                *(low, high, item.step),
                value=item.default,
                id=css_id(key),
                marks=None,
                updatemode="drag",
                allow_direct_input=False,
            ),
        ],
    )


def card(chart: str) -> html.Div:
    """One chart with its words."""
    graph = dcc.Graph(id=f"chart-{chart}", config={"displayModeBar": False})
    words = [html.H2(id=f"title-{chart}"), html.P(id=f"subtitle-{chart}")]
    return html.Div([*words, graph], className="card")


def layout() -> html.Div:
    """The page: sliders left, the answer right."""
    names = [figure.id for figure in kpis(project(Scenario()), None)]
    panel = [
        part
        for title, keys in FRONT_GROUPS.items()
        for part in [html.H2(title), *(slider(key) for key in keys)]
    ]
    figures = [
        html.Div(
            [html.Div(id=f"label-{name}"), html.Div(id=f"kpi-{name}", className="value")],
            className="kpi",
        )
        for name in names
    ]
    cards = html.Div([card(chart) for chart in CHARTS], className="cards")
    result = [html.H1(id="headline"), html.Div(figures, className="kpis"), cards]
    return html.Div([html.Div(panel, id="panel"), html.Div(result, id="result")], id="body")


def outputs() -> dict[str, Any]:
    """All that one move of a slider changes."""
    names = [figure.id for figure in kpis(project(Scenario()), None)]
    return {
        "headline": Output("headline", "children"),
        "labels": [Output(f"label-{name}", "children") for name in names],
        "kpis": [Output(f"kpi-{name}", "children") for name in names],
        "values": [Output(f"value-{css_id(key)}", "children") for key in FRONT],
        "titles": [Output(f"title-{chart}", "children") for chart in CHARTS],
        "subtitles": [Output(f"subtitle-{chart}", "children") for chart in CHARTS],
        "figures": [Output(f"chart-{chart}", "figure") for chart in CHARTS],
    }


def answer(*moved: float) -> dict[str, Any]:
    """The case of the sliders, computed and drawn."""
    speak("en")
    values = dict(zip(FRONT, moved, strict=True))
    whole = {key for key in FRONT if assumptions()[key].kind == "whole"}
    typed = {key: int(value) if key in whole else value for key, value in values.items()}
    scenario = Scenario().with_values(typed)
    projection = project(scenario)
    figures = kpis(projection, None)
    charts = draw(projection, None, "light")
    return {
        "headline": headline(projection),
        "labels": [figure.label for figure in figures],
        "kpis": [figure.value for figure in figures],
        "values": [
            show(value, assumptions()[key].unit, scenario.currency) for key, value in typed.items()
        ],
        "titles": [chart.title for chart in charts],
        "subtitles": [chart.subtitle for chart in charts],
        "figures": [sized(chart.id, chart.figure) for chart in charts],
    }


def sized(chart: str, figure: dict[str, Any]) -> dict[str, Any]:
    """A figure with the height that it has on the page."""
    height = figure["layout"].get("height", HEIGHTS.get(chart, HEIGHT))
    return {**figure, "layout": {**figure["layout"], "height": height}}


def main(port: int) -> None:
    """Serve the app until it is ended."""
    app = Dash(__name__, title="Dash")
    app.index_string = app.index_string.replace("</head>", f"<style>{STYLE}</style></head>")
    app.layout = layout()
    inputs = [Input(css_id(key), "value") for key in FRONT]
    app.callback(outputs(), inputs)(answer)
    WSGIRequestHandler.protocol_version = "HTTP/1.1"  # else each move opens a connection
    app.run(host="127.0.0.1", port=port, debug=False)


if __name__ == "__main__":
    main(int(sys.argv[1]))
