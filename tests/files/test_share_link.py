from __future__ import annotations

import base64
import json
import string
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmroi.assumptions.problems import ScenarioError
from crmroi.assumptions.register import assumptions
from crmroi.assumptions.renamed import RENAMED
from crmroi.assumptions.scenario import Scenario
from crmroi.files.share_link import from_link, to_link
from crmroi.text import speaking
from tests.files.scenarios import scenarios

UNREADABLE = (
    "This link cannot be read: it is cut short or changed. Its figures are not on this page: ask "
    "for the link again."
)


def link_of(content: object) -> str:
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return base64.urlsafe_b64encode(zlib.compress(data)).rstrip(b"=").decode()


def content_of(link: str) -> dict:
    return json.loads(zlib.decompress(base64.urlsafe_b64decode(link + "=" * (-len(link) % 4))))


def whole(**changes: object) -> dict:
    """What the default case's link holds, with some parts replaced."""
    content = content_of(to_link(Scenario()))
    for name, value in changes.items():
        content[name] = {**content.get(name, {}), **value} if isinstance(value, dict) else value
    return content


def told(content: object) -> list[str]:
    return [notice.message for notice in from_link(link_of(content))[1]]


@given(scenarios(texts=False))
def test_a_link_brings_every_number_back_digit_for_digit(scenario):
    again, notices = from_link(to_link(scenario))
    assert again == scenario
    assert repr(again.values()) == repr(Scenario.from_mapping(scenario.model_dump()).values())
    assert notices == ()


def test_a_link_holds_every_value_and_the_version_but_no_name_and_no_note():
    scenario = Scenario(name="Secret", notes={"team.users": "Ann said so"})
    content = content_of(to_link(scenario))
    assert content["format"] == "crmroi/1"
    assert content["currency"] == "EUR"
    assert {f"{g}.{n}" for g in content if isinstance(content[g], dict) for n in content[g]} == set(
        assumptions()
    )
    assert set(content) & {"name", "notes"} == set()
    assert "Secret" not in json.dumps(content)


def test_a_link_is_url_safe_and_fits_where_links_go():
    link = to_link(Scenario())
    assert set(link) <= set(string.ascii_letters + string.digits + "-_")
    assert len(link) < 1500


def test_what_cannot_be_applied_is_said_and_the_rest_is_loaded():
    link = link_of(whole(finance={"horizon_years": 40, "discount_rate": 2.5}, team={"users": 33}))
    scenario, notices = from_link(link)
    assert scenario.team.users == 33
    assert scenario.finance.horizon_years == Scenario().finance.horizon_years
    total = len(assumptions()) + 1
    assert [notice.message for notice in notices] == [
        f"2 of {total} values in the link could not be applied (Years counted 40\u00a0years, "
        "at most 10\u00a0years; Discount rate 250%, at most 100%). The rest is loaded.",
        "finance.horizon_years (Years counted): 40 is not possible. Enter 1 to 10.",
        "finance.discount_rate (Discount rate): 2.5 is not possible. Enter 0 to 1.",
    ]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"currency": "ABC"}, "currency"),
        ({"currency": 5}, "currency"),
        ({"team": {"users": "many"}}, "Users “many”"),
        ({"team": {"users": float("nan")}}, "Users NaN"),
        ({"team": {"users": 10**400}}, "Users 1" + "0" * 59 + "…"),
        ({"team": {"users": 0.5}}, "Users 0.5, at least 1"),
        ({"team": {"users": 1.5}}, "Users 1.5"),
        ({"adoption": {"curve": "steep"}}, "Adoption curve “steep”"),
        ({"adoption": {"curve": 3}}, "Adoption curve 3"),
        ({"gains": {"include_intangibles": 3}}, "Count intangibles 3"),
        ({"team": {"cats": 1}}, "team.cats"),
        ({"crew": {"users": 1}}, "crew"),
        ({"uncertainty": {"team.cats": [1, 2, 3]}}, "team.cats"),
        ({"uncertainty": {"team.users": [3, 2, 1]}}, "Users [3, 2, 1]"),
        ({"uncertainty": 3}, "uncertainty"),
        ({"correlation": [["team.users", "team.users", 0.1]]}, "correlation"),
        ({"correlation": [[["x"], 1]]}, "correlation"),
        ({"name": "Ann"}, "name"),
        ({"notes": {"team.users": "Ann"}}, "notes"),
    ],
)
def test_each_kind_of_wrong_value_is_named_alone(change, reason):
    messages = told(whole(**change))
    assert messages[0].startswith("1 of ")
    assert f" could not be applied ({reason}). The rest is loaded." in messages[0]
    assert len(messages) == 2


