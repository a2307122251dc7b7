from __future__ import annotations

import json
from decimal import Decimal

import pytest

from crmroi.assumptions import FRONT, GROUPS, Scenario, assumptions
from crmroi.assumptions.presets import PRESETS, preset_scenario
from crmroi.files.scenario_file import write_scenario
from crmroi.files.share_link import from_link, to_link
from crmroi.text import LANGUAGES, Unit
from crmroi.ui.visit import OPENED
from tests.pages.visiting import address_of, drawn, session_of, sketch, visit, words_of

NUMERIC = [key for key, item in assumptions().items() if item.numeric]


def open_all(at, group, *, exact=False):
    at.button(key="all").click().run()
    if session_of(at).view.open_group != group:
        at.button(key=f"open.{group}").click().run()
    if exact:
        at.toggle(key="exact").set_value(True).run()
    return at


def test_the_page_opens_with_a_sentence_five_figures_and_five_charts():
    page = drawn(visit())
    assert page["headline"].startswith("The CRM pays for itself in month\u00a0")
    assert [kpi["id"] for kpi in page["kpis"]] == [
        "roi",
        "npv",
        "break_even_month",
        "irr",
        "peak_funding",
    ]
    assert [chart["id"] for chart in page["charts"]] == [
        "cash",
        "years",
        "waterfall",
        "customers",
        "adoption",
    ]


def test_the_twelve_stand_in_front_each_under_its_dotted_name():
    at = visit()
    assert [slider.key for slider in at.slider] == list(FRONT)


def test_a_sliders_step_moves_the_sentence_the_figures_and_the_charts():
    at = visit()
    before = drawn(at)
    at.slider(key="adoption.target_rate").set_value(0.6).run()
    after = drawn(at)
    assert after["headline"] != before["headline"]
    assert after["kpis"] != before["kpis"]
    assert after["charts"][0]["figure"] != before["charts"][0]["figure"]
    assert after["values"]["adoption-target_rate"] == "60%"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_speaks(language):
    at = visit(lang=language)
    page = drawn(at)
    assert page["language"] == language.replace("_", "-")
    start = {"en": "The CRM", "fr": "Le CRM", "pt_BR": "O CRM"}[language]
    assert page["headline"].startswith(start)


@pytest.mark.parametrize("key", NUMERIC)
@pytest.mark.parametrize("end", [0, 1], ids=["lowest", "highest"])
def test_both_ends_of_every_allowed_range_can_be_typed_and_are_then_held_by_the_slider(key, end):
    item = assumptions()[key]
    value = item.allowed[end]
    shown = Decimal(repr(float(value))) * (100 if item.unit.is_percent else 1)
    if item.unit is Unit.REDUCTION:
        shown = -shown  # a fall is written with its minus
    at = open_all(visit(), item.group, exact=True)
    at.text_input(key=key).set_value(f"{shown:+f}").run()
    assert not at.exception
    assert session_of(at).scenario.value(key) == pytest.approx(value)
    assert not at.error
    at.toggle(key="exact").set_value(False).run()
    assert not at.exception
    slider = at.slider(key=key)
    assert slider.value == pytest.approx(value)
    assert slider.min <= value <= slider.max


@pytest.mark.parametrize("key", FRONT)
def test_both_ends_of_every_front_slider_give_an_answer(key):
    at = visit()
    slider = at.slider(key=key)
    for value in (slider.min, slider.max):
        at.slider(key=key).set_value(value).run()
        assert not at.exception
        assert drawn(at)["headline"]


def test_what_cannot_be_taken_is_said_beside_the_field_and_stays_as_typed():
    at = open_all(visit(), "finance", exact=True)
    before = drawn(at)["headline"]
    at.text_input(key="finance.discount_rate").set_value("250%").run()
    assert "Discount rate: 250% is not possible. Enter 0% to 100%." in words_of(at)
    assert at.text_input(key="finance.discount_rate").value == "250%"
    assert drawn(at)["headline"] == before


