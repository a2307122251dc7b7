"""What is chosen: the kinds of report, what goes in, the language, whose names stand on it."""

from __future__ import annotations

import streamlit as st

from crmroi.reports import KINDS, PARTS, Kind, Part
from crmroi.text import LANGUAGES, _
from crmroi.ui import words
from crmroi.ui.report.asked import hindrance, language_of, takers
from crmroi.ui.report.logo import logo
from crmroi.ui.session import session
from crmroi.ui.visit import Session


def choices(current: Session) -> None:
    """Draw the choices, one below the other."""
    with st.container(key="report-choices"):
        words.heading(_("What is made"))
        for kind in KINDS:
            _kind(current, kind)
        words.heading(_("What goes in beside the case"))
        for part in PARTS:
            _part(current, part)
        words.heading(_("Language and names"))
        _language(current)
        _name(current, "prepared_by", _("Prepared by"))
        _name(current, "prepared_for", _("Prepared for"))
        logo(current)
        words.note(_("Names and logo stay in this session: in no link, no scenario file, no log."))


def label_of(kind: Kind) -> str:
    """Return what a kind is called, with the ending of its file."""
    return f"{_(KINDS[kind].label)} (.{kind})"


def _kind(current: Session, kind: Kind) -> None:
    key = f"report.kind.{kind}"
    st.session_state[key] = kind in current.reporting.kinds
    st.checkbox(label_of(kind), key=key, on_change=_tick_kind, args=(kind,))
    words.note(_(KINDS[kind].meaning))


def _tick_kind(kind: Kind) -> None:
    reporting = session().reporting
    reporting.kinds ^= {kind}
    if kind in reporting.kinds:
        reporting.previewed = kind


def _part(current: Session, part: Part) -> None:
    key, why = f"report.part.{part}", hindrance(current, part)
    st.session_state[key] = part in current.reporting.parts and not why
    st.checkbox(
        _(PARTS[part]), key=key, disabled=bool(why), on_change=_tick_part, args=(part,)
    )  # fmt: skip
    kinds = ", ".join(_(KINDS[kind].label) for kind in takers(current, part))
    words.note(why or _("In: {kinds}", kinds=kinds))


def _tick_part(part: Part) -> None:
    session().reporting.parts ^= {part}


def _language(current: Session) -> None:
    st.session_state["report.language"] = language_of(current)
    st.selectbox(
        _("Language of the report"), list(LANGUAGES), key="report.language",
        format_func=LANGUAGES.__getitem__, on_change=_speak,
    )  # fmt: skip


def _speak() -> None:
    session().reporting.language = st.session_state["report.language"]


def _name(current: Session, field: str, label: str) -> None:
    key = f"report.{field}"
    st.session_state[key] = getattr(current.reporting, field)
    st.text_input(label, key=key, autocomplete="off", on_change=_take_name, args=(field,))


def _take_name(field: str) -> None:
    setattr(session().reporting, field, st.session_state[f"report.{field}"])