def test_a_whole_group_that_is_none_is_said_with_what_it_leaves_at_its_default():
    content = whole()
    content["team"] = 5
    messages = told(content)
    assert messages[1] == "“team”: 5 is not a group of fields. Enter them as an object."
    assert messages[2].startswith("3 values are not in the link and keep their defaults (Users; ")


def test_a_pair_given_twice_is_kept_once():
    pair = ["team.users", "team.hourly_cost", 0.5]
    scenario, notices = from_link(
        link_of(whole(correlation=[pair, ["team.hourly_cost", "team.users", 0.1]]))
    )
    assert scenario.correlation == (("team.users", "team.hourly_cost", 0.5),)
    assert notices[1].message == (
        "“correlation” of “team.hourly_cost” and “team.users” is given twice. Keep one."
    )


def test_values_that_an_older_link_does_not_hold_keep_their_defaults_and_are_said():
    content = whole()
    del content["team"]["users"]
    assert told(content) == ["1 value is not in the link and keeps its default (Users)."]


def test_another_version_is_said_and_loaded_as_far_as_it_goes():
    scenario, notices = from_link(link_of(whole(format="crmroi/7", team={"users": 12})))
    assert scenario.team.users == 12
    assert [n.message for n in notices] == [
        "The link is of another version of the model (“crmroi/7”)."
    ]


def test_a_former_name_goes_on_working(monkeypatch):
    monkeypatch.setitem(RENAMED, "team.seats", "team.users")
    content = whole(uncertainty={"team.seats": [30, 40, 50]})
    del content["team"]["users"]
    content["team"]["seats"] = 40
    scenario, notices = from_link(link_of(content))
    assert (scenario.team.users, notices) == (40, ())
    assert scenario.uncertainty == {"team.users": (30.0, 40.0, 50.0)}


def test_a_value_under_both_names_is_a_problem(monkeypatch):
    monkeypatch.setitem(RENAMED, "team.seats", "team.users")
    messages = told(whole(team={"seats": 40}))
    assert messages[1].startswith("“team.seats” is the former name of “team.users”")


def test_the_notices_speak_the_language_of_the_moment():
    _scenario, notices = from_link(link_of(whole(finance={"horizon_years": 40})))
    with speaking("fr"):
        assert notices[0].message.startswith(f"1 des {len(assumptions()) + 1} valeurs du lien n’a ")


BOMB = zlib.compress(b'{"format": "crmroi/1", "name": "' + b" " * 100_000_000 + b'"}', 9)


@pytest.mark.parametrize(
    "link",
    [
        "", "x", "!!!", "é", "\ud800", "AAAA", "=" * 9, " " * 9,
        to_link(Scenario())[:-5],
        to_link(Scenario())[5:],
        to_link(Scenario()) + "AAAA",
        link_of(b"\xff"), link_of(b"[]"), link_of(b"{"), link_of(b"[" * 99_999),
        link_of([1] * 10_001),
        base64.urlsafe_b64encode(BOMB).decode(),
        base64.urlsafe_b64encode(BOMB).decode()[:40_000],
        "A" * 50_001,
    ],
    ids=range(19),
)  # fmt: skip
def test_what_is_no_link_is_refused(link):
    with pytest.raises(ScenarioError) as refused:
        from_link(link)
    assert str(refused.value) == UNREADABLE


@given(st.text() | st.text(string.ascii_letters + "-_", max_size=200) | st.binary().map(link_of))
def test_no_text_crashes_it(text):
    with pytest.raises(ScenarioError):
        from_link(text)


@given(st.integers(0, 900), st.characters(codec="ascii"))
def test_one_changed_letter_never_passes_unseen(place, letter):
    link = to_link(Scenario())
    changed = link[:place] + letter + link[place + 1 :]
    if changed != link:
        with pytest.raises(ScenarioError):
            from_link(changed)
