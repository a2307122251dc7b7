"""The declared lines: amounts of known names only, each theme on one side."""

from __future__ import annotations

from itertools import takewhile

import numpy as np
import pytest
import sympy

from crmroi.assumptions import assumptions
from crmroi.model.lines import CONSTANTS, KINDS, LINE, LINES, SALES, THEMES
from crmroi.model.printing import amounts, in_assumptions
from crmroi.model.values import field_name, values_of
from tests.model.scenarios import EVERYTHING_ON

FIELDS = {field_name(key) for key in assumptions()}


def test_field_names_are_symbols_so_no_two_groups_share_one() -> None:
    assert len(FIELDS) == len(assumptions())


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.name)
def test_an_amount_is_made_of_assumptions_constants_and_lines(line) -> None:
    names = {symbol.name for symbol in line.amount.free_symbols}
    assert names <= FIELDS | set(CONSTANTS) | set(LINE)
    expanded = {symbol.name for symbol in in_assumptions(line.amount).free_symbols}
    assert expanded <= FIELDS | set(CONSTANTS)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.name)
def test_a_line_comes_after_those_that_its_amount_names(line) -> None:
    earlier = set(takewhile(lambda name: name != line.name, LINE))
    named = {symbol.name for symbol in line.amount.free_symbols} & set(LINE) - FIELDS
    assert named <= earlier


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.name)
def test_an_amount_is_made_of_products_and_sums_only(line) -> None:
    parts = {type(part) for part in sympy.preorder_traversal(line.amount)}
    integers = {kind for kind in parts if issubclass(kind, sympy.Integer)}
    assert parts - integers <= {sympy.Symbol, sympy.Add, sympy.Mul, sympy.Pow}


def test_names_are_unique_and_the_only_lines_named_as_an_assumption_are_that_assumption() -> None:
    assert len(LINE) == len(LINES)
    for name in FIELDS & set(LINE):
        assert LINE[name].amount == sympy.Symbol(name)


def test_kinds_and_themes_are_known_and_a_theme_is_of_one_side() -> None:
    assert {line.kind for line in LINES} == set(KINDS)
    assert {line.theme for line in LINES} == set(THEMES)
    for theme in THEMES:
        assert len({line.side for line in LINES if line.theme == theme}) == 1


def test_hidden_lines_are_the_theme_of_that_name() -> None:
    hidden = {line.name for line in LINES if line.hidden}
    assert hidden == {"contingency", "future_customisation", "usage_time", "productivity_dip"}
    assert hidden == {line.name for line in LINES if line.theme == "hidden"}


def test_the_levers_are_lines_whose_amount_is_the_margin() -> None:
    levers = [line for line in LINES if line.series == SALES]
    assert [line.name for line in levers] == [
        "conversion", "order_value", "repeat_orders", "retention",
    ]  # fmt: skip
    assert {line.amount for line in levers} == {sympy.Symbol("gross_margin")}


def test_contingency_is_a_share_of_the_seven_one_off_lines() -> None:
    computed = amounts(values_of(EVERYTHING_ON))
    seven = [line.name for line in LINES if line.series == "month 0"]
    seven.remove("contingency")
    total = sum(float(computed[name][0]) for name in seven)
    assert len(seven) == 7
    assert computed["contingency"][0] == pytest.approx(0.1 * total)


def test_a_month_has_52_twelfths_of_a_week() -> None:
    assert CONSTANTS["weeks_per_month"] == 52 / 12


def test_amounts_of_many_scenarios_are_those_of_each() -> None:
    one = values_of(EVERYTHING_ON)
    several = dict(one) | {"users": np.array([10.0, 25.0, 40.0])}
    found = amounts(several)["time_saved"]
    alone = [amounts(dict(one) | {"users": np.array([n])})["time_saved"][0] for n in (10, 25, 40)]
    assert found.tolist() == alone
