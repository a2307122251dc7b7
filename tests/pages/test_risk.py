from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from crmroi.analysis import simulation
from crmroi.analysis.goals import Goal
from crmroi.analysis.indices import indices
from crmroi.analysis.ranges import around_today, drawn_case, starting_ranges, with_ranges
from crmroi.assumptions import Scenario
from crmroi.files.scenario_file import read_scenario, write_scenario
from crmroi.reports.findings import Findings
from crmroi.text import percent, speaking
from crmroi.ui.editing import edit
from crmroi.ui.report.asked import order_of
from crmroi.ui.risk.asked import case_of, is_stale, ranges_of
from crmroi.ui.risk.shares import shares_card
from tests.pages.visiting import drawn, session_of, visit, words_of
from tests.support import in_plain_spaces

PAGE = "pages/risk.py"
ADOPTION = "adoption.target_rate"


def settled(at: AppTest) -> AppTest:
    """Run the page once more when the cases are drawn."""
    assert session_of(at).risks.drawing.wait(60)
    at.run()
    assert not at.exception, at.exception
    return at


def risk(view: str = "likelihood", **query: str) -> AppTest:
    at = settled(visit(PAGE, **query))
    return at if view == "likelihood" else look(at, view)


def look(at: AppTest, view: str) -> AppTest:
    at.segmented_control(key="risk.view").set_value(view).run()
    assert not at.exception, at.exception
    return at


def titles(at: AppTest) -> dict[str, str]:
    page = drawn(at)
    return {card["id"]: card["title"] for card in [*page["charts"], *page["tables"]]}


@pytest.fixture(scope="module")
def likelihood() -> AppTest:
    return risk()


def test_the_sentence_says_how_often_it_pays_back_and_what_breaks_it_first(
    likelihood: AppTest,
) -> None:
    said = drawn(likelihood)["headline"]
    assert said.startswith("It pays back in ")
    assert said.endswith("First to break it: half the gains.")


def test_each_view_has_its_pictures(likelihood: AppTest) -> None:
    assert list(titles(likelihood)) == ["fan", "payback", "spread", "percentiles"]
    assert list(titles(risk("matters"))) == ["tornado", "heat", "shares"]
    assert list(titles(risk("sceptic"))) == ["sceptic", "waiting"]


def test_the_sentence_stays_where_it_is_when_the_view_changes() -> None:
    at = risk()
    before = drawn(at)["headline"]
    assert {drawn(look(at, view))["headline"] for view in ("matters", "true", "sceptic")} == {
        before
    }


def test_a_table_stands_behind_every_picture() -> None:
    at = risk("matters")
    session_of(at).view.tables = frozenset({"tornado", "heat"})
    at.run()
    tables = {chart["id"]: chart["table"] for chart in drawn(at)["charts"]}
    assert tables["tornado"]["columns"][:3] == ["Assumption", "Low", "High"]
    assert len(tables["heat"]["rows"]) == 21


def test_a_solved_value_put_into_the_case_meets_the_goal() -> None:
    at = risk("true")
    at.selectbox(key="risk.measure").set_value("break_even_month").run()
    at.text_input(key="risk.target").set_value("18").run()
    assert session_of(at).risks.goal == Goal("break_even_month", 18)
    assert "The goal is not met." in words_of(at)
    assert "More leads won must reach +" in words_of(at)
    at.button(key="try.gains.conversion_uplift").click().run()
    assert "The goal is met." in words_of(at)
    assert session_of(at).scenario.gains.conversion_uplift > Scenario().gains.conversion_uplift
    at.button(key="risk.undo").click().run()
    assert session_of(at).scenario == Scenario()


def test_a_goal_can_be_a_return() -> None:
    at = risk("true")
    at.selectbox(key="risk.measure").set_value("roi").run()
    at.text_input(key="risk.target").set_value("150%").run()
    assert session_of(at).risks.goal == Goal("roi", 1.5)


@pytest.mark.parametrize(("measure", "typed"), [("npv", "much"), ("break_even_month", "300")])
def test_a_target_that_cannot_be_taken_is_said_beside_it(measure: str, typed: str) -> None:
    at = risk("true")
    at.selectbox(key="risk.measure").set_value(measure).run()
    before = session_of(at).risks.goal
    at.text_input(key="risk.target").set_value(typed).run()
    assert 'role="alert"' in words_of(at)
    assert session_of(at).risks.goal == before
    assert at.text_input(key="risk.target").value == typed


