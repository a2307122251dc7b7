"""A visit without a browser: the page as Streamlit's own test runner sees it."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from streamlit.testing.v1 import AppTest

from crmroi.text import match, speak

APP = Path(__file__).parents[2] / "app.py"


def visit(page: str = "pages/what_if.py", **query: str) -> AppTest:
    """Open the app at a page, with an address. The test then speaks the visitor's language too.

    (Streamlit's test runner asks for the words of a choice in the test's own thread.)
    """
    speak(match(query.get("lang")))
    at = AppTest.from_file(str(APP), default_timeout=60)
    for name, value in query.items():
        at.query_params[name] = value
    at.run()
    if page != "pages/what_if.py":
        at.switch_page(page).run()
    assert not at.exception, at.exception
    return at


def drawn(at: AppTest) -> dict[str, Any]:
    """Return what the page gave the browser to draw."""
    (found,) = json.loads(at.get("bidi_component")[0].proto.json)
    return dict(found)


def address_of(at: AppTest) -> dict[str, str]:
    """Return the query that the page keeps in the address."""
    return dict(parse_qsl(drawn(at)["address"]))


def sketch(at: AppTest) -> dict[str, str]:
    """Return the figures by name, as shown."""
    return {kpi["id"]: kpi["value"] for kpi in drawn(at)["kpis"]}


def session_of(at: AppTest) -> Any:
    """Return the visitor's session."""
    return at.session_state["crmroi"]


def words_of(at: AppTest) -> str:
    """Return what the page says outside its controls."""
    bodies = [element.proto.body for element in at.get("html")]
    return "\n".join(unescape(body) for body in bodies)
