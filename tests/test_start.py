from __future__ import annotations

import asyncio
import subprocess
import sys
import threading

import pytest

from crmroi import start
from tests.support import ROOT

SETTINGS = {"server.headless": True, "server.address": "127.0.0.1", "server.port": 8501}


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, "http://127.0.0.1:8501/"),
        ({"server.address": None}, "http://localhost:8501/"),
        (
            {"server.baseUrlPath": "/roi/", "server.sslCertFile": "c.pem"},
            "https://127.0.0.1:8501/roi",
        ),
    ],
)
def test_the_address_is_where_the_app_can_be_seen(changed: dict[str, str], found: str) -> None:
    assert start.address((SETTINGS | changed).get) == found


@pytest.mark.parametrize(("headless", "opened"), [(True, []), (False, ["http://127.0.0.1:8501/"])])
def test_a_browser_is_opened_unless_there_is_no_screen(
    headless: bool, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(start, "AFTERWARDS", 0)
    monkeypatch.setattr(start, "warm_up", lambda: None)
    monkeypatch.setattr(start.webbrowser, "open", asked.append)

    async def serve() -> None:
        settings = SETTINGS | {"server.headless": headless}
        async with start.lifespan(settings.get)(None):
            for thread in threading.enumerate():
                if isinstance(thread, threading.Timer):
                    thread.join()

    asyncio.run(serve())

    assert asked == opened


def test_warming_up_imports_the_model_and_leaves_the_interpreter_as_it_was() -> None:
    code = """
import sys
from crmroi.start import warm_up
before = sys.getswitchinterval()
assert "crmroi.model" not in sys.modules
warm_up()
assert "crmroi.model" in sys.modules
assert "streamlit" not in sys.modules
assert sys.getswitchinterval() == before
"""
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
