"""Scenarios with every number drawn from its allowed range, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from crmroi.assumptions.declare import Assumption
from crmroi.assumptions.register import assumptions
from crmroi.assumptions.scenario import Scenario

NUMERIC = [item.key for item in assumptions().values() if item.allowed]


def _value(item: Assumption) -> st.SearchStrategy:
    if item.kind == "flag":
        return st.booleans()
    if item.choices:
        return st.sampled_from(list(item.choices))
    low, high = item.allowed
    return st.integers(low, high) if item.kind == "whole" else st.floats(low, high)


def _span(item: Assumption) -> st.SearchStrategy:
    return st.lists(st.floats(*item.allowed), min_size=3, max_size=3).map(sorted)


_PRINTABLE = st.text(st.characters(codec="utf-8"), max_size=20)


@st.composite
def scenarios(draw: st.DrawFn, *, texts: bool = True) -> Scenario:
    content: dict = {"format": "crmroi/1", "currency": draw(st.sampled_from(["EUR", "BRL", "JPY"]))}
    # A few at a time: all sixty would be slow to draw, and unreadable in a failure.
    for key in draw(st.lists(st.sampled_from(list(assumptions())), max_size=8, unique=True)):
        item = assumptions()[key]
        content.setdefault(item.group, {})[item.name] = draw(_value(item))
    for key in draw(st.lists(st.sampled_from(NUMERIC), max_size=2, unique=True)):
        content.setdefault("uncertainty", {})[key] = draw(_span(assumptions()[key]))
    first, second = draw(st.lists(st.sampled_from(NUMERIC), min_size=2, max_size=2, unique=True))
    content["correlation"] = [[first, second, draw(st.floats(-1, 1))]]
    if texts:
        content["name"] = draw(_PRINTABLE)
        content["notes"] = {first: draw(_PRINTABLE)}
    return Scenario.from_mapping(content)
