"""`crmroi demo`: opens the app in a browser."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from crmroi.cli.console import BAD_DATA, say
from crmroi.text import _

APP = Path(__file__).resolve().parents[2] / "app.py"
"""Where a checkout has the app; an installed package does not bring it."""


def run(_arguments: argparse.Namespace) -> int:
    """Run the app until it is stopped, and return its exit status."""
    if not APP.exists():
        say([_("The app is not here: {path} is missing. Run this in a checkout.", path=APP)])
        return BAD_DATA
    # From the checkout, where Streamlit looks for its settings.
    command = [sys.executable, "-m", "streamlit", "run", APP.name]
    return subprocess.run(command, cwd=APP.parent, check=False).returncode  # noqa: S603 - our own
