from __future__ import annotations

from html import escape

from tests.pages.visiting import drawn, visit, words_of


def test_the_first_run_shows_the_sentence_and_the_figures_before_any_drawing() -> None:
    at = visit()

    (html,) = (e.proto.body for e in at.get("html") if "first-sight" in e.proto.body)

    said = [drawn(at)["headline"], *(kpi["value"] for kpi in drawn(at)["kpis"])]
    assert all(escape(text) in html for text in said)


def test_later_runs_leave_the_first_sight_out() -> None:
    at = visit()

    at.slider(key="adoption.target_rate").set_value(0.8).run()

    assert "first-sight" not in words_of(at)
    assert drawn(at)["headline"] not in words_of(at)