@pytest.mark.parametrize(
    ("language", "typed", "value"),
    [
        ("en", "1,234", 1234),
        ("en", "1.234", 1.234),
        ("fr", "1,234", 1.234),
        ("pt_BR", "1,234", 1.234),
        ("pt_BR", "1.234", 1234),
    ],
)
def test_a_typed_number_is_read_in_the_visitors_language(language, typed, value):
    at = open_all(visit(lang=language), "business", exact=True)
    at.text_input(key="business.leads_per_month").set_value(typed).run()
    assert session_of(at).scenario.value("business.leads_per_month") == value


def test_the_example_beside_what_is_no_number_is_in_the_visitors_language():
    at = open_all(visit(lang="fr"), "business", exact=True)
    at.text_input(key="business.leads_per_month").set_value("abc").run()
    assert "Écrivez-le comme 2,5." in words_of(at)


def test_every_assumption_has_a_control_behind_one_click():
    at = visit()
    at.button(key="all").click().run()
    seen = set()
    for group in GROUPS:
        if session_of(at).view.open_group != group:
            at.button(key=f"open.{group}").click().run()
        for kind in (at.slider, at.selectbox, at.toggle):
            seen |= {element.key for element in kind}
    assert set(assumptions()) <= seen


def test_a_search_finds_an_assumption_by_its_words_in_any_group():
    at = visit(lang="fr")
    at.button(key="all").click().run()
    at.text_input(key="search").set_value("TAUX actualisation").run()
    assert [slider.key for slider in at.slider] == ["finance.discount_rate"]


def test_a_search_that_finds_nothing_says_so():
    at = visit()
    at.button(key="all").click().run()
    at.text_input(key="search").set_value("xylophone").run()
    assert "No assumption has this in its name or its help." in words_of(at)


def test_fifty_steps_can_be_undone_and_done_again():
    at = visit()
    first = session_of(at).scenario
    for step in range(50):
        at.slider(key="team.users").set_value(30 + step).run()
    last = session_of(at).scenario
    for _ in range(50):
        at.button(key="undo").click().run()
    assert session_of(at).scenario == first
    assert at.button(key="undo").disabled
    for _ in range(50):
        session_of(at).redo()
    assert session_of(at).scenario == last


def test_reset_leads_back_to_the_starting_point_and_can_itself_be_undone():
    at = visit()
    at.slider(key="team.users").set_value(99).run()
    at.button(key="reset").click().run()
    assert session_of(at).scenario == Scenario()
    at.button(key="undo").click().run()
    assert session_of(at).scenario.team.users == 99


def test_one_group_can_be_reset_alone():
    at = visit()
    at.slider(key="team.users").set_value(99).run()
    at.slider(key="adoption.target_rate").set_value(0.5).run()
    open_all(at, "team")
    at.button(key="reset.team").click().run()
    assert session_of(at).scenario.team == Scenario().team
    assert session_of(at).scenario.adoption.target_rate == 0.5


def test_pinning_keeps_the_case_as_a_ghost_and_the_figures_tell_the_change():
    at = visit()
    at.button(key="pin").click().run()
    at.slider(key="adoption.target_rate").set_value(0.9).run()
    roi = drawn(at)["kpis"][0]
    assert roi["delta"]
    assert roi["arrow"] == "up"
    assert roi["tone"] == "good"
    at.button(key="pin").click().run()
    assert drawn(at)["kpis"][0]["delta"] is None


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_is_a_starting_point(preset):
    at = visit()
    at.selectbox(key="preset").set_value(preset).run()
    assert session_of(at).scenario.values() == preset_scenario(preset).values()


def test_a_sliders_help_says_where_its_value_comes_from():
    def said(key):
        return at.slider(key=key).help.replace("\\", "")  # no letter of it is markup

    at = visit()
    assert said("team.users").endswith("Source: Own estimate.")
    at.slider(key="team.users").set_value(30).run()
    assert said("team.users").endswith("Source: Entered for this case. Default: Own estimate.")
    at.selectbox(key="preset").set_value("e_commerce").run()
    open_all(at, "business")
    source = PRESETS["e_commerce"].sources["business.retention_rate"]
    assert str(source) in said("business.retention_rate")


