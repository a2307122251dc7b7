from __future__ import annotations

from datetime import date

import pytest

from crmroi.analysis.ranges import UNKNOWN_GROUPS
from crmroi.assumptions import Scenario
from crmroi.assumptions.ready_made import SOLUTIONS
from crmroi.charts import draw, headline, kpis
from crmroi.model import MEASURES, project
from crmroi.reports import Order
from crmroi.reports.findings import Findings
from crmroi.text import LANGUAGES, speaking
from tests.charts.measured_cases import MEASUREMENT

CASE = Scenario(name="Ours")
DAY = date(2026, 11, 22)
ALL = frozenset({"risk", "compare", "measure"})


def findings(*scenarios: Scenario, **asked) -> Findings:
    return Findings(Order(scenarios or (CASE,), DAY, **asked))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_answer_is_the_apps_own(lang):
    with speaking(lang):
        found, projection = findings(), project(CASE)
        assert found.headline == headline(projection)
        assert found.kpis == kpis(projection)
        assert list(found.charts.values()) == list(draw(projection))


def test_every_figure_has_its_name_its_words_and_its_value():
    found = findings()
    assert [each.name for each in found.measures] == [
        name for name in MEASURES if name != "irr_status"
    ]
    for each in found.measures:
        assert each.value == found.projection.metrics[each.name]
        assert each.label == MEASURES[each.name].label
    assert {each.name: each.shown for each in found.measures}["break_even_month"] == "month\u00a025"


def test_a_figure_without_a_value_says_so():
    found = findings(CASE.with_values({"adoption.go_live_month": 60}))
    shown = {each.name: each.shown for each in found.measures}
    assert shown["irr"] == "no rate"
    assert shown["break_even_month"] == "not within 5\u00a0years"


def test_without_costs_no_month_pays_them_back():
    found = findings(SOLUTIONS["nothing"].of(CASE))
    months = {each.shown for each in found.measures if MEASURES[each.name].form == "month"}
    assert months == {"no value"}


def test_what_can_be_anything_is_no_condition():
    said = findings().must_be_true
    assert "Users who work in it must stay at 27% at least." in said
    assert not any("may be anything" in sentence for sentence in said)


def test_warnings_are_those_of_the_case():
    found = findings(CASE.with_values({"adoption.target_rate": 1.0}))
    assert found.warnings == tuple(notice.message for notice in found.projection.warnings)
    assert found.warnings


class TestRisk:
    def test_draws_come_from_the_cases_own_ranges_else_from_plausible_ones(self):
        own = CASE.model_copy(update={"uncertainty": {"team.users": (20.0, 25.0, 30.0)}})
        assert list(findings(own).simulation.scenario.uncertainty) == ["team.users"]
        groups = {key.split(".")[0] for key in findings().simulation.scenario.uncertainty}
        assert groups == set(UNKNOWN_GROUPS)

    def test_bars_are_those_of_what_is_uncertain_widest_first(self):
        bars = findings().bars
        assert {bar.assumption.split(".")[0] for bar in bars} <= set(UNKNOWN_GROUPS)
        assert [bar.width for bar in bars] == sorted((bar.width for bar in bars), reverse=True)
        own = CASE.model_copy(update={"uncertainty": {"team.users": (20.0, 25.0, 30.0)}})
        assert [bar.assumption for bar in findings(own).bars] == ["team.users"]


class TestComparison:
    def test_there_is_none_unless_it_is_asked_for_and_there_are_several(self):
        assert findings(CASE, Scenario()).comparison is None
        assert findings(CASE, parts=ALL).comparison is None

    def test_scenarios_stand_side_by_side_under_plain_names(self):
        found = findings(CASE, Scenario(name="\u202e=1+1\n"), Scenario(), parts=ALL).comparison
        assert [member.name for member in found.members] == ["Ours", "=1+1", "Scenario 3"]


class TestSetting:
    def test_amounts_measured_are_of_their_own_currency_else_of_the_cases(self):
        assert findings(measured_in="BRL").setting.currency == "BRL"
        assert findings().setting.currency == "EUR"

    def test_the_go_live_goes_along(self):
        assert findings(go_live=DAY).setting.go_live == DAY


class TestHistories:
    def test_kpis_that_matter_in_the_sector_come_first(self):
        asked = {"measurement": MEASUREMENT, "parts": ALL}
        assert next(iter(findings(**asked).histories)) == "win_rate"
        told = findings(**asked, telling_kpis=("csat_mean",)).histories
        assert next(iter(told)) == "csat_mean"

    def test_there_are_none_unless_they_are_asked_for(self):
        assert findings(measurement=MEASUREMENT).histories == {}
        assert findings(parts=ALL).histories == {}
