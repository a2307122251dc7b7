"""The lines of the business case as the Method page and the docs list them."""

from __future__ import annotations

import re

from crmroi.assumptions import Scenario
from crmroi.model import LINES
from crmroi.model.method.lines import series_in_words
from crmroi.text import Label, speaking
from tests.model.method.listing import listed_lines


def test_every_line_is_listed_once() -> None:
    assert sorted(listed_lines(Scenario())) == sorted(f"line-{line.name}" for line in LINES)


def test_a_line_says_its_kind_whether_it_is_hidden_when_it_flows_and_what_it_comes_to() -> None:
    listed = listed_lines(Scenario())
    for line in LINES:
        entry = listed[f"line-{line.name}"]
        assert entry.title == str(Label(line.label))
        assert len(entry.facts) == 1 + line.hidden
        assert entry.text == series_in_words(line.series)
        assert re.search(r"\d", entry.total)


def test_a_series_is_told_in_words() -> None:
    with speaking("en"):
        assert series_in_words("month 0") == "Once, in month\u00a00"
        assert series_in_words("wage") == "Every month from month\u00a01 on, rising with wages"
        assert series_in_words("live × price") == (
            "Every month after go-live, rising with supplier prices"
        )
        assert series_in_words("long") == (
            "Every month, as far as the gains in loyalty have matured"
        )


def test_a_line_has_the_values_of_the_case_put_in() -> None:
    with speaking("en"):
        licences = listed_lines(
            Scenario().with_values({"team.users": 40, "costs.licence_per_user_per_month": 70})
        )["line-licences"]
    assert licences.latex == (
        r"\text{Users} \times \text{Licence per user} \times \text{price rise}(t)"
    )
    assert licences.figures == r"\text{40} \times \text{€70/month} = \text{€2,800/month}"


def test_a_reduction_is_a_plain_share() -> None:
    with speaking("en"):
        scenario = Scenario().with_values({"gains.acquisition_saving": 0.1})
        assert r"\times \text{10\%} =" in listed_lines(scenario)["line-acquisition"].figures


def test_what_is_paid_once_as_entered_is_not_said_twice() -> None:
    listed = listed_lines(Scenario())
    assert listed["line-hardware"].figures == ""
    assert listed["line-infrastructure"].figures != ""
