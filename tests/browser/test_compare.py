"""The Compare page in a real browser: three are named, one is changed, the winner is flipped."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.support import follow, scrolls_sideways, serious_findings, settled

NAMES = ("Offer 01", "Offer 02", "As today")
PLAIN = {"\u00a0": " ", "\u202f": " "}


@pytest.fixture
def compare(new_page: Callable[..., Page]) -> Callable[..., Page]:
    """Open the Compare page."""

    def open_it(path: str = "/", **options: object) -> Page:
        return follow(new_page(path, **options), "compare", ".card-curves")

    return open_it


def menu(page: Page, place: int) -> Locator:
    """Open the menu of a chip."""
    page.locator(f".st-key-chip-{place} button").click()
    field = page.locator(f".st-key-compare-name-{place} input")
    field.wait_for()
    return field


def text_of(place: Locator) -> str:
    return place.inner_text().translate(str.maketrans(PLAIN))


def test_three_are_named_one_is_changed_and_the_winner_is_flipped_by_the_weight_named(
    compare: Callable[..., Page],
) -> None:
    page = compare()
    for place, name in enumerate(NAMES):
        menu(page, place).fill(name)
        page.keyboard.press("Enter")
        expect(page.locator("table.compared thead th").nth(place + 1)).to_have_text(name)
        page.keyboard.press("Escape")
    sentence = page.locator("h1#answer")
    expect(sentence).to_contain_text("Offer 02 pays back")
    before = sentence.inner_text()

    menu(page, 0)
    page.locator(".st-key-compare-edit-0 button").click()
    expect(page.locator("p.strip")).to_have_text("Editing: Offer 01")
    page.locator(".st-key-costs-custom_development input").focus()
    for _step in range(3):
        page.keyboard.press("PageUp")
    settled(page)
    page.locator(".st-key-editing-done button").click()
    page.locator(".card-curves").wait_for()
    expect(sentence).not_to_have_text(before)

    page.locator(".st-key-grid-open summary").click()
    grid = page.locator(".st-key-compare-grid")
    told = text_of(grid.locator("p", has_text="would win if"))
    winner = text_of(grid.locator("h2")).split(" wins")[0]
    other = told.split(" would win")[0]
    criterion = told.split("“")[1].split("”")[0]
    share = told.split("weighed ")[1].split(" in place")[0]
    field = page.get_by_label(f"Weight: {criterion}")
    field.fill(share)
    field.press("Enter")
    expect(grid.locator("h2")).to_contain_text(f"{other} wins")
    assert other != winner


def test_a_picture_is_a_table_too_and_is_saved(compare: Callable[..., Page]) -> None:
    page = compare()
    card = page.locator(".card-costs")
    card.locator(".menu summary").click()
    card.get_by_text("Show as a table").click()
    expect(card.locator("table")).to_contain_text("Custom development")
    card.locator(".menu summary").click()
    with page.expect_download() as saved:
        card.get_by_text("Data as CSV").click()
    assert saved.value.suggested_filename == "crmroi-costs.csv"


def test_on_a_small_screen_two_lines_have_colours_and_the_names_stand_apart(
    compare: Callable[..., Page],
) -> None:
    page = compare(width=390, height=844)
    for copy in range(2):
        menu(page, 0)
        page.locator(".st-key-compare-copy-0 button").click()
        page.locator(f".st-key-chip-{3 + copy}").wait_for()
        settled(page)
    card = page.locator(".card-curves")
    expect(card.locator(".plot .scatterlayer .trace .js-line").nth(4)).to_be_attached()
    strokes = card.locator(".plot .js-line").evaluate_all(
        "lines => lines.map(line => getComputedStyle(line).stroke)"
    )
    assert strokes.count("rgb(125, 135, 153)") == 3
    # the lines move to their new places: how long that takes is the machine's to say
    page.wait_for_function(
        """() => {
          const texts = [...document.querySelectorAll(".card-curves .plot .textpoint")];
          const boxes = texts.map((text) => text.getBoundingClientRect());
          const shown = boxes.filter((box) => box.top < box.bottom);
          const ends = shown.sort((a, b) => a.top - b.top).slice(-5);
          return ends.every((box, at) => at === 0 || ends[at - 1].bottom <= box.top + 1);
        }"""
    )


def test_the_set_is_saved_and_opened_again(compare: Callable[..., Page]) -> None:
    page = compare()
    page.locator(".st-key-compare-file button").first.click()
    with page.expect_download() as saved:
        page.locator(".st-key-compare-save button").click()
    name, data = saved.value.suggested_filename, saved.value.path().read_bytes()
    page.keyboard.press("Escape")
    menu(page, 2)
    page.locator(".st-key-compare-remove-2 button").click()
    expect(page.locator("table.compared thead th")).to_have_count(3)
    page.locator(".st-key-compare-file button").first.click()
    page.set_input_files(
        '[class*="st-key-compare-open"] input[type="file"]',
        [{"name": name, "mimeType": "application/json", "buffer": data}],
    )
    expect(page.locator("table.compared thead th")).to_have_count(4)


def test_the_probability_comes_on_demand(compare: Callable[..., Page]) -> None:
    page = compare()
    page.locator(".st-key-compare-draw button").click()
    expect(page.locator("table.compared")).to_contain_text("Probability of NPV above 0")
    expect(page.locator("h1#answer")).to_be_visible()


def everything_open(page: Page) -> Page:
    for name in ("grid", "vendor", "origins"):
        page.locator(f".st-key-{name}-open summary").click()
        settled(page)
    page.locator(".st-key-compare-scores").wait_for()
    page.locator(".st-key-drop-vendor").wait_for()
    return settled(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(compare: Callable[..., Page], scheme: str) -> None:
    page = compare(color_scheme=scheme)
    assert serious_findings(page) == []
    assert serious_findings(everything_open(page)) == []


@pytest.mark.parametrize("language", ["en", "fr", "pt-BR"])
def test_a_small_screen_has_cards_and_does_not_scroll_sideways(
    compare: Callable[..., Page], language: str
) -> None:
    page = compare(f"/?lang={language}", width=390, height=844)
    expect(page.locator(".compared-cards section")).to_have_count(3)
    expect(page.locator("table.compared")).to_be_hidden()
    assert not scrolls_sideways(everything_open(page))
    assert serious_findings(page) == []


def test_scores_of_five_stand_in_one_line_on_a_tablet(compare: Callable[..., Page]) -> None:
    page = compare("/?lang=en", width=768, height=900)
    for _time in range(2):
        menu(page, 0)
        page.locator(".st-key-compare-copy-0 button").click()
        settled(page)
    page.locator(".st-key-grid-open summary").click()
    row = page.locator(".st-key-score-fit")
    expect(row.locator("input")).to_have_count(6)
    tops = {round(field.bounding_box()["y"]) for field in row.locator("input").all()}
    assert max(tops) - min(tops) <= 2
    assert not scrolls_sideways(page)


def test_the_actions_stand_in_one_line_on_a_small_screen(compare: Callable[..., Page]) -> None:
    page = compare("/?lang=fr", width=390, height=844)
    tops = {
        round(button.bounding_box()["y"])
        for button in page.locator(".st-key-compare-actions button:visible").all()
    }
    assert len(tops) == 1
