"""Which two scenarios are held against each other, line by line."""

from __future__ import annotations

import streamlit as st

from crmroi.analysis.comparison import Comparison, Member
from crmroi.charts.outcome import metric
from crmroi.text import _
from crmroi.ui.session import session
from crmroi.ui.visit import Session


def why(current: Session, found: Comparison) -> None:
    """Draw the choice of the two; of equal names each is counted."""
    better, worse = pair(current, found)
    with st.container(horizontal=True, vertical_alignment="bottom", key="compare-why"):
        for which, label, member, other in (
            (0, _("Hold this"), better, worse),
            (1, _("against"), worse, better),
        ):
            key = f"compare.why.{which}"
            st.session_state[key] = member.number
            st.selectbox(
                label, [each.number for each in found.members if each is not other], key=key,
                format_func=lambda at: found.members[at].name, width=360, on_change=_choose,
                args=([each.name for each in found.members],),
            )  # fmt: skip


def pair(current: Session, found: Comparison) -> tuple[Member, Member]:
    """Return the two, the one worth more first; if none are chosen, the two worth most."""
    by_name = {member.name: member for member in found.members}
    chosen = [by_name[name] for name in current.comparing.pair if name in by_name]
    if len(chosen) < 2 or chosen[0] is chosen[1]:
        chosen = list(found.members)
    first, second, *_rest = sorted(chosen, key=lambda each: -metric(each.projection, "npv"))
    return first, second


def _choose(names: list[str]) -> None:
    first, second = (int(st.session_state[f"compare.why.{which}"]) for which in (0, 1))
    session().comparing.pair = (names[first], names[second])