def test_a_change_of_preset_keeps_what_was_set_on_purpose():
    at = visit()
    at.slider(key="adoption.target_rate").set_value(0.55).run()
    at.selectbox(key="preset").set_value("e_commerce").run()
    assert session_of(at).scenario.adoption.target_rate == 0.55
    assert session_of(at).scenario.business == preset_scenario("e_commerce").business


def test_a_change_of_preset_keeps_the_visitors_own_words():
    at = visit()
    noted = session_of(at).scenario.model_copy(update={"notes": {"team.users": "Head count, May"}})
    session_of(at).scenario = noted
    at.selectbox(key="preset").set_value("e_commerce").run()
    assert session_of(at).scenario.notes == {"team.users": "Head count, May"}


def test_an_opened_file_is_a_starting_point_that_can_be_left_for_another():
    at = visit()
    opened = Scenario().with_values({"team.users": 70})
    session_of(at).start_from(opened, opened, "x", OPENED)
    at.run()
    assert at.selectbox(key="preset").options[0] == "Opened file"
    at.selectbox(key="preset").set_value("").run()
    assert session_of(at).scenario.team.users == Scenario().team.users
    assert "Opened file" not in at.selectbox(key="preset").options


def test_the_address_holds_every_digit_and_opens_the_same_case():
    at = visit()
    session_of(at).set_values({"business.average_order_value": 1234.567891234}, "x")
    at.run()
    there = visit(**address_of(at))
    assert session_of(there).scenario.values() == session_of(at).scenario.values()


def test_the_address_holds_the_pinned_case_and_the_language_too():
    at = visit(lang="fr")
    at.button(key="pin").click().run()
    at.slider(key="team.users").set_value(60).run()
    there = visit(**address_of(at))
    assert session_of(there).pinned.values() == session_of(at).pinned.values()
    assert session_of(there).language == "fr"


def test_the_address_never_holds_a_name():
    at = visit()
    session_of(at).scenario = Scenario(name="Confidential")
    at.run()
    assert from_link(address_of(at)["s"])[0].name == ""


def test_what_a_link_holds_that_cannot_be_applied_is_said():
    at = visit(s="this-is-no-link")
    assert at.toast
    assert drawn(at)["headline"]


def test_the_sentence_of_a_link_is_that_of_its_case():
    scenario = Scenario().with_values({"adoption.target_rate": 0.61})
    at = visit(s=to_link(scenario))
    assert drawn(at)["values"]["adoption-target_rate"] == "61%"


def test_a_dragged_thumb_shows_its_case_without_setting_it():
    at = visit()
    session = session_of(at)
    set_before = session.scenario
    session.preview = set_before.with_values({"team.users": 77})
    at.run()
    assert drawn(at)["values"]["team-users"] == "77"
    at.run()
    assert drawn(at)["values"]["team-users"] == "25"
    assert session_of(at).scenario == set_before


def test_presentation_shows_six_sliders_and_two_charts():
    at = visit()
    at.button(key="present").click().run()
    assert len(at.slider) == 6
    assert [chart["id"] for chart in drawn(at)["charts"]] == ["cash", "years"]
    at.button(key="leave").click().run()
    assert len(at.slider) == 12


def test_a_figures_formula_is_one_click_away():
    at = visit()
    session_of(at).view.how = "npv"
    at.run()
    assert len(at.latex) >= 2
    at.button(key="how.close").click().run()
    assert not at.latex


def test_what_is_drawn_is_plain_json_without_gaps():
    text = json.dumps(drawn(visit()), allow_nan=False)
    assert "NaN" not in text


def test_a_saved_file_opened_again_is_the_same_case():
    from crmroi.files.scenario_file import read_scenario

    scenario = Scenario(name="x").with_values({"business.gross_margin": 0.123456789})
    assert read_scenario(write_scenario(scenario)) == scenario


def test_the_figures_are_the_models():
    at = visit()
    assert set(sketch(at)) == {"roi", "npv", "break_even_month", "irr", "peak_funding"}
