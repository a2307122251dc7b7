"""Settings: language, currency, light or dark, the presentation's sliders, files, forgetting."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from crmroi.analysis.ranges import around_today
from crmroi.assumptions import FRONT, assumptions
from crmroi.files.scenario_file import read_scenario, write_scenario
from crmroi.text import LANGUAGES, N_, _, currencies, speak
from crmroi.ui import words
from crmroi.ui.opening import MOST_TAKEN, opened, why_refused
from crmroi.ui.session import session
from crmroi.ui.visit import OPENED, Session

STAGE_SLIDERS = 6


def settings(current: Session) -> None:
    """Draw what the Settings popover holds."""
    _language(current)
    _currency(current)
    _appearance()
    _stage_sliders(current)
    _save_and_open(current)
    st.button(
        _("Forget my data"),
        key="forget",
        icon=":material/delete:",
        width="stretch",
        on_click=lambda: st.session_state.update(forgetting=True, settings=False),
    )


def ask_before_forgetting(current: Session) -> None:
    """Ask once more: this is the one step that cannot be undone."""
    if st.session_state.pop("forgetting", False):
        st.dialog(_("Forget my data?"))(_forget)(current)


def _forget(current: Session) -> None:
    words.note(_("Empties this session: files, cases, names and logo. No undo."))
    if st.button(_("Forget my data"), key="forget.yes", type="primary"):
        current.forget()
        st.rerun()


def _language(current: Session) -> None:
    st.session_state["language"] = current.language
    st.selectbox(
        _("Language"), list(LANGUAGES), key="language", format_func=LANGUAGES.__getitem__,
        on_change=_speak,
    )  # fmt: skip


def _speak() -> None:
    current = session()
    current.language = st.session_state["language"]
    speak(current.language)


def _currency(current: Session) -> None:
    st.session_state["currency"] = current.scenario.currency
    names = dict(currencies())
    st.selectbox(
        _("Currency"), list(names), key="currency",
        format_func=lambda code: f"{code} · {names[code]}", on_change=_set_currency,
        help=_("The sign alone: no amount is converted."),
    )  # fmt: skip


def _set_currency() -> None:
    current = session()
    chosen = {"currency": st.session_state["currency"]}
    current.change(current.scenario.model_copy(update=chosen), N_("Currency"))


def _appearance() -> None:
    other = "Light" if st.context.theme.type == "dark" else "Dark"
    st.button(
        _("Light page") if other == "Light" else _("Dark page"),
        key="appearance",
        icon=":material/contrast:",
        width="stretch",
        help=_("Projectors show the light page better."),
        on_click=_wear,
        args=(other,),
    )


def _wear(theme: str) -> None:
    session().wear = theme


def _stage_sliders(current: Session) -> None:
    st.session_state["chosen"] = list(current.view.chosen)
    st.multiselect(
        _("Sliders of the presentation"), list(FRONT),
        key="chosen", format_func=lambda key: _(assumptions()[key].label),
        max_selections=STAGE_SLIDERS, on_change=_choose,
    )  # fmt: skip


def _choose() -> None:
    current = session()
    current.view = replace(current.view, chosen=tuple(st.session_state["chosen"]))


def _save_and_open(current: Session) -> None:
    st.session_state["name"] = current.scenario.name
    st.text_input(
        _("Name of this case"),
        key="name",
        help=_("Kept in the file, never in a link."),
        on_change=_rename,
    )
    st.download_button(
        _("Save as a file"), write_scenario(around_today(current.scenario)),
        "crmroi-scenario.json", "application/json", key="save", icon=":material/download:",
        width="stretch", on_click="ignore",
    )  # fmt: skip
    st.file_uploader(_("Open a file"), key="open", max_upload_size=MOST_TAKEN, on_change=_open)
    why_refused(current.refused)


def _rename() -> None:
    current = session()
    named = current.scenario.model_copy(update={"name": st.session_state["name"]})
    current.change(named, N_("Name of this case"))


def _open() -> None:
    current = session()
    scenario, current.refused = opened("open", read_scenario)
    if scenario is not None:
        current.start_from(scenario, scenario, N_("Open a file"), OPENED)
