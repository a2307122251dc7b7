"""The weighted grid: what each criterion weighs, how each scenario scores, who wins."""

from __future__ import annotations

from html import escape

import streamlit as st

from crmroi.analysis.comparison import Comparison, Member
from crmroi.analysis.grid import CRITERIA, FROM_THE_MODEL, HIGHEST, LOWEST, MIDDLE, Grid, scored
from crmroi.analysis.ranking import Ranking, ranking
from crmroi.charts.compare import pays_nothing
from crmroi.charts.outcome import measure
from crmroi.text import N_, Label, NotANumber, Notice, Quantity, Unit, _, number, parse, percent
from crmroi.text.numbers import decimals_needed
from crmroi.text.phrases import listed, named_once
from crmroi.ui import words
from crmroi.ui.comparing import SCORES
from crmroi.ui.session import session
from crmroi.ui.visit import Session

_DECIMALS = 8
_NAMED = 2
"""So many that are level stand in a sentence; more in a list."""


def grid(current: Session, found: Comparison) -> None:
    """Draw the winner and what would change it; weights and scores behind a click."""
    weighed = _grid(current, found)
    ranked = ranking(weighed)
    with st.container(key="compare-grid"):
        st.html(
            f'<h2>{escape(_winner(ranked))}</h2><p class="subtitle">'
            + escape(_("Weighted grid: scores from 1 to 5, cost and return scored by the model"))
            + f"</p><p>{escape(_flip(ranked))}</p>"
        )
        for notice in ranked.warnings:
            words.warning(notice.message)
        place = st.expander(
            _("Weights and scores"), key="grid.open", on_change="rerun",
            expanded=bool(st.session_state.get("grid.open")),
        )  # fmt: skip
        if place.open:
            with place:
                _table(current, found, ranked)


def _grid(current: Session, found: Comparison) -> Grid:
    weights = dict(current.comparing.weights) or {
        name: weight for name, (_label, weight) in CRITERIA.items()
    }
    weights = {name: weights.get(name, 0.0) for name in CRITERIA}
    entries = current.comparing.entries
    scores: dict[str, tuple[float | None, ...]] = {
        name: tuple(entry.scores.get(name, MIDDLE) for entry in entries) for name in CRITERIA
    }
    for name, (figure, better) in FROM_THE_MODEL.items():
        scores[name] = scored([_figure(each, figure) for each in found.members], better)
    return Grid(tuple(member.name for member in found.members), weights, scores)


def _figure(member: Member, name: str) -> float | None:
    """Return a measure; who neither costs nor gains has a return of 0."""
    value = measure(member.projection, name)
    return 0.0 if value is None and pays_nothing(member) else value


def _winner(ranked: Ranking) -> str:
    if not ranked.totals:
        return _("No criterion counts: a score is missing for each")
    names = [ranked.grid.solutions[place] for place in ranked.winners]
    total = number(max(ranked.totals), decimals=2)
    if len(names) == 1:
        return _("{name} wins the grid with {total} of 5", name=names[0], total=total)
    if len(names) > _NAMED:
        return _("{n} scenarios are level with {total} of 5: {names}",
                 n=number(len(names)), total=total, names=listed(names))  # fmt: skip
    return _("{name} and {other} are level with {total} of 5",
             name=names[0], other=names[1], total=total)  # fmt: skip


def _flip(ranked: Ranking) -> str:
    """Return the smallest change of one weight that changes the winner, in words."""
    flip = ranked.flip
    if len(ranked.winners) != 1:
        return ""
    if flip is None:
        return _("No change of a single weight would change the winner.")
    return _(
        "{name} would win if “{criterion}” weighed {share} in place of {today}.",
        name=ranked.grid.solutions[flip.winner],
        criterion=_(CRITERIA[flip.criterion][0]),
        share=_exact(flip.beyond),
        today=percent(flip.share),
    )


def _exact(share: float) -> str:
    """Return a share with every digit that it has."""
    text = f"{share * 100:.{_DECIMALS - 2}f}".rstrip("0").rstrip(".")
    return percent(share, decimals=len(text.partition(".")[2]))


