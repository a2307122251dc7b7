from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from crmroi.assumptions import FRONT, Scenario
from crmroi.files.scenario_file import write_scenario
from crmroi.text import LANGUAGES
from tests.browser.support import follow, resized, scrolls_sideways, serious_findings, settled

HEADLINE = "h1#answer"
DRAWN = ".card-cash .main-svg"
OUTSIDE_THEIR_CARD = """() => [...document.querySelectorAll(".kpi")].filter((card) => {
  const words = document.createRange();
  words.selectNodeContents(card.querySelector(".value"));
  const inside = [words, card.querySelector(".label"), card.querySelector(".how span")];
  const edge = card.getBoundingClientRect().right;
  return inside.some((part) => part.getBoundingClientRect().right > edge - 4);
}).map((card) => card.dataset.kpi)"""
ROWS_NOT_FULL = """() => {
  const edges = new Map();
  for (const card of document.querySelectorAll(".kpi")) {
    const { top, right } = card.getBoundingClientRect();
    edges.set(top, Math.max(right, edges.get(top) ?? 0));
  }
  const all = [...edges.values()];
  return Math.max(...all) - Math.min(...all);
}"""


def slider(page: Page, key: str):
    return page.locator(f".st-key-{key.replace('.', '-')} input[type=range]")


def shown_value(page: Page, key: str) -> str:
    place = f".st-key-{key.replace('.', '-')} label"
    content = page.evaluate(
        "place => getComputedStyle(document.querySelector(place), '::after').content", place
    )
    return content.split('"')[1]


def complete(page: Page) -> Page:
    expect(page.locator(DRAWN).first).to_be_visible()
    expect(slider(page, "finance.horizon_years")).to_be_attached()  # the last of the twelve
    return page


def step_down(page: Page) -> None:
    before = page.locator(HEADLINE).inner_text()
    slider(page, "adoption.target_rate").press("ArrowLeft")
    expect(page.locator(HEADLINE)).not_to_have_text(before)


def thumb(page: Page, key: str) -> tuple[float, float]:
    box = (
        slider(page, key)
        .locator("xpath=ancestor::div[contains(@style, 'translate')][1]")
        .bounding_box()
    )
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def picture(page: Page, chart: str) -> str:
    return page.locator(f".card-{chart} .main-svg").first.inner_html()


@pytest.fixture
def what_if(new_page: Callable[..., Page]) -> Page:
    return complete(new_page())


@pytest.fixture(scope="module")
def looked_at(new_shared_page: Callable[..., Page]) -> Page:
    return complete(new_shared_page())


def test_an_arrow_key_moves_the_sentence_the_figures_and_the_chart(what_if):
    sentence, cash = what_if.locator(HEADLINE).inner_text(), picture(what_if, "cash")
    slider(what_if, "adoption.target_rate").press("ArrowLeft")
    expect(what_if.locator(HEADLINE)).not_to_have_text(sentence)
    what_if.wait_for_function(
        "was => document.querySelector('.card-cash .main-svg').innerHTML !== was", arg=cash
    )
    assert shown_value(what_if, "adoption.target_rate") == "74%"
    expect(slider(what_if, "adoption.target_rate")).to_be_focused()


def test_the_page_moves_while_a_thumb_is_dragged_and_one_step_takes_it_back(what_if):
    sentence = what_if.locator(HEADLINE).inner_text()
    x, y = thumb(what_if, "adoption.target_rate")
    what_if.mouse.move(x, y)
    what_if.mouse.down()
    what_if.mouse.move(x - 60, y, steps=6)
    expect(what_if.locator(HEADLINE)).not_to_have_text(sentence)
    what_if.mouse.up()
    expect(what_if.locator(".st-key-undo button").first).to_be_enabled()
    what_if.locator(".st-key-undo button").first.click()
    expect(what_if.locator(HEADLINE)).to_have_text(sentence)


def test_zoom_is_kept_while_sliders_move(what_if):
    plot = what_if.locator(".card-cash .plot")
    box = plot.bounding_box()
    what_if.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + box["height"] * 0.5)
    what_if.mouse.down()
    what_if.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + box["height"] * 0.5, steps=5)
    what_if.mouse.up()
    read = "document.querySelector('.card-cash .plot').layout.xaxis.range"
    what_if.wait_for_function(f"{read}[1] - {read}[0] < 50")
    zoomed = what_if.evaluate(read)
    sentence = what_if.locator(HEADLINE).inner_text()
    slider(what_if, "adoption.target_rate").press("ArrowLeft")
    expect(what_if.locator(HEADLINE)).not_to_have_text(sentence)
    assert what_if.evaluate(read) == pytest.approx(zoomed)


