"""What is done with the case: pin, share, present, settings."""

from __future__ import annotations

import streamlit as st

from crmroi.text import _
from crmroi.ui import words
from crmroi.ui.address import share_link
from crmroi.ui.events import toggle_pin
from crmroi.ui.session import session
from crmroi.ui.settings import ask_before_forgetting, settings
from crmroi.ui.visit import Session


def action_row(current: Session) -> None:
    """Draw the row of actions beside the sentence."""
    ask_before_forgetting(current)
    with st.container(horizontal=True, horizontal_alignment="right", gap="small", key="actions"):
        if current.view.presenting:
            _leave()
            return
        pin, why = _("Pin"), _("Keep this case as a dashed line while sliders move")
        if current.pinned:
            pin, why = _("Unpin"), _("Take the dashed line of the pinned case away")
        st.button(
            pin, key="pin", icon=":material/keep:", help=why,
            on_click=toggle_pin, args=(current, {}),
        )  # fmt: skip
        share = st.popover(_("Share"), icon=":material/share:", key="share", on_change="rerun")
        if share.open:
            with share:
                _share(current)
        st.button(
            _("Present"), key="present", icon=":material/present_to_all:",
            help=_("Large figures and six sliders, for a projector"), on_click=_present,
        )  # fmt: skip
        _settings(current)


def settings_alone(current: Session) -> None:
    """Draw the settings on a page that has no case to pin, share or present."""
    ask_before_forgetting(current)
    with st.container(horizontal=True, horizontal_alignment="right", gap="small", key="actions"):
        _settings(current)


def _settings(current: Session) -> None:
    place = st.popover(_("Settings"), icon=":material/settings:", key="settings", on_change="rerun")
    if place.open:
        with place:
            settings(current)


def _leave() -> None:
    st.button(_("Leave the presentation (Esc)"), key="leave", on_click=_present, args=(False,))


def _present(presenting: bool = True) -> None:
    session().view.presenting = presenting


def _share(current: Session) -> None:
    words.note(_("Holds every number, no name. Whoever opens it sees this case."))
    link = share_link(current)
    with st.container(key="link"):
        st.code(link, language=None, wrap_lines=True, width=360)
        st.button(
            _("Copy the link"),
            key="copy",
            icon=":material/content_copy:",
            width="stretch",
            on_click=copy,
            args=(link,),
        )


def copy(link: str) -> None:
    """Have the browser put a text on the clipboard."""
    session().copy = link
