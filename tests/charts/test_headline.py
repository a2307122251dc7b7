from __future__ import annotations

import pytest

from crmroi.charts import headline
from crmroi.charts.headline import HEADLINES, pace_month
from crmroi.charts.outcome import Outcome, outcome
from crmroi.text import speaking
from tests.charts.cases import NO_COSTS, OUTCOMES, case, rounded
from tests.support import in_plain_spaces

SENTENCES = {
    Outcome.NOTHING: "Nothing to compare yet: choose a starting point or move a slider.",
    Outcome.NO_GAINS: "No gains are counted: the CRM costs {total_costs} over 5 years.",
    Outcome.NO_COSTS: (
        "The CRM costs nothing here, so a return cannot be calculated; "
        "it brings in {total_gains} over 5 years."
    ),
    Outcome.NOT_LIVE: (
        "The CRM goes live in month 60, after the 5 years counted: no gain can show yet."
    ),
    Outcome.AT_ONCE: (
        "The CRM pays for itself from the start, returns {roi} over 5 years "
        "and is worth {npv} today."
    ),
    Outcome.BREAKS_EVEN: (
        "The CRM pays for itself in month {month}, returns {roi} over 5 years "
        "and is worth {npv} today."
    ),
    Outcome.RECOVERS_NOT_WORTH: (
        "The CRM recovers its cost in month {month}, but in today’s money "
        "it loses {npv} over 3 years."
    ),
    Outcome.TOO_SHORT: (
        "The CRM does not pay for itself within 2 years: {net_gain} are still missing; "
        "at the last year’s pace it would take until about month {pace}."
    ),
    Outcome.NEVER: (
        "The CRM does not pay for itself: over 5 years it costs {net_gain} more than it brings in."
    ),
}


@pytest.mark.parametrize("expected", Outcome)
def test_each_case_is_told_apart(expected):
    assert outcome(case(OUTCOMES[expected])) is expected


@pytest.mark.parametrize("expected", Outcome)
def test_each_case_has_its_sentence(expected):
    projection = case(OUTCOMES[expected])
    metrics = projection.metrics
    money = ("total_costs", "total_gains", "npv", "net_gain")
    values = {name: rounded(abs(metrics[name])) for name in money}
    values["roi"] = f"{100 * (metrics['roi'] or 0):,.0f}%"
    values["month"] = metrics["break_even_month"]
    values["pace"] = pace_month(projection) if expected is Outcome.TOO_SHORT else None
    assert in_plain_spaces(headline(projection)) == SENTENCES[expected].format(**values)


def test_every_case_is_a_sentence_of_the_table():
    assert set(HEADLINES) == set(Outcome)


def test_the_month_the_last_years_pace_leads_to_is_when_nothing_is_missing():
    projection = case(OUTCOMES[Outcome.TOO_SHORT])
    pace = projection.monthly["net"][-12:].sum() / 12
    end = projection.monthly["cumulative"][-1]
    more = pace_month(projection) - projection.months[-1]
    assert end + pace * (more - 1) < 0 <= end + pace * more


def test_gains_below_zero_without_costs_are_a_loss():
    losing = case(NO_COSTS | {"gains.conversion_uplift": -1, "business.customers": 10})
    assert losing.metrics["total_gains"] < 0
    assert outcome(losing) is Outcome.NEVER


def test_one_year_is_singular():
    text = headline(case(OUTCOMES[Outcome.NO_GAINS] | {"finance.horizon_years": 1}))
    assert in_plain_spaces(text).endswith("over 1 year.")


def test_another_definition_of_the_return_can_be_told():
    projection = case()
    cash = f"{100 * projection.metrics['roi_cash']:,.0f}%"
    assert f"returns {cash} over" in in_plain_spaces(headline(projection, definition="roi_cash"))


@pytest.mark.parametrize("language", ["fr", "pt_BR"])
@pytest.mark.parametrize("expected", Outcome)
def test_every_sentence_can_be_said_in_every_language(expected, language):
    with speaking(language):
        assert headline(case(OUTCOMES[expected]))