def test_a_chart_keeps_its_node_while_sliders_move(what_if):
    what_if.evaluate("document.querySelector('.card-cash .main-svg').dataset.mark = 'same'")
    sentence = what_if.locator(HEADLINE).inner_text()
    slider(what_if, "team.users").press("ArrowRight")
    expect(what_if.locator(HEADLINE)).not_to_have_text(sentence)
    assert what_if.locator(".card-cash .main-svg[data-mark=same]").count() == 1


def test_a_share_link_opens_the_same_case_in_a_new_browser(what_if, new_page):
    step_down(what_if)
    what_if.wait_for_function("location.search.includes('s=')")
    settled(what_if)
    what_if.locator(".st-key-share button").first.click()
    link = what_if.locator("[data-testid=stCode] code").inner_text()
    there = complete(new_page("/" + link[link.index("?") :]))
    expect(there.locator(HEADLINE)).to_have_text(what_if.locator(HEADLINE).inner_text())
    assert shown_value(there, "adoption.target_rate") == "74%"


def test_a_reload_loses_nothing_that_the_address_holds(what_if):
    slider(what_if, "adoption.target_rate").press("ArrowLeft")
    what_if.locator(".st-key-pin button").first.click()
    expect(what_if.locator(".st-key-pin button").first).to_contain_text("Unpin")
    slider(what_if, "adoption.target_rate").press("ArrowLeft")
    expect(what_if.locator(".kpi .delta.bad").first).to_be_visible()
    settled(what_if)
    sentence = what_if.locator(HEADLINE).inner_text()
    what_if.reload()
    expect(what_if.locator(HEADLINE)).to_have_text(sentence)
    expect(what_if.locator(".st-key-pin button").first).to_contain_text("Unpin")


def test_another_page_and_back_loses_nothing(what_if):
    step_down(what_if)
    settled(what_if)
    sentence = what_if.locator(HEADLINE).inner_text()
    what_if.get_by_role("link", name="Method").click()
    what_if.wait_for_url("**/method*")
    settled(what_if)
    what_if.get_by_role("link", name="What-if").click()
    expect(what_if.locator(HEADLINE)).to_have_text(sentence)


def test_a_scenario_is_saved_and_opened_again_digit_for_digit(what_if, tmp_path):
    slider(what_if, "adoption.target_rate").press("ArrowLeft")
    settled(what_if)
    what_if.locator(".st-key-settings button").first.click()
    with what_if.expect_download() as download:
        what_if.locator(".st-key-save button").click()
    saved = tmp_path / "saved.json"
    download.value.save_as(saved)
    assert json.loads(saved.read_text())["adoption"]["target_rate"] == 0.74


def test_an_opened_file_becomes_the_case(what_if, tmp_path):
    file = tmp_path / "case.json"
    file.write_text(write_scenario(Scenario().with_values({"adoption.target_rate": 0.6125})))
    what_if.locator(".st-key-settings button").first.click()
    what_if.locator("[data-testid=stFileUploader] input[type=file]").set_input_files(file)
    what_if.wait_for_function(
        """() => getComputedStyle(
            document.querySelector('.st-key-adoption-target_rate label'), '::after'
        ).content.includes('61')"""
    )


