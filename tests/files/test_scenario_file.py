from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from crmroi.assumptions.presets import PRESETS, preset_scenario
from crmroi.assumptions.problems import ScenarioError
from crmroi.assumptions.register import GROUPS, assumptions
from crmroi.assumptions.renamed import RENAMED
from crmroi.assumptions.scenario import Scenario
from crmroi.files.scenario_file import read_scenario, scenario_schema, write_scenario
from tests.files.scenarios import scenarios

HEAD = '{"format": "crmroi/1"'


def problems(data: str | bytes) -> list[str]:
    with pytest.raises(ScenarioError) as refused:
        read_scenario(data)
    return str(refused.value).split("\n")


@given(scenarios())
def test_a_scenario_is_read_back_digit_for_digit(scenario):
    again = read_scenario(write_scenario(scenario))
    assert again == scenario
    assert write_scenario(again) == write_scenario(scenario)


def test_the_shortest_file_is_the_default_case():
    assert read_scenario(HEAD + "}") == Scenario()


def test_a_file_is_written_in_declared_order_as_a_person_would_write_it():
    text = write_scenario(
        Scenario(name="Été").with_values({"business.average_order_value": 5000.0})
    )
    content = json.loads(text)
    assert list(content) == ["format", "name", "currency", *GROUPS]
    assert [f"{g}.{n}" for g in GROUPS for n in content[g]] == list(assumptions())
    assert '"name": "Été"' in text
    assert '"average_order_value": 5000,' in text
    assert text.endswith("}\n")


def test_a_byte_order_mark_does_not_matter():
    assert read_scenario(b"\xef\xbb\xbf" + HEAD.encode() + b"}") == Scenario()


def test_whole_numbers_may_be_written_with_a_point():
    assert read_scenario(HEAD + ', "team": {"users": 40.0}}').team.users == 40


def test_messages_show_values_as_the_file_writes_them_and_all_together():
    text = HEAD + (
        ', "team": {"users": 2.50, "hourly_cost": 1e999, "hourly_cost": -0.10e1},'
        ' "business": {"customers": NaN}, "finance": {"discount_rate": true, "horizon_years": "5"},'
        '  "costs": {"licence_per_usr_per_month": 1}}'
    )
    assert problems(text) == [
        "“team.hourly_cost” is given twice. Keep one.",
        "business.customers (Active customers): NaN is not possible. Enter 0 to 1e12.",
        "team.users (Users): 2.50 is not a whole number. Enter 1 to 100000.",
        "team.hourly_cost (Cost of an hour): -0.10e1 is not possible. Enter 0 to 1e12.",
        "“licence_per_usr_per_month” is not a field. Did you mean “licence_per_user_per_month”?",
        "finance.horizon_years (Years counted): “5” is not a number. Enter 1 to 10.",
        "finance.discount_rate (Discount rate): true is not a number. Enter 0 to 1.",
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "Line 1, column 1: a value is missing or not JSON."),
        ("[1]", "A scenario file is one JSON object, in curly brackets."),
        ('{"team":\n {"users": 5\n  "hourly_cost": 3}}',
         "Line 3, column 3: a comma or a closing bracket is missing before this."),
        ('{"team" 5}', "Line 1, column 9: a colon is missing before this."),
        ("{'team': 5}",
         "Line 1, column 2: a name in double quotes is missing (or a comma is too many)."),
        ('{"name": "x', "Line 1, column 10: this text has no closing quotation mark."),
        ("{} {}", "Line 1, column 4: the file goes on after its end."),
        ('{"name": "\t"}', "Line 1, column 11: this is not JSON."),
        (b"\xff", "The file is not UTF-8 text. Save it as UTF-8."),
        (b" " * 1_000_001, "The file is larger than 1000000 bytes; none of it is read."),
        ("[" * 100_000, "Line 1, column 11: nested deeper than 10."),
        ('"' * 100_000, "Line 1, column 3: the file goes on after its end."),
        ("[" + "1," * 10_000 + "1]", "The file holds 10002 values; at most 10000 are read."),
        ("{}", "“format” is missing. Enter “crmroi/1”."),
        ('{"format": "crmroi/9"}',
         "“format”: “crmroi/9” is not a format known here. Enter “crmroi/1”."),
    ],
    ids=lambda part: str(part)[:20],
)  # fmt: skip
def test_a_file_that_is_no_scenario_says_why(data, message):
    assert problems(data) == [message]


