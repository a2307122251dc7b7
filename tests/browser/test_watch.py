"""The watch itself: what it is for, it sees."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.support import Watch


@pytest.mark.parametrize(
    ("script", "event", "problem"),
    [
        pytest.param("console.error('boo')", "console", "console error: boo ()", id="console"),
        pytest.param(
            "setTimeout(() => { throw new Error('boo') })",
            "weberror",
            "uncaught: boo",
            id="exception",
        ),
        pytest.param(
            "fetch('http://example.com/').catch(() => 0)",
            "request",
            "a request left the machine: http://example.com/",
            id="request",
        ),
        pytest.param(
            "new WebSocket('ws://example.com/')",
            "websocket",
            "a request left the machine: ws://example.com/",
            id="websocket",
        ),
    ],
)
def test_a_problem_in_the_browser_is_seen(
    browser: Browser, script: str, event: str, problem: str
) -> None:
    watch = Watch()
    with browser.new_context() as context:
        watch.over(context)
        page = context.new_page()
        teller = page if event == "websocket" else context
        with teller.expect_event(event):  # type: ignore[arg-type] # one of those each has
            page.evaluate(script)
    assert problem in watch.problems
