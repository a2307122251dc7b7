from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.pages.visiting import drawn, visit, words_of

MARK = '<div class="first-sight">'


def first_sight(at: AppTest) -> str:
    return words_of(at).partition(MARK)[2]


def test_the_first_run_shows_the_sentence_and_the_figures_before_any_drawing() -> None:
    at = visit()

    said = [drawn(at)["headline"], *(kpi["value"] for kpi in drawn(at)["kpis"])]
    assert [text for text in said if text not in first_sight(at)] == []


def test_later_runs_leave_the_first_sight_to_the_drawing() -> None:
    at = visit()

    at.slider(key="adoption.target_rate").set_value(0.8).run()

    assert first_sight(at) == ""
