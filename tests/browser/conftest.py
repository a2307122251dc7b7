"""The real app in a real browser.

`page` is a new visitor's page with the app loaded; `new_page(path, width=…, …)` makes others,
`new_shared_page` those that several tests of a file look at and leave as they are.
Every one is watched: an error on the console or a request that leaves the machine fails the test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.support import PATIENCE, Watch, chromium_running, settled
from tools.serving import Server, serve_streamlit

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def app() -> Iterator[Server]:
    """The app as a user starts it, in a process of its own."""
    with serve_streamlit() as server:
        yield server


# Of the package, not of the session: while Playwright is open, no other test can run an event loop.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with chromium_running() as browser:
        yield browser


@contextmanager
def visits(browser: Browser, app: Server) -> Iterator[Callable[..., Page]]:
    """Make pages of new visitors: their own cookies, window, language and colour scheme."""
    contexts = []
    watch = Watch()

    def make(
        path: str = "/",
        *,
        width: int = 1440,
        height: int = 900,
        locale: str = "en-US",
        **options: Any,
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, locale=locale, **options
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        watch.over(context)
        page = context.new_page()
        page.goto(app.url + path)
        return settled(page)

    yield make
    for context in contexts:
        context.close()
    assert not watch.problems, "\n".join(watch.problems)


@pytest.fixture
def new_page(browser: Browser, app: Server) -> Iterator[Callable[..., Page]]:
    with visits(browser, app) as make:
        yield make


@pytest.fixture(scope="module")
def new_shared_page(browser: Browser, app: Server) -> Iterator[Callable[..., Page]]:
    with visits(browser, app) as make:
        yield make


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page()
