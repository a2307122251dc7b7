from __future__ import annotations

import json
from itertools import accumulate

import numpy as np
import pytest

from crmroi.assumptions import Scenario
from crmroi.charts.balance import balance
from crmroi.charts.yearly import BUCKETS, buckets_by_year, net_by_year
from crmroi.files.scenario_file import read_scenario
from crmroi.model import project
from crmroi.reports.deck.number_codes import money_code, money_word, percent_code, unit_code
from crmroi.reports.deck.scale import Scale
from crmroi.text import LANGUAGES, Unit, speaking
from tests.model.scenarios import EVERYTHING_ON
from tests.reports.deck.decks import (
    CASE,
    charts_of,
    deck_of,
    opened,
    series_of,
    sheet_of,
    whole_deck,
)
from tests.support import shared_files

NEAR = {"rel": 1e-9, "abs": 1e-9}


def check(scenario: Scenario) -> None:
    projection = project(scenario)
    cash, years, themes = charts_of(opened(deck_of(scenario)))
    curve = projection.monthly["cumulative"]
    found = series_of(cash)
    assert found["Cumulative net"] == pytest.approx(curve.tolist(), **NEAR)
    assert found["Below zero"] == pytest.approx(np.minimum(curve, 0).tolist(), **NEAR)
    amounts, found = buckets_by_year(projection), series_of(years)
    assert found.pop("Net") == pytest.approx(net_by_year(projection).tolist(), **NEAR)
    there = [bucket for bucket in BUCKETS if amounts[bucket.name].any()]
    assert list(found) == [bucket.label for bucket in there]
    for bucket in there:
        signed = bucket.sign * amounts[bucket.name]
        assert found[bucket.label] == pytest.approx(signed.tolist(), **NEAR)
    found = series_of(themes)
    sizes = [
        above - below
        for above, below in zip(found["Amount above zero"], found["Amount below zero"], strict=True)
    ]
    told = [abs(entry.amount) for entry in balance(projection)]
    assert sizes == pytest.approx([*told, abs(projection.metrics["net_gain"])], **NEAR)


@pytest.mark.parametrize("path", shared_files("cases/*.json"))
def test_native_charts_hold_the_models_numbers_of_the_reference_cases(path):
    check(read_scenario(json.dumps(json.loads(path.read_text())["scenario"])))


def test_native_charts_hold_the_models_numbers_with_everything_on():
    check(EVERYTHING_ON)
    check(CASE)


def test_bars_of_themes_lead_from_zero_to_the_net_gain():
    projection = project(CASE)
    themes = charts_of(opened(deck_of()))[2]
    found = series_of(themes)
    ends = list(accumulate(entry.amount for entry in balance(projection)))
    for at, end in enumerate(ends):
        entry = balance(projection)[at]
        low, high = sorted((end - entry.amount, end))
        assert found["Begins at"][at] == pytest.approx(low, **NEAR)
        assert found["Begins at"][at] + found["Amount above zero"][at] == pytest.approx(high)
    assert found["Begins at"][-1] == 0


def test_parts_hold_the_models_numbers_too():
    _cash, _years, _themes, paid_back, curves, *_measured = charts_of(opened(whole_deck()))
    assert series_of(paid_back)["Share of cases"][0] == 0
    found = series_of(curves)
    assert list(found) == ["Ours", "Built for us", "As it comes"]
    curve = project(CASE).monthly["cumulative"].tolist()
    assert found["Ours"] == pytest.approx(curve, **NEAR)


def test_the_workbook_behind_a_chart_holds_the_same_and_its_areas_follow():
    cash = charts_of(opened(deck_of()))[0]
    sheet = sheet_of(cash)
    found = series_of(cash)
    heads = [cell.value for cell in sheet[1]]
    assert heads == [None, "Cumulative net", "Below zero", "Above zero", "Month"]
    columns = list(zip(*list(sheet.values)[1:], strict=True))
    assert list(columns[1]) == pytest.approx(found["Cumulative net"], **NEAR)
    assert list(columns[4]) == list(range(61))
    assert columns[0][::12] == ("now", "yr 1", "2", "3", "4", "5")
    assert sheet_of(cash, formulas=True)["C3"].value == "=MIN(B3,0)"


@pytest.mark.parametrize("name", ["=1+1", "@SUM(A1)", "+1", "-1", "https://example.org"])
def test_no_name_is_a_formula_in_the_workbook_behind_a_chart(name):
    other = Scenario(name="Other").with_values({"costs.custom_development": 0})
    deck = opened(deck_of(Scenario(name=name), other, parts=frozenset({"compare"})))
    cell = sheet_of(charts_of(deck)[-1], formulas=True)["B1"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (name, "s", None)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_hidden_costs_are_hatched(lang):
    years = charts_of(opened(deck_of(lang=lang)))[1]
    hidden = list(years.plots[0].series)[-1]
    assert hidden.format.fill.pattern is not None


def test_of_many_years_every_second_is_named_where_the_first_ones_name_is_wide():
    long = CASE.with_values({"finance.horizon_years": 10})
    years = charts_of(opened(deck_of(long, lang="fr")))[1]
    assert years.element.xpath(".//c:catAx/c:tickLblSkip")[0].get("val") == "2"
    assert sheet_of(years)["A2"].value == "auj."


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 100, (0, 100, 25)),
        (-152_000, 937_000, (-250_000, 1_000_000, 250_000)),
        (0, 0, (0, 4, 1)),
        (-5, 0, (-6, 0, 2)),
    ],
)
def test_an_axis_begins_and_ends_on_ticks(low, high, expected):
    scale = Scale.around(low, high)
    assert (scale.low, scale.high, scale.step) == pytest.approx(expected)


def test_an_axis_of_shares_may_be_shorter_than_one_of_amounts():
    scale = Scale.around(0.14, 0.27, least=0.004)
    assert (scale.low, scale.high, scale.step) == pytest.approx((0.125, 0.275, 0.025))


def test_amounts_are_written_as_in_the_language_spoken():
    with speaking("en"):
        assert money_code(250_000, "EUR") == '[$-409]"€"#,##0,"k";"−€"#,##0,"k";0'
        assert money_code(5e5, "USD") == '[$-409]"$"#,##0,"k";"−$"#,##0,"k";0'
        assert money_word(-250_000, 250_000, "EUR") == "−€250k"
        assert percent_code() == "0%"
        assert percent_code(0.005) == "0.0%"
        assert unit_code(0.5, "1 h", Unit.HOURS, "EUR") == '[$-409]#,##0.0" h";"−"#,##0.0" h";0'
        assert unit_code(0.05, "1%", Unit.SHARE, "EUR") == "0%"
        assert unit_code(250, "€1", Unit.MONEY, "EUR") == '[$-409]"€"#,##0;"−€"#,##0;0'
    with speaking("fr"):
        assert money_code(2.5e6, "EUR") == ('[$-40C]#,##0.0,,"\u202fM€";"−"#,##0.0,,"\u202fM€";0')
        assert money_word(2.5e6, 2.5e6, "EUR") == "2,5\u202fM€"
        assert percent_code() == '0"\u202f"%'
    with speaking("pt_BR"):
        assert money_code(200, "BRL") == '[$-416]"R$\u00a0"#,##0;"−R$\u00a0"#,##0;0'