def test_after_a_change_the_old_figures_stay_dimmed_until_they_are_updated() -> None:
    at = risk()
    before = drawn(at)["headline"]
    session_of(at).set_values({ADOPTION: 0.2}, "Users who work in it")
    at.run()
    assert drawn(at)["stale"]
    assert drawn(at)["headline"] == before
    assert "These figures are for the case before your last change." in words_of(at)
    at.button(key="risk.update").click().run()
    settled(at)
    assert not drawn(at)["stale"]
    assert drawn(at)["headline"] != before


def test_it_says_which_scenario_of_a_set_the_risk_is_of() -> None:
    at = visit("pages/compare.py")
    edit(session_of(at), 1)
    at.switch_page(PAGE).run()
    assert "Editing: Standard CRM" in words_of(at)
    assert "Editing" not in words_of(visit(PAGE))


def test_ranges_start_from_the_plausible_ones_and_are_kept_with_the_case() -> None:
    at = risk()
    assert session_of(at).scenario.uncertainty == {}
    at.session_state["risk.ranges"] = True
    at.run()
    assert at.text_input(key=f"low.{ADOPTION}").value == "40%"
    at.text_input(key=f"low.{ADOPTION}").set_value("60%").run()
    assert session_of(at).scenario.uncertainty == {
        **starting_ranges(Scenario()), ADOPTION: (0.6, 0.75, 0.9),
    }  # fmt: skip
    assert is_stale(session_of(at))
    at.button(key="risk.reset").click().run()
    assert session_of(at).scenario.uncertainty == {}
    assert not is_stale(session_of(at))


def test_a_range_on_the_wrong_side_of_today_is_refused_beside_it() -> None:
    at = risk()
    at.session_state["risk.ranges"] = True
    at.run()
    at.text_input(key=f"low.{ADOPTION}").set_value("80%").run()
    assert "Users who work in it: a low of 80% is above today’s 75%." in words_of(at)
    at.text_input(key=f"high.{ADOPTION}").set_value("180%").run()
    assert words_of(at).count('role="alert"') == 2
    assert session_of(at).scenario.uncertainty == {}


def test_an_assumption_that_is_not_ticked_stays_as_it_is_and_another_can_be_added() -> None:
    at = risk()
    at.session_state["risk.ranges"] = True
    at.run()
    at.checkbox(key=f"uncertain.{ADOPTION}").uncheck().run()
    assert ranges_of(session_of(at).scenario)[ADOPTION] == (0.75, 0.75, 0.75)
    at.session_state["risk.ranges"] = True
    session_of(at).set_values({ADOPTION: 0.6}, "moved")
    at.run()
    assert ranges_of(session_of(at).scenario)[ADOPTION] == (0.6, 0.6, 0.6)
    at.checkbox(key=f"uncertain.{ADOPTION}").check().run()
    assert ranges_of(session_of(at).scenario)[ADOPTION] == (0.4, 0.6, 0.9)
    at.selectbox(key="risk.add").set_value("team.users").run()
    assert "team.users" in case_of(session_of(at)).uncertainty


def test_a_range_that_is_unticked_is_kept_for_when_it_is_ticked_again() -> None:
    at = risk()
    at.session_state["risk.ranges"] = True
    at.run()
    at.text_input(key=f"low.{ADOPTION}").set_value("55%").run()
    at.checkbox(key=f"uncertain.{ADOPTION}").uncheck().run()
    at.checkbox(key=f"uncertain.{ADOPTION}").check().run()
    assert ranges_of(session_of(at).scenario)[ADOPTION] == (0.55, 0.75, 0.9)


def test_part_of_a_whole_number_is_no_end_of_a_range() -> None:
    at = risk()
    at.session_state["risk.ranges"] = True
    at.run()
    at.text_input(key="low.adoption.go_live_month").set_value("2.5").run()
    assert "2.5 is not a whole number. Enter 0 to 60." in words_of(at)
    assert at.text_input(key="low.adoption.go_live_month").value == "2.5"
    assert session_of(at).scenario.uncertainty == {}


def test_a_report_and_a_file_are_drawn_from_what_the_page_shows() -> None:
    """One range changed and a value moved: the page, a report and a file tell of one case."""
    at = risk()
    at.session_state["risk.ranges"] = True
    at.run()
    at.text_input(key=f"low.{ADOPTION}").set_value("60%").run()
    current = session_of(at)
    current.set_values({ADOPTION: 0.5}, "moved")
    shown = simulation.simulate(case_of(current))
    with speaking("en"):
        reported = Findings(order_of(current)).simulation
    kept = read_scenario(write_scenario(around_today(current.scenario)).encode())
    for other in (reported, simulation.simulate(drawn_case(kept))):
        assert other.npv == shown.npv
        assert not [each for each in other.warnings if "of another case" in each.message]


