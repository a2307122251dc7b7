from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest

from crmroi.assumptions import Scenario
from crmroi.charts.outcome import Outcome
from crmroi.reports import PARTS, Logo, Order
from crmroi.reports.deck.before_after import MOST
from crmroi.reports.findings import Findings
from crmroi.text import LANGUAGES, speaking
from tests.charts.cases import DEFAULT, OUTCOMES
from tests.cli.measured import measurement
from tests.reports.deck.decks import (
    CASE,
    MADE_ON,
    Word,
    charts_of,
    deck_of,
    needs_libreoffice,
    opened,
    pages_of,
    titles,
    whole_deck,
    words_on,
)

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 4"><rect width="9" height="4"/></svg>'
)
HOSTILE = (
    "=1+1",
    "<script>alert(1)</script>",
    "#set text(red)",
    "\u202eevil",
    "👩\u200d👩\u200d👧 & Co",
    "x" * 10_000,
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_five_slides_say_what_the_app_says(lang):
    deck = opened(deck_of(lang=lang))
    with speaking(lang):
        found = Findings(Order((CASE,), MADE_ON))
        shown = titles(deck)
        assert len(shown) == 5
        assert shown[0] == found.headline
        assert shown[1] == found.charts["cash"].title
        assert shown[2] == f"{found.charts['years'].title}. {found.charts['waterfall'].title}."
        first = words_on(deck.slides[0])
        for kpi in found.kpis:
            assert f"{kpi.label}\n{kpi.value}" in first
        assert set(found.must_be_true) <= set("\n".join(words_on(deck.slides[3])).split("\n"))


def test_each_part_adds_one_slide_before_the_last():
    given = {"measurement": measurement()}
    others = (Scenario(name="Other").with_values({"team.users": 40}),)
    base = titles(opened(deck_of()))
    for part in PARTS:
        found = titles(opened(deck_of(CASE, *others, parts=frozenset({part}), **given)))
        assert len(found) == 6
        assert [*found[:4], found[5]] == base
    assert len(opened(whole_deck()).slides) == 8 + MOST


def test_a_part_with_nothing_to_show_adds_none():
    assert len(opened(deck_of(parts=frozenset({"compare", "measure"}))).slides) == 5


def test_every_slide_says_which_model_of_which_inputs_and_when():
    model, inputs = Findings(Order((CASE,), MADE_ON)).identity
    for slide in opened(deck_of()).slides:
        said = f"Model {model}, inputs {inputs}, November\u00a022,\u00a02026"
        assert said in words_on(slide)


def test_notes_hold_what_the_measures_mean_and_every_source():
    notes = [slide.notes_slide.notes_text_frame.text for slide in opened(deck_of()).slides]
    assert "What is left of the gains after costs, as a share of the costs." in notes[0]
    assert "Users: 25. " in notes[4]
    assert len(notes[4].splitlines()) == len(DEFAULT.values())


def test_every_chart_has_a_text_alternative():
    for slide in opened(whole_deck("fr")).slides:
        for shape in slide.shapes:
            if shape.has_chart:
                label = shape.element.xpath("./p:nvGraphicFramePr/p:cNvPr")[0]
                assert len(label.get("descr")) > 100
                assert label.get("title") == shape.name


def test_names_and_a_logo_stand_on_the_first_slide():
    names = {"prepared_by": "A. Maker", "prepared_for": "B & Sons"}
    [first, *_others] = opened(deck_of(logo=Logo(SVG, "svg"), **names)).slides
    assert "Ours\nPrepared for B & Sons by A. Maker" in words_on(first)
    pictures = [shape for shape in first.shapes if shape.name == "Logo"]
    assert [picture.image.content_type for picture in pictures] == ["image/png"]
    [said] = pictures[0].element.xpath("./p:nvPicPr/p:cNvPr/@descr")
    assert said == "Logo of A. Maker"
    assert pictures[0].width / pictures[0].height == pytest.approx(9 / 4, rel=0.01)


def test_a_long_name_of_the_case_is_whole_where_one_line_holds_it():
    name = "Renewal of how we serve customers at Dupont-Lajoie and its branches until 2031"
    assert name in words_on(opened(deck_of(Scenario(name=name))).slides[0])
    wide = words_on(opened(deck_of(Scenario(name="W" * 300))).slides[0])
    assert any(text.startswith("WWW") and text.endswith("…") for text in wide)


def test_the_file_says_whose_it_is_and_in_which_language():
    about = opened(deck_of(lang="pt_BR", prepared_by="A. Maker")).core_properties
    assert (about.title, about.author, about.language) == ("Ours", "A. Maker", "pt-BR")
    assert about.created.date() == about.modified.date() == MADE_ON


def test_the_same_findings_are_the_same_bytes():
    assert whole_deck("fr") == whole_deck("fr")
    assert deck_of() != deck_of(Scenario(name="Another"))


def test_progress_rises_to_one_and_may_stop_the_work():
    from crmroi.reports import make

    told = []
    make(Order((CASE,), MADE_ON), "pptx", told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)

    def stop(_share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        make(Order((CASE,), MADE_ON), "pptx", stop)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("users", [40, 50_000])
def test_no_heading_stands_without_words_below_it(lang, users):
    case = CASE.with_values({"costs.change_management": 0, "team.users": users})
    box = list(opened(deck_of(case, lang=lang)).slides[3].shapes)[-1]
    assert not box.text_frame.paragraphs[-1].runs[0].font.bold


def test_a_link_opens_the_case():
    slide = opened(deck_of(link="https://example.org/?c=1")).slides[4]
    links = [
        run.hyperlink.address
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    ]
    assert "https://example.org/?c=1" in links


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_words_and_nothing_else(name):
    other = Scenario(name=name).with_values({"costs.custom_development": 0})
    asked = {"prepared_by": name, "prepared_for": name, "parts": frozenset({"compare"})}
    deck = opened(deck_of(Scenario(name=name), other, **asked))
    said = "\n".join(text for slide in deck.slides for text in words_on(slide))
    assert name[:20].replace("\u202e", "") in said
    assert "\u202e" not in said
    assert len(max(said.split("\n"), key=len)) < 1_000


@pytest.mark.parametrize("case", OUTCOMES, ids=lambda case: case.name)
def test_every_way_a_case_can_end_has_its_slides(case):
    deck = opened(deck_of(DEFAULT.with_values(dict(OUTCOMES[case]))))
    assert len(deck.slides) == 5
    assert len(charts_of(deck)) == 3
    assert all(titles(deck))
    if case is Outcome.NOTHING:
        assert titles(deck)[2] == "Nothing to compare yet"


def test_an_early_day_can_be_written_too():
    from crmroi.reports import make

    deck = opened(make(Order((CASE,), date(1970, 1, 1)), "pptx"))
    assert deck.core_properties.created.year == 1970


def overlapping(one: Word, other: Word) -> bool:
    """Whether letters touch: half of the height of a box is air."""
    air = (one.bottom - one.top + other.bottom - other.top) / 4
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 1 and down > air


@needs_libreoffice
def test_libreoffice_sets_every_slide_with_no_word_outside_or_upon_another(tmp_path):
    """A page is 960 by 540 points; its footer begins at 502."""
    names = {"prepared_by": "Ann-Charlotte Maker", "prepared_for": "Établissements Dupont & fils"}
    files = {lang: whole_deck(lang) for lang in LANGUAGES}
    wide = DEFAULT.with_values({"finance.horizon_years": 10, "gains.include_intangibles": True})
    files["ten-years"] = deck_of(wide, lang="fr", **names)
    files["loss"] = deck_of(DEFAULT.with_values(dict(OUTCOMES[Outcome.TOO_SHORT])), lang="pt_BR")
    for name, pages in pages_of(files, tmp_path):
        assert len(pages) == (8 + MOST if name in LANGUAGES else 5), name
        for number, words in enumerate(pages, start=1):
            assert words, (name, number)
            for word in words:
                place = (name, number, word)
                assert word.left > 30, place
                assert word.right < 935, place
                assert word.bottom < 520, place
            body = [word for word in words if word.top < 500]
            clashes = [pair for pair in combinations(body, 2) if overlapping(*pair)]
            assert clashes == [], (name, number)
