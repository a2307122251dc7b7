"""What the files will look like: one kind at a time, its pages two across."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from crmroi.reports import KINDS, Kind
from crmroi.text import N_, _
from crmroi.text.phrases import named
from crmroi.ui import words
from crmroi.ui.long_work import PATIENCE
from crmroi.ui.report.asked import kinds_of, language_of, order_of
from crmroi.ui.report.previewing import Previewing
from crmroi.ui.session import session
from crmroi.ui.visit import Session
from crmroi.ui.watching import watch

if TYPE_CHECKING:
    from crmroi.ui.report.looks import Passage, Picture, Preview
_SAID = {
    "xlsx": N_("Its sheets; their look is the spreadsheet’s."),
    "pdf": N_("Its pages as they will be."),
    "pptx": N_("Its slides in small; in the file the charts can be edited."),
    "html": N_("Its charts under the sentence above; the sliders beside them move all of it."),
    "csv": N_("Its columns."),
}
"""What is shown of each kind."""
_FRAME_HEIGHT = 820
"""Pixels: the sliders of the live page and the chart that they move are seen at once."""


def previews(current: Session) -> None:
    """Draw the preview of the kind that is looked at."""
    kinds = kinds_of(current)
    with st.container(key="report-previews"):
        if not kinds:
            return
        kind = _chosen(current, kinds)
        words.note(_(_SAID[kind]))
        shown = _shown(current, kind)
        stale = current.reporting.preview is not shown
        with st.container(key="report-shown-old" if stale else "report-shown"):
            if shown is not None and shown.found is not None:
                _draw(shown.found)
        asked = current.reporting.preview
        if stale and asked is not None:
            watch(lambda: asked.ended, lambda: words.note(_("updating")))


def _chosen(current: Session, kinds: tuple[Kind, ...]) -> Kind:
    chosen = next((kind for kind in kinds if kind == current.reporting.previewed), None)
    kind = chosen or ("pdf" if "pdf" in kinds else kinds[0])
    st.session_state["report.preview"] = kind
    st.segmented_control(
        _("Preview"), kinds, key="report.preview", required=True,
        format_func=lambda each: _(KINDS[each].label), on_change=_look,
    )  # fmt: skip
    return kind


def _look() -> None:
    session().reporting.previewed = st.session_state["report.preview"]


def _shown(current: Session, kind: Kind) -> Previewing | None:
    """Return what can be shown now, perhaps of a case before; what is asked for is begun."""
    reporting, order, language = current.reporting, order_of(current), language_of(current)
    if reporting.preview is None or not reporting.preview.shows(order, kind, language):
        if reporting.preview is not None:
            reporting.preview.stop()
        reporting.preview = Previewing(order, kind, language)
        reporting.preview.wait(PATIENCE)
    preview = reporting.preview
    for problem in preview.problems:
        words.error(problem.message)
    if preview.ended:
        reporting.seen = preview
    seen = reporting.seen
    return seen if seen is not None and seen.kind == kind else None


def _draw(found: Preview) -> None:
    if found.live and _tried():
        _live_page(found.live)
        return
    if found.pages:
        with st.container(key="report-pages"):
            for page in found.pages:
                _picture(page)
    if found.slides:
        st.html(f'<div class="slides">{"".join(_slides(found))}</div>')
    with st.container(key="report-passages"):
        for place, passage in enumerate(found.passages):
            with st.container(key=f"report-passage-{place}"):
                _passage(passage)
    if found.parts:
        words.table([_("Sheet"), _("What it holds")], found.parts)


def _tried() -> bool:
    """Offer the page itself; return whether it is wanted."""
    st.session_state["report.try"] = session().reporting.trying
    return st.toggle(_("Try it here"), key="report.try", on_change=_try)


def _try() -> None:
    session().reporting.trying = st.session_state["report.try"]


def _live_page(page: bytes) -> None:
    """Run the page in a frame. By a data address its origin is its own: it cannot reach the app."""
    address = f"data:text/html;charset=utf-8;base64,{b64encode(page).decode('ascii')}"
    st.iframe(address, height=_FRAME_HEIGHT, alt=_(KINDS["html"].label))


def _slides(found: Preview) -> Iterator[str]:
    """Yield the slides, each a picture whose words are told as one text."""
    count = len(found.slides)
    for place, (said, looks) in enumerate(found.slides, start=1):
        name = named(_("Slide {n} of {count}", n=place, count=count), said)
        yield f'<div role="img" aria-label="{escape(name)}">{looks}</div>'


def _passage(passage: Passage) -> None:
    lines = "".join(f"<li>{escape(line)}</li>" for line in passage.lines)
    st.html(f"<h2>{escape(passage.title)}</h2>{f'<ul>{lines}</ul>' if lines else ''}")
    for picture in passage.pictures:
        _picture(picture)


def _picture(picture: Picture) -> None:
    st.image(picture.image, alt=picture.alt, width="stretch")
