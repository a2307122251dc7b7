"""What the visitor does inside the drawn part of the page: buttons, keys, a thumb being dragged."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from crmroi.assumptions import ScenarioError
from crmroi.charts import CHARTS, csv_text, table
from crmroi.ui.visit import Session

Event = Mapping[str, Any]


def act(session: Session, event: Event) -> None:
    """Do what an event asks for; one that is not known comes from an older page and is left."""
    action = _ACTIONS.get(str(event.get("type")))
    if action is not None:
        action(session, event)


def toggle_pin(session: Session, _event: Event) -> None:
    """Pin the present case as a ghost, or take the pinned one off."""
    session.pinned = session.scenario if session.pinned is None else None


def _preview(session: Session, event: Event) -> None:
    session.echo = event.get("at")
    try:
        session.preview = session.scenario.with_values({str(event["field"]): event["value"]})
    except (KeyError, ScenarioError):
        session.preview = None  # nothing was set: the slider itself will say when it is let go


def _how(session: Session, event: Event) -> None:
    asked = str(event.get("id"))
    session.view.how = "" if session.view.how == asked else asked


def _table(session: Session, event: Event) -> None:
    session.view.tables = session.view.tables ^ {str(event.get("id"))}


def _csv(session: Session, event: Event) -> None:
    chart = str(event.get("id"))
    found = session.uploads.tables.get(chart)
    if chart in CHARTS:
        found = table(chart, session.projection(session.scenario), session.pinned_projection)
    if found is None:
        return
    session.file = {"name": f"crmroi-{chart}.csv", "text": csv_text(found), "at": time.time()}


def _discounted(session: Session, _event: Event) -> None:
    session.view = replace(session.view, discounted=not session.view.discounted)


def _kpi(session: Session, event: Event) -> None:
    session.uploads.chosen = str(event.get("id"))


def _leave_stage(session: Session, _event: Event) -> None:
    session.view.presenting = False


def _lead(session: Session, event: Event) -> None:
    """Open the group of the assumption that would give an empty chart something to show."""
    group, _dot, _name = str(event.get("field")).partition(".")
    session.view.all_assumptions, session.view.open_group = True, group


_ACTIONS: dict[str, Callable[[Session, Event], None]] = {
    "preview": _preview,
    "how": _how,
    "table": _table,
    "csv": _csv,
    "pin": toggle_pin,
    "undo": lambda session, _event: session.undo(),
    "redo": lambda session, _event: session.redo(),
    "kpi": _kpi,
    "escape": _leave_stage,
    "discounted": _discounted,
    "lead": _lead,
}
