"""The address: what a reload and a shared link hold. Numbers and codes only, never a name."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from crmroi.assumptions import Scenario, ScenarioError
from crmroi.assumptions.presets import PRESETS, preset_scenario
from crmroi.files.share_link import from_link, to_link
from crmroi.text import Notice, match
from crmroi.ui.navigation import PAGES
from crmroi.ui.visit import Session

SCENARIO, PINNED, LANGUAGE, START = "s", "pin", "lang", "from"


def arrive() -> Session:
    """Make a session from the address that the visitor came with."""
    asked = st.query_params.get(LANGUAGE)
    session = Session(language=match(asked or st.context.locale))
    start = st.query_params.get(START, "")
    if start in PRESETS:
        session.preset = start
        session.base = session.scenario = preset_scenario(start)
    session.scenario = _read(SCENARIO, session.of_link) or session.scenario
    session.pinned = _read(PINNED, session.of_link)
    return session


def _read(name: str, notices: list[Notice]) -> Scenario | None:
    """Return the case that a part of the address holds; what cannot be applied is told."""
    text = st.query_params.get(name)
    if text is None:
        return None
    try:
        scenario, found = from_link(text)
    except ScenarioError as problem:
        notices.extend(problem.problems)
        return None
    notices.extend(found)
    return scenario


def address(session: Session) -> str:
    """Return the query of the address for this session; what others put there stays."""
    ours = {SCENARIO, PINNED, LANGUAGE, START}
    others = [(name, value) for name, value in st.query_params.items() if name not in ours]
    return urlencode([*others, *_query(session)])


def share_link(session: Session) -> str:
    """Return the link that opens this case elsewhere, on the first page, whichever this one is."""
    base = (st.context.url or "").split("?")[0]
    folder, slash, page = base.rpartition("/")
    if page in {url for _path, url, _title in PAGES}:
        base = f"{folder}{slash}"
    return f"{base}?{urlencode(_query(session))}"


def _query(session: Session) -> list[tuple[str, str]]:
    query = [(LANGUAGE, session.language), (SCENARIO, to_link(session.scenario))]
    if session.preset in PRESETS:
        query.append((START, session.preset))
    if session.pinned is not None:
        query.append((PINNED, to_link(session.pinned)))
    return query
