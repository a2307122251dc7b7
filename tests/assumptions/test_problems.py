"""What is said of a scenario that cannot be, word by word."""

from __future__ import annotations

import math
from typing import Any

import pytest

from crmroi.assumptions import Scenario, ScenarioError, assumptions
from crmroi.assumptions.problems import out_of_range_on_screen

SAID = {"format": "crmroi/1"}


class Spelled(float):
    """A number as the reader of files makes it: it remembers how it was written."""

    def __new__(cls, raw: str) -> Spelled:
        number = super().__new__(cls, raw)
        number.raw = raw
        return number

    raw: str


class SpelledWhole(int):
    def __new__(cls, raw: str) -> SpelledWhole:
        number = super().__new__(cls, raw)
        number.raw = raw
        return number

    raw: str


def problems(mapping: dict[str, Any]) -> list[str]:
    with pytest.raises(ScenarioError) as error:
        Scenario.from_mapping(mapping)
    return [problem.message for problem in error.value.problems]


@pytest.mark.parametrize(
    ("group", "name", "value", "message"),
    [
        (
            "finance",
            "discount_rate",
            2.5,
            "finance.discount_rate (Discount rate): 2.5 is not possible. Enter 0 to 1.",
        ),
        (
            "finance",
            "discount_rate",
            math.nan,
            "finance.discount_rate (Discount rate): NaN is not possible. Enter 0 to 1.",
        ),
        (
            "costs",
            "installation",
            Spelled("1e400"),
            "costs.installation (Installation): 1e400 is not possible. Enter 0 to 1e12.",
        ),
        (
            "costs",
            "installation",
            Spelled("-1.50"),
            "costs.installation (Installation): -1.50 is not possible. Enter 0 to 1e12.",
        ),
        (
            "costs",
            "wage_increase_per_year",
            -0.75,
            "costs.wage_increase_per_year (Rise of wages): -0.75 is not possible. Enter -0.5 to 1.",
        ),
        ("team", "users", 0, "team.users (Users): 0 is not possible. Enter 1 to 100000."),
        (
            "team",
            "users",
            Spelled("25.50"),
            "team.users (Users): 25.50 is not a whole number. Enter 1 to 100000.",
        ),
        (
            "team",
            "users",
            SpelledWhole("100001"),
            "team.users (Users): 100001 is not possible. Enter 1 to 100000.",
        ),
        (
            "team",
            "users",
            Spelled("1e999"),
            "team.users (Users): 1e999 is not possible. Enter 1 to 100000.",
        ),
        (
            "team",
            "users",
            10**400,
            f"team.users (Users): 1{'0' * 59}… is not possible. Enter 1 to 100000.",
        ),
        ("team", "users", True, "team.users (Users): true is not a number. Enter 1 to 100000."),
        ("team", "users", "25", "team.users (Users): “25” is not a number. Enter 1 to 100000."),
        ("team", "users", None, "team.users (Users): null is not a number. Enter 1 to 100000."),
        (
            "adoption",
            "target_rate",
            [0.5, Spelled("7e-1")],
            "adoption.target_rate (Users who work in it): [0.5, 7e-1] is not a number. "
            "Enter 0 to 1.",
        ),
        (
            "adoption",
            "curve",
            "steep",
            "adoption.curve (Adoption curve): “steep” is not possible. "
            "Enter one of: “logistic”, “linear”, “immediate”.",
        ),
        (
            "gains",
            "include_intangibles",
            1,
            "gains.include_intangibles (Count intangibles): 1 is not possible. "
            "Enter true or false.",
        ),
        (
            "costs",
            "licence_per_usr",
            60,
            "“licence_per_usr” is not a field. Did you mean “licence_per_user_per_month”?",
        ),
        ("gains", "Users", 60, "“Users” is not a field. Did you mean “team.users”?"),
        (
            "gains",
            "discountrate",
            1,
            "“discountrate” is not a field. Did you mean “finance.discount_rate”?",
        ),
        (
            "team",
            "zzz",
            1,
            "“zzz” is not a field of “team”. Its fields are: users, hourly_cost, staff_turnover.",
        ),
    ],
)
def test_a_value_that_cannot_be(group: str, name: str, value: object, message: str) -> None:
    assert problems({**SAID, group: {name: value}}) == [message]


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ({"cost": {}}, "“cost” is not a group. Did you mean “costs”?"),
        ({"users": 4}, "“users” is not a field. Did you mean “team.users”?"),
        ({"curency": "EUR"}, "“curency” is not a field. Did you mean “currency”?"),
        (
            {"qqq": 4},
            "“qqq” is not a group. "
            "The groups are: business, team, costs, adoption, gains, finance.",
        ),
        ({"team": 12}, "“team”: 12 is not a group of fields. Enter them as an object."),
        ({"team": None}, "“team”: null is not a group of fields. Enter them as an object."),
        (
            {"format": "crmroi/2"},
            "“format”: “crmroi/2” is not a format known here. Enter “crmroi/1”.",
        ),
        ({"format": 1}, "“format”: 1 is not a format known here. Enter “crmroi/1”."),
        (
            {"currency": "eur"},
            "“currency”: “eur” is not a currency. Enter a code of ISO 4217, such as “EUR”.",
        ),
        (
            {"currency": "gbp"},
            "“currency”: “gbp” is not a currency. Enter a code of ISO 4217, such as “GBP”.",
        ),
        (
            {"currency": 978},
            "“currency”: 978 is not a currency. Enter a code of ISO 4217, such as “EUR”.",
        ),
        ({"name": 3}, "“name”: 3 is not a text."),
        ({"name": "a\ud800"}, "“name”: “a\\ud800” is not a text."),
    ],
)
def test_what_stands_at_the_top(part: dict[str, Any], message: str) -> None:
    assert problems({**SAID, **part}) == [message]


