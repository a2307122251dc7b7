from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.support import follow, resized, scrolls_sideways, serious_findings, settled
from tools.serving import Server, serve_streamlit

LAST = "#glossary"
"""The last section: once it is there, all are."""
REACHED = """() => [...document.querySelectorAll(".formulas .katex-display")].every(
  (formula) => (formula.tabIndex === 0) === (formula.scrollWidth > formula.clientWidth))"""
"""Whether every formula wider than its box, and no other, can be reached from the keyboard."""


def open_method(page: Page) -> Page:
    """Go there by the link: that is how one comes, and keeps the case."""
    expect(page.locator(".card-cash .main-svg").first).to_be_visible()
    follow(page, "method", LAST)
    page.wait_for_selector(".formulas .katex")
    return page


@pytest.fixture(scope="module")
def method(new_shared_page: Callable[..., Page]) -> Page:
    return open_method(new_shared_page())


@pytest.fixture(scope="module")
def on_a_phone(new_shared_page: Callable[..., Page]) -> Page:
    return open_method(new_shared_page(width=390, height=844))


def test_every_formula_is_drawn(method):
    assert method.locator(".formulas .katex").count() > 100
    assert method.locator(".katex-error").count() == 0


def test_the_contents_stay_in_sight_and_lead_to_their_sections(method):
    for anchor in ("assumptions", "risk", "glossary"):
        method.locator(f'.contents.wide a[href="#{anchor}"]').click()
        expect(method.locator(f"#{anchor}")).to_be_in_viewport()
        expect(method.locator(".contents.wide a").first).to_be_in_viewport()
    assert method.url.endswith("#glossary")


def test_a_search_narrows_the_table(method):
    rows = method.locator(".assumptions tbody tr:not(.group)")
    expect(rows).to_have_count(63)
    method.locator(".st-key-method-search input").fill("churn")
    method.keyboard.press("Enter")
    expect(rows).not_to_have_count(63)
    expect(method.locator('.assumptions [id="gains.churn_reduction"]')).to_be_visible()
    method.locator(".st-key-method-search input").fill("")
    method.keyboard.press("Enter")
    expect(rows).to_have_count(63)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_and_nothing_scrolls_sideways_but_a_formula_in_its_box(
    new_page: Callable[..., Page], scheme: str
) -> None:
    page = open_method(new_page(height=844, color_scheme=scheme))
    main = "document.querySelector('[data-testid=stMain]')"
    for width in (1440, 1024, 768, 390):
        resized(page, width, 844)
        page.wait_for_function(REACHED)
        assert serious_findings(page) == []
        assert not scrolls_sideways(page)
        assert page.evaluate(f"{main}.scrollWidth <= {main}.clientWidth")


def test_on_a_small_screen_the_contents_are_folded(on_a_phone: Page) -> None:
    expect(on_a_phone.locator(".contents.wide")).to_be_hidden()
    link = on_a_phone.locator('.contents.folded a[href="#sources"]')
    expect(link).to_be_hidden()
    on_a_phone.locator(".contents.folded summary").click()
    link.click()
    expect(on_a_phone.locator("#sources")).to_be_in_viewport()


def test_a_formula_wider_than_its_box_can_be_scrolled_from_the_keyboard(on_a_phone: Page) -> None:
    box = on_a_phone.locator(
        "#line-contingency >> xpath=ancestor::div[@class='entry'] >> .katex-display"
    )
    expect(box.first).to_have_attribute("tabindex", "0")
    box.first.focus()
    on_a_phone.keyboard.press("ArrowRight")
    on_a_phone.wait_for_function("document.activeElement.scrollLeft > 0")


@pytest.fixture
def fresh_server():
    """A server that nobody has visited."""
    with serve_streamlit() as server:
        yield server


def test_a_servers_first_visit_may_be_to_an_anchor_of_this_page(
    browser: Browser, fresh_server: Server
) -> None:
    # Not watched: below the first page, Streamlit's own page looks for the server in the wrong
    # place first, and the browser notes that.
    with browser.new_context(locale="fr-FR") as context:
        page = context.new_page()
        page.goto(f"{fresh_server.url}/method#costs.licence_per_user_per_month")
        page.wait_for_selector(LAST)
        settled(page)
        row = page.locator('[id="costs.licence_per_user_per_month"]')
        expect(row).to_be_in_viewport()
        expect(row).to_contain_text("Licence par utilisateur")
        expect(page.locator("[data-testid=stTopNavLink]").first).to_be_visible()
        assert page.evaluate("document.documentElement.lang") == "fr"
