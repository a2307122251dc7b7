"""The What-if page as Streamlit comes: the same panel, `st.metric` and `st.plotly_chart`.

Memory is settled as on the page, or Streamlit's own collecting would be most of the time.
"""

from __future__ import annotations

import streamlit as st

from crmroi import ui
from crmroi.charts import draw, headline, kpis
from crmroi.text import speak
from crmroi.ui.session import begin

HEIGHTS = {"cash": 270, "years": 270}
HEIGHT = 300


st.set_page_config(page_title="st.plotly_chart", layout="wide")
session = begin()
speak(session.language)
sliders, result = ui.panel_and_result(session)

with result:
    projection = session.projection(session.scenario)
    st.title(headline(projection))
    figures = kpis(projection, None)
    for place, figure in zip(st.columns(len(figures)), figures, strict=True):
        place.metric(figure.label, figure.value)
    charts = draw(projection, None, "light")
    for row in (charts[:2], charts[2:4], charts[4:]):
        for place, chart in zip(st.columns([3, 2]), row, strict=False):
            with place.container(border=True):
                st.markdown(f"**{chart.title}**  \n{chart.subtitle}")
                height = chart.figure["layout"].get("height", HEIGHTS.get(chart.id, HEIGHT))
                st.plotly_chart(
                    chart.figure, key=chart.id, height=height, theme=None, alt=chart.alt,
                    config={"displayModeBar": False},
                )  # fmt: skip

with sliders:
    ui.panel(session)

ui.settle_memory()
