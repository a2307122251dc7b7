"""The Measure page in a real browser: files dropped, questions answered, figures carried over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from crmroi.files.sample import FOLDER
from tests.browser.support import follow, scrolls_sideways, serious_findings, settled

SAMPLES = sorted(path.name for path in FOLDER.glob("*.csv"))
UNPROVED = b"id,stage,created,close date,amount\n1,Won,03/04/2024,05/06/2024,5.0\n"


@pytest.fixture
def measure(new_page: Callable[..., Page]) -> Callable[..., Page]:
    """Open the Measure page."""

    def open_it(**options: object) -> Page:
        return follow(new_page(**options), "measure", ".measure-opening")

    return open_it


def take_sample(page: Page) -> Page:
    page.locator(".st-key-measure-sample button:visible").click()
    page.locator(".measured-card").first.wait_for()
    return settled(page)


def drop(page: Page, *files: str | dict[str, object]) -> Page:
    page.set_input_files('.st-key-drop input[type="file"]', list(files))  # type: ignore[arg-type]
    page.locator(".file-card, .question, .measured-card").first.wait_for()
    return settled(page)


def test_the_sample_is_measured_and_a_card_leads_to_its_chart(
    measure: Callable[..., Page],
) -> None:
    page = take_sample(measure())
    expect(page.locator("h1#answer")).to_contain_text("KPIs compared")
    title = page.locator(".card-series h2")
    first = title.inner_text()
    page.locator('.measured-card[aria-pressed="false"]').first.click()
    expect(title).not_to_have_text(first)
    expect(page.locator(".card-series")).to_be_in_viewport()
    assert page.locator(".card-series .plot svg").count()


def test_baseline_and_uplifts_are_carried_and_the_sentence_of_the_what_if_changes(
    measure: Callable[..., Page],
) -> None:
    page = measure()
    page.locator('a[href$="/"]', has_text="What-if").first.click()
    sentence = page.locator("h1#answer")
    before = sentence.inner_text()
    page.locator('a[href$="/measure"]').first.click()
    page.locator(".measure-opening").wait_for()
    take_sample(settled(page))
    for group in ("baseline", "uplifts"):
        page.locator(f".st-key-use-{group} button").click()
        settled(page)
    page.get_by_role("link", name="See it on the What-if page").click()
    page.locator(".card-cash").wait_for()
    expect(sentence).not_to_have_text(before)


@pytest.mark.parametrize("name", SAMPLES)
def test_each_sample_can_be_dropped_alone(measure: Callable[..., Page], name: str) -> None:
    page = drop(measure(), str(Path(FOLDER) / name))
    expect(page.locator(".measured-card").first).to_be_visible()


def test_an_open_question_is_answered_and_the_result_is_there(
    measure: Callable[..., Page],
) -> None:
    page = drop(measure(), {"name": "deals.csv", "mimeType": "text/csv", "buffer": UNPROVED})
    expect(page.locator(".question").first).to_contain_text("03/04/2024")
    page.locator("label", has_text="Day first: day").first.click()
    open_questions = page.locator(".question:visible")
    expect(open_questions).to_have_count(0)  # the other column is written alike
    page.get_by_text("Your answers").click()
    expect(open_questions.first).to_contain_text("03/04/2024")
    page.get_by_text("3 Result").click()
    expect(page.locator(".measured-card").first).to_be_visible()


def test_a_refused_file_says_why_and_the_others_stay(measure: Callable[..., Page]) -> None:
    page = drop(
        measure(),
        {"name": "book.csv", "mimeType": "text/csv", "buffer": b"PK\x03\x04" + b"\0" * 80},
    )
    drop(page, str(Path(FOLDER) / "orders.csv"))
    expect(page.locator(".field-error")).to_have_count(1)
    expect(page.locator(".file-card")).to_have_count(2)
    page.get_by_text("3 Result").click()
    expect(page.locator(".measured-card").first).to_be_visible()


def test_forgetting_empties_the_page(measure: Callable[..., Page]) -> None:
    page = take_sample(measure())
    page.get_by_text("1 Files").click()
    page.locator(".st-key-measure-forget button:visible").click()
    page.get_by_role("dialog").get_by_role("button", name="Forget my data").click()
    expect(page.locator(".file-card")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(measure: Callable[..., Page], scheme: str) -> None:
    page = measure(color_scheme=scheme)
    assert serious_findings(page) == []
    take_sample(page)
    assert serious_findings(page) == []
    page.get_by_text("2 Check").click()
    page.locator(".reading").wait_for()
    assert serious_findings(settled(page)) == []


@pytest.mark.parametrize("locale", ["en-US", "fr-FR", "pt-BR"])
def test_a_small_screen_does_not_scroll_sideways(measure: Callable[..., Page], locale: str) -> None:
    page = measure(width=390, height=844, locale=locale)
    assert not scrolls_sideways(page)
    take_sample(page)
    assert not scrolls_sideways(page)


def test_an_empty_date_is_asked_for_in_the_language_spoken(measure: Callable[..., Page]) -> None:
    page = drop(measure(locale="fr-FR"), str(Path(FOLDER) / "orders.csv"))
    said = page.locator('[data-testid="stDateInputField"] [data-placeholder]').evaluate_all(
        "parts => parts.map(part => getComputedStyle(part, '::after').content)"
    )
    assert said == ['"jj"', '"mm"', '"aaaa"']


def test_cards_and_a_chart_that_stands_alone_are_as_wide_as_the_page(
    measure: Callable[..., Page],
) -> None:
    page = drop(measure(), str(Path(FOLDER) / "orders.csv"))
    page.locator(".card-series svg").first.wait_for()
    widths = page.evaluate(
        "['.measured', '.cards', '.card-series'].map("
        "name => document.querySelector(name).offsetWidth)"
    )
    assert len(set(widths)) == 1


def test_on_a_small_screen_everything_can_be_touched(measure: Callable[..., Page]) -> None:
    page = take_sample(measure(width=390, height=844))
    low = """() => [...document.querySelectorAll(
        '[class*="st-key-file"] button[kind], .st-key-drop button, .st-key-actions button, '
        + '.st-key-measure-sample button, [class*="st-key-carry"] :is(button, label)')]
        .filter(node => node.offsetHeight && node.offsetHeight < 44)
        .map(node => node.textContent)"""
    assert page.evaluate(low) == []
    page.get_by_text("1 Files").click()
    page.locator(".file-card").first.wait_for()
    assert page.evaluate(low) == []


@pytest.mark.parametrize("locale", ["fr-FR", "pt-BR"])
def test_no_name_of_what_is_taken_over_is_cut(measure: Callable[..., Page], locale: str) -> None:
    page = take_sample(measure(width=768, height=1024, locale=locale))
    cut = page.locator('[class*="st-key-carry"] [data-testid="stCheckbox"] p').evaluate_all(
        "names => names.filter(name => [name, name.parentElement, name.parentElement.parentElement]"
        ".some(node => node.scrollWidth > node.clientWidth + 1"
        " && getComputedStyle(node).overflowX !== 'visible')).map(name => name.textContent)"
    )
    assert cut == []
