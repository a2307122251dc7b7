from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.browser.support import settled
from tools.serving import serve_streamlit


def test_a_lost_connection_is_said_in_the_pages_language_and_nothing_is_lost(browser: Browser):
    with serve_streamlit() as server:
        page = browser.new_context(locale="fr-FR").new_page()
        page.goto(server.url)
        settled(page)
        page.locator(".st-key-adoption-target_rate input[type=range]").press("ArrowLeft")
        page.wait_for_function(
            """() => getComputedStyle(
                document.querySelector('.st-key-adoption-target_rate label'), '::after'
            ).content.includes('74')"""
        )
        settled(page)
        sentence = page.locator("h1#answer").inner_text()
    expect(page.locator(".connection")).to_have_text(
        "Connexion perdue. Vos valeurs restent dans cette page ; elle se reconnecte seule.",
        timeout=15_000,
    )
    expect(page.locator("[data-testid=stDialog]")).to_be_hidden()
    query = page.evaluate("location.search")
    with serve_streamlit() as again:
        page.goto(f"{again.url}/{query}")
        settled(page)
        expect(page.locator("h1#answer")).to_have_text(sentence)
    page.context.close()