def test_a_file_with_mistakes_says_all_of_them_and_keeps_the_case(what_if, tmp_path):
    file = tmp_path / "wrong.json"
    file.write_text('{"format": "crmroi/1", "team": {"usrs": 5}, "finance": {"discount_rate": 7}}')
    sentence = what_if.locator(HEADLINE).inner_text()
    what_if.locator(".st-key-settings button").first.click()
    what_if.locator("[data-testid=stFileUploader] input[type=file]").set_input_files(file)
    expect(what_if.locator(".field-error")).to_have_count(2)
    expect(what_if.locator(HEADLINE)).to_have_text(sentence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_speaks_and_says_so_to_a_screen_reader(new_page, language):
    page = new_page(f"/?lang={language}")
    expect(page.locator("html")).to_have_attribute("lang", language.replace("_", "-"))
    start = {"en": "The CRM", "fr": "Le CRM", "pt_BR": "O CRM"}[language]
    expect(page.locator(HEADLINE)).to_have_text(re.compile(f"^{start}"))


def test_a_browsers_own_language_is_spoken_without_asking(new_page):
    page = new_page(locale="pt-BR")
    expect(page.locator("html")).to_have_attribute("lang", "pt-BR")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_serious(new_page, scheme, width):
    page = new_page(width=width, color_scheme=scheme)
    expect(page.locator(DRAWN).first).to_be_visible()
    assert serious_findings(page) == []


def test_axe_finds_nothing_serious_in_the_link_to_share(new_page):
    page = new_page()
    page.locator(".st-key-share button").first.click()
    expect(page.locator(".st-key-link pre")).to_be_visible()
    assert serious_findings(page) == []


def test_where_colours_are_the_systems_a_slider_is_still_seen(new_page):
    page = new_page(forced_colors="active")
    rail = page.locator(".st-key-team-users [role=group] > [data-rac]")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for part in (rail.locator("> :first-child"), rail.locator("> [data-rac]")):
        assert part.evaluate("(node) => getComputedStyle(node).backgroundColor") != ground


def test_on_paper_stands_the_answer_and_nothing_to_press(new_page):
    page = new_page()
    expect(page.locator(DRAWN).first).to_be_visible()
    page.emulate_media(media="print")
    for place in (HEADLINE, ".kpis", ".card-cash .main-svg", ".st-key-panel"):
        expect(page.locator(place).first).to_be_visible()
    for place in (".skip", ".st-key-actions", ".card-cash .menu", ".how", ".st-key-all"):
        expect(page.locator(place).first).to_be_hidden()


def test_the_first_thing_that_the_keyboard_reaches_leads_on_in_the_visitors_language(new_page):
    page = new_page("/?lang=fr")
    expect(page.locator(DRAWN).first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator("[data-testid=stSkipToContent]")).to_be_hidden()
    follow(page, "method", "#glossary")
    words = "(node) => [getComputedStyle(node).fontSize, getComputedStyle(node, '::after').content]"
    found = page.locator("[data-testid=stSkipToContent]").evaluate(words)
    assert found == ["0px", '"Aller à la page"']


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_screen_scrolls_sideways(new_page, language):
    page = new_page(f"/?lang={language}", width=390)
    expect(page.locator(DRAWN).first).to_be_visible()
    for width in (390, 1440, 1366, 1024, 768, 390):
        assert not scrolls_sideways(resized(page, width)), width


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_figure_stays_in_its_card_and_each_row_of_cards_is_full(new_page, language):
    page = new_page(f"/?lang={language}&from=manufacturing")
    expect(page.locator(DRAWN).first).to_be_visible()
    for width in (1440, 1280, 1024, 961, 834, 768, 390):
        assert resized(page, width).evaluate(OUTSIDE_THEIR_CARD) == [], width
        assert page.evaluate(ROWS_NOT_FULL) == 0, width


def test_a_chart_that_the_panel_leaves_little_room_is_drawn_as_on_a_small_screen(new_page):
    page = new_page("/?lang=pt_BR", width=1024)
    expect(page.locator(DRAWN).first).to_be_visible()
    years = page.locator(".card-cash .xtick text")
    expect(years).to_have_count(6)
    resized(page, 768)
    expect(years).to_have_count(3)
    resized(page, 1024)
    expect(years).to_have_count(6)


def test_on_a_small_screen_the_answer_and_its_chart_come_before_the_sliders(new_page):
    page = new_page(width=390, height=844)
    expect(page.locator(DRAWN).first).to_be_visible()
    tops = [
        page.locator(place).bounding_box()["y"]
        for place in (HEADLINE, ".kpis", ".card-cash", ".st-key-panel", ".card-years")
    ]
    assert tops == sorted(tops)
    expect(page.locator(".bar")).to_be_visible()


def test_on_a_laptop_the_twelve_sliders_the_sentence_and_two_charts_share_the_screen(new_page):
    page = new_page(width=1366, height=768)
    expect(page.locator(DRAWN).first).to_be_visible()
    for key in FRONT:
        box = page.locator(f".st-key-{key.replace('.', '-')}").bounding_box()
        assert box["y"] + box["height"] <= 768
    for card in ("cash", "years"):
        box = page.locator(f".card-{card} .plot").bounding_box()
        assert box["y"] + box["height"] <= 768


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_a_chart_is_taken_away_as_a_picture(looked_at, kind):
    looked_at.locator(".card-cash .menu summary").click()
    with looked_at.expect_download() as download:
        looked_at.locator(f".card-cash [data-act={kind}]").click()
    data = download.value.path().read_bytes()
    assert download.value.suggested_filename == f"crmroi-cash.{kind}"
    assert data.startswith(b"\x89PNG") if kind == "png" else b"IBM Plex Sans" in data


def test_a_chart_is_taken_away_as_data_and_shown_as_a_table(what_if):
    what_if.locator(".card-cash .menu summary").click()
    with what_if.expect_download() as download:
        what_if.locator(".card-cash [data-act=csv]").click()
    lines = download.value.path().read_text().splitlines()
    assert len(lines) == 62
    what_if.locator(".card-cash .menu summary").click()
    what_if.locator(".card-cash [data-act=table]").click()
    expect(what_if.locator(".card-cash table tbody tr")).to_have_count(61)
    what_if.locator(".card-cash .menu summary").click()
    what_if.locator(".card-cash [data-act=table]").click()
    expect(what_if.locator(DRAWN).first).to_be_visible()


def test_every_chart_has_a_text_alternative(looked_at):
    for chart in ("cash", "years", "waterfall", "customers", "adoption"):
        looked_at.locator(f".card-{chart}").scroll_into_view_if_needed()
        plot = looked_at.locator(f".card-{chart} .plot[role=img]")
        expect(plot).to_have_attribute("aria-label", re.compile(".{80,}"))


def test_shortcuts_undo_redo_and_pin(what_if):
    sentence = what_if.locator(HEADLINE).inner_text()
    slider(what_if, "adoption.target_rate").press("ArrowLeft")
    expect(what_if.locator(HEADLINE)).not_to_have_text(sentence)
    what_if.keyboard.press("Control+z")
    expect(what_if.locator(HEADLINE)).to_have_text(sentence)
    what_if.keyboard.press("Control+Shift+z")
    expect(what_if.locator(HEADLINE)).not_to_have_text(sentence)
    what_if.keyboard.press("p")
    expect(what_if.locator(".st-key-pin button").first).to_contain_text("Unpin")


def test_a_presentation_starts_and_escape_leaves_it(what_if):
    what_if.locator(".st-key-present button").first.click()
    expect(what_if.locator(".st-key-stage")).to_be_visible()
    expect(what_if.locator(".st-key-chosen input[type=range]")).to_have_count(6)
    expect(what_if.locator("body")).to_have_class(re.compile("on-stage"))
    what_if.keyboard.press("Escape")
    expect(what_if.locator(".st-key-panel")).to_be_visible()


def test_the_formula_of_a_figure_is_one_click_away(what_if):
    what_if.locator("[data-kpi=npv] .how").click()
    expect(what_if.locator(".st-key-how .katex").first).to_be_visible()


def test_the_page_can_be_worn_dark_whatever_the_system_says(what_if):
    what_if.locator(".st-key-settings button").first.click()
    what_if.locator(".st-key-appearance button").first.click()
    what_if.wait_for_function(
        "getComputedStyle(document.querySelector('.stApp')).colorScheme === 'dark'"
    )
    expect(what_if.locator(DRAWN).first).to_be_visible()


def test_the_question_before_forgetting_is_not_hidden_by_the_settings(what_if):
    what_if.locator(".st-key-settings button").first.click()
    what_if.locator(".st-key-forget button:visible").click()
    yes = what_if.locator("[data-testid=stDialog] .st-key-forget-yes button")
    expect(yes).to_be_visible()
    expect(what_if.locator("[data-testid=stPopoverBody]")).to_have_count(0)
    yes.click(trial=True)


@pytest.mark.parametrize(
    "selector",
    [
        "[data-testid=stMainBlockContainer]",
        ".st-key-body > [data-testid=stLayoutWrapper] > [data-testid=stHorizontalBlock]"
        " > [data-testid=stColumn]",
        ".st-key-panel [data-testid=stSlider] > [role=group]",
        ".st-key-panel [data-testid=stSlider] [role=group] > [data-rac] > [data-rac]",
        ".st-key-panel [data-testid=stSliderThumbValue]",
        ".st-key-panel [data-testid=stSlider] label p",
        ".st-key-start [data-testid=stSelectbox]",
        ".st-key-result > [data-testid=stLayoutWrapper] > .st-key-actions",
        "[data-testid=stTopNavLink]",
        "[data-testid=stHeader]",
        "[data-testid=stSkipToContent]",
    ],
)
def test_what_the_stylesheet_counts_on_is_there(looked_at, selector):
    assert looked_at.locator(selector).count() > 0
