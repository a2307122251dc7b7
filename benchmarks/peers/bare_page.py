"""The least that Streamlit can show: one figure and one chart."""

from __future__ import annotations

import plotly.graph_objects as go
import streamlit as st

st.metric("Answer", "42")
st.plotly_chart(go.Figure(go.Scatter(x=list(range(61)), y=[month**2 for month in range(61)])))
