"""The Compare page without a browser: the set, the sentence, the grid, the files."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from crmroi.analysis.comparison import compare
from crmroi.analysis.ranges import drawn_case, with_ranges
from crmroi.assumptions import Scenario
from crmroi.charts.compare import opening
from crmroi.ui.compare.set_file import written
from crmroi.ui.comparing import Chances
from crmroi.ui.editing import edit
from tests.pages.visiting import drawn, session_of, visit, words_of
from tests.support import in_plain_spaces

PAGE = "pages/compare.py"
ADOPTION = "adoption.target_rate"
NAMES = ["Custom CRM", "Standard CRM", "Doing nothing"]
TABLE = b"period,benefits,costs\n0,0,100\n1,80,10\n2,90,10\n"


def names(at: AppTest) -> list[str]:
    return [entry.scenario.name for entry in session_of(at).comparing.entries]


def open_menu(at: AppTest, *keys: str) -> AppTest:
    for key in keys:
        at.session_state[key] = True
    return at.run()


def clicked(at: AppTest, key: str, menu: str = "") -> AppTest:
    if menu:
        open_menu(at, menu)
    at.button(key=key).click().run()
    assert not at.exception, at.exception
    return at


def test_the_first_visit_finds_the_three_ready_made_scenarios_and_their_sentence() -> None:
    at = visit(PAGE)
    assert names(at) == NAMES
    entries = session_of(at).comparing.entries
    assert drawn(at)["headline"] == opening(compare([entry.scenario for entry in entries]))
    assert [chart["id"] for chart in drawn(at)["charts"]] == ["curves", "costs", "why"]


def test_the_ready_made_scenarios_come_from_the_case_of_the_visitor() -> None:
    at = visit()
    at.slider(key="team.users").set_value(40).run()
    at.switch_page(PAGE).run()
    assert {e.scenario.team.users for e in session_of(at).comparing.entries} == {40}


def test_a_scenario_is_named_and_a_name_is_nobody_elses() -> None:
    at = open_menu(visit(PAGE), "compare.chip.0", "compare.chip.1")
    at.text_input(key="compare.name.0").set_value("Offer 01").run()
    at.text_input(key="compare.name.1").set_value("Offer 01").run()
    assert names(at) == ["Offer 01", "Offer 01 2", "Doing nothing"]
    assert "Offer 01" in drawn(at)["headline"]


def test_who_has_no_name_gets_one_that_is_nobody_elses() -> None:
    at = open_menu(visit(PAGE), "compare.chip.0")
    at.text_input(key="compare.name.0").set_value("").run()
    assert names(at) == ["Scenario 1", "Standard CRM", "Doing nothing"]
    clicked(at, "compare.copy.0", "compare.chip.0")
    assert names(at)[:2] == ["Scenario 1", "Scenario 2"]
    open_menu(at, "compare.chip.2")
    at.text_input(key="compare.name.2").set_value("").run()
    assert names(at) == ["Scenario 1", "Scenario 2", "Scenario 3", "Doing nothing"]


def test_a_scenario_that_comes_back_with_the_name_of_another_is_told_apart() -> None:
    at = visit(PAGE)
    session = session_of(at)
    edit(session, 1)
    session.change(session.scenario.model_copy(update={"name": "Doing nothing"}), "named")
    at.run()
    assert names(at) == ["Custom CRM", "Doing nothing 2", "Doing nothing"]


def test_ready_made_names_follow_the_language_until_they_are_given_another() -> None:
    at = open_menu(visit(PAGE), "compare.chip.0")
    at.text_input(key="compare.name.0").set_value("Ours").run()
    session_of(at).comparing.pair = ("Ours", "Standard CRM")
    session_of(at).language = "fr"
    at.run()
    assert names(at) == ["Ours", "CRM standard", "Ne rien faire"]
    assert session_of(at).comparing.pair == ("Ours", "CRM standard")


def test_a_name_that_looks_like_a_tag_is_shown_as_it_is() -> None:
    at = open_menu(visit(PAGE), "compare.chip.0")
    at.text_input(key="compare.name.0").set_value("<b>01</b>").run()
    bodies = "".join(element.proto.body for element in at.get("html"))
    assert "&lt;b&gt;01&lt;/b&gt;" in bodies
    assert "<b>01" not in bodies
    assert "<b>01" not in json.dumps(drawn(at)["charts"][0]["figure"], ensure_ascii=False)


def test_scenarios_are_duplicated_moved_removed_and_undone() -> None:
    at = visit(PAGE)
    clicked(at, "compare.copy.0", "compare.chip.0")
    assert names(at) == ["Custom CRM", "Custom CRM 2", "Standard CRM", "Doing nothing"]
    clicked(at, "compare.right.0", "compare.chip.0")
    assert names(at)[:2] == ["Custom CRM 2", "Custom CRM"]
    clicked(at, "compare.remove.3", "compare.chip.3")
    assert names(at) == ["Custom CRM 2", "Custom CRM", "Standard CRM"]
    for _step in range(3):
        clicked(at, "compare.undo")
    assert names(at) == NAMES


def test_there_are_two_to_five_scenarios() -> None:
    at = visit(PAGE)
    for _more in range(2):
        clicked(at, "compare.copy.0", "compare.chip.0")
    open_menu(at, "compare.chip.0", "compare.add")
    assert at.button(key="compare.copy.0").disabled
    assert at.button(key="compare.add.case").disabled
    for _fewer in range(3):
        clicked(at, "compare.remove.0", "compare.chip.0")
    open_menu(at, "compare.chip.0")
    assert at.button(key="compare.remove.0").disabled
    assert len(names(at)) == 2


def test_a_scenario_is_changed_on_the_what_if_page_and_the_own_case_is_as_before() -> None:
    at = visit()
    at.slider(key="team.users").set_value(40).run()
    own = session_of(at).scenario
    at.switch_page(PAGE).run()
    session = session_of(at)
    before = drawn(at)["headline"]
    edit(session, 1)  # the button also leads to the other page, where this runner does not follow
    at.switch_page("pages/what_if.py").run()
    assert "Editing: Standard CRM" in words_of(at)
    at.slider(key="costs.licence_per_user_per_month").set_value(400).run()
    at.switch_page(PAGE).run()
    assert session.comparing.entries[1].scenario.costs.licence_per_user_per_month == 400
    assert session.scenario == own
    assert session.can_undo
    assert drawn(at)["headline"] != before


def test_the_own_case_is_added() -> None:
    at = clicked(visit(PAGE), "compare.add.case", "compare.add")
    assert names(at)[-1] == "Today’s case"


def test_amounts_of_two_currencies_are_not_compared_until_they_are_counted_in_one() -> None:
    at = visit(PAGE)
    session = session_of(at)
    pounds = session.scenario.model_copy(update={"currency": "GBP"})
    session.comparing.put(1, pounds)
    at.run()
    assert "cannot be compared" in words_of(at)
    clicked(at, "compare.currency")
    assert {e.scenario.currency for e in session.comparing.entries} == {"EUR"}
    assert drawn(at)["headline"]


def test_two_are_held_against_each_other_the_better_one_first() -> None:
    at = visit(PAGE)
    at.selectbox(key="compare.why.1").set_value(2).run()
    why = drawn(at)["charts"][2]
    assert why["title"].startswith("Custom CRM beats Doing nothing by")


def test_on_a_small_screen_the_two_held_against_each_other_have_the_colours() -> None:
    at = visit(PAGE)
    at.selectbox(key="compare.why.1").set_value(2).run()
    over = drawn(at)["charts"][0]["narrow"]["data"]
    assert [place for place in ("0", "1", "2") if "line.color" in over.get(place, {})] == ["1"]


def test_the_cost_of_every_line_in_every_year_stands_behind_the_bars() -> None:
    at = visit(PAGE)
    session_of(at).view.tables = frozenset({"costs"})
    at.run()
    table = drawn(at)["charts"][1]["table"]
    assert table["columns"][:4] == ["Scenario", "Cost", "At the decision", "Year 1"]
    costs = {row[1] for row in table["rows"] if row[0] == "Standard CRM"}
    assert {"Licences", "All costs"} <= costs


def test_the_probability_is_drawn_on_demand_with_one_number_for_each() -> None:
    at = visit(PAGE)
    assert "Probability of NPV" not in words_of(at)
    clicked(at, "compare.draw")
    session_of(at).comparing.chances.wait(60)
    at.run()
    assert "Probability of NPV above 0" in words_of(at)
    assert len(session_of(at).comparing.chances.simulations) == 3


def test_probabilities_stay_when_a_scenario_gets_another_name() -> None:
    at = clicked(visit(PAGE), "compare.draw")
    session_of(at).comparing.chances.wait(60)
    open_menu(at, "compare.chip.0")
    at.text_input(key="compare.name.0").set_value("Ours").run()
    assert "Probability of paying back" in words_of(at)
    assert "The set has changed" not in words_of(at)


def test_the_weight_that_the_page_names_flips_the_winner() -> None:
    at = open_menu(visit(PAGE), "grid.open")
    said = words_of(at)
    winner = said.split(" wins the grid")[0].rsplit(">", 1)[1]
    other, rest = (
        said.split(" would win if “")[0].rsplit(">", 1)[1],
        said.split("would win if “")[1],
    )
    criterion, share = rest.split("” weighed ")[0], rest.split("weighed ")[1].split(" in place")[0]
    field = next(f for f in at.text_input if f.label == f"Weight: {criterion}")
    field.set_value(share).run()
    assert f"{other} wins the grid" in words_of(at)
    assert f"{winner} wins the grid" not in words_of(at)


def test_a_weight_is_undone_like_any_other_change() -> None:
    at = open_menu(visit(PAGE), "grid.open")
    before = words_of(at)
    at.text_input(key="compare.weight.total_cost").set_value("90%").run()
    assert words_of(at) != before
    clicked(at, "compare.undo")
    assert words_of(at) == before


def test_a_score_changes_the_totals_and_follows_its_scenario() -> None:
    at = open_menu(visit(PAGE), "grid.open")
    at.number_input(key="compare.score.fit.2").set_value(5.0).run()
    clicked(at, "compare.left.2", "compare.chip.2")
    assert names(at)[1] == "Doing nothing"
    assert session_of(at).comparing.entries[1].scores["fit"] == 5


def test_a_score_that_is_none_is_told_beside_it_and_stays_to_be_mended() -> None:
    at = open_menu(visit(PAGE, lang="fr"), "grid.open")
    at.number_input(key="compare.score.fit.1").set_value(7.0).run()
    assert at.number_input(key="compare.score.fit.1").value == 7
    assert session_of(at).comparing.entries[1].scores["fit"] == 3
    assert "7 n’est pas possible. Saisissez de 1 à 5." in in_plain_spaces(words_of(at))
    clicked(at, "compare.left.1", "compare.chip.1")
    assert at.number_input(key="compare.score.fit.1").value == 5


def test_a_weight_that_is_none_is_told_and_the_grid_stays() -> None:
    at = open_menu(visit(PAGE), "grid.open")
    at.text_input(key="compare.weight.fit").set_value("much").run()
    assert session_of(at).comparing.weights == {}
    assert "much" in words_of(at)
    at.text_input(key="compare.weight.fit").set_value("120%").run()
    assert "Fit to needs: 120% is not possible. Enter 0% to 100%." in words_of(at)


def test_a_vendors_table_is_read_under_each_convention() -> None:
    at = open_menu(visit(PAGE), "vendor.open")
    (upload,) = [each for each in at.get("file_uploader") if "Cash-flow" in each.label]
    upload.set_value(("offer.csv", TABLE, "text/csv")).run()
    assert "The first flow is today’s" in words_of(at)
    assert "Modified rate (MIRR)" in words_of(at)


def test_a_vendors_table_that_cannot_be_read_says_why() -> None:
    at = open_menu(visit(PAGE), "vendor.open")
    (upload,) = [each for each in at.get("file_uploader") if "Cash-flow" in each.label]
    upload.set_value(("offer.csv", b"a,b\n1,2\n", "text/csv")).run()
    assert "field-error" in "".join(element.proto.body for element in at.get("html"))


def test_the_set_is_saved_as_one_file_and_opened_again() -> None:
    at = visit(PAGE)
    session = session_of(at)
    session.comparing.score(0, "fit", 2)
    open_menu(at, "grid.open")
    at.text_input(key="compare.weight.fit").set_value("much").run()
    text = written(session)
    entries = session.comparing.entries
    clicked(at, "compare.remove.0", "compare.chip.0")
    open_menu(at, "compare.file")
    (upload,) = at.get("file_uploader")
    upload.set_value(("set.json", text.encode(), "application/json")).run()
    assert session.comparing.entries == entries
    assert session.comparing.typed == {}


def test_a_set_that_cannot_be_opened_tells_every_problem_and_the_set_stays() -> None:
    at = open_menu(visit(PAGE), "compare.file")
    (upload,) = at.get("file_uploader")
    bad = b'{"format": "crmroi-set/1", "scenarios": [{"format": "x"}, 3]}'
    upload.set_value(("set.json", bad, "application/json")).run()
    assert "Scenario 1: " in words_of(at)
    assert "Scenario 2: " in words_of(at)
    assert names(at) == NAMES


def test_forgetting_empties_the_set() -> None:
    at = visit(PAGE)
    clicked(at, "compare.remove.0", "compare.chip.0")
    session_of(at).forget()
    at.run()
    assert names(at) == NAMES


def test_what_is_typical_is_told_with_its_source() -> None:
    said = words_of(open_menu(visit(PAGE), "origins.open"))
    assert "Own estimate" in said
    assert "It goes live later." in said


@pytest.mark.parametrize("code", ["fr", "pt-BR"])
def test_the_page_is_there_in_each_language(code: str) -> None:
    at = visit(PAGE, lang=code)
    assert len(drawn(at)["charts"]) == 3


def test_probabilities_are_of_todays_values_also_where_ranges_were_given_before() -> None:
    at = visit(PAGE)
    comparing = session_of(at).comparing
    given = with_ranges(Scenario(name="As it was"), {ADOPTION: (0.6, 0.75, 0.9)})
    comparing.put(0, given)
    comparing.put(1, given.with_values({ADOPTION: 0.65}))
    at.run()
    clicked(at, "compare.draw")
    comparing.chances.wait(60)
    drawn_from = [each.uncertainty[ADOPTION] for each in comparing.chances.scenarios[:2]]
    assert drawn_from == [(0.6, 0.75, 0.9), (0.6, 0.65, 0.9)]


def test_drawing_is_stopped_and_what_was_drawn_stays() -> None:
    cases = [drawn_case(Scenario(name=f"Offer {n:02}")) for n in range(5)]
    chances = Chances(cases)
    chances.stop()
    assert chances.wait(60)
    assert len(chances.simulations) < len(cases)
    assert chances.simulations[-1].stopped


def test_what_was_drawn_of_another_set_says_so() -> None:
    at = clicked(visit(PAGE), "compare.draw")
    session_of(at).comparing.chances.wait(60)
    clicked(at.run(), "compare.remove.2", "compare.chip.2")
    assert "The set has changed since the probabilities were drawn." in words_of(at)


def test_a_weight_that_is_no_number_is_told_with_the_name_of_its_criterion() -> None:
    at = open_menu(visit(PAGE), "grid.open")
    at.text_input(key="compare.weight.fit").set_value("much").run()
    assert "Fit to needs: “much” is not a number. Write it like 12.5%." in words_of(at)


def test_three_that_are_level_are_all_named() -> None:
    at = visit(PAGE)
    for _time in range(2):
        clicked(at, "compare.copy.0", "compare.chip.0")
    assert "3 scenarios are level with 3.40 of 5: Custom CRM; Custom CRM" in words_of(at)


def test_two_that_cost_nothing_are_told_in_the_plural() -> None:
    at = clicked(visit(PAGE), "compare.copy.2", "compare.chip.2")
    assert "Doing nothing; Doing nothing 2 cost nothing: there is" in words_of(at)
