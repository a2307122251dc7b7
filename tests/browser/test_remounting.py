"""What Streamlit does when its runs follow each other fast must not show."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.support import settled
from tests.browser.test_what_if import DRAWN, HEADLINE, slider

CLEAN_UP = """async () => {
    const live = await import(new URL("app/static/live.js", document.baseURI).href);
    const drawn = document.querySelector(".card-cash .main-svg");
    drawn.same = true;
    for (let place = drawn; place; place = place.parentElement) live.clean(place);
    await new Promise((done) => setTimeout(done, 100));
}"""
IS_SAME = "() => document.querySelector('.card-cash .main-svg')?.same === true"


@pytest.fixture
def drawn(page: Page) -> Page:
    expect(page.locator(DRAWN).first).to_be_visible()
    return page


def test_a_clean_up_in_place_leaves_the_graphs_and_the_next_move_changes_them(drawn):
    drawn.evaluate(CLEAN_UP)
    assert drawn.evaluate(IS_SAME)
    sentence = drawn.locator(HEADLINE).inner_text()
    slider(drawn, "adoption.target_rate").press("ArrowLeft")
    expect(drawn.locator(HEADLINE)).not_to_have_text(sentence)
    assert drawn.evaluate(IS_SAME)


def test_no_message_counts_on_what_the_browser_may_have_let_go_of(page):
    """Undo and redo held down lead back to messages seen before, a few runs late."""
    frames: list[bytes] = []

    def keep(frame: bytes) -> None:  # a built-in method is no listener to Playwright
        frames.append(frame)

    page.on("websocket", lambda socket: socket.on("framereceived", keep))
    page.reload()
    settled(page)
    for key in ("ArrowRight", "ArrowLeft", "ArrowRight"):
        slider(page, "team.users").press(key)
        settled(page)
    assert len(frames) > 3
    assert not any(ForwardMsg.FromString(frame).HasField("ref_hash") for frame in frames)


def test_another_page_takes_the_drawing_with_it(drawn):
    for _ in range(8):
        slider(drawn, "team.users").press("ArrowRight")
    links = drawn.get_by_test_id("stTopNavLink")
    links.filter(has_text="Method").click()
    expect(drawn.locator(".skip")).to_have_count(0)
    links.nth(0).click()
    settled(drawn)
    expect(drawn.locator(".card-cash .main-svg").first).to_be_visible()
    expect(drawn.locator(".skip")).to_have_count(1)


def test_every_help_sign_can_be_pointed_at(drawn):
    hidden = drawn.evaluate(
        """() => [...document.querySelectorAll(".stSlider [data-testid=stTooltipIcon]")].filter(
            (sign) => {
                const box = sign.querySelector("svg").getBoundingClientRect();
                const top = document.elementFromPoint(box.x + box.width / 2, box.bottom - 3);
                return !sign.contains(top);
            }
        ).length"""
    )
    assert hidden == 0
