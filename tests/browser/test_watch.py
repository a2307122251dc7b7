"""The watch itself: what it is for, it sees."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.support import Watch


@pytest.mark.parametrize(
    ("script", "problem"),
    [
        pytest.param("console.error('boo')", "console error: boo ()", id="console"),
        pytest.param(
            "setTimeout(() => { throw new Error('boo') })", "uncaught: boo", id="exception"
        ),
        pytest.param(
            "fetch('http://example.com/').catch(() => 0)",
            "a request left the machine: http://example.com/",
            id="request",
        ),
        pytest.param(
            "new WebSocket('ws://example.com/')",
            "a request left the machine: ws://example.com/",
            id="websocket",
        ),
    ],
)
def test_a_problem_in_the_browser_is_seen(browser: Browser, script: str, problem: str) -> None:
    watch = Watch()
    with browser.new_context() as context:
        watch.over(context)
        page = context.new_page()
        page.evaluate(script)
        page.wait_for_timeout(200)
    assert problem in watch.problems
