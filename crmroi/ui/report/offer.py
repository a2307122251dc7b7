"""Making on the click, how far it is, and the files when they are there."""

from __future__ import annotations

import streamlit as st

from crmroi.analysis.ranges import around_today
from crmroi.files.scenario_file import write_scenario
from crmroi.reports import KINDS
from crmroi.text import _, _n, number
from crmroi.text.phrases import named
from crmroi.ui import words
from crmroi.ui.actions import copy
from crmroi.ui.address import share_link
from crmroi.ui.report.asked import kinds_of, language_of, order_of
from crmroi.ui.report.choices import label_of
from crmroi.ui.report.head import TAKE
from crmroi.ui.report.making import Made, Making
from crmroi.ui.report.previewing import same_order
from crmroi.ui.session import session
from crmroi.ui.visit import Session
from crmroi.ui.watching import progress_bar, watch


def make(current: Session) -> None:
    """Draw the one button of the page, and below it what came of it."""
    making = current.reporting.making
    with st.container(key="report-making"):
        with st.container(horizontal=True, vertical_alignment="center", key="report-actions"):
            _button(current)
            _as_it_is(current)
        if making is None:
            return
        if making.taken:
            _outcome(current, making)
        else:  # ended or not: the head has yet to have it taken
            watch(lambda: making.ended, lambda: _bar(making))


def _button(current: Session) -> None:
    making, n = current.reporting.making, len(kinds_of(current))
    busy = making is not None and not making.ended
    label = _n("Make and download {n} file", "Make and download {n} files", n, n=n)
    st.button(
        label if n else _("Tick at least one file to make"), key="report.make", type="primary",
        icon=":material/download:", disabled=busy or not n, on_click=_make,
    )  # fmt: skip


def _make() -> None:
    current = session()
    kinds = kinds_of(current)
    if kinds:
        current.reporting.making = Making(order_of(current), kinds, language_of(current))


def _as_it_is(current: Session) -> None:
    """Offer the case itself: as a file with its name and notes, as a link without."""
    st.download_button(
        _("Scenario file (.json)"), write_scenario(around_today(current.scenario)),
        "crmroi-scenario.json", "application/json", key="report.save", icon=":material/save:",
        on_click="ignore", help=_("The case with its name and notes, to open here again."),
    )  # fmt: skip
    st.button(
        _("Copy the link"), key="report.copy", icon=":material/content_copy:", on_click=copy,
        args=(share_link(current),), help=_("Holds every number, no name."),
    )  # fmt: skip


def _bar(making: Making) -> None:
    said = _(
        "{n} of {count} made; now: {report}", n=len(making.files), count=len(making.kinds),
        report=_(KINDS[making.now].label),
    )  # fmt: skip
    progress_bar(making, making.share, said)


def _outcome(current: Session, making: Making) -> None:
    """Offer what was made; say what was not, and whether it still is of this case."""
    for problem in making.problems:
        words.error(problem.message)
    for kind, problems in making.failures.items():
        for problem in problems:
            words.error(named(_(KINDS[kind].label), problem.message))
    if making.stopped:
        words.warning(
            _("Stopped after {n} of {count} files.", n=len(making.files), count=len(making.kinds))
        )
    if making.files:
        _stale(current, making)
        _files(making)


def _stale(current: Session, making: Making) -> None:
    order = order_of(current)
    if making.order.scenarios[0] != order.scenarios[0]:
        words.warning(_("These files are made from the case before your last change."))
    elif making.language != language_of(current) or not same_order(making.order, order):
        words.warning(_("These files are made from the choices before your last change."))


def _files(making: Making) -> None:
    n = len(making.files)
    st.html(f'<p class="made" role="status">{_n("{n} file made.", "{n} files made.", n, n=n)}</p>')
    with st.container(horizontal=True, key="report-files"):
        several = making.bundle
        if several is not None:
            label = _("All {n} as one file (.zip)", n=n)
            _download(several, label, TAKE)
        for made in making.files:
            key = TAKE if several is None else f"{TAKE}.{made.kind}"
            _download(made, label_of(made.kind) if made.kind else made.name, key)


def _download(made: Made, label: str, key: str) -> None:
    size = _("{n} kB", n=number(max(1, round(len(made.data) / 1000))))
    st.download_button(
        f"{label} · {size}", made.data, made.name, made.mime, key=key,
        icon=":material/download:", on_click="ignore",
    )  # fmt: skip
