"""Chromium as a benchmark drives it: one window a page, and what a move costs in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tools.serving import CHROMIUM_FLAGS, chromium

WATCH = Path(__file__).with_name("watch.js")
WINDOW = {"width": 1440, "height": 900}


class NotMeasuredError(RuntimeError):
    """A move did not change what it had to change, so that its time means nothing."""


@dataclass(frozen=True)
class Move:
    """What one step of a slider took, in milliseconds from the key press."""

    charts_ms: float
    """To the last change of a chart in sight."""
    sentence_ms: float
    """To the change of the sentence on top."""


@contextmanager
def browsing() -> Iterator[Browser]:
    """Open a browser that calls nobody."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()


@dataclass(frozen=True)
class Live:
    """A page whose charts follow its sliders."""

    page: Page
    slider: str
    """The selector of the slider that is moved."""

    @classmethod
    def opened(cls, browser: Browser, url: str, slider: str, *, charts: int) -> Live:
        """Open a page and wait until its charts are drawn and all is quiet."""
        page = browser.new_page(viewport=WINDOW)
        page.set_default_timeout(60_000)
        page.add_init_script(path=WATCH)
        page.goto(url)
        page.wait_for_function(
            f"document.querySelectorAll('.js-plotly-plot .xaxislayer-above').length >= {charts}"
        )
        page.wait_for_timeout(1000)
        return cls(page, slider)

    def focus(self) -> None:
        """Bring the page to the front, the keyboard on its slider."""
        self.page.bring_to_front()
        self.page.locator(self.slider).focus()

    def press(self, key: str) -> Move:
        """Press an arrow key and wait until the charts have followed."""
        self.page.evaluate("watchCharts.arm()")
        self.page.keyboard.press(key)
        return self._ended(f"{key} on {self.slider}")

    def grab(self) -> float:
        """Take the thumb with the mouse, and return where it is from the left."""
        box = self.page.locator(self.slider).locator("xpath=..").bounding_box()
        if box is None:
            raise NotMeasuredError(f"{self.slider} is not to be seen")
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        return x

    def drag(self, x: float) -> Move:
        """Move the held thumb and wait until the charts have followed."""
        box = self.page.locator(self.slider).locator("xpath=..").bounding_box()
        y = 0.0 if box is None else box["y"] + box["height"] / 2
        self.page.evaluate("watchCharts.arm()")
        self.page.mouse.move(x, y)
        return self._ended(f"dragging {self.slider} to {x:.0f}")

    def let_go(self) -> None:
        """Release the thumb and wait until all is quiet."""
        self.page.mouse.up()
        self.page.wait_for_timeout(600)

    def _ended(self, what: str) -> Move:
        found = self.page.evaluate("watchCharts.ended()")
        if found["charts"] == 0 or found["unchanged"] or found["milliseconds"] <= 0:
            raise NotMeasuredError(f"{what}: {found} on {self.page.url}")
        return Move(found["milliseconds"], found["sentence"])
