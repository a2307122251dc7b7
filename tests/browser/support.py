"""What a browser test does again and again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tools.serving import CHROMIUM_FLAGS, chromium

PATIENCE = 20_000
"""Milliseconds after which a wait has failed: a busy machine is slow, what never comes is wrong."""
OUR_HOST = "127.0.0.1"
LOCAL_SCHEMES = {"about", "blob", "chrome", "chrome-error", "data"}
AS_WIDE_AS_THEIR_CARDS = """() => {
  const plots = [...document.querySelectorAll(".card .plot:has(.main-svg)")];
  const off = (plot) => plot.querySelector(".main-svg").clientWidth - plot.clientWidth;
  return plots.every((plot) => Math.abs(off(plot)) < 2);
}"""
AT_REST = """() => !document.querySelector('[data-stale="true"]')
  && document.getAnimations().every((animation) => animation.playState !== "running")"""


@dataclass
class Watch:
    """What must not happen in a browser: errors on the console, requests that leave the machine."""

    problems: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        context.on("request", lambda request: self.asked(request.url))
        context.on("weberror", lambda error: self.problems.append(f"uncaught: {error.error}"))
        context.on("console", lambda m: self.said(m.type, m.text, m.location))
        context.on("page", lambda page: page.on("websocket", lambda ws: self.asked(ws.url)))

    def asked(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in LOCAL_SCHEMES and parts.hostname != OUR_HOST:
            self.problems.append(f"a request left the machine: {url}")

    def said(self, kind: str, text: str, location: Any) -> None:
        if kind == "error":
            self.problems.append(f"console error: {text} ({location.get('url')})")


@contextmanager
def chromium_running() -> Iterator[Browser]:
    """Run the browser."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()


def settled(page: Page) -> Page:
    """Wait until the app is connected and its script has run to the end."""
    page.wait_for_selector(
        "[data-testid=stApp][data-test-connection-state=CONNECTED]"
        "[data-test-script-state=notRunning]"
    )
    return page


def at_rest(page: Page) -> Page:
    """Wait until the app has run and nothing opens, closes or fades any more."""
    settled(page).wait_for_function(AT_REST)
    return page


def follow(page: Page, name: str, there: str) -> Page:
    """Go to a page by its link, as a visitor does, and wait for what shows that it is there."""
    narrow = page.viewport_size is not None and page.viewport_size["width"] < 761
    if narrow:  # a small screen folds the links away
        page.get_by_test_id("stExpandSidebarButton").click()
    page.locator(f'a[href$="/{name}"]:visible').first.click()
    page.locator(there).first.wait_for()
    if narrow:
        page.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()
        expect(page.get_by_test_id("stExpandSidebarButton")).to_be_visible()
    return settled(page)


def serious_findings(page: Page) -> list[str]:
    """What axe-core finds serious or critical: the rule, and the elements that break it."""
    violations = Axe().run(page).response["violations"]
    return [
        f"{v['id']} ({v['impact']}): {[node['target'] for node in v['nodes']]}"
        for v in violations
        if v["impact"] in {"serious", "critical"}
    ]


def resized(page: Page, width: int, height: int = 900) -> Page:
    """Give the window another size, and wait until the charts have followed."""
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_function(AS_WIDE_AS_THEIR_CARDS)
    return page


def scrolls_sideways(page: Page) -> bool:
    """Whether the page is wider than its window."""
    return bool(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