def test_a_drawing_that_is_stopped_keeps_what_was_drawn() -> None:
    at = risk()
    current = session_of(at)
    current.risks.draws = 2**20
    current.risks.draw(case_of(current))
    current.risks.drawing.stop()
    settled(at)
    assert current.risks.simulation.stopped
    assert 0 < current.risks.simulation.draws < 2**20
    assert "Stopped after " in words_of(at)


def test_a_drawing_under_way_is_told_with_a_way_to_stop_it() -> None:
    at = risk()
    current = session_of(at)
    current.risks.draws = 2**22
    current.risks.draw(case_of(current))
    try:
        at.run()
        assert at.button(key="progress.stop").label == "Stop"
        assert drawn(at)["charts"]
    finally:
        current.risks.drawing.stop()


def test_a_fault_is_told_without_its_words_and_a_changed_case_is_drawn_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_case: object, **_asked: object) -> None:
        raise ValueError("Zq7marker")

    with monkeypatch.context() as broken:
        broken.setattr(simulation, "simulate", fail)
        at = risk()
    assert "A fault of crmroi, not of your figures: ValueError at " in words_of(at)
    assert "Zq7marker" not in words_of(at)
    session_of(at).set_values({ADOPTION: 0.6}, "Users who work in it")
    settled(at.run())
    assert "A fault" not in words_of(at)
    assert drawn(at)["headline"].startswith("It pays back in ")


def test_the_heat_map_is_of_the_two_that_were_chosen() -> None:
    at = risk("matters")
    at.selectbox(key="risk.axis.0").set_value("team.users").run()
    subtitle = next(card["subtitle"] for card in drawn(at)["charts"] if card["id"] == "heat")
    assert subtitle == "Worth today (NPV) by Users (across) and Licence per user (up)"
    assert "team.users" not in at.selectbox(key="risk.axis.1").options


def test_every_assumption_can_be_shown_in_the_tornado() -> None:
    at = risk("matters")
    assert "repeat orders" in titles(at)["tornado"]
    at.toggle(key="risk.every").set_value(True).run()
    assert "Leads per month" in titles(at)["tornado"]


def card(at: AppTest, name: str) -> dict[str, Any]:
    page = drawn(at)
    return next(each for each in [*page["charts"], *page["tables"]] if each["id"] == name)


def test_the_share_of_the_uncertainty_that_each_assumption_explains_is_told() -> None:
    at = risk("matters")
    found = indices(case_of(session_of(at)))
    first, total = found.first_order, found.total_sobol
    rows = {row[0]: row[1:] for row in card(at, "shares")["table"]["rows"]}
    assert rows["Larger orders"] == [
        percent(each["gains.order_value_uplift"], decimals=0) for each in (first, total)
    ]
    assert card(at, "shares")["title"].startswith("“More repeat orders” explains 2")
    assert "Each alone, they explain " in card(at, "shares")["notes"]


def test_shares_not_there_yet_or_never_there_are_told_in_words() -> None:
    assert "by themselves" in shares_card(None, awaited=True)["notes"]
    assert "stopped" in shares_card(None, awaited=False)["notes"]
    both = (ADOPTION, "gains.conversion_uplift", 0.5)
    case = case_of(session_of(risk())).model_copy(update={"correlation": (both,)})
    assert "Remove the correlations" in shares_card(indices(case), awaited=False)["notes"]


def test_the_standard_errors_of_mean_and_tenth_are_told_beside_the_percentiles(
    likelihood: AppTest,
) -> None:
    error = session_of(likelihood).risks.error
    assert error.mean < error.p10
    said = card(likelihood, "percentiles")["notes"]
    assert said.startswith("Drawn again, the mean would differ by about €")
    assert "(standard errors). " in said
    assert said.endswith("Each assumption is drawn by itself: none follows another.")


def test_a_row_of_the_tornado_is_a_slider_that_sets_the_case_and_is_undone() -> None:
    at = risk("matters")
    before = session_of(at).scenario
    at.selectbox(key="risk.slider").set_value(ADOPTION).run()
    at.slider(key=ADOPTION).set_value(0.5).run()
    assert session_of(at).scenario.adoption.target_rate == 0.5
    assert drawn(at)["values"] == {"adoption-target_rate": "50%"}
    assert is_stale(session_of(at))
    today = card(at, "tornado")["figure"]["data"][-1]["text"]
    at.button(key="risk.undo").click().run()
    assert session_of(at).scenario == before
    assert card(at, "tornado")["figure"]["data"][-1]["text"] != today


