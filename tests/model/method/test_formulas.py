"""Measures and formulas as the Method page and the docs list them."""

from __future__ import annotations

import re

import pytest

from crmroi.assumptions import Scenario
from crmroi.model import MEASURES
from crmroi.model.formulas import FORMULAS
from crmroi.text import speaking
from tests.model.method.listing import listed_formulas, listed_lines, listed_measures


def test_every_measure_and_formula_is_listed_once_under_an_anchor_of_its_own() -> None:
    of_measures, of_formulas = listed_measures(Scenario()), listed_formulas(Scenario())
    assert list(of_measures) == list(MEASURES)
    assert sorted(anchor.partition("-")[2] for anchor in of_formulas) == sorted(FORMULAS)
    anchors = [*of_measures, *of_formulas, *listed_lines(Scenario())]
    assert len(set(anchors)) == len(anchors)


def test_the_values_of_the_case_are_put_in() -> None:
    with speaking("en"):
        scenario = Scenario().with_values(
            {"adoption.target_rate": 0.8, "adoption.go_live_month": 5}
        )
        adoption = listed_formulas(scenario)["adoption-adoption"]
    assert adoption.latex == (
        r"\text{adoption}(t) = \text{Users who work in it} \times \text{ramp}(t - \text{Go-live})"
    )
    assert adoption.figures == (
        r"\text{adoption}(t) = \text{80\%} \times \text{ramp}(t - \text{5})"
    )


def test_a_negative_value_stands_in_brackets() -> None:
    with speaking("en"):
        scenario = Scenario().with_values({"gains.churn_reduction": -0.05})
        figures = listed_formulas(scenario)["sales-with"].figures
    assert r"(1 - \left(-\text{5\%}\right) \times" in figures


def test_the_levers_shares_add_up_to_what_they_gain_together() -> None:
    with speaking("en"):
        figures = listed_formulas(Scenario())["levers-shapley"].figures
    *shares, total = (int(x.replace(",", "")) for x in re.findall(r"€([\d,]+)", figures))
    assert len(shares) == 4
    assert sum(shares) == pytest.approx(total, abs=2)  # each is rounded


def test_a_formula_without_an_assumption_has_no_figures() -> None:
    without = {name for name, entry in listed_formulas(Scenario()).items() if not entry.figures}
    assert without == {"time-weeks", "sales-revenue"}


@pytest.mark.parametrize("curve", ["logistic", "linear", "immediate"])
def test_the_curve_of_today_is_named(curve: str) -> None:
    entry = listed_formulas(Scenario().with_values({"adoption.curve": curve}))["adoption-curve"]
    assert entry.figures.split(r"\; ")[1] in entry.latex


def test_formulas_are_whole_and_hold_no_sign_that_latex_would_take_for_its_own() -> None:
    case = Scenario(currency="BRL")
    for entries in (listed_measures(case), listed_formulas(case), listed_lines(case)):
        for entry in entries.values():
            for latex in (entry.latex, entry.figures):
                braces = re.findall(r"(?<!\\)[{}]", latex)
                assert "«" not in latex
                assert braces.count("{") == braces.count("}")
                assert not re.search(r"(?<!\\)[$%#]|\u202f|\u00a0", latex)
