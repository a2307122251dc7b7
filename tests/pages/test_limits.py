"""What a page is made to stand: hostile links and files, values at the edge of a float."""

from __future__ import annotations

import base64
import json
import zlib

import pytest

from crmroi.assumptions import Scenario
from crmroi.assumptions.presets import preset_scenario
from crmroi.files.scenario_file import write_scenario
from crmroi.files.share_link import to_link
from crmroi.text import speak
from tests.pages.test_what_if import open_all
from tests.pages.visiting import session_of, visit, words_of

ALERT = 'role="alert"'


def link_of(content):
    packed = zlib.compress(json.dumps(content).encode())
    return base64.urlsafe_b64encode(packed).rstrip(b"=").decode()


def open_file(at, text):
    at.session_state["settings"] = True
    at.run()
    at.file_uploader(key="open").set_value(("case.json", text.encode(), "application/json")).run()
    return at


def test_a_links_own_words_are_no_markup():
    at = visit(s=link_of({"format": "![x](http://elsewhere.example/x.png) **b** $a$"}))
    said = " ".join(toast.value for toast in at.toast)
    assert r"!\[x\](http\://elsewhere.example/x.png) \*\*b\*\* \$a\$" in said


def test_a_link_that_cannot_be_read_is_told_until_the_visitor_closes_it():
    (told,) = visit(s="damaged").toast
    assert told.value.startswith("This link cannot be read")
    assert told.proto.duration == 0


def test_what_is_said_in_passing_goes_by_itself():
    at = visit()
    at.slider(key="team.users").set_value(30).run()
    at.button(key="undo").click().run()
    (told,) = at.toast
    assert told.proto.duration != 0


def test_a_link_of_a_thousand_refusals_says_a_few():
    at = visit(s=link_of({"format": "crmroi/1", **{f"x{n}": 1 for n in range(1000)}}))
    said = [toast.value for toast in at.toast]
    assert len(said) == 5
    assert said[-1].startswith("And ")


def test_a_file_of_a_thousand_problems_shows_twenty():
    content = {"format": "crmroi/1", **{f"x{n}": 1 for n in range(1000)}}
    at = open_file(visit(), json.dumps(content))
    assert words_of(at).count(ALERT) == 21
    assert "And 980 more." in words_of(at)


def test_a_files_problems_are_said_in_the_language_chosen_since():
    at = open_file(visit(), "[]")
    assert "A scenario file is one JSON object" in words_of(at)
    at.selectbox(key="language").set_value("fr").run()
    speak("fr")  # as `visit` does
    at.session_state["settings"] = True
    at.run()
    assert "A scenario file is one JSON object" not in words_of(at)
    assert ALERT in words_of(at)


def test_what_a_file_says_is_shown_as_text():
    at = open_file(visit(), '{"format": "crmroi/1", "<script>alert(1)</script>": "<b>"}')
    bodies = "".join(element.proto.body for element in at.get("html"))
    assert "&lt;script&gt;" in bodies
    assert "<script>alert" not in bodies


def test_undoing_a_preset_brings_the_starting_point_back():
    at = visit()
    at.selectbox(key="preset").set_value("e_commerce").run()
    at.button(key="undo").click().run()
    assert at.selectbox(key="preset").value == ""
    assert at.button(key="reset").disabled
    at.button(key="redo").click().run()
    assert at.selectbox(key="preset").value == "e_commerce"
    assert session_of(at).base.values() == preset_scenario("e_commerce").values()


def test_undoing_an_opened_file_brings_the_starting_point_back():
    at = visit(**{"from": "e_commerce"})
    open_file(at, write_scenario(Scenario(name="opened").with_values({"team.users": 7})))
    assert session_of(at).scenario.team.users == 7
    at.button(key="undo").click().run()
    assert session_of(at).preset == "e_commerce"
    assert at.button(key="reset").disabled


def test_an_opened_file_leaves_no_error_of_the_case_before():
    at = open_all(visit(), "team", exact=True)
    at.text_input(key="team.users").set_value("many").run()
    assert ALERT in words_of(at)
    open_file(at, write_scenario(Scenario().with_values({"team.users": 7})))
    assert ALERT not in words_of(at)
    assert at.text_input(key="team.users").value == "7"


def test_an_error_does_not_outlive_the_field_that_it_stands_under():
    at = open_all(visit(), "team", exact=True)
    at.text_input(key="team.users").set_value("many").run()
    at.toggle(key="exact").set_value(False).run()
    assert ALERT not in words_of(at)
    assert at.slider(key="team.users").value == 25


def test_resetting_a_group_leaves_the_errors_of_the_others():
    at = open_all(visit(), "team", exact=True)
    at.text_input(key="team.users").set_value("many").run()
    at.text_input(key="team.hourly_cost").set_value("60").run()
    at.button(key="open.gains").click().run()
    at.text_input(key="gains.conversion_uplift").set_value("20%").run()
    at.button(key="reset.gains").click().run()
    assert "team.users" in session_of(at).typed


@pytest.mark.parametrize("language", ["en", "fr", "pt_BR"])
@pytest.mark.parametrize("value", [5e-324, 1e-300, 1e12])
def test_values_at_the_edge_of_a_float_are_shown_and_kept(value, language):
    scenario = Scenario().with_values({"team.hourly_cost": value, "team.staff_turnover": 1e-20})
    at = open_all(visit(s=to_link(scenario), lang=language), "team", exact=True)
    assert not at.exception
    assert session_of(at).scenario.team == scenario.team