def test_a_file_says_what_it_is() -> None:
    assert problems({}) == ["“format” is missing. Enter “crmroi/1”."]


@pytest.mark.parametrize(
    ("value", "messages"),
    [
        (
            3,
            [
                "“uncertainty”: 3 is not possible. Enter an object, such as "
                '{"adoption.target_rate": [0.6, 0.75, 0.9]}.'
            ],
        ),
        (
            {"team.user": [1, 2, 3]},
            ["“user” is not a field. Did you mean “users”?"],
        ),
        (
            {"users": [1, 2, 3]},
            ["“users” is not a field. Did you mean “team.users”?"],
        ),
        (
            {"zzz": [1, 2, 3]},
            ["“zzz” is not a field. Write group and field, such as “adoption.target_rate”."],
        ),
        (
            {"adoption.curve": [1, 2, 3]},
            [
                "uncertainty.adoption.curve (Adoption curve): the field holds no number, "
                "so it has no range. Remove it."
            ],
        ),
        (
            {"team.users": [10, 25]},
            [
                "uncertainty.team.users (Users): [10, 25] is not a range. "
                "Enter low, likeliest and high."
            ],
        ),
        (
            {"team.users": [30, Spelled("25.0"), 40]},
            [
                "uncertainty.team.users (Users): [30, 25.0, 40] is not in order. "
                "Enter low, likeliest and high."
            ],
        ),
        (
            {"adoption.target_rate": [-1, "half", math.nan]},
            [
                "uncertainty.adoption.target_rate (Users who work in it): -1 is not possible. "
                "Enter 0 to 1.",
                "uncertainty.adoption.target_rate (Users who work in it): “half” is not a number. "
                "Enter 0 to 1.",
                "uncertainty.adoption.target_rate (Users who work in it): NaN is not possible. "
                "Enter 0 to 1.",
            ],
        ),
    ],
)
def test_a_range_that_cannot_be(value: object, messages: list[str]) -> None:
    assert problems({**SAID, "uncertainty": value}) == messages


