"""What the server does as it starts: it warms up while its first visitor's browser is busy.

The model and its formulas take a third of a second to import. The browser takes as long to read
Streamlit's own code, and asks for nothing meanwhile.
"""

from __future__ import annotations

import inspect
import sys
import webbrowser
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from threading import Timer

AFTERWARDS = 0.15
"""Seconds until the server answers: it comes first."""
TURN = 0.0005
"""Seconds that the importing thread keeps the interpreter: files are served in between."""

Option = Callable[[str], object]
"""Gives a setting of Streamlit's by its name."""


def lifespan(option: Option) -> Callable[[object], AbstractAsyncContextManager[None]]:
    """Make what `st.App` does around its serving."""

    @asynccontextmanager
    async def around(_app: object) -> AsyncIterator[None]:
        tasks = [Timer(AFTERWARDS, warm_up)]
        if not option("server.headless"):  # Streamlit opens no browser for an app of this kind
            tasks.append(Timer(AFTERWARDS, webbrowser.open, [address(option)]))
        for task in tasks:
            task.daemon = True
            task.start()
        yield

    return around


def address(option: Option) -> str:
    """Return where the app can be seen from this machine."""
    host = option("server.address") or "localhost"
    path = str(option("server.baseUrlPath") or "").strip("/")
    scheme = "https" if option("server.sslCertFile") else "http"
    return f"{scheme}://{host}:{option('server.port')}/{path}"


def warm_up() -> None:
    """Import the model and draw a case, so that no visitor waits for it."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    try:
        from crmroi.assumptions import Scenario
        from crmroi.charts import draw
        from crmroi.model import project

        draw(project(Scenario()))
        inspect.stack()  # Streamlit asks once where it runs; the first answer looks at every module
    finally:
        sys.setswitchinterval(usual)