def test_the_slider_stays_with_its_assumption_when_the_rows_change_places() -> None:
    at = risk("matters")
    key = at.selectbox(key="risk.slider").value
    low = at.slider(key=key).min
    at.slider(key=key).set_value(low).run()
    assert at.selectbox(key="risk.slider").value == key


def test_the_heat_map_is_of_the_measure_that_was_chosen() -> None:
    at = risk("matters")
    at.selectbox(key="risk.heat").set_value("break_even_month").run()
    assert card(at, "heat")["subtitle"].startswith("Pays for itself by ")
    session_of(at).view.tables = frozenset({"heat"})
    at.run()
    cells = [cell for row in card(at, "heat")["table"]["rows"] for cell in row[1:]]
    assert {cell.split("\u00a0")[0] for cell in cells} == {"month", "never"}


@pytest.mark.parametrize("code", ["en", "fr", "pt-BR"])
def test_every_view_can_be_seen_in_every_language(code: str) -> None:
    at = risk(lang=code)
    for view in ("matters", "true", "sceptic"):
        look(at, view)
        assert drawn(at)["headline"]


def test_what_intangibles_must_be_worth_is_told_for_a_value_today() -> None:
    at = risk("true")
    assert "The goal is met without brand, employees and agility." in words_of(at)
    at.text_input(key="risk.target").set_value("5,000,000").run()
    assert at.text_input(key="risk.target").value == "€5,000,000"
    assert "Brand, employees and agility must be worth €" in words_of(at)
    at.selectbox(key="risk.measure").set_value("roi").run()
    assert "Brand, employees" not in words_of(at)


def test_a_target_is_written_with_its_unit_or_with_every_digit() -> None:
    at = risk("true")
    at.text_input(key="risk.target").set_value("1234.56").run()
    assert at.text_input(key="risk.target").value == "1,234.56"
    at.selectbox(key="risk.measure").set_value("break_even_month").run()
    assert at.text_input(key="risk.target").value == "month\u00a024"


def test_with_no_range_left_every_view_says_so() -> None:
    at = risk()
    case = session_of(at).scenario
    certain = {key: (mode, mode, mode) for key, (_low, mode, _high) in ranges_of(case).items()}
    session_of(at).change(with_ranges(case, certain), "")
    session_of(at).risks.drawing = None
    settled(at.run())
    assert titles(at)["percentiles"].startswith("Every case: €")
    look(at, "matters")
    assert titles(at)["shares"] == "Nothing is uncertain"
    assert (
        card(at, "shares")["notes"] == "Every case is the same: give an assumption a range below."
    )
    assert card(at, "tornado")["empty"]["field"] == "risk.every"


def test_pairs_that_move_together_are_named_and_can_be_parted() -> None:
    at = risk()
    both = (ADOPTION, "gains.conversion_uplift", 0.5)
    pair = session_of(at).scenario.model_copy(update={"correlation": (both,)})
    session_of(at).change(pair, "")
    at.session_state["risk.ranges"] = True
    at.run()
    assert "Users who work in it with More leads won (+50%)" in words_of(at)
    at.button(key="risk.alone").click().run()
    assert session_of(at).scenario.correlation == ()


def test_what_waiting_saves_of_a_bad_case_is_not_called_a_cost() -> None:
    at = risk("sceptic")
    session_of(at).set_values({"costs.licence_per_user_per_month": 5000}, "")
    at.run()
    assert card(at, "waiting")["title"].startswith("Waiting a year saves €")
    assert card(at, "waiting")["table"]["columns"] == ["Begun later by", "Saves"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2.5", "Target: Break-even by month 2.5: a month is a whole number. Enter 0 to 120."),
        ("121", "Target: Break-even by month 121 is not possible. Enter 0 to 120."),
        ("soon", "Target: “soon” is not a number. Write it like 12."),
    ],
)
def test_a_month_that_cannot_be_a_target_is_told_with_its_place_and_the_way_out(
    typed: str, said: str
) -> None:
    at = risk("true")
    at.selectbox(key="risk.measure").set_value("break_even_month").run()
    at.text_input(key="risk.target").set_value(typed).run()
    assert said in in_plain_spaces(words_of(at))
    at.text_input(key="risk.target").set_value("12 months").run()
    assert session_of(at).risks.goal == Goal("break_even_month", 12)


def test_a_range_that_is_no_number_is_told_with_the_name_of_its_assumption() -> None:
    at = risk()
    at.session_state["risk.ranges"] = True
    at.run()
    at.text_input(key=f"low.{ADOPTION}").set_value("few").run()
    assert "Users who work in it: “few” is not a number. Write it like 12.5%." in words_of(at)
