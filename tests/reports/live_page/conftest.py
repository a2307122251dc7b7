"""The live page in a real browser: opened from a file, with the network off.

Every page is watched: an error on the console or a request beside the file itself fails the test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from crmroi.assumptions import Scenario
from crmroi.reports import Order, make
from crmroi.text import speaking
from tests.browser.support import Watch, chromium_running

Opener = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium_running() as browser:
        yield browser


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Make a live page and open it from its file."""
    contexts = []
    asked: list[str] = []
    watch = Watch()

    def make_and_open(
        scenario: Scenario | None = None,
        *,
        language: str = "en",
        width: int = 1440,
        height: int = 900,
        names: dict[str, Any] | None = None,
        **options: Any,
    ) -> Page:
        file = tmp_path / f"live {len(contexts)}.html"
        with speaking(language):
            order = Order((scenario or Scenario(),), date(2026, 3, 1), **(names or {}))
            file.write_bytes(make(order, "html"))
        context = browser.new_context(
            viewport={"width": width, "height": height}, offline=True, **options
        )
        contexts.append(context)
        context.on("request", lambda request: asked.append(request.url))
        context.on("weberror", lambda error: watch.problems.append(f"uncaught: {error.error}"))
        context.on("console", lambda said: watch.said(said.type, said.text, said.location))
        page = context.new_page()
        page.goto(file.as_uri())
        page.locator(".card-waterfall .xaxislayer-above").wait_for(state="attached")
        return page

    yield make_and_open
    for context in contexts:
        context.close()
    assert not watch.problems, "\n".join(watch.problems)
    assert all(url.startswith("file:") for url in asked), asked
    assert len(asked) == len(contexts)