def test_nesting_that_is_too_deep_is_named_beside_what_else_is_wrong():
    found = problems(HEAD + ',\n "x": [[[[[[[[[[]]]]]]]]]], "team": {"users": 0}}')
    assert found[0] == "Line 2, column 16: nested deeper than 10."
    assert "team.users (Users): 0 is not possible. Enter 1 to 100000." in found


def test_a_bracket_inside_a_text_does_not_nest():
    scenario = read_scenario(HEAD + ', "name": "[[[[[[[[[[[[\\"[["}')
    assert scenario.name == '[[[[[[[[[[[["[['


def test_half_a_character_is_refused_because_nothing_could_print_it():
    assert problems(HEAD + ', "name": "a\\ud800"}') == [
        "“name” holds half a character. Write it anew."
    ]
    assert problems(HEAD + ', "notes": {"team.users": "a\\ud800"}}') == [
        "“notes.team.users” holds half a character. Write it anew."
    ]


@given(st.binary(max_size=80) | st.text(max_size=80).map(lambda t: (HEAD + "," + t).encode()))
def test_no_bytes_crash_the_reader(data):
    try:
        read_scenario(data)
    except ScenarioError as error:
        messages = str(error)
        assert messages.encode()


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8)
    | st.sampled_from(["business.customers", "adoption.curve", "EUR", "logistic"]),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.sampled_from([*GROUPS, "users", "curve", "notes", "name", "team.users",
                                       "uncertainty", "correlation", "currency"])
                      | st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@given(st.dictionaries(st.sampled_from([*GROUPS, "notes", "name", "uncertainty", "correlation",
                                        "currency"]), json_values, max_size=5))  # fmt: skip
def test_any_json_is_read_or_refused_in_words_and_the_schema_agrees(content):
    text = json.dumps({"format": "crmroi/1", **content})
    try:
        read_scenario(text)
    except ScenarioError as error:
        messages = str(error)
        assert messages.encode()
    else:
        VALIDATOR.validate(json.loads(text))


VALIDATOR = Draft202012Validator(scenario_schema())


def test_the_schema_is_one():
    Draft202012Validator.check_schema(scenario_schema())


@given(scenarios())
def test_the_schema_accepts_what_the_writer_writes(scenario):
    VALIDATOR.validate(json.loads(write_scenario(scenario)))


@pytest.mark.parametrize("name", PRESETS)
def test_the_schema_accepts_each_preset(name):
    VALIDATOR.validate(json.loads(write_scenario(preset_scenario(name))))


@pytest.mark.parametrize(
    "change",
    [
        {"format": "crmroi/2"},
        {"format": None},
        {"currency": "XXY"},
        {"team": {"users": 2.5}},
        {"team": {"users": "25"}},
        {"team": {"user": 25}},
        {"finance": {"discount_rate": 1.01}},
        {"gains": {"include_intangibles": 1}},
        {"adoption": {"curve": "steep"}},
        {"uncertainty": {"adoption.curve": [1, 2, 3]}},
        {"uncertainty": {"team.users": [1, 2]}},
        {"uncertainty": {"team.users": [0, 2, 3]}},
        {"correlation": [["team.users", "team.user", 0.5]]},
        {"correlation": [["team.users", "team.hourly_cost", 2]]},
        {"notes": {"team.users": 3}},
        {"business": 3},
    ],
)
def test_schema_and_reader_refuse_the_same(change):
    content = {"format": "crmroi/1", **change}
    assert not VALIDATOR.is_valid(content)
    with pytest.raises(ScenarioError):
        read_scenario(json.dumps(content))


def test_a_former_name_goes_on_working_in_files_and_in_the_schema(monkeypatch):
    monkeypatch.setitem(RENAMED, "team.seats", "team.users")
    text = HEAD + (
        ', "team": {"seats": 40}, "uncertainty": {"team.seats": [30, 40, 50]},'
        ' "correlation": [["team.seats", "team.hourly_cost", 0.2]], "notes": {"team.seats": "HR"}}'
    )
    scenario = read_scenario(text)
    assert scenario.team.users == 40
    assert scenario.uncertainty == {"team.users": (30.0, 40.0, 50.0)}
    Draft202012Validator(scenario_schema()).validate(json.loads(text))