def _table(current: Session, found: Comparison, ranked: Ranking) -> None:
    words.note(_(
        "The weights add up to 100%: when one is changed, the others share the rest as before. "
        "Scores and weights to start from are our own estimate."
    ))  # fmt: skip
    names = [member.name for member in found.members]
    with st.container(key="compare-scores"):
        _row_of_texts([_("Criterion"), _("Weight"), *names], heads=True)
        for name in CRITERIA:
            _row(current, ranked.grid, name, names)
        totals = [number(total, decimals=2) for total in ranked.totals]
        _row_of_texts([_("Weighted total"), "", *totals])
    st.button(
        _("Weights to start from"), key="compare.weights", icon=":material/restart_alt:",
        on_click=_reset, disabled=not current.comparing.weights,
    )  # fmt: skip


def _row_of_texts(texts: list[str], *, heads: bool = False) -> None:
    cells = "".join(f"<span>{escape(text)}</span>" for text in texts)
    kind = "score-heads" if heads else "score-totals"
    st.html(f'<div class="{kind}">{cells}</div>')


def _row(current: Session, weighed: Grid, name: str, names: list[str]) -> None:
    comparing, label = current.comparing, _(CRITERIA[name][0])
    with st.container(horizontal=True, vertical_alignment="center", key=f"score-{name}"):
        st.html(f"<p>{escape(label)}</p>")
        key = f"compare.weight.{name}"
        kept = comparing.typed.get(key)
        share = weighed.shares.get(name, 0.0)
        st.session_state[key] = kept[0] if kept else percent(share)
        st.text_input(
            _("Weight: {criterion}", criterion=label), key=key, label_visibility="collapsed",
            on_change=_weigh, args=(weighed, name),
        )  # fmt: skip
        for place, score in enumerate(weighed.scores[name]):
            if name in FROM_THE_MODEL:
                said = "–" if score is None else number(score, decimals=1)
                st.html(f'<p class="score">{escape(said)}</p>')
            else:
                _score(current, name, place, score, f"{label}, {names[place]}")
    for typed in (key, *(_score_key(name, place) for place in range(len(names)))):
        if typed in comparing.typed:
            words.error(named_once(label, comparing.typed[typed][1].message))


def _score_key(name: str, place: int) -> str:
    return f"{SCORES}{name}.{place}"


def _score(current: Session, name: str, place: int, score: float | None, label: str) -> None:
    """Draw a score. Its bounds are not the field's, whose own words are English alone."""
    key = _score_key(name, place)
    kept = current.comparing.typed.get(key)
    st.session_state[key] = float(kept[0]) if kept else score
    st.number_input(
        label, step=1.0, format="%g", key=key, label_visibility="collapsed",
        on_change=_take_score, args=(name, place),
    )  # fmt: skip


def _take_score(name: str, place: int) -> None:
    comparing, key = session().comparing, _score_key(name, place)
    score = st.session_state[key]
    if score is None:
        return
    if not LOWEST <= score <= HIGHEST:
        told = (number(each, decimals=decimals_needed(each)) for each in (score, LOWEST, HIGHEST))
        comparing.typed[key] = (str(score), _not_possible(name, score, *told))
        return
    comparing.typed.pop(key, None)
    comparing.score(place, name, float(score))


def _weigh(weighed: Grid, name: str) -> None:
    """Take a weight: the others share the rest as before."""
    comparing, key = session().comparing, f"compare.weight.{name}"
    text = st.session_state[key]
    try:
        share = parse(text, Unit.SHARE)
    except NotANumber as problem:
        comparing.typed[key] = (text, problem.notice)
        return
    if not 0 <= share <= 1:
        told = (Quantity(each, Unit.SHARE) for each in (share, 0, 1))
        comparing.typed[key] = (text, _not_possible(name, share, *told))
        return
    comparing.typed.pop(key, None)
    comparing.weigh(dict(weighed.with_share(name, share).weights))


def _not_possible(name: str, found: float, value: object, low: object, high: object) -> Notice:
    template = N_("{label}: {value} is not possible. Enter {low} to {high}.")
    told = {"label": Label(CRITERIA[name][0]), "value": value, "low": low, "high": high}
    return Notice(name, found, template, told)


def _reset() -> None:
    comparing = session().comparing
    comparing.weigh({})
    comparing.typed.clear()
