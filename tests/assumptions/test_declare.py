"""Each assumption is declared whole, once, and well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from crmroi.assumptions import FRONT, FRONT_GROUPS, GROUPS, Assumption, Scenario, assumptions
from crmroi.assumptions.register import GROUP_TYPES
from crmroi.text import Unit

EVERY = list(assumptions().values())
NUMERIC = [item for item in EVERY if item.numeric]
every_assumption = pytest.mark.parametrize("item", EVERY, ids=lambda item: item.key)
every_number = pytest.mark.parametrize("item", NUMERIC, ids=lambda item: item.key)

THE_TWELVE = {
    "team.users": (
        "Users",
        "People who will work in the CRM; each needs a licence and training.",
    ),
    "costs.licence_per_user_per_month": (
        "Licence per user",
        "Price paid each month for each user, before tax.",
    ),
    "costs.custom_development": (
        "Custom development",
        "Paid once, at the decision; drives maintenance.",
    ),
    "costs.training_hours_per_user": (
        "Training per user",
        "Hours before go-live; counts wage and trainer.",
    ),
    "adoption.go_live_month": ("Go-live", "Months from the decision until the CRM is used."),
    "adoption.target_rate": (
        "Users who work in it",
        "Share who use the CRM once adopted; every gain depends on it.",
    ),
    "adoption.ramp_months": ("Time to full use", "Months from go-live to the target share."),
    "gains.conversion_uplift": (
        "More leads won",
        "Rise of the conversion rate: +10% turns 15% into 16.5%.",
    ),
    "gains.order_value_uplift": ("Larger orders", "Rise of the average order."),
    "gains.churn_reduction": (
        "Fewer customers lost",
        "Fall of the yearly loss: −10% turns a loss of 20% into 18%, about.",
    ),
    "gains.hours_saved_per_user_per_week": (
        "Time saved per user",
        "Hours a week; only the share put to use counts.",
    ),
    "finance.horizon_years": (
        "Years counted",
        "Longer shows more gain; finance often asks for 3 to 5.",
    ),
}


@every_assumption
def test_an_assumption_is_known_by_group_and_name(item: Assumption) -> None:
    assert assumptions()[item.key] is item
    assert item.key == f"{item.group}.{item.name}"
    assert item.group in GROUPS


def test_the_groups_stand_in_the_order_of_a_file() -> None:
    order = list(dict.fromkeys(item.group for item in EVERY))
    assert order == list(GROUPS) == list(GROUP_TYPES)
    assert order == ["business", "team", "costs", "adoption", "gains", "finance"]


@every_assumption
def test_people_months_and_years_are_whole_numbers_and_nothing_else_is(item: Assumption) -> None:
    counted = item.unit in (Unit.PEOPLE, Unit.MONTH, Unit.MONTHS, Unit.YEARS)
    assert (item.kind == "whole") == counted


def test_only_one_assumption_is_true_or_false_and_one_is_chosen() -> None:
    others = {item.key: item.kind for item in EVERY if not item.numeric}
    assert others == {"gains.include_intangibles": "flag", "adoption.curve": "choice"}


@every_assumption
def test_a_label_fits_on_its_line(item: Assumption) -> None:
    assert 0 < len(item.label) <= 25
    assert not set(item.label) & set("*_`#[]<>\"'")


def test_no_two_labels_are_alike() -> None:
    labels = [item.label for item in EVERY]
    assert len(set(labels)) == len(labels)


@every_assumption
def test_the_help_is_one_or_two_short_sentences(item: Assumption) -> None:
    assert item.help.endswith(".")
    assert 1 <= len(re.findall(r"\.(?: |$)", item.help)) <= 2
    assert len(item.help) <= 110
    assert not re.search(r"investment|!|please|will gain", item.help, re.IGNORECASE)


@every_number
def test_what_is_plausible_is_allowed_and_holds_the_default(item: Assumption) -> None:
    assert item.allowed
    assert item.plausible
    low, high = item.plausible
    assert item.allowed[0] <= low < high <= item.allowed[1]
    assert low <= item.default <= high


@every_number
def test_the_slider_steps_hit_the_default_and_both_ends(item: Assumption) -> None:
    assert item.plausible
    assert item.step
    for reached in (item.default, item.plausible[1]):
        steps = (reached - item.plausible[0]) / item.step
        assert steps == pytest.approx(round(steps), abs=1e-6)


@every_number
def test_a_whole_number_steps_by_whole_numbers(item: Assumption) -> None:
    if item.kind == "whole":
        assert item.step == 1


@every_assumption
def test_the_unit_goes_with_the_kind(item: Assumption) -> None:
    assert (item.unit is Unit.FLAG) == (item.kind == "flag")
    assert (item.unit is Unit.CHOICE) == (item.kind == "choice")
    assert (item.choices is not None) == (item.kind == "choice")


@every_assumption
def test_every_assumption_has_a_source(item: Assumption) -> None:
    assert str(item.source)


def test_the_twelve_in_front_say_what_was_agreed() -> None:
    assert list(FRONT) == list(THE_TWELVE)
    assert {key: (assumptions()[key].label, assumptions()[key].help) for key in FRONT} == THE_TWELVE


def test_four_costs_three_of_adoption_and_five_gains_stand_in_front() -> None:
    assert {name: len(keys) for name, keys in FRONT_GROUPS.items()} == {
        "Costs": 4,
        "Adoption": 3,
        "Gains": 5,
    }


def _tables(text: str, title: str) -> list[list[str]]:
    part = text.split(title, 1)[1].split("\n#", 1)[0]
    rows = [line.strip("|").split("|") for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows[2:]]


def _named(text: str, names: list[str]) -> Iterator[str]:
    for written in re.split(r",\s*", text.replace("the three lags", "…_lag_months")):
        pattern = written.replace("…", ".*")
        yield from (name for name in names if re.fullmatch(pattern, name))


def test_the_fields_are_those_of_the_model_in_its_order(shared: Path) -> None:
    written = (shared / "model.md").read_text(encoding="utf-8")
    rows = {row[0]: row[1] for row in _tables(written, "## A scenario file")}
    for group, kind in GROUP_TYPES.items():
        named = re.findall(r"\b[a-z]\w+", re.sub(r"\(.*?\)", "", rows[group]))
        assert list(kind.declared) == named, group


def test_the_allowed_ranges_are_those_of_the_model(shared: Path) -> None:
    written = (shared / "model.md").read_text(encoding="utf-8")
    by_name = {item.name: item for item in NUMERIC}
    left = set(by_name)
    for fields, allowed in _tables(written, "### Allowed ranges"):
        everything_else = fields == "everything else"
        names = left.copy() if everything_else else set(_named(fields, list(by_name)))
        numbers = allowed.removeprefix("whole, ").replace(",", "").replace("−", "-")
        low, high = numbers.split("–")
        assert names
        assert {by_name[name].allowed for name in names} == {(float(low), float(high))}, fields
        left -= names
    assert not left


def test_the_default_company_has_what_the_usual_mistakes_leave_out() -> None:
    case = Scenario()
    assert case.costs.training_hours_per_user >= 4
    assert case.costs.change_management > 0
    assert case.costs.contingency_rate > 0
    assert case.costs.usage_hours_per_user_per_week > 0
    assert case.costs.productivity_dip_hours_per_user_per_week > 0
    assert case.costs.future_customisation_per_year > 0
    assert case.gains.include_intangibles is False
    assert case.finance.costs_risk == 0


def test_the_schema_says_what_a_field_means_and_may_hold() -> None:
    licence = Scenario.model_json_schema()["$defs"]["Costs"]["properties"][
        "licence_per_user_per_month"
    ]
    assert licence["title"] == "Licence per user"
    assert licence["description"] == "Price paid each month for each user, before tax."
    assert licence["unit"] == "money per user and month"
    assert (licence["minimum"], licence["maximum"]) == (0, 1e12)
    assert licence["plausible"] == [0, 500]
    assert licence["source"].startswith("Own estimate, in view of: Salesforce lists from 25 to 500")
    assert Scenario.model_json_schema()["required"] == ["format"]
