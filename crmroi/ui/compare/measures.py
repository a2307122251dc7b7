"""The table of measures, and how likely each scenario pays back: asked for, then kept."""

from __future__ import annotations

from html import escape

import streamlit as st

from crmroi.analysis.comparison import Comparison, share_better
from crmroi.analysis.ranges import drawn_case, with_ranges
from crmroi.analysis.simulation import Simulation
from crmroi.assumptions import Scenario
from crmroi.charts.compare import Row, measure_rows, pays_nothing
from crmroi.charts.compare.measures import best
from crmroi.charts.risk import share_said
from crmroi.text import _, _n, percent
from crmroi.text.phrases import listed
from crmroi.ui import words
from crmroi.ui.comparing import Chances
from crmroi.ui.long_work import PATIENCE
from crmroi.ui.session import session
from crmroi.ui.visit import Session
from crmroi.ui.watching import progress_bar, watch


def measures(current: Session, found: Comparison) -> None:
    """Draw the measures of all scenarios: a table, on a small screen a card for each scenario."""
    chances = current.comparing.chances
    if chances is not None:
        chances.wait(PATIENCE)
    rows = measure_rows(found)
    if chances is not None and chances.simulations:
        rows += _chance_rows(found, chances)
    names = [member.name for member in found.members]
    with st.container(key="compare-measures"):
        st.html(_table(names, rows) + _cards(names, rows))
        free = [member.name for member in found.members if pays_nothing(member)]
        if free:
            words.note(_n(
                "{name} costs nothing: there is nothing to divide by and nothing to pay back.",
                "{names} cost nothing: there is nothing to divide by and nothing to pay back.",
                len(free), name=free[0], names=listed(free),
            ))  # fmt: skip
        _ask(found, chances)


def _table(names: list[str], rows: list[Row]) -> str:
    heads = "".join(
        f'<th scope="col"><span class="swatch s{place}"></span>{escape(name)}</th>'
        for place, name in enumerate(names)
    )
    body = "".join(
        f'<tr><th scope="row">{escape(row.label)}</th>'
        + "".join(f"<td>{_value(row, place)}</td>" for place in range(len(names)))
        + "</tr>"
        for row in rows
    )
    head = f'<th scope="col">{escape(_("Measures"))}</th>{heads}'
    return f'<table class="compared"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _cards(names: list[str], rows: list[Row]) -> str:
    cards = "".join(
        f'<section><h2><span class="swatch s{place}"></span>{escape(name)}</h2><dl>'
        + "".join(
            f"<div><dt>{escape(row.label)}</dt><dd>{_value(row, place)}</dd></div>" for row in rows
        )
        + "</dl></section>"
        for place, name in enumerate(names)
    )
    label = escape(_("Measures of each scenario"))
    return (
        f'<div class="compared-cards" tabindex="0" role="region" aria-label="{label}">{cards}</div>'
    )


def _value(row: Row, place: int) -> str:
    text = escape(row.values[place])
    if place not in row.best:
        return text
    return f'<span class="best">{escape(_("best"))}</span> <b>{text}</b>'


def _cases(found: Comparison) -> tuple[Scenario, ...]:
    """Return what is drawn, without what changes no figure: who costs nothing is certain of it."""
    cases = (
        with_ranges(each.scenario, {}) if pays_nothing(each) else drawn_case(each.scenario)
        for each in found.members
    )
    return tuple(case.model_copy(update={"name": "", "notes": {}}) for case in cases)


def _chance_rows(found: Comparison, chances: Chances) -> list[Row]:
    by_case = dict(zip(chances.scenarios, chances.simulations, strict=False))
    drawn = [by_case.get(case) for case in _cases(found)]
    costly = [
        None if pays_nothing(member) else each
        for member, each in zip(found.members, drawn, strict=True)
    ]
    paid = [None if each is None else 1.0 - each.never_breaks_even for each in costly]
    worth = [None if each is None else each.probability_npv_positive for each in costly]
    first = found.members[0].name
    return [
        _chance_row("paid_back", _("Probability of paying back"), paid),
        _chance_row("npv_positive", _("Probability of NPV above 0"), worth),
        _chance_row("better", _("Worth more than {name}", name=first), _shares(drawn)),
    ]


def _shares(drawn: list[Simulation | None]) -> list[float | None]:
    """Return the share of cases in which each is worth more than the first, on the same draws."""
    first = drawn[0]
    return [
        None
        if not place or first is None or each is None or each.draws != first.draws
        else share_better(each, first)
        for place, each in enumerate(drawn)
    ]


def _chance_row(name: str, label: str, values: list[float | None]) -> Row:
    texts = tuple("–" if value is None else share_said(value) for value in values)
    seen = [None if value is None else round(value, 2) for value in values]
    return Row(name, label, texts, frozenset() if name == "better" else best(seen, "high"))


def _ask(found: Comparison, chances: Chances | None) -> None:
    """Offer to draw, tell how far it is, or what the figures are of."""
    if chances is not None and not chances.ended:
        with st.container(key="compare-progress"):
            watch(lambda: chances.ended, lambda: _bar(chances))
        return
    for problem in () if chances is None else chances.problems:
        words.error(problem.message)
    cases = _cases(found)
    whole = chances is not None and len(chances.simulations) == len(chances.scenarios)
    stopped = whole and chances is not None and any(each.stopped for each in chances.simulations)
    if chances is not None and chances.scenarios == cases and whole and not stopped:
        words.note(_(
            "Probabilities: adoption and gains drawn from their ranges, on the same cases for all."
        ))  # fmt: skip
        return
    label = _("Probability of paying back")
    with st.container(horizontal=True, vertical_alignment="center", key="compare-chances"):
        if chances is not None and chances.simulations:
            same = chances.scenarios == cases
            words.warning(
                _("Stopped: the probabilities are of the cases drawn until then.") if same
                else _("The set has changed since the probabilities were drawn.")
            )  # fmt: skip
            label = _("Draw them all") if same else _("Update")
        st.button(label, key="compare.draw", icon=":material/casino:", on_click=_draw,
                  args=(cases,))  # fmt: skip


def _draw(cases: tuple[Scenario, ...]) -> None:
    comparing = session().comparing
    if comparing.chances is not None:
        comparing.chances.stop()
    comparing.chances = Chances(cases)


def _bar(chances: Chances) -> None:
    share = percent(chances.share, decimals=0)
    progress_bar(chances, chances.share, _("{share} of the cases drawn", share=share))