@pytest.mark.parametrize(
    ("value", "messages"),
    [
        (
            {},
            [
                "“correlation”: {} is not possible. Enter a list, such as "
                '[["gains.conversion_uplift", "adoption.target_rate", 0.5]].'
            ],
        ),
        (
            [["team.users", 0.5]],
            [
                '“correlation”: ["team.users", 0.5] is not possible. Enter a list, such as '
                '[["gains.conversion_uplift", "adoption.target_rate", 0.5]].'
            ],
        ),
        (
            [["team.users", "team.user", 0.5]],
            ["“user” is not a field. Did you mean “users”?"],
        ),
        (
            [["team.users", "adoption.curve", 0.5]],
            [
                "correlation.adoption.curve (Adoption curve): the field holds no number, "
                "so it has no range. Remove it."
            ],
        ),
        (
            [["team.users", "team.users", 0.5]],
            ["“correlation”: “team.users” is paired with itself. Name two fields."],
        ),
        (
            [["team.users", "team.hourly_cost", Spelled("1.10")]],
            [
                "“correlation” of “team.users” and “team.hourly_cost”: 1.10 is not possible. "
                "Enter -1 to 1."
            ],
        ),
        (
            [["team.users", "team.hourly_cost", 0.1], ["team.hourly_cost", "team.users", 0.2]],
            ["“correlation” of “team.hourly_cost” and “team.users” is given twice. Keep one."],
        ),
    ],
)
def test_a_correlation_that_cannot_be(value: object, messages: list[str]) -> None:
    assert problems({**SAID, "correlation": value}) == messages


def test_a_note_is_a_text_about_a_field() -> None:
    assert problems({**SAID, "notes": {"team.users": 3, "team.user": "a"}}) == [
        "“user” is not a field. Did you mean “users”?",
        "“notes.team.users”: 3 is not a text.",
    ]


def test_all_problems_are_told_together() -> None:
    told = problems(
        {
            "currency": "???",
            "cost": {},
            "team": {"users": "many", "hourly_cost": -1},
            "finance": {"horizon_years": 40, "discount": 0.1},
            "uncertainty": {"team.users": 3},
            "notes": {"team.users": 3},
        }
    )
    assert len(told) == 9


def test_a_problem_carries_field_and_value() -> None:
    with pytest.raises(ScenarioError) as error:
        Scenario.from_mapping(
            {**SAID, "costs": {"hardware": Spelled("1e400")}, "team": {"users": True, "size": 3}}
        )
    assert [(problem.field, problem.value) for problem in error.value.problems] == [
        ("team.users", True),
        ("team.size", 3),
        ("costs.hardware", "1e400"),
    ]


def test_the_error_as_a_text_has_one_problem_a_line() -> None:
    with pytest.raises(ScenarioError) as error:
        Scenario().with_values({"team.users": 0, "adoption.target": 1, "team.hourly_cost": -1})
    assert str(error.value).splitlines() == [
        "“target” is not a field. Did you mean “target_rate”?",
        "team.users (Users): 0 is not possible. Enter 1 to 100000.",
        "team.hourly_cost (Cost of an hour): -1 is not possible. Enter 0 to 1e12.",
    ]


def test_a_long_value_is_cut() -> None:
    (told,) = problems({**SAID, "adoption": {"curve": "x" * 10_000}})
    assert len(told) < 200


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("finance.discount_rate", 2.5, "Discount rate: 250% is not possible. Enter 0% to 100%."),
        ("team.users", 0, "Users: 0 is not possible. Enter 1 to 100,000."),
        (
            "finance.horizon_years",
            40,
            "Years counted: 40 years is not possible. Enter 1 year to 10 years.",
        ),
    ],
)
def test_a_person_who_types_is_told_by_label_and_unit(key: str, value: float, message: str) -> None:
    notice = out_of_range_on_screen(assumptions()[key], value, "EUR")
    assert notice.message.replace("\N{NO-BREAK SPACE}", " ") == message
