"""Servers, and the browser that looks at them: for browser tests and benchmarks alike."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

#: Chromium as a guest: nothing but this machine can be looked up, and it calls nobody by itself.
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)


class ServerStartError(RuntimeError):
    """The server ended, or did not answer in time; the message ends with its log."""


@dataclass(frozen=True)
class Server:
    """A server under test: where it answers, its process and what it has written so far."""

    url: str
    process: subprocess.Popen[bytes]
    log_file: Path

    def log(self) -> str:
        """Everything the server wrote on standard output and standard error."""
        return self.log_file.read_text(encoding="utf-8", errors="replace")


def chromium() -> str:
    """The path of the Chromium to drive: CRMROI_CHROMIUM, else the system's own."""
    name = os.environ.get("CRMROI_CHROMIUM") or "chromium"
    path = shutil.which(name)
    if path is None:
        raise FileNotFoundError(
            f"There is no {name} here. `make test` installs Chromium where it may; "
            "CRMROI_CHROMIUM=/path/to/chrome names another browser of its kind."
        )
    return path


def free_port() -> int:
    """A port of the loopback address that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serve(
    command: Callable[[int], Sequence[str]], *, health: str = "/", seconds: float = 60
) -> Iterator[Server]:
    """Run `command(port)` in a fresh process until the block ends.

    The block starts once `health` answers 200. Raises ServerStartError otherwise.
    """
    port = free_port()
    # A setting of the person who runs the tests must not become a setting of the server.
    environment = {k: v for k, v in os.environ.items() if not k.startswith("STREAMLIT_")}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        log_file = Path(folder) / "server.log"
        with log_file.open("wb") as log:
            process = subprocess.Popen(
                list(command(port)),
                cwd=ROOT,
                env=environment | {"PYTHONUNBUFFERED": "1"},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        server = Server(f"http://127.0.0.1:{port}", process, log_file)
        try:
            _wait(server, health, seconds)
            yield server
        finally:
            _stop(process)


def serve_streamlit(script: str | Path = "app.py", *options: str) -> AbstractContextManager[Server]:
    """Serve a Streamlit script as `streamlit run` does, with the project's own settings."""
    return serve(
        lambda port: [
            *(sys.executable, "-m", "streamlit", "run", str(script)),
            *("--server.port", str(port), "--server.headless", "true", *options),
        ],
        health="/_stcore/health",
    )


def _wait(server: Server, health: str, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if server.process.poll() is not None:
            raise ServerStartError(f"The server ended at once:\n{server.log()}")
        try:
            with urllib.request.urlopen(server.url + health, timeout=5):  # noqa: S310 our own address
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.02)
    raise ServerStartError(f"The server did not answer in {seconds:g} s:\n{server.log()}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
