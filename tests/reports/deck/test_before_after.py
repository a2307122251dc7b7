"""The slides of the most telling KPIs: their finding, their months as they were measured."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crmroi.charts.measured import series_table
from crmroi.charts.words import without_table
from crmroi.measure.results import Measurement
from crmroi.reports import Order
from crmroi.reports.deck.colour import faded
from crmroi.reports.findings import Findings
from crmroi.text import LANGUAGES, speaking
from tests.charts.measured_cases import (
    COMPARED,
    GO_LIVE,
    LIVE,
    MEASUREMENT,
    MONTHLY,
    MONTHS,
    RAMP,
    SETTING,
)
from tests.reports.deck.decks import (
    CASE,
    MADE_ON,
    charts_of,
    deck_of,
    opened,
    series_of,
    sheet_of,
    titles,
    words_on,
)

NEAR = {"rel": 1e-12}
FIRST, SECOND = 5, 6
"""The slides of KPIs: after the one that says all verdicts."""


def deck(*telling: str, lang: str = "en", **changes):
    asked = {"measurement": MEASUREMENT, "go_live": GO_LIVE, **changes}
    return opened(deck_of(lang=lang, parts=frozenset({"measure"}), telling_kpis=telling, **asked))


def chart(*telling: str, **changes):
    """The native chart of the first KPI."""
    return charts_of(deck(*telling, **changes))[3]


def there(values):
    """Values by the number of their month, where there are any."""
    return {at: value for at, value in enumerate(values) if value is not None}


def without(*names: str) -> Measurement:
    kept = {name: each for name, each in COMPARED.items() if name not in names}
    return replace(MEASUREMENT, before_after=kept)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_two_that_tell_most_have_a_slide_whose_title_is_what_was_found(lang):
    shown = titles(deck(lang=lang))
    with speaking(lang):
        order = Order(
            (CASE,), MADE_ON, frozenset({"measure"}), measurement=MEASUREMENT, go_live=GO_LIVE
        )
        histories = Findings(order).histories
        assert shown[FIRST : SECOND + 1] == [
            histories[each].title for each in ("win_rate", "leads")
        ]
    assert len(shown) == 8


def test_those_of_the_sector_go_first_if_they_tell_something():
    shown = titles(deck("csat_mean", "nps", "sales_cycle_days"))
    assert shown[FIRST].startswith("Net promoter score (NPS) rose from −5.5 to 10")
    assert shown[SECOND].startswith("Sales cycle fell")


def test_what_chance_could_explain_has_no_slide():
    assert len(deck(measurement=without("win_rate", "leads", "nps")).slides) == 7
    assert (
        len(deck(measurement=without("win_rate", "leads", "nps", "sales_cycle_days")).slides) == 6
    )


def test_the_slide_of_verdicts_says_them_in_the_order_of_the_page():
    body = words_on(deck("nps").slides[4])
    said = next(text for text in body if "Win rate rose" in text).split("\n")
    assert said[0].startswith("Net promoter score (NPS) rose")


@pytest.mark.parametrize("name", ["win_rate", "nps", "leads", "sales_cycle_days"])
def test_the_native_chart_holds_the_months_as_they_were_measured(name):
    found, compared = series_of(chart(name)), COMPARED[name]
    values = dict(enumerate(MONTHLY[name].values))
    assert there(found["Before"]) == {at: v for at, v in values.items() if at < LIVE}
    assert there(found["After"]) == {at: v for at, v in values.items() if at >= LIVE}
    before = compared.before_per_month if compared.per_month else compared.before
    after = compared.after_per_month if compared.per_month else compared.after
    assert there(found["Mean before"]) == dict.fromkeys(range(3, LIVE), before)
    assert there(found["Mean after"]) == dict.fromkeys(range(LIVE + RAMP, len(MONTHS)), after)


@pytest.mark.parametrize("name", ["win_rate", "nps", "leads"])
def test_it_holds_what_was_expected_and_its_band_on_both_sides_of_zero(name):
    found, adjusted = series_of(chart(name)), COMPARED[name].adjusted
    assert there(found["Expected"]) == pytest.approx(
        {LIVE + at: value for at, value in enumerate(adjusted.counterfactual)}, **NEAR
    )
    nothing = [0.0] * len(MONTHS)
    for at, (low, high) in enumerate(adjusted.band, start=LIVE):
        foot = found["Band begins at"][at]
        above = found["Band above zero"][at]
        below = found.get("Band below zero", nothing)[at]
        assert above - below == pytest.approx(high - low, **NEAR)
        assert (foot + below, foot + above) == pytest.approx((low, high), **NEAR)
    assert there(found["Band above zero"]).keys() == set(range(LIVE, len(MONTHS)))


def test_a_band_around_zero_stands_on_zero():
    compared = COMPARED["nps"]
    band = ((-2.0, 3.0),) * len(compared.adjusted.band)
    adjusted = replace(compared.adjusted, band=band)
    given = {**COMPARED, "nps": replace(compared, adjusted=adjusted)}
    found = series_of(chart("nps", measurement=replace(MEASUREMENT, before_after=given)))
    heads = ("Band begins at", "Band above zero", "Band below zero")
    assert [found[head][-1] for head in heads] == [0.0, 3.0, -2.0]


def test_without_a_counterfactual_there_is_no_band():
    found = replace(COMPARED["csat_mean"], verdict="better")
    given = {**COMPARED, "csat_mean": found}
    series = series_of(chart("csat_mean", measurement=replace(MEASUREMENT, before_after=given)))
    assert there(series["Expected"]) == {}
    assert not any(name.startswith("Band") for name in series)
    assert series["Before"][7] is None


def test_the_workbook_behind_it_names_every_month():
    drawn = chart("win_rate")
    sheet = sheet_of(drawn)
    *_others, months = zip(*list(sheet.values)[1:], strict=True)
    assert sheet[1][len(_others)].value == "Month"
    assert months[::12] == ("January\u00a02023", "January\u00a02024", "January\u00a02025")
    assert [cell.value for cell in sheet["E"][1:]] == pytest.approx(series_of(drawn)["Before"])


def test_months_that_are_part_of_no_window_are_hollow():
    drawn = chart("win_rate")
    later = next(each for each in drawn.plots[-1].series if each.name == "After")
    fills = [later.points[at].marker.format.fill for at in range(LIVE, LIVE + RAMP)]
    assert {str(fill.fore_color.rgb) for fill in fills} == {faded("#1F4FD1", "#FFFFFF", 0.3)[1:]}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_hears_it_is_told_what_it_shows_and_who_presents_has_its_numbers(lang):
    slide = deck(lang=lang).slides[FIRST]
    [shape] = [each for each in slide.shapes if each.has_chart]
    [label] = shape.element.xpath("./p:nvGraphicFramePr/p:cNvPr")
    notes = slide.notes_slide.notes_text_frame.text.split("\n")
    with speaking(lang):
        order = Order(
            (CASE,), MADE_ON, frozenset({"measure"}), measurement=MEASUREMENT, go_live=GO_LIVE
        )
        told = Findings(order).histories["win_rate"]
        table = series_table("win_rate", MONTHLY["win_rate"], COMPARED["win_rate"], SETTING)
        assert label.get("descr") == without_table(told.alt)
        assert label.get("title") == told.title
        assert notes[0] == without_table(told.alt)
        assert notes[-len(MONTHS) :] == ["\t".join(row) for row in table.shown]


def test_its_figures_stand_beside_it():
    words = words_on(deck().slides[FIRST])
    rows = dict(
        zip(words[words.index("Before") :: 2], words[words.index("Before") + 1 :: 2], strict=False)
    )
    assert rows["Before"] == "18%"
    assert rows["Change"] == "+5\u00a0points"
    assert rows["Verdict"] == "better"
    assert (rows["Records before"], rows["Records after"]) == ("1,240", "1,315")


@pytest.mark.parametrize(
    ("go_live", "expected"),
    [
        (date(2025, 11, 15), ["Go-live", "Before: 18%"]),
        (date(2023, 3, 1), ["Go-live"]),
        (date(2030, 1, 1), []),
    ],
)
def test_words_at_the_go_live_stand_where_they_have_room(go_live, expected):
    slide = deck(go_live=go_live).slides[FIRST]
    drawn = [
        each
        for each in slide.shapes
        if each.has_text_frame and each.name in {"Go-live", "Before: 18%"}
    ]
    assert [each.text_frame.text for each in drawn] == expected
    [plot] = [each for each in slide.shapes if each.has_chart]
    for each in drawn:
        assert plot.left <= each.left < each.left + each.width <= plot.left + plot.width
