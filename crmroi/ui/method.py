"""The Method page's parts, printed from the code; the figures are those of the present case."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from crmroi.assumptions import assumptions as all_assumptions
from crmroi.charts import headline
from crmroi.measure.kpis import KPIS
from crmroi.model import Projection
from crmroi.model.lines import Side
from crmroi.model.method import formulas as method_formulas
from crmroi.model.method.glossary import glossary as all_terms
from crmroi.model.method.lines import themes
from crmroi.model.method.table import published, rows
from crmroi.model.method.words import COUNTED_ONCE, LEFT_OUT, SECTIONS
from crmroi.text import _, _n
from crmroi.ui import markup
from crmroi.ui.actions import settings_alone
from crmroi.ui.search import NOTHING_FOUND, matching
from crmroi.ui.visit import Session


def contents_and_text() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Lay the page out and return the places of the contents and of the text."""
    left, right = st.container(key="method").columns([1, 5], gap="medium")
    return left.container(key="contents"), right.container(key="text")


def contents() -> None:
    """Draw the links to the sections."""
    titles = {anchor: _(section.title) for anchor, section in SECTIONS.items()}
    st.html(markup.contents(titles))


def opening(current: Session) -> None:
    """Draw the title, what is compared, the case that the figures are of, and the settings."""
    said = _(
        "Every formula, line, default and source, printed from the code that computes them. The "
        "figures under “Today” are those of the case on the What-if page:"
    )
    with st.container(horizontal=True, key="method-head"):
        st.html(markup.opening(_("Method"), said, headline(_projection(current))))
        settings_alone(current)
    _section("compared")


def measures(current: Session) -> None:
    """Draw every measure, and what the letters in the formulas stand for."""
    entries = method_formulas.measures(_projection(current))
    _section(
        "measures",
        markup.notation(method_formulas.NOTATION),
        *(markup.entry(entry, 3) for entry in entries),
    )


def lines(current: Session) -> None:
    """Draw every line of the business case, by side and theme."""
    _side("gains", "gain", _projection(current))
    _side("costs", "cost", _projection(current))


def formulas(current: Session) -> None:
    """Draw the formulas of time, adoption, sales, levers and risk."""
    for topic, entries in method_formulas.topics(_projection(current)).items():
        _section(topic, *(markup.entry(entry, 3) for entry in entries))


def assumptions(current: Session) -> None:
    """Draw the table of all assumptions, and the box to search it."""
    _section("assumptions")
    wanted = st.text_input(
        _("Search an assumption"), key="method.search", icon=":material/search:",
        placeholder=_("A word of its name or meaning"), width=360,
    )  # fmt: skip
    found = matching(wanted or "")
    count = len(all_assumptions())
    said = _n("{n} of {count} assumptions", "{n} of {count} assumptions", len(found), count=count)
    groups = {
        group: [row for row in of_group if row.key in found]
        for group, of_group in rows(current.scenario).items()
    }
    table = markup.assumptions_table(groups) if found else markup.paragraphs([_(NOTHING_FOUND)])
    st.html(f'<p class="notes" role="status">{said}</p>{table}')


def sources() -> None:
    """Draw every published source."""
    _section("sources", markup.sources_list(published()))


def kpis() -> None:
    """Draw every KPI that exports can give, with its definition."""
    _section("kpis", markup.terms((_(kpi.label), _(kpi.definition)) for kpi in KPIS.values()))


def limits() -> None:
    """Draw what is left out, and how nothing is counted twice."""
    _section("left-out", markup.points(_(text) for text in LEFT_OUT))
    _section("counted-once", markup.points(_(text) for text in COUNTED_ONCE))


def glossary() -> None:
    """Draw the terms of the trade."""
    _section("glossary", markup.terms(all_terms()))


def _side(anchor: str, side: Side, projection: Projection) -> None:
    _section(anchor)
    for theme in themes(side, projection):
        _draw(
            markup.heading(3, theme.anchor, theme.title, theme.total),
            *(markup.entry(entry, 4) for entry in theme.entries),
        )


def _section(anchor: str, *parts: str) -> None:
    section = SECTIONS[anchor]
    said = markup.paragraphs(_(text) for text in section.paragraphs)
    _draw(markup.heading(2, anchor, _(section.title)), said, *parts)


def _draw(*parts: str) -> None:
    """Draw HTML with formulas in it, as one element."""
    st.markdown("\n".join(part for part in parts if part), unsafe_allow_html=True)


def _projection(current: Session) -> Projection:
    return current.projection(current.scenario)
